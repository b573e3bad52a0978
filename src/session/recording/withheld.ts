// What lets somebody into a session or gives something away: tokens, and addresses of downloads and fonts. In a recording
// stands `hidden-1` for the first of them, `hidden-2` for the next, and so on.

import { KnownTexts } from './known-texts.ts'

/** The most of them in one recording; they take 2 MB. */
export const mostWithheld = 10_000

/** Letters of a text that nobody has made up by hand. */
const surelySecret = 16

/** Where one that we have made may stand. */
const words = new RegExp(String.raw`[\w-]{${surelySecret},}`, 'g')

/** Where a token stands, in a line or in a frame in a line. */
const tokens = /(\\?)"token\1":\1"([^"\\]*)\1"/g

export class Withheld {
  readonly #names = new Map<string, string>()
  readonly #made: KnownTexts

  constructor(most = mostWithheld) {
    this.#made = new KnownTexts(most, surelySecret)
  }

  /** Whether there was one more than can be withheld. */
  get isFull(): boolean {
    return this.#made.isFull
  }

  /** From now on something else stands for it. */
  add(secret: string): void {
    this.#made.add(secret)
    if (this.isFull || this.#names.has(secret)) return
    this.#names.set(secret, `hidden-${this.#names.size + 1}`)
  }

  /** A line of a recording without them. What is too short to be one of ours may be a word: only as a token it goes. */
  without(line: string): string {
    return line
      .replace(words, (word) => this.#withoutMade(word))
      .replace(tokens, (whole, quote: string, token: string) => {
        const name = this.#names.get(token)
        return name === undefined ? whole : `${quote}"token${quote}":${quote}"${name}${quote}"`
      })
  }

  #withoutMade(word: string): string {
    let result = ''
    let done = 0
    for (let at = 0; at + surelySecret <= word.length;) {
      const length = this.#made.lengthAt(word, at)
      if (length === 0) {
        at++
        continue
      }
      result += word.slice(done, at) + this.#names.get(word.slice(at, at + length))!
      done = at += length
    }
    return result + word.slice(done)
  }
}
