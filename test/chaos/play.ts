// Plays a history, lets everything come to rest, and says what is not as it has to be: every page shows what a new
// page would be shown, and what a new session would show; what users did was taken once, in order, and what they wrote
// down together is all there.

import { createElement, Session } from 'treewire'
import type { SessionOptions } from 'treewire'
import { Laboratory, ModelBrowser } from 'treewire/testing'
import type { ModelPage, ModelWidget } from 'treewire/testing'
import { Application, newStore, write } from './application.tsx'
import type { Store } from './application.tsx'
import type { History, Step } from './history.ts'

type StepOfPage = Exclude<Step, { readonly kind: 'write' | 'wait' | 'restart' }>

/** @returns what differs, a sentence each; nothing when all is well */
export function play(history: History): string[] {
  return new Play(history).run()
}

class Play {
  readonly #history: History
  readonly #store: Store = newStore()
  readonly #lab: Laboratory
  /** By page: what its user has put into the journal. */
  readonly #deeds = new Map<ModelPage, number[]>()
  /** By page: what its user has put into the notes, each a letter of its own. */
  readonly #letters = new Map<ModelPage, string[]>()
  /** What may be missing, because its page or its session was ended on purpose. */
  readonly #excused = new Set<number | string>()
  #lastDeed = 0

