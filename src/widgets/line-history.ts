// The lines that were entered in a field, and the way back to them.

/** `at` counts backwards from the line being written, which is 0. */
export class LineHistory {
  readonly #limit: number
  readonly #lines: string[] = []
  #at = 0
  #draft = ''

  /** @param limit how many lines are kept; the oldest go first */
  constructor(limit: number) {
    this.#limit = limit
  }

  /** Keeps a line that was entered, unless it is empty or the same as the one before. */
  add(line: string): void {
    this.#at = 0
    if (line === '' || line === this.#lines[0]) return
    this.#lines.unshift(line)
    this.#lines.splice(Math.max(0, this.#limit))
  }

  /** The line before the one shown; undefined when there is none. `shown` is kept as the draft at first. */
  older(shown: string): string | undefined {
    if (this.#at >= this.#lines.length) return undefined
    if (this.#at === 0) this.#draft = shown
    return this.#lines[this.#at++]
  }

  /** The line after it, in the end the draft; undefined when that is shown already. */
  newer(): string | undefined {
    if (this.#at === 0) return undefined
    this.#at--
    return this.#at === 0 ? this.#draft : this.#lines[this.#at - 1]
  }
}
