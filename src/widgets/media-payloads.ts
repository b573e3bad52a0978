// What travels to pictures, canvases and videos, beside the bytes themselves.

import type { DrawCommand } from './draw-commands.ts'
import { url } from './payloads.ts'
import { named, number, object, oneOf } from './types.ts'
import type { Type, ValueOf } from './types.ts'

/** The answer of a method whose result is a part of the page: it cannot cross the wire. */
export const nothing: Type<null> = { text: 'null', accepts: (value) => value === null }

/** Only pages have one. The parameter is there because pgwidgets has it; no call of it is right. */
export const mediaStream: Type<never> = {
  text: 'MediaStream',
  accepts: () => false,
  meaning: 'a stream of the browser, which cannot cross the wire',
}

/** Place and size in px; without `wd` and `ht` it is as large as it is. */
export const imageInfo = object(
  'ImageInfo',
  { src: url, x: number, y: number },
  { wd: number, ht: number },
)

/** Looked into by the browser only, which says more of one than that it is wrong. */
export const drawCommand: Type<DrawCommand> = {
  text: 'DrawCommand',
  accepts: (value) => Array.isArray(value) && typeof value[0] === 'string',
  meaning: '[name: string, ...args: (number|string|boolean|number[])[]]',
}

/** How a picture fills its room: `contain` and `cover` keep its shape, `none` keeps its size. */
export const imageFit = named('ImageFit', oneOf('fill', 'contain', 'cover', 'none'))

export type ImageInfo = ValueOf<typeof imageInfo>
export type ImageFit = ValueOf<typeof imageFit>
