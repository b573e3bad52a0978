// The texts that server and user change at the same time, as a browser keeps them: what comes down is carried over
// what has gone up and was not heard.

import type { Json } from '../protocol/messages.ts'
import { EditExchange } from '../widgets/edit-exchange.ts'
import { applyEdits, areTidy, plainBreaks, type TextEdits } from '../widgets/text-edits.ts'
import type { ModelWidget } from './model.ts'

/** Of `_replaceRange`. */
type RangeArgs = readonly [
  from: number,
  to: number,
  insert: string,
  options?: { readonly heard?: number },
]

export class SharedTexts {
  readonly #exchanges = new WeakMap<ModelWidget, EditExchange>()

  /**
   * The user has changed a text.
   *
   * @param args  of the event; its edits are enough. Numbers that no browser would give are left to the server
   * @returns     all that the event tells
   */
  typed(widget: ModelWidget, prop: string, args: readonly Json[]): readonly Json[] {
    const exchange = this.#exchangeOf(widget)
    const [given, number = exchange.said + 1, heard = exchange.heard] = args
    const isNext = number === exchange.said + 1 && heard === exchange.heard
    const edits = given as unknown as TextEdits
    const before = textOf(widget, prop)
    if (isNext && areTidy(edits, before.length)) {
      exchange.say(edits)
      widget.state.set(prop, applyEdits(before, edits))
    }
    return [given ?? null, number, heard]
  }

  /** The server has changed a part of it. */
  replaceRange(widget: ModelWidget, prop: string, args: readonly Json[]): void {
    const [from, to, insert, { heard } = {}] = args as unknown as RangeArgs
    const edits: TextEdits = [{ from, to, insert: plainBreaks(insert) }]
    const own = heard === undefined ? edits : this.#exchangeOf(widget).hear(edits, heard)
    widget.state.set(prop, applyEdits(textOf(widget, prop), own))
  }

  /** The server has said the whole text. */
  replaced(widget: ModelWidget): void {
    this.#exchangeOf(widget).replaced()
  }

  #exchangeOf(widget: ModelWidget): EditExchange {
    const known = this.#exchanges.get(widget)
    if (known) return known
    const made = new EditExchange(false)
    this.#exchanges.set(widget, made)
    return made
  }
}

function textOf({ state }: ModelWidget, prop: string): string {
  const text = state.get(prop)
  return typeof text === 'string' ? plainBreaks(text) : ''
}
