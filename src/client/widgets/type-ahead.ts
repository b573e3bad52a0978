// Finds the item that somebody means who types its first letters.

/** Milliseconds after which a letter begins a new search. */
const PAUSE = 700

export class TypeAhead {
  #typed = ''
  #last = Number.NEGATIVE_INFINITY

  /** Whether a search is under way: a space belongs to it then. */
  isTyping(time: number): boolean {
    return time - this.#last < PAUSE
  }

  /**
   * The same letter again goes on to the next item that begins with it.
   *
   * @param time     when it was typed, ms
   * @param current  index of the item chosen now, or -1
   * @returns        the index of the item meant, or -1
   */
  find(letter: string, time: number, items: readonly string[], current: number): number {
    this.#typed = this.isTyping(time) ? this.#typed + letter : letter
    this.#last = time
    const isSame = this.#typed === letter.repeat(this.#typed.length)
    const wanted = (isSame ? letter : this.#typed).toLocaleLowerCase()
    const from = isSame ? current + 1 : Math.max(0, current)
    const begins = (at: number) => items[at]!.toLocaleLowerCase().startsWith(wanted)
    return inTurn(from, items.length).find(begins) ?? -1
  }
}

/** All indexes, once around from `from`. */
function inTurn(from: number, length: number): number[] {
  return Array.from({ length }, (_, at) => (from + at) % length)
}
