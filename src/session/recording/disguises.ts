// What stands in a recording in place of texts that are not to be read there. The same text has the same disguise, and the
// beginning of a text has the beginning of it. A letter becomes a letter, a digit a digit, so that an application
// goes the same ways with it; which one it was nobody can find out from it.

import { randomInt } from 'node:crypto'

/** A text that is part of others is looked for only when it is as long as this. */
const shortest = 4

const letters = 26
const digits = 10

export class Disguises {
  readonly #shifts: number[] = []
  readonly #known = new Map<string, string>()
  /** The longest first: one may begin as another does. */
  readonly #long: string[] = []

  get isEmpty(): boolean {
    return this.#known.size === 0
  }

  /** @param at  where in its field it stands, in UTF-16 units */
  of(text: string, at = 0): string {
    let result = ''
    for (let index = 0; index < text.length; index++) {
      result += this.#unit(text.charCodeAt(index), at + index)
    }
    return result
  }

  /** From now on this text is replaced wherever it comes up. @returns its disguise */
  hide(text: string): string {
    if (text === '') return text
    const known = this.#known.get(text)
    if (known !== undefined) return known
    const made = this.of(text)
    this.#known.set(text, made)
    if (text.length >= shortest) {
      this.#long.push(text)
      this.#long.sort((a, b) => b.length - a.length)
    }
    return made
  }

  /** The text with everything replaced that is hidden. */
  in(text: string): string {
    const whole = this.#known.get(text)
    if (whole !== undefined) return whole
    let result = text
    for (const hidden of this.#long) result = result.replaceAll(hidden, this.#known.get(hidden)!)
    return result
  }

  #unit(code: number, at: number): string {
    this.#shifts[at] ??= randomInt(letters * digits)
    const shift = this.#shifts[at]
    if (code >= 0x61 && code <= 0x7a) return turned(code, 0x61, letters, shift)
    if (code >= 0x41 && code <= 0x5a) return turned(code, 0x41, letters, shift)
    if (code >= 0x30 && code <= 0x39) return turned(code, 0x30, digits, shift)
    return code < 0x80 ? '*' : 'x'
  }
}

function turned(code: number, first: number, count: number, shift: number): string {
  return String.fromCharCode(first + ((code - first + shift) % count))
}
