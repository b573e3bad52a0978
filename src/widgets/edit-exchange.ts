// Two ends that change one text at the same time, each telling the other what it has changed. Nobody waits: an
// end shows its own edits at once, and carries what it hears over those that the other has not heard yet. The
// server has one end, the browser the other; both do the same, and come to the same text.
//
// Each telling has a number. What comes down always arrives; what goes up can be lost with the line, so what
// has not been heard is kept to be told again.
//
// An end may keep few apart, and make one of those in the middle:
//
//   kept   7  8  9  10 … 94  95  96  97     up to 9, and from 94 on, it is known what each of them was
//
// What the other has done before it heard of 10, or after 94, still finds its place; in between it does not. But the
// two may come to texts in which what both put in at one place stands the other way round.

import { compose, rebase, type TextEdits } from './text-edits.ts'

/** What one end tells the other. */
export interface Telling {
  readonly edits: TextEdits
  /** Counts up from 1 at each end. */
  readonly number: number
  /** The last number that the teller has heard of the other. */
  readonly heard: number
}

/** What is kept for an end that does not say what it has heard. */
export interface Limits {
  /** So many are kept apart, at least 3. */
  readonly count: number
  /** How large what is made one may become: its edits, and the UTF-16 units that they put in. */
  readonly size: number
}

/** What was said under these numbers. */
interface Said {
  readonly edits: TextEdits
  readonly first: number
  readonly last: number
}

export class EditExchange {
  readonly #isFirst: boolean
  readonly #limits: Limits | undefined
  #said = 0
  #heard = 0
  /** Said, and not heard by the other as far as is known. The last of them has the number `#said`. */
  #unheard: Said[] = []
  /** Who has heard less is not understood. */
  #least = 0

  /**
   * @param isFirst  whose text comes first where both put some in at one place; of the two ends only one is
   * @param limits   none for an end that tells again
   */
  constructor(isFirst: boolean, limits?: Limits) {
    this.#isFirst = isFirst
    this.#limits = limits
  }

  /** How many it has said. */
  get said(): number {
    return this.#said
  }

  /** How many of the other's it has heard. */
  get heard(): number {
    return this.#heard
  }

  /** Whether the other may come to another text, because not all that it has not heard is kept apart. */
  get isRough(): boolean {
    return this.#unheard.some(isMadeOne)
  }

  say(edits: TextEdits): Telling {
    const number = ++this.#said
    this.#unheard.push({ edits, first: number, last: number })
    if (this.#limits && this.#unheard.length > this.#limits.count) this.#makeOne(this.#limits)
    return { edits, number, heard: this.#heard }
  }

  /** Whether it is known what was said since then. */
  understands(heard: number): boolean {
    if (heard < this.#least) return false
    return !this.#unheard.some(({ first, last }) => first <= heard && heard < last)
  }

  /**
   * The edits as they are to be made here.
   *
   * @param heard  what the other had heard of this end when it said them; is understood
   */
  hear(edits: TextEdits, heard: number): TextEdits {
    this.forget(heard)
    this.#heard++
    let carried = edits
    this.#unheard = this.#unheard.map(({ edits: own, ...numbers }) => {
      const behind = rebase(own, carried, this.#isFirst)
      carried = rebase(carried, own, !this.#isFirst)
      return { ...numbers, edits: behind }
    })
    return carried
  }

  /** The other has heard everything up to this number. */
  forget(number: number): void {
    const count = this.#unheard.findIndex(({ last }) => last > number)
    this.#unheard.splice(0, count < 0 ? this.#unheard.length : count)
  }

  /** This end replaces the whole text: what it has not heard by now is void. */
  replace(): void {
    this.#said++
    this.#giveUp()
  }

  /**
   * This end says the whole text as it is.
   *
   * @returns the exchange as it was, which still understands what the other does before it hears of that
   */
  renew(): EditExchange {
    const former = new EditExchange(this.#isFirst, this.#limits)
    former.#said = this.#said
    former.#heard = this.#heard
    former.#unheard = this.#unheard
    former.#least = this.#least
    this.replace()
    return former
  }

  /** The other end has replaced the whole text: what it has not heard is void, but still counts. */
  replaced(): void {
    this.#heard++
    this.#unheard = this.#unheard.map((own) => ({ ...own, edits: [] }))
  }

  /** The other's telling is one to be counted, and no more. */
  skip(): void {
    this.#heard++
  }

  /** What the other has not heard, to be told again. */
  again(after: number): Telling[] {
    this.forget(after)
    return this.#unheard.map(({ edits, last }) => ({ edits, number: last, heard: this.#heard }))
  }

  #makeOne({ count, size }: Limits): void {
    const at = Math.floor(count / 2)
    const [one, next] = [this.#unheard[at]!, this.#unheard[at + 1]!]
    const edits = compose(one.edits, next.edits)
    this.#unheard.splice(at, 2, { edits, first: one.first, last: next.last })
    if (sizeOf(this.#unheard.filter(isMadeOne)) > size) this.#giveUp()
  }

  #giveUp(): void {
    this.#unheard = []
    this.#least = this.#said
  }
}

function isMadeOne({ first, last }: Said): boolean {
  return first < last
}

function sizeOf(all: readonly Said[]): number {
  return all.flatMap(({ edits }) => edits).reduce((sum, { insert }) => sum + 1 + insert.length, 0)
}
