// The whole interface once more, in all browsers, in the order of pgwidgets-python: parents first, each child built
// before it is put into its parent, then in a second pass what is about all of it.

import { activeListens, autoListens, passOf, widgetsIn } from './state.ts'
import type { PythonSession, Widget } from './session.ts'

/** @throws PageError at the first error; then the end is never said, and the page stays mute */
export async function rebuild(session: PythonSession): Promise<void> {
  const all = [...session.widgets.values()]
  const theirs = new Set(all.flatMap(({ puts }) => puts.flatMap(({ made }) => made ?? [])))
  const ours = all.filter((widget) => !theirs.has(widget))
  session.widgets.clear()
  session.isReconstructing = true
  await session.request({ type: 'reconstruct-start', next_wid: session.nextWid })
  const pass = new FirstPass(session, ours)
  for (const widget of ours) if (!widget.parent) await pass.build(widget)
  for (const widget of ours) await secondPass(session, widget)
  await session.meanwhile()
  await session.request({ type: 'reconstruct-end' })
  session.isReconstructing = false
}

class FirstPass {
  readonly #session: PythonSession
  readonly #byWid: ReadonlyMap<number, Widget>

  constructor(session: PythonSession, ours: readonly Widget[]) {
    this.#session = session
    this.#byWid = new Map(ours.map((widget) => [widget.wid, widget]))
  }

  async build(widget: Widget): Promise<void> {
    if (this.#session.widgets.has(widget.wid)) return
    for (const wid of widgetsIn(widget.args)) await this.build(this.#byWid.get(wid)!)
    await this.#session.make(widget)
    for (const item of widget.items) await this.#session.say(widget, 'append_text', ...item)
    await this.#setState(widget)
    await this.#fill(widget)
    await this.#listen(widget)
  }

  async #fill(widget: Widget): Promise<void> {
    for (const put of widget.puts) {
      for (const wid of widgetsIn(put.args)) await this.build(this.#byWid.get(wid)!)
      await this.#session.put(widget, put)
      if (put.made) await this.#finish(put.made)
    }
  }

  /** What a page has made: what is in it, what the user listens to, what was set, what is kept. */
  async #finish(made: Widget): Promise<void> {
    await this.#fill(made)
    for (const action of made.handlers.keys()) await this.#session.listenTo(made, action)
    await this.#setState(made)
    for (const action of activeListens(made.className)) await this.#session.listenTo(made, action)
  }

  async #setState({ state, ...widget }: Widget): Promise<void> {
    for (const [method, ...args] of state.values()) {
      if (passOf(method) !== 'first') continue
      for (const wid of widgetsIn(args)) await this.build(this.#byWid.get(wid)!)
      await this.#session.say({ ...widget, state }, method, ...args)
    }
  }

  /** What is listened to twice, by the user and by itself, is asked for twice. */
  async #listen(widget: Widget): Promise<void> {
    const actions = [
      ...widget.handlers.keys(),
      ...activeListens(widget.className),
      ...autoListens(widget.className).filter((action) => action === 'resize'),
    ]
    for (const action of actions) await this.#session.listenTo(widget, action)
  }
}

async function secondPass(session: PythonSession, widget: Widget): Promise<void> {
  const said = [...widget.state.values()].filter(([method]) => passOf(method) === 'second')
  // It says so of a workspace in which nothing was ever chosen.
  const isUnchosen = widget.className === 'MDIWidget' && !widget.state.has('set_index')
  if (isUnchosen) await session.say(widget, 'set_index', -1)
  const isLast = ([method]: readonly [string, ...unknown[]]) => /^(show|hide|popup)$/.test(method)
  for (const [method, ...args] of said.filter((one) => !isLast(one))) {
    await session.say(widget, method, ...args)
  }
  for (const [method, ...args] of said.filter(isLast)) await session.say(widget, method, ...args)
}
