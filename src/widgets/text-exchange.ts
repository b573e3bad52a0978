// The server's end of a text that the user is typing into: small changes go down as edits, edits come up.
//
// A browser that has not heard for long is still understood, but may come to another text: so it is given the whole of
// it. What it had done by then comes up as before, and goes down again, because the whole text was without it.

import { ProtocolError } from '../protocol/error.ts'
import type { Json } from '../protocol/messages.ts'
import type { Exchange, Heard, MethodCall } from './define.ts'
import { EditExchange, type Limits } from './edit-exchange.ts'
import { applyEdits, areTidy, diffText, plainBreaks, type TextEdits } from './text-edits.ts'

/** What is kept for a browser that does not say what it has heard. */
const usual: Limits = { count: 500, size: 65_536 }

export class TextExchange implements Exchange {
  readonly #edits: EditExchange
  /** What is done by who has not heard so much was done before the whole text was said. */
  #whole = 0
  /** Understands that; without it, it is void. */
  #former: EditExchange | undefined

  constructor(limits = usual) {
    this.#edits = new EditExchange(true, limits)
  }

  say(before: unknown, after: unknown): readonly MethodCall[] {
    const edits = diffText(textOf(before), textOf(after))
    if (edits.length > 0) this.#former?.say(edits)
    return this.#say(edits)
  }

  replaced(): void {
    this.#edits.replace()
    this.#former = undefined
    this.#whole = this.#edits.said
  }

  /** @param args  of the event `edited` */
  hear(args: readonly Json[], before: unknown): Heard {
    const [edits, number, heard] = args as unknown as [TextEdits, number, number]
    if (heard > this.#edits.said) throw new ProtocolError(`"heard" is ${heard}, which was not said`)
    if (number <= this.#edits.heard) return nothing
    if (number > this.#edits.heard + 1) return { calls: [['tell_again', [this.#edits.heard]]] }
    if (edits.length === 0) return this.#hearCount(heard)
    const text = textOf(before)
    if (heard < this.#whole) return this.#hearFormer(edits, heard, text)
    this.#former = undefined
    if (!this.#edits.understands(heard)) return this.#notUnderstood(text)
    const value = changed(text, edits, heard, this.#edits)
    return this.#edits.isRough ? { value, calls: this.#sayWhole(value) } : { value }
  }

  /** The browser only says how much it has heard. */
  #hearCount(heard: number): Heard {
    this.#edits.skip()
    this.#edits.forget(heard)
    return nothing
  }

  #hearFormer(edits: TextEdits, heard: number, text: string): Heard {
    this.#edits.skip()
    if (!this.#former?.understands(heard)) this.#former = undefined
    if (!this.#former) return nothing
    const value = changed(text, edits, heard, this.#former)
    return { value, calls: this.#say(diffText(text, value)) }
  }

  #notUnderstood(text: string): Heard {
    this.#edits.skip()
    this.replaced()
    return { calls: [['set_text', [text]]] }
  }

  #sayWhole(text: string): readonly MethodCall[] {
    this.#former = this.#edits.renew()
    this.#whole = this.#edits.said
    return [['set_text', [text]]]
  }

  #say(edits: TextEdits): readonly MethodCall[] {
    const [edit] = edits
    if (!edit) return []
    const { heard } = this.#edits.say(edits)
    return [['_replaceRange', [edit.from, edit.to, edit.insert, { pushUndo: false, heard }]]]
  }
}

const nothing: Heard = {}

function changed(text: string, edits: TextEdits, heard: number, by: EditExchange): string {
  const carried = areTidy(edits, Infinity) ? by.hear(edits, heard) : undefined
  if (carried && areTidy(carried, text.length)) return applyEdits(text, carried)
  throw new ProtocolError(`"edits" do not fit a text of ${text.length} units`)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? plainBreaks(value) : ''
}
