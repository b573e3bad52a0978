// Turns the text of a data URI, which comes cut at any character, into the bytes that it means.

const nothing = new Uint8Array()

export class DataText {
  /** What has come of the head, in pieces: one text that grows would be gone through again for each of them. */
  #head: string[] = []
  #isBase64: boolean | undefined
  /** What is left of the pieces before: less than 4 characters of base64, or all of another text. */
  #rest = ''

  /** Characters that are kept. */
  get waiting(): number {
    return this.#rest.length
  }

  /** The bytes that are known by now and were not before. */
  take(piece: string): Uint8Array {
    const body = this.#isBase64 === undefined ? this.#bodyAfterHead(piece) : piece
    if (body === undefined) return nothing
    this.#rest += body
    if (!this.#isBase64) return nothing
    const whole = this.#rest.length - (this.#rest.length % 4)
    const bytes = Buffer.from(this.#rest.slice(0, whole), 'base64')
    this.#rest = this.#rest.slice(whole)
    return bytes
  }

  /** What is left when the last piece is there. */
  finish(): Uint8Array {
    const rest = this.#rest
    this.#rest = ''
    return this.#isBase64 ? Buffer.from(rest, 'base64') : Buffer.from(unescaped(rest))
  }

  #bodyAfterHead(piece: string): string | undefined {
    const comma = piece.indexOf(',')
    if (comma < 0) {
      this.#head.push(piece)
      return undefined
    }
    const head = this.#head.join('') + piece.slice(0, comma)
    this.#isBase64 = /;base64$/i.test(head)
    this.#head = []
    return piece.slice(comma + 1)
  }
}

/** The bytes of `data:…` as a whole. */
export function bytesOfDataText(text: string): Uint8Array {
  const reader = new DataText()
  return Buffer.concat([reader.take(text), reader.finish()])
}

/** What is no escape stays as it is. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A sign that escapes nothing: then nothing is meant to be an escape.
    return text
  }
}
