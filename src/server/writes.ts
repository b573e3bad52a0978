// Frames on their way to many sockets, handed to the system one right behind the other, and not each where it came about:
// between the work of two sessions whatever a write needs has gone from the processor's caches, and a write takes up to a
// third more time. What is said to one socket meanwhile is one write.

/** Somebody who has frames to write. */
export interface Writer {
  write(): void
}

/** So many write at once, that the first of very many need not wait for the last. */
const together = 256

export class Writes {
  #waiting: Writer[] = []
  #isGathering = false

  /** Who comes while `work` runs writes when it is through, if not before. */
  gather(work: () => void): void {
    this.#isGathering = true
    try {
      work()
    } finally {
      this.#isGathering = false
      this.writeAll()
    }
  }

  /** Has somebody write, once: at once, unless writes are being gathered. */
  add(writer: Writer): void {
    if (!this.#isGathering) return writer.write()
    if (this.#waiting.push(writer) === together) this.writeAll()
  }

  /** Now. */
  writeAll(): void {
    const writers = this.#waiting
    this.#waiting = []
    for (const writer of writers) writer.write()
  }
}
