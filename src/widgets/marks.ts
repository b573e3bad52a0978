// What the user has changed and the server has not heard of: a call of the server that would set such a state was said
// without knowing, so it is not carried out. The server hears of the change later, and says again what it wants.
//
//   user    presses a radio button    told as 5, marked with 5
//   server  sets another one          knew up to 4: passed over
//   server  heard 5, sets another     knew of it: carried out

import type { Toggle } from './define.ts'
import { camel, stateName } from './names.ts'
import type { WidgetClass } from './widget-class.ts'

export class Marks {
  readonly #marked = new Map<object, Map<string, number>>()
  #heard = 0
  #highest = 0

  /** @param owner  the widget, or what several share the state by */
  mark(owner: object, state: string, seq: number): void {
    if (seq <= this.#heard) return
    const states = this.#marked.get(owner) ?? new Map<string, number>()
    this.#marked.set(owner, states.set(state, seq))
    this.#highest = seq
  }

  /** Nothing is marked. */
  get isEmpty(): boolean {
    return this.#marked.size === 0
  }

  isMarked(owner: object, state: string): boolean {
    return (this.#marked.get(owner)?.get(state) ?? 0) > this.#heard
  }

  /** What comes from here on is said knowing all up to this number. */
  heard(count: number): void {
    this.#heard = count
    if (count >= this.#highest) this.#marked.clear()
  }

  clear(): void {
    this.#marked.clear()
  }
}

/**
 * The states that a method sets as a whole. Tables and texts that travel as edits are another matter: their two ends
 * know what the other has not heard yet.
 */
export function statesSetBy({ methods, props }: WidgetClass, method: string): readonly string[] {
  const declared = methods.get(method)
  if (declared?.kind === 'setter') {
    if (declared.differ || declared.exchange) return []
    return (declared.combines ?? [declared.state ?? stateName(method)]).map(camel)
  }
  return [...props.values()]
    .filter((prop) => prop.kind === 'state' && isToggledBy(prop.toggle, method))
    .map(({ name }) => name)
}

function isToggledBy(toggle: Toggle | undefined, method: string): boolean {
  return toggle?.on === method || toggle?.off === method
}
