// The objects that travel in arguments: sizes, colours, pointer and key events, drops.

import type { Json } from '../protocol/messages.ts'
import {
  boolean,
  either,
  json,
  list,
  named,
  nullable,
  number,
  object,
  oneOf,
  string,
  tuple,
  type ValueOf,
} from './types.ts'
import type { Type } from './types.ts'
import { uploadedFile } from './uploads.ts'

export const color = named('Color', string)
/** `#rrggbb`, in small letters when it comes from the browser. */
export const hexColor = named('HexColor', string)
export const url = named('Url', string)
/** Markup. It is cleaned in the browser before it is shown. */
export const html = named('Html', string)
/** A share from 0 to 1. */
export const percent = named('Percent', number)
export const percentPair = named('PercentPair', tuple(number, number))
/** Width and height in px. */
export const size = named('Size', tuple(number, number))
type Padding = number | readonly [left: number, top: number, right: number, bottom: number]

/** One number for all sides; px. */
export const padding: Type<Padding> = named(
  'Padding',
  either(number, tuple(number, number, number, number)),
)

export const resizeEvent = object('ResizeEvent', { width: number, height: number })

export const mapEvent = object('MapEvent', {
  x: number,
  y: number,
  viewport_x: number,
  viewport_y: number,
  width: number,
  height: number,
})

const modifiers = list(named('Modifier', oneOf('alt', 'ctrl', 'shift', 'meta')))

const pointerFields = {
  type: string,
  time_stamp: number,
  viewport_x: number,
  viewport_y: number,
  x: number,
  y: number,
  button_trigger: number,
  button_mask: number,
  modifiers,
} as const

/** `button_trigger`: 1 left, 2 middle, 3 right, 0 none. `button_mask`: 1 left, 2 middle, 4 right. */
export const pointerEvent = object('PointerEventPayload', pointerFields, {
  pointer_id: number,
  pointer_type: oneOf('mouse', 'pen', 'touch'),
  pressure: number,
  is_primary: boolean,
})

export const wheelEvent = object('WheelEventPayload', {
  ...pointerFields,
  delta_x: number,
  delta_y: number,
  delta_z: number,
  delta_mode: oneOf(0, 1, 2),
})

export const keyEvent = object('KeyEventPayload', {
  type: string,
  time_stamp: number,
  key: string,
  keycode: string,
  repeat: boolean,
  modifiers,
})

export const focusEvent = object('FocusEventPayload', { type: string, time_stamp: number })

export const dragOver = object('DragOverPayload', { ...pointerFields, types: list(string) })

const fileMeta = object('FileMeta', { name: string, size: number, type: string })

const dropFields = {
  ...pointerFields,
  types: list(string),
  text: nullable(string),
  url: nullable(string),
  html: nullable(string),
} as const

export const dropStart = leniently(
  object('DropStartPayload', { ...dropFields, files: list(fileMeta) }),
  object('', { files: list(fileMeta) }, dropFields),
)

export const dropEnd = leniently(
  object('DropEndPayload', { ...dropFields, files: list(uploadedFile) }, { transfer_id: number }),
  object('', { files: list(uploadedFile) }, dropFields),
)

/** Taken by what is needed of it: a script that drops files has no pointer to tell of. */
function leniently<Value>(full: Type<Value>, needed: Type<unknown>): Type<Value> {
  return { ...full, accepts: (value) => needed.accepts(value) }
}

export const fileDialogPayload = object(
  'FileDialogPayload',
  { files: list(uploadedFile) },
  { transfer_id: number },
)

export const transferProgress = object('TransferProgress', {
  transfer_id: number,
  file_index: number,
  chunk_index: number,
  num_chunks: number,
  transferred_bytes: number,
  total_bytes: number,
  complete: boolean,
})

export const windowState = named('WindowState', oneOf('normal', 'shaded', 'minimized', 'maximized'))
export type WindowState = ValueOf<typeof windowState>
/** When a scroll bar is shown; `auto` is while there is something to scroll. */
export const scrollbarPolicy = named('ScrollbarPolicy', oneOf('on', 'off', 'auto'))
/** Where a line should end up. */
export const scrollAlign = named('ScrollAlign', oneOf('nearest', 'center', 'top'))
/** Label and value; the value comes back as it was. */
export const dialogButton = named('DialogButton', tuple(string, json))
export const tabOptions = object('TabOptions', {}, { title: string })
/** Px; a place needs both of its numbers. */
export const mdiOptions = object(
  'MDIOptions',
  {},
  {
    title: string,
    width: number,
    height: number,
    icon_url: nullable(url),
    x: nullable(number),
    y: nullable(number),
    shadeable: boolean,
  },
)
export const mdiConfiguration = object('MDIConfiguration', {
  x: number,
  y: number,
  width: number,
  height: number,
  title: string,
})

/** The size that a resize event tells, as the state `size` has it. */
export function sizeReported([box]: readonly Json[]): readonly [number, number] {
  const { width, height } = box as { readonly width: number; readonly height: number }
  return [width, height]
}
