// A font for the page, and its file as bytes.

import { readFileSync } from 'node:fs'
import { bytesOf } from '../protocol/bytes.ts'

/** A font for the page, by the name that `setFont` and CSS know it by. */
export interface Font {
  readonly family: string
  /** Where it is: an `https:` or `data:` address, or one of your own server. Or `file`, or `bytes`. */
  readonly url?: string
  /** A font file on this machine, read at once. */
  readonly file?: string
  readonly bytes?: ArrayBuffer | ArrayBufferView
  /** As in CSS, e.g. `'700'` or `'100 900'`; `'normal'` unless given. */
  readonly weight?: string
  /** As in CSS; `'normal'` unless given. */
  readonly style?: string
}

/** What is in a font file. */
export interface FontData {
  readonly bytes: Uint8Array
  /** MIME type. */
  readonly type: string
}

/** What each kind of font file begins with. */
const types: readonly (readonly [start: string, type: string])[] = [
  ['wOF2', 'font/woff2'],
  ['wOFF', 'font/woff'],
  ['OTTO', 'font/otf'],
  ['\u0000\u0001\u0000\u0000', 'font/ttf'],
  ['true', 'font/ttf'],
  ['ttcf', 'font/collection'],
]

/** The same font with the bytes of its file. @throws when there is no such file */
export function loaded(font: Font): Font {
  const { file, ...rest } = font
  if (file === undefined || font.url !== undefined || font.bytes !== undefined) return font
  const whole: Font = { ...rest, bytes: bytesIn(file, font) }
  dataOf(whole)
  return whole
}

function bytesIn(file: string, { family }: Font): Uint8Array {
  try {
    return readFileSync(file)
  } catch (cause) {
    throw new Error(
      `The font "${family}" cannot be read (${(cause as Error).message}): give "file" the path of its file, from where the process runs`,
      { cause },
    )
  }
}

/** @throws when it has none, or they are no font */
export function dataOf({ family, bytes }: Font): FontData {
  const data = bytes && bytesOf(bytes)
  const start = data && Buffer.from(data.subarray(0, 4)).toString('latin1')
  const [, type] = types.find(([sign]) => sign === start) ?? []
  if (data && type) return { bytes: data, type }
  throw new TypeError(
    `The font "${family}" needs "url", "file" or "bytes" to be a font (woff2, woff, otf, ttf)`,
  )
}
