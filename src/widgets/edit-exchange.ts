// Two ends that change one text at the same time, each telling the other what it has changed. Nobody waits: an
// end shows its own edits at once, and carries what it hears over those that the other has not heard yet. The
// server has one end, the browser the other; both do the same, and come to the same text.
//
// Each telling has a number. What comes down always arrives; what goes up can be lost with the line, so what
// has not been heard is kept to be told again.

import { rebase, type TextEdits } from './text-edits.ts'

/** What one end tells the other. */
export interface Telling {
  readonly edits: TextEdits
  /** Counts up from 1 at each end. */
  readonly number: number
  /** The last number that the teller has heard of the other. */
  readonly heard: number
}

export class EditExchange {
  readonly #isFirst: boolean
  #said = 0
  #heard = 0
  /** Said, and not heard by the other as far as is known. The last of them has the number `#said`. */
  #unheard: TextEdits[] = []

  /** @param isFirst  whose text comes first where both put some in at one place; of the two ends only one is */
  constructor(isFirst: boolean) {
    this.#isFirst = isFirst
  }

  /** How many it has said. */
  get said(): number {
    return this.#said
  }

  /** How many of the other's it has heard. */
  get heard(): number {
    return this.#heard
  }

  /** The first number that the other can still miss. */
  get oldestKept(): number {
    return this.#said - this.#unheard.length + 1
  }

  say(edits: TextEdits): Telling {
    this.#unheard.push(edits)
    return { edits, number: ++this.#said, heard: this.#heard }
  }

  /**
   * The edits as they are to be made here.
   *
   * @param heard  what the other had heard of this end when it said them
   */
  hear(edits: TextEdits, heard: number): TextEdits {
    this.forget(heard)
    this.#heard++
    let carried = edits
    this.#unheard = this.#unheard.map((own) => {
      const behind = rebase(own, carried, this.#isFirst)
      carried = rebase(carried, own, !this.#isFirst)
      return behind
    })
    return carried
  }

  /** The other has heard everything up to this number. */
  forget(number: number): void {
    if (number >= this.oldestKept) this.#unheard.splice(0, number - this.oldestKept + 1)
  }

  /** This end replaces the whole text: what it has not heard by now is void. */
  replace(): void {
    this.#said++
    this.#unheard = []
  }

  /** The other end has replaced the whole text: what it has not heard is void, but still counts. */
  replaced(): void {
    this.#heard++
    this.#unheard = this.#unheard.map(() => [])
  }

  /** The other's telling is one to be counted, and no more. */
  skip(): void {
    this.#heard++
  }

  /** What the other has not heard, to be told again. */
  again(after: number): Telling[] {
    this.forget(after)
    const first = this.oldestKept
    return this.#unheard.map((edits, at) => ({ edits, number: first + at, heard: this.#heard }))
  }
}