  constructor(history: History) {
    this.#history = history
    this.#lab = new Laboratory(() => this.#application(), {
      seed: history.steps.length,
      session: {
        maxWindowBytes: history.window,
        maxBacklogBytes: history.backlog,
        ...this.#slices(history.slice),
      },
    })
    this.#lab.open()
    this.#lab.advance(10)
  }

  run(): string[] {
    try {
      for (const step of this.#history.steps) this.#do(step)
      this.#lab.rest()
      return this.#differences()
    } catch (error) {
      return [`It throws: ${error instanceof Error ? error.stack : String(error)}`]
    } finally {
      this.#lab.end()
    }
  }

  #application() {
    return createElement(Application, { parts: this.#history.parts, store: this.#store })
  }

  /** A flush that lets others have their turn after each `jobs` jobs, whatever time it is. */
  #slices(jobs: number): SessionOptions {
    let looks = 0
    const pause = (next: () => void): void => void this.#lab.clock.setTimeout(next, 1)
    return jobs === Infinity
      ? {}
      : { sliceTime: jobs, slices: { time: jobs, now: () => looks++, pause } }
  }

  #do(step: Step): void {
    const { pages } = this.#lab
    const page = 'page' in step ? pages[step.page % pages.length] : undefined
    if (step.kind === 'write') return write(this.#store, step.write)
    if (step.kind === 'wait') return this.#lab.advance(step.time)
    if (step.kind === 'restart') return this.#restart()
    if (page) this.#doTo(page, step)
  }

  #doTo(page: ModelPage, step: StepOfPage): void {
    switch (step.kind) {
      case 'act':
        return act(page, step.choice, step.value)
      case 'journal':
        return this.#writeJournal(page)
      case 'note':
        return this.#writeNote(page, step.place)
      case 'cut':
        return page.network.cut()
      case 'cut after':
        return page.network.cutAfter(step.frames, step.direction)
      case 'abandon':
        return page.network.abandon()
      case 'stall':
        page.network.conditions.isStalled = true
        return
      case 'down':
        page.network.conditions.isDown = step.isDown
        if (step.isDown) page.network.cut()
        return
      case 'weather': {
        const { latency, jitter, speed } = step
        Object.assign(page.network.conditions, { latency, jitter, speed })
        return
      }
      case 'open':
        if (this.#lab.pages.length < 3 && this.#lab.sessionOf(page)) this.#lab.open({ with: page })
        return
      case 'reload':
        this.#excuse(page)
        this.#lab.reload(page)
        return
      case 'close':
        if (this.#lab.pages.length < 2) return
        this.#excuse(page)
        this.#lab.close(page)
    }
  }

  #writeJournal(page: ModelPage): void {
    const [slider] = page.findAll({ label: 'journal' })
    if (!slider) return
    const deed = ++this.#lastDeed
    this.#write(this.#deeds, page, deed)
    page.fire(slider, 'activated', deed)
  }

  #writeNote(page: ModelPage, place: number): void {
    const [notes] = page.findAll({ label: 'notes' })
    if (!notes) return
    const letter = String.fromCodePoint(firstLetter + ++this.#lastDeed)
    this.#write(this.#letters, page, letter)
    const from = place % (textOf(notes).length + 1)
    page.fire(notes, 'edited', [{ from, to: from, insert: letter }])
  }

  #write<One extends number | string>(
    written: Map<ModelPage, One[]>,
    page: ModelPage,
    one: One,
  ): void {
    written.set(page, [...(written.get(page) ?? []), one])
    // The session that it was meant for is no more, which the page does not know yet.
    if (!this.#lab.sessionOf(page)) this.#excused.add(one)
  }

  /** What it has told and was not heard goes with it. */
  #excuse(page: ModelPage): void {
    for (const deed of this.#deeds.get(page) ?? []) this.#excused.add(deed)
    for (const letter of this.#letters.get(page) ?? []) this.#excused.add(letter)
  }

  #restart(): void {
    for (const page of this.#lab.pages) this.#excuse(page)
    this.#lab.restartServer()
  }

  #differences(): string[] {
    return [
      ...this.#wrongPages(),
      ...this.#wrongJournal(),
      ...this.#wrongNotes(),
      ...this.#lab.errors(),
    ]
  }

  *#wrongPages(): Generator<string> {
    const wanted = JSON.stringify(this.#fresh())
    for (const [at, page] of this.#lab.pages.entries()) {
      if (page.state.kind !== 'up') yield `Page ${at} is ${JSON.stringify(page.state)}`
      const shown = JSON.stringify(page.browser.windows.map(picture))
      if (shown !== wanted) yield `Page ${at} shows\n  ${shown}\nnot\n  ${wanted}`
    }
  }

  /** What a session shows that is made now. */
  #fresh(): unknown {
    const session = new Session({ defer: () => undefined })
    const browser = new ModelBrowser()
    const peer = {
      backlog: 0,
      send: (frame: string | Uint8Array) => void browser.receive(frame),
      close: () => undefined,
    }
    session.attach(peer, { page: 'fresh' })
    session.mount(() => this.#application())
    session.flush()
    const pictures = browser.windows.map(picture)
    session.destroy()
    return pictures
  }

  *#wrongJournal(): Generator<string> {
    const { journal } = this.#store
    const twice = journal.filter((deed, at) => journal.indexOf(deed) !== at)
    if (twice.length > 0) yield `Taken twice: ${twice.join(', ')}`
    for (const deeds of this.#deeds.values()) {
      const taken = journal.filter((deed) => deeds.includes(deed))
      const missing = deeds.filter((deed) => !taken.includes(deed) && !this.#excused.has(deed))
      if (missing.length > 0) yield `Never taken: ${missing.join(', ')}`
      if (taken.some((deed, at) => at > 0 && taken[at - 1]! > deed)) {
        yield `Out of order: ${taken.join(', ')}`
      }
    }
  }

  *#wrongNotes(): Generator<string> {
    const notes = this.#store.notes.value.split('')
    for (const letter of [...this.#letters.values()].flat()) {
      const times = notes.filter((one) => one === letter).length
      if (times > 1) yield `${letter} was written down ${times} times`
      if (times === 0 && !this.#excused.has(letter)) yield `${letter} was never written down`
    }
    if (notes.length > this.#lastDeed) yield `The notes are ${notes.join('')}`
  }
}

/** Letters enough, each of one unit, that nothing else writes. */
const firstLetter = 0x4e00

function textOf({ state }: ModelWidget): string {
  const text = state.get('text')
  return typeof text === 'string' ? text : ''
}

/** What is seen of a widget, but for what goes without saying. */
function picture({ widgetClass, state, children, placements, parent }: ModelWidget): unknown {
  const states = [...state].filter(([name, value]) => {
    const prop = widgetClass.prop(name)
    return !(prop?.kind === 'state' && JSON.stringify(prop.default) === JSON.stringify(value))
  })
  return {
    is: widgetClass.name,
    states: Object.fromEntries(states.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    place: [...(parent?.placements.entries() ?? [])].find(([one]) => one.state === state)?.[1],
    in: children.map(picture),
    placements: placements.size,
  }
}

/** The user does something to one of the widgets that he can do something to. */
function act(page: ModelPage, choice: number, value: number): void {
  const usable = [...page.browser.widgets.values()].filter(
    (widget) =>
      widget.listening.size > 0 &&
      widget.state.get('enabled') !== false &&
      widget.state.get('label') !== 'journal' &&
      widget.state.get('label') !== 'notes',
  )
  const widget = usable[choice % Math.max(1, usable.length)]
  if (!widget) return
  const text = textOf(widget)
  switch (widget.widgetClass.name) {
    case 'Button':
      return page.fire(widget, 'activated')
    case 'CheckBox':
      return page.fire(widget, 'activated', widget.state.get('state') !== true)
    case 'Expander':
      return page.fire(widget, 'toggled', widget.state.get('collapsed') !== true)
    case 'Slider':
      return page.fire(widget, 'activated', value % 101)
    case 'TextEntry':
      return page.fire(widget, 'modified', text + String.fromCodePoint(97 + (value % 26)))
    case 'StackWidget': {
      const to = value % 2
      const shown = widget.children[to]
      return shown && page.fire(widget, 'page-switch', { __wid__: shown.wid }, to)
    }
    case 'TextSource': {
      const from = value % (text.length + 1)
      const end = Math.min(text.length, from + (value % 3))
      return page.fire(widget, 'edited', [{ from, to: end, insert: `${value % 10}` }])
    }
  }
}
