// Frames on their way to many sockets, handed to the system one right behind the other, and not each where it came about:
// between the work of two sessions whatever a write needs has gone from the processor's caches, and a write takes up to a
// third more time. What one turn says to one socket is one write.

/** Somebody who has frames to write. */
export interface Writer {
  write(): void
}

/** So many write at once, that the first of very many need not wait for the last. */
const together = 256

export class Writes {
  readonly #soon = (): void => this.#end()
  #waiting: Writer[] = []
  #isAsked = false

  /** Has somebody write before this turn is over, once: perhaps at once. */
  add(writer: Writer): void {
    if (this.#waiting.push(writer) === together) this.writeAll()
    if (this.#isAsked) return
    this.#isAsked = true
    queueMicrotask(this.#soon)
  }

  /** Now. */
  writeAll(): void {
    const writers = this.#waiting
    this.#waiting = []
    for (const writer of writers) writer.write()
  }

  #end(): void {
    this.#isAsked = false
    this.writeAll()
  }
}
