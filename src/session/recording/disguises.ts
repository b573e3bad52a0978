// What stands in a recording in place of texts that are not to be read there. The same text has the same disguise, and
// none tells anything of another. A letter becomes another letter, a digit another digit, so that an application goes the
// same ways with it; which one it was nobody can find out from it.
//
// Of a text that is hidden its parts are known, and a part that comes up in another text is replaced there:
//
//   hidden  hunter2            the whole, because it is short
//   hidden  from the vault     "from the", "rom the ", "om the v", … up to "he vault"
//   in      It is from the vault!
//           ·····xxxxxxxxxxxxxx·     the parts overlap, and what they cover is one disguise
//
// So what is kept of a text that grows letter by letter is one part for each letter, and finding them takes as long as
// the other text is, whatever is hidden.

import { hash, randomBytes } from 'node:crypto'
import { diffText } from '../../widgets/text-edits.ts'
import { KnownTexts } from './known-texts.ts'

/** Fewer units are replaced only where they are the whole text. */
const shortest = 4

/** Units of a part. What has no more is one part. */
const partUnits = 8

/** The most parts of all that is hidden: one for about each letter that is typed. They take 2 MB. */
export const mostParts = 32_768

/** Of SHA-256. */
const blockBytes = 32

const letters = 26
const digits = 10

export class Disguises {
  readonly #key = randomBytes(32).toString('base64')
  readonly #parts: KnownTexts

  constructor(most = mostParts) {
    this.#parts = new KnownTexts(most, shortest)
  }

  get isEmpty(): boolean {
    return this.#parts.isEmpty
  }

  /** Whether there was more to hide than can be: of that some would be read. */
  get isFull(): boolean {
    return this.#parts.isFull
  }

  /** @param at  of a part of a text that changes part by part: where in it; the same part has others elsewhere */
  of(text: string, at = 0): string {
    let block: Buffer = Buffer.of()
    let result = ''
    for (let index = 0; index < text.length; index++) {
      const place = index % blockBytes
      if (place === 0) block = this.#block(index === 0 ? `${at} ${text}` : block.toString('base64'))
      result += disguised(text.charCodeAt(index), block[place]!)
    }
    return result
  }

  /** From now on this text is replaced wherever it comes up, as it is or as JSON quotes it. @returns its disguise */
  hide(text: string): string {
    this.#learn(text)
    const quoted = JSON.stringify(text).slice(1, -1)
    if (quoted !== text) this.#learn(quoted)
    return this.of(text)
  }

  /** The same, where the text has come of one that is hidden: it takes no longer than what has changed is long. */
  hideChange(before: string, after: string): void {
    const [edit] = diffText(before, after)
    if (!edit) return
    if (after.length <= partUnits) return void this.hide(after)
    const around = partUnits - 1
    const to = edit.from + edit.insert.length
    const changed = after.slice(Math.max(0, edit.from - around), to + around)
    // At its ends nothing may be new.
    if (changed.length >= partUnits) this.hide(changed)
  }

  /** The text with everything replaced that is hidden. */
  in(text: string): string {
    if (this.#parts.has(text)) return this.of(text)
    let result = ''
    let done = 0
    for (const [from, to] of this.#runsIn(text)) {
      result += text.slice(done, from) + this.of(text.slice(from, to))
      done = to
    }
    return done === 0 ? text : result + text.slice(done)
  }

  #learn(text: string): void {
    if (text === '') return
    if (text.length <= partUnits) return this.#parts.add(text)
    // Nothing that comes when it is full makes it hide more.
    for (let at = 0; at + partUnits <= text.length && !this.isFull; at++) {
      this.#parts.add(text.slice(at, at + partUnits))
    }
  }

  /** What nobody can tell who has not the key, and is the same for the same. */
  #block(source: string): Buffer {
    return hash('sha256', `${this.#key} ${source}`, 'buffer')
  }

  /** What hidden parts cover, from where to where; parts that only touch are two. */
  #runsIn(text: string): (readonly [from: number, to: number])[] {
    const runs: (readonly [number, number])[] = []
    let [start, end] = [0, 0]
    for (let at = 0; at + shortest <= text.length; at++) {
      const length = this.#parts.lengthAt(text, at)
      if (length === 0) continue
      if (at >= end) {
        if (end > start) runs.push([start, end])
        start = at
      }
      end = Math.max(end, at + length)
    }
    if (end > start) runs.push([start, end])
    return runs
  }
}

function disguised(code: number, shift: number): string {
  if (code >= 0x61 && code <= 0x7a) return turned(code, 0x61, letters, shift)
  if (code >= 0x41 && code <= 0x5a) return turned(code, 0x41, letters, shift)
  if (code >= 0x30 && code <= 0x39) return turned(code, 0x30, digits, shift)
  return code < 0x80 ? '*' : 'x'
}

/** Never the same again. */
function turned(code: number, first: number, count: number, shift: number): string {
  return String.fromCharCode(first + ((code - first + 1 + (shift % (count - 1))) % count))
}
