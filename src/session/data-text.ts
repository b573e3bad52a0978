// Turns the text of a data URI, which comes cut at any character, into the bytes that it means.

const nothing = new Uint8Array()

export class DataText {
  #head = ''
  #isBase64: boolean | undefined
  /** What is left of the pieces before: less than 4 characters of base64, or all of another text. */
  #rest = ''

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
    if (this.#isBase64) return Buffer.from(this.#rest, 'base64')
    return Buffer.from(unescaped(this.#rest))
  }

  #bodyAfterHead(piece: string): string | undefined {
    this.#head += piece
    const comma = this.#head.indexOf(',')
    if (comma < 0) return undefined
    const body = this.#head.slice(comma + 1)
    this.#isBase64 = /;base64$/i.test(this.#head.slice(0, comma))
    this.#head = ''
    return body
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
