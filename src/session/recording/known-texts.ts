// A bounded number of texts, found wherever they stand in another text. How long that takes grows with the length of
// the other text, and not with how many are known.

/** Marks, a power of two. Texts whose heads have the same one are told apart by looking. */
const marks = 2 ** 14

export class KnownTexts {
  readonly #most: number
  readonly #shortest: number
  readonly #all = new Set<string>()
  /** By what the first units of a text come to: whether one that is known may begin so. Most often none does. */
  readonly #heads = new Uint8Array(marks)
  /** Of those that are found as a part, the greatest first. */
  #lengths: readonly number[] = []
  #isFull = false

  /**
   * @param most      so many are kept
   * @param shortest  UTF-16 units of a text that is found as a part of others, at least 4; `has` knows shorter ones too
   */
  constructor(most: number, shortest: number) {
    this.#most = most
    this.#shortest = shortest
  }

  get isEmpty(): boolean {
    return this.#all.size === 0
  }

  /** Whether there was one more than is kept: that one will not be found. */
  get isFull(): boolean {
    return this.#isFull
  }

  add(text: string): void {
    if (this.#all.has(text)) return
    if (this.#all.size >= this.#most) this.#isFull = true
    else this.#keep(text)
  }

  has(text: string): boolean {
    return this.#all.has(text)
  }

  /** The length of the longest one that stands at this place; 0 for none. */
  lengthAt(text: string, at: number): number {
    if (this.#heads[headAt(text, at)] === 0) return 0
    return this.#lengths.find((length) => this.#stands(text, at, length)) ?? 0
  }

  #keep(text: string): void {
    this.#all.add(text)
    const { length } = text
    if (length < this.#shortest) return
    this.#heads[headAt(text, 0)] = 1
    if (this.#lengths.includes(length)) return
    this.#lengths = [...this.#lengths, length].toSorted((one, other) => other - one)
  }

  #stands(text: string, at: number, length: number): boolean {
    return at + length <= text.length && this.#all.has(text.slice(at, at + length))
  }
}

/** Which mark the four units from here on have. */
function headAt(text: string, at: number): number {
  const first = (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)
  const second = (text.charCodeAt(at + 2) << 16) | text.charCodeAt(at + 3)
  return (Math.imul(first, 0x9e_37_79_b1) ^ Math.imul(second, 0x85_eb_ca_6b)) >>> 18
}
