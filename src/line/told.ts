// What the page has told and the server may not have heard. Pure bookkeeping: numbers it, keeps it until it is heard,
// and knows what has to be told again.
//
//   told   1 2 3 4 5 6
//   heard      ^                 1 to 3 are forgotten, 4 to 6 are told again on the next connection

/** Something told, as it goes over the line. */
export interface KeptMessage {
  readonly seq: number
  readonly text: string
  /** The binary frame behind it. */
  readonly bytes?: ArrayBuffer
}

/** Beyond either the page ends the line: it cannot promise any more that nothing is lost. */
const MOST_MESSAGES = 10_000
const MOST_BYTES = 16 * 1024 * 1024

export class Told {
  /** In order, without a gap; the last one has the number `#last`. */
  #kept: KeptMessage[] = []
  #last = 0
  #size = 0

  /** The number given out last; 0 before the first. */
  get last(): number {
    return this.#last
  }

  /** How much is kept, in bytes; of text its length. */
  get size(): number {
    return this.#size
  }

  get isFull(): boolean {
    return this.#kept.length > MOST_MESSAGES || this.#size > MOST_BYTES
  }

  /** A number for what is not kept. */
  pass(): number {
    return ++this.#last
  }

  /** @param word  puts it into text with its number */
  keep(word: (seq: number) => string, bytes?: ArrayBuffer): KeptMessage {
    const seq = ++this.#last
    const text = word(seq)
    const message = bytes ? { seq, text, bytes } : { seq, text }
    this.#kept.push(message)
    this.#size += sizeOf(message)
    return message
  }

  /** What has a number above `seq`, in order. */
  after(seq: number): readonly KeptMessage[] {
    const first = this.#last - this.#kept.length + 1
    return this.#kept.slice(Math.max(0, seq + 1 - first))
  }

  /** All up to this number has arrived. */
  heard(count: number): void {
    const first = this.#last - this.#kept.length + 1
    const arrived = this.#kept.splice(0, Math.max(0, count + 1 - first))
    for (const message of arrived) this.#size -= sizeOf(message)
  }

  /** Whether a server that has heard `count` can be told the rest without a gap. */
  follows(count: number): boolean {
    return count >= this.#last - this.#kept.length && count <= this.#last
  }

  /** Forgets all, and goes on counting from `count`. */
  restart(count: number): void {
    this.#kept = []
    this.#size = 0
    this.#last = count
  }
}

function sizeOf({ text, bytes }: KeptMessage): number {
  return text.length + (bytes?.byteLength ?? 0)
}
