// The objects that travel to and from a TextSource: its places, tags and edits.

import { color } from './payloads.ts'
import {
  boolean,
  either,
  list,
  named,
  nullable,
  number,
  object,
  oneOf,
  refOf,
  string,
  tuple,
} from './types.ts'

export const bufferRef = refOf('TextBufferRef')
export const textSource = refOf('TextSource')
/** Start and end of a range. */
export const refPair = named('RefPair', tuple(bufferRef, bufferRef))
/** Where a place goes when text is put in exactly there: behind it, or it stays. */
export const refGravity = named('RefGravity', oneOf('left', 'right'))
/** `hard` breaks lines anywhere, `word` between words; true is `word`, false `none`. */
export const wrapMode = named('WrapMode', either(oneOf('none', 'hard', 'word'), boolean))

const finding = { start: nullable(bufferRef), case_insensitive: boolean } as const

export const findOpts = object('FindOpts', {}, finding)
export const replaceOpts = object('ReplaceOpts', {}, { ...finding, all: boolean })

/** `heard` is ours: the call says what the server's text has become; so many `edited` it had heard by then. */
export const replaceRangeOpts = object(
  'ReplaceRangeOpts',
  {},
  { pushUndo: boolean, tags: list(string), heard: number },
)

/** `font_size` in px. */
export const tagAttrs = object(
  'TagAttrs',
  {},
  {
    background: color,
    foreground: color,
    bold: boolean,
    italic: boolean,
    underline: boolean,
    strikethrough: boolean,
    font_family: string,
    font_size: number,
  },
)

/** A tagged range in offsets; the end is not in it. */
export const tagInterval = object('TagInterval', { name: string, start: number, end: number })

/** The text from `from` up to `to` was replaced by `insert`; offsets are those of the text before all edits. */
export const textEdit = object('TextEdit', { from: number, to: number, insert: string })
