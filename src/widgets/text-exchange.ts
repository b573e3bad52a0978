// The server's end of a text that the user is typing into: small changes go down as edits, edits come up.

import { ProtocolError } from '../protocol/error.ts'
import type { Json } from '../protocol/messages.ts'
import type { Exchange, Heard, MethodCall } from './define.ts'
import { EditExchange } from './edit-exchange.ts'
import { applyEdits, areTidy, diffText, plainBreaks, type TextEdits } from './text-edits.ts'

/** Edits kept for a browser that does not say what it has heard. */
const MOST_KEPT = 500

export class TextExchange implements Exchange {
  readonly #edits = new EditExchange(true)
  /** What was said to less than this is void: the text has been replaced since. */
  #replacement = 0
  /** What was said to less than this cannot be understood any more. */
  #least = 0

  say(before: unknown, after: unknown): readonly MethodCall[] {
    const edits = diffText(textOf(before), textOf(after))
    const [edit] = edits
    if (!edit) return []
    const { heard, number } = this.#edits.say(edits)
    if (number - this.#edits.oldestKept >= MOST_KEPT) {
      this.#edits.forget(this.#edits.oldestKept)
      this.#least = this.#edits.oldestKept - 1
    }
    return [['_replaceRange', [edit.from, edit.to, edit.insert, { pushUndo: false, heard }]]]
  }

  replaced(): void {
    this.#edits.replace()
    this.#replacement = this.#edits.said
    this.#least = this.#edits.said
  }

  /** @param args  of the event `edited` */
  hear(args: readonly Json[], before: unknown): Heard {
    const [edits, number, heard] = args as unknown as [TextEdits, number, number]
    if (heard > this.#edits.said) throw new ProtocolError(`"heard" is ${heard}, which was not said`)
    if (number <= this.#edits.heard) return nothing
    if (number > this.#edits.heard + 1) return { calls: [['tell_again', [this.#edits.heard]]] }
    if (heard < this.#least) return this.#notUnderstood(heard, before)
    const text = textOf(before)
    const carried = areTidy(edits, Infinity) ? this.#edits.hear(edits, heard) : undefined
    if (carried && areTidy(carried, text.length)) return { value: applyEdits(text, carried) }
    throw new ProtocolError(`"edits" do not fit a text of ${text.length} units`)
  }

  #notUnderstood(heard: number, before: unknown): Heard {
    this.#edits.skip()
    if (heard < this.#replacement) return nothing
    this.replaced()
    return { calls: [['set_text', [textOf(before)]]] }
  }
}

const nothing: Heard = {}

function textOf(value: unknown): string {
  return typeof value === 'string' ? plainBreaks(value) : ''
}
