// What a page may say to a server of pgwidgets. Pure: every function says what is wrong, or nothing.

import type {
  ClientMessage,
  Json,
  ServerMessage,
  WidgetRef,
} from '../../../src/protocol/messages.ts'
import { isRef } from '../../../src/widgets/types.ts'

export type Wrong = string | undefined
type Fields = Readonly<Record<string, unknown>>

/** From here on, or below 0, are the numbers that a page gives by itself. */
const PRIVATE = 1e9
/** Bytes of the largest text that the server takes, and of the largest piece of a file. */
const MOST_TEXT = 2 ** 20
const MOST_PIECE = 512 * 1024

export function isPrivate(wid: number): boolean {
  return wid < 0 || wid >= PRIVATE
}

export function isTooLong(frame: string): boolean {
  return new TextEncoder().encode(frame).length > MOST_TEXT
}

export function isTooLarge(piece: ArrayBuffer): boolean {
  return piece.byteLength > MOST_PIECE
}

/** The first frame is taken for the answer to `init`, whatever it is. */
export function wrongAck(ack: Fields): Wrong {
  const { type, id, session_id, token, ...others } = ack
  if (type !== 'result' || id !== 0) return 'it does not answer the init'
  if ((session_id === undefined) !== (token === undefined)) return 'credentials come in pairs'
  return surplus(others)
}

/** What makes an object in the page, and of which class. */
const factories: Readonly<Record<string, string>> = {
  'MenuBar.add_name': 'Menu',
  'Menu.add_name': 'MenuAction',
  'Menu.add_menu': 'Menu',
  'ToolBar.add_action': 'ToolBarAction',
  'MDIWidget.add_widget': 'MDISubWindow',
}

/** @param className  of the widget that was called */
export function wrongAnswer(asked: ServerMessage, answer: ClientMessage, className: string): Wrong {
  if (answer.type === 'error') return surplusOf(answer, 'type', 'id', 'error')
  if (answer.type !== 'result') return `a ${answer.type} is no answer`
  if (asked.type === 'create') return wrongCreated(asked.wid!, answer)
  if (asked.type !== 'call') {
    const known = asked.type === 'batch' ? ['value'] : []
    return surplusOf(answer, 'type', 'id', ...known)
  }
  const made = factories[`${className}.${asked.method}`]
  const { value } = answer
  if (made && !(isRef(value) && value.__class__ === made)) return `it gives no ${made}`
  return wrongRefs(value) ?? surplusOf(answer, 'type', 'id', 'value')
}

function wrongCreated(wid: number, answer: ClientMessage & { readonly type: 'result' }): Wrong {
  if (answer.wid !== wid) return `it made ${answer.wid} of ${wid}`
  const { next_wid: next } = answer
  if (typeof next !== 'number' || next <= wid) return `the next number is ${next}`
  if (isPrivate(next)) return `the next number ${next} counts those of the page itself`
  return surplusOf(answer, 'type', 'id', 'wid', 'next_wid')
}

/** Every widget that a page names is named with its class. */
export function wrongRefs(value: Json | undefined): Wrong {
  const nameless = refsIn(value).find((ref) => typeof ref.__class__ !== 'string')
  return nameless && `${JSON.stringify(nameless)} has no class`
}

export function refsIn(value: Json | undefined): WidgetRef[] {
  if (typeof value !== 'object' || value === null) return []
  return isRef(value) ? [value] : Object.values(value).flatMap((one) => refsIn(one))
}

/** An argument of an event. */
const number = (value: unknown): boolean => typeof value === 'number'
const string = (value: unknown): boolean => typeof value === 'string'
const boolean = (value: unknown): boolean => typeof value === 'boolean'
const path = (value: unknown): boolean => Array.isArray(value) && value.every(string)
const values = (value: unknown): boolean => value === null || isObject(value)
const fields =
  (...names: readonly string[]) =>
  (value: unknown) =>
    isObject(value) && names.every((name) => number(value[name]))

type Shape = readonly ((value: unknown) => boolean)[]

const shapes: Readonly<Record<string, Shape>> = {
  resize: [fields('width', 'height')],
  map: [fields('x', 'y', 'viewport_x', 'viewport_y', 'width', 'height')],
  move: [number, number],
  scrolled: [number, number],
  sizing: [(sizes) => Array.isArray(sizes) && sizes.every(number)],
  toggled: [boolean],
  expanded: [values, path],
  collapsed: [values, path],
  sorted: [string, boolean],
  modified: [string],
  'page-switch': [isRef, number],
  'page-close': [isRef],
  'window-state': [string],
  'MDIWidget page-switch': [isRef],
  'ComboBox activated': [number, string],
  ...of('activated', [string], 'TextEntry', 'TextEntrySet', 'ColorDialog'),
  ...of('activated', [number], 'Slider', 'SpinBox', 'Dial', 'ScrollBar'),
  ...of('activated', [boolean], 'CheckBox', 'RadioButton', 'ToggleButton', 'ToolBarAction'),
}

export function wrongEvent(className: string, action: string, args: readonly Json[]): Wrong {
  const shape = shapes[`${className} ${action}`] ?? shapes[action]
  const isRight = shape && args.length === shape.length && shape.every((is, at) => is(args[at]))
  if (shape && !isRight) return `it tells ${JSON.stringify(args)}`
  return wrongRefs([...args])
}

export function wrongPiece(piece: ClientMessage): Wrong {
  const names = ['wid', 'transfer_id', 'file_index', 'file_count', 'chunk_index', 'num_chunks']
  if (!fields(...names)(piece)) return 'a number is missing'
  return surplusOf(piece, 'type', 'encoding', ...names)
}

export function wrongViewport(message: ClientMessage): Wrong {
  if (!fields('width', 'height')(message)) return 'a size is missing'
  return surplusOf(message, 'type', 'width', 'height')
}

export function surplusOf(message: ClientMessage, ...known: readonly string[]): Wrong {
  const others = Object.entries(message).filter(([name]) => !known.includes(name))
  return surplus(Object.fromEntries(others))
}

function surplus(others: Fields): Wrong {
  const names = Object.keys(others)
  return names.length > 0 ? `nobody knows its ${names.join(', ')}` : undefined
}

function of(action: string, shape: Shape, ...classNames: readonly string[]) {
  return Object.fromEntries(classNames.map((name) => [`${name} ${action}`, shape]))
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
