// The windows of an MDIWidget. A stock browser makes one for each child, under a number of its own; the class that
// ours can make by itself it does not have. So such a window waits until it stands in its workspace with something
// in it, and is made then.
//
// The number is foretold. Behind a `create` that names W the counter stands at W + 2 (protocol.md §3.5: W, and the
// one that the object had before it was moved to W), and that is what the next object gets:
//
//   create W Label · call W destroy · call workspace add_widget child     the window has W + 2

import type { Json } from '../../protocol/messages.ts'
import { type Item, type Known, optionsOf } from './known.ts'
import { asText, escaped } from './plain-text.ts'
import { ref, type Says } from './says.ts'

/** What is heard of a window whether the session listens or not. */
const watched = ['move'] as const

/** What a window has been told that its workspace is told when it makes it. */
const inOptions: ReadonlySet<string> = new Set([
  'set_position',
  'resize',
  'set_title',
  'set_icon_url',
])

export class Windows {
  readonly #says: Says
  /** By the window's number. */
  readonly #childOf = new Map<number, Known>()
  readonly #numberOf = new Map<Known, number>()
  readonly #places = new Map<Known, readonly [x: number, y: number]>()
  readonly #states = new Map<Known, string>()

  constructor(says: Says) {
    this.#says = says
  }

  static isWindow({ widgetClass }: Known): boolean {
    return widgetClass.name === 'MDISubWindow'
  }

  /** What stands in a workspace for a child of it; a window that is empty does not stand there. */
  static contentOf(child: Known): Known | undefined {
    return Windows.isWindow(child) ? child.wanted[0]?.child : child
  }

  /** @param content  number of what is in the window */
  add(workspace: number, { child, place }: Item, content: number): void {
    const { numbers } = this.#says
    const spent = numbers.take()
    this.#says.create(spent, 'Label', [])
    this.#says.call(spent, 'destroy', [])
    this.#says.call(workspace, 'add_widget', [ref(content), this.#optionsOf(child!, place)], true)
    const number = spent + 2
    this.#childOf.set(number, child!)
    this.#numberOf.set(child!, number)
    for (const action of watched) this.#says.listen(number, action)
    if (!Windows.isWindow(child!)) return
    numbers.bind(child!.wid, number)
    for (const action of child!.listening) {
      if (action === 'resize') this.#says.listen(number, action)
    }
    for (const [method, args] of child!.said) {
      if (!inOptions.has(method)) this.#says.call(number, method, args)
    }
    const state = this.#states.get(child!) ?? 'normal'
    if (state !== 'normal') this.#says.call(number, toggleOf(state), [])
  }

  /** The window of a child is gone. */
  close(child: Known): void {
    const number = this.#numberOf.get(child)
    if (number === undefined) return
    this.#numberOf.delete(child)
    this.#childOf.delete(number)
    if (Windows.isWindow(child)) this.#says.numbers.release(child.wid)
  }

  forget(child: Known): void {
    this.close(child)
    this.#places.delete(child)
    this.#states.delete(child)
  }

  /** Whose window has this number. */
  childOf(number: number): Known | undefined {
    return this.#childOf.get(number)
  }

  /** The user has moved a window. */
  moved(child: Known, [x, y]: readonly Json[]): void {
    if (typeof x === 'number' && typeof y === 'number') this.#places.set(child, [x, y])
  }

  /** A method of a window of ours. */
  call(window: Known, method: string, args: readonly Json[]): void {
    if (method === 'set_window_state') return this.#setState(window, asText(args[0]))
    const declared = window.widgetClass.methods.get(method)
    if (declared?.kind === 'setter') window.said.set(method, args)
    if (method === 'set_position' || method === 'move') this.moved(window, args)
    this.#noteToggle(window, method)
    const number = this.#numberOf.get(window)
    if (number === undefined || declared?.ours) return
    const title = method === 'set_title' ? [escaped(asText(args[0]))] : args
    if (method !== 'resize' || !args.includes(null)) this.#says.call(number, method, title)
  }

  stateOf(window: Known): string {
    return this.#states.get(window) ?? 'normal'
  }

  clear(): void {
    for (const map of [this.#childOf, this.#numberOf, this.#places, this.#states]) map.clear()
  }

  #optionsOf(child: Known, place: readonly Json[]): Readonly<Record<string, Json>> {
    const given = (place[0] ?? {}) as Readonly<Record<string, Json>>
    const own = Windows.isWindow(child) ? windowOptions(child) : {}
    const options = Object.entries({ ...given, ...own }).filter(([, value]) => value !== null)
    const { title, ...rest } = Object.fromEntries(options)
    const spot = this.#places.get(child)
    return {
      ...rest,
      ...(typeof title === 'string' && { title: escaped(title) }),
      ...(spot && { x: spot[0], y: spot[1] }),
    }
  }

  #setState(window: Known, state: string): void {
    const before = this.stateOf(window)
    this.#states.set(window, state)
    const number = this.#numberOf.get(window)
    if (number === undefined || state === before) return
    // There is a toggle for each state, and each leads back to the normal one.
    if (before !== 'normal') this.#says.call(number, toggleOf(before), [])
    if (state !== 'normal') this.#says.call(number, toggleOf(state), [])
  }

  #noteToggle(window: Known, method: string): void {
    const state = toggles.get(method)
    if (state) this.#states.set(window, this.stateOf(window) === state ? 'normal' : state)
  }
}

const toggles: ReadonlyMap<string, string> = new Map([
  ['toggle_minimize', 'minimized'],
  ['toggle_maximize', 'maximized'],
  ['toggle_shade', 'shaded'],
])

function toggleOf(state: string): string {
  for (const [method, made] of toggles) if (made === state) return method
  throw new TypeError(`A window cannot be ${state}`)
}

/** What a window was made with and has been told since, as the options of its workspace. */
function windowOptions({ widgetClass, args, said }: Known): Readonly<Record<string, Json>> {
  const { title, shadeable, icon_url: icon } = optionsOf(widgetClass, args)
  const icon_url = said.get('set_icon_url')?.[0] ?? icon
  const [x, y] = said.get('set_position') ?? []
  const [width, height] = said.get('resize') ?? []
  const all = {
    title: said.get('set_title')?.[0] ?? title,
    icon_url,
    shadeable,
    x,
    y,
    width,
    height,
  }
  const given = Object.entries(all).filter(
    (entry): entry is [string, Json] => entry[1] !== undefined,
  )
  return Object.fromEntries(given)
}
