// Which rows a table asks its server for: those in sight and a page on either side, asked for anew when the user
// comes near the edge of what was asked. One question at a time; what is wanted meanwhile is asked when it is answered.

/** Rows from `start` to before `end`. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** The least number of rows that count as a page. */
const LEAST_PAGE = 20

/**
 * @param asked  what was asked for last
 * @param total  how many rows there are in all
 * @returns what has to be asked for now, if anything
 */
export function stretchFor(
  seen: Stretch,
  asked: Stretch | undefined,
  total: number,
): Stretch | undefined {
  const page = Math.max(LEAST_PAGE, seen.end - seen.start)
  if (asked && isWithin(seen, asked, { margin: page / 2, total })) return undefined
  return { start: Math.max(0, seen.start - page), end: seen.end + page }
}

function isWithin(
  { start, end }: Stretch,
  asked: Stretch,
  { margin, total }: { readonly margin: number; readonly total: number },
): boolean {
  return asked.start <= Math.max(0, start - margin) && asked.end >= Math.min(total, end + margin)
}

export class Asking {
  readonly #ask: (stretch: Stretch) => void
  #asked: Stretch | undefined
  #isWaiting = false
  #next: Stretch | undefined

  /** @param ask  tells the server; its answer is told by `answered` */
  constructor(ask: (stretch: Stretch) => void) {
    this.#ask = ask
  }

  /** The user sees these rows. */
  see(seen: Stretch, total: number): void {
    const stretch = stretchFor(seen, this.#next ?? this.#asked, total)
    if (stretch) this.#want(stretch)
  }

  /** The rows that were asked for are worth nothing any more: their order is another. */
  again(): void {
    const last = this.#next ?? this.#asked
    if (last) this.#want(last)
  }

  /** The server has answered, or told something new of its own accord. */
  answered(): void {
    this.#isWaiting = false
    const next = this.#next
    this.#next = undefined
    if (next) this.#want(next)
  }

  #want(stretch: Stretch): void {
    if (this.#isWaiting) {
      this.#next = stretch
      return
    }
    this.#isWaiting = true
    this.#asked = stretch
    this.#ask(stretch)
  }
}
