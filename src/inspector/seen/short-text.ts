// Values as short texts, for people. What is kept of a value is this text, so that nothing of the application is held.

import { inspect, types } from 'node:util'
import { isElement } from '../../jsx/element.ts'
import type { Tag } from '../../jsx/element.ts'
import { isSignal } from '../../reactive/signals.ts'
import { isPlain } from './as-signal.ts'
import type { Hide } from './secrets.ts'

const most = 120
/** Fields of an object, items of an array. */
const mostParts = 6
/** Objects in objects. */
const mostDeep = 2

/** One line of at most 120 characters, in which nothing is to be read that is hidden. No code of the application runs for it. */
export function shortText(value: unknown, hide: Hide = (text) => text): string {
  return cut(textOf(value, { depth: 0, hide }))
}

/** Where in a value one is. */
interface Place {
  readonly depth: number
  readonly hide: Hide
}

/** Cuts what is too long, and says so. */
export function cut(text: string, length = most): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text
}

function textOf(value: unknown, place: Place): string {
  if (typeof value === 'string') return JSON.stringify(place.hide(value).slice(0, most + 1))
  if (typeof value === 'function') return value.name ? `ƒ ${value.name}` : 'ƒ'
  if (typeof value !== 'object' || value === null) return String(value)
  if (types.isProxy(value)) return 'proxy'
  if (isSignal(value)) return 'signal'
  if (isElement(value)) return `<${tagName(value.type)}>`
  return textOfMany(value, place)
}

function textOfMany(value: object, place: Place): string {
  const inside = { ...place, depth: place.depth + 1 }
  if (Array.isArray(value)) {
    if (value.some(isElement)) return `${value.length} children`
    return textOfParts(value.slice(0, mostParts + 1), '[]', place, (one) => textOf(one, inside))
  }
  if (isPlain(value)) {
    const fields = Object.entries(Object.getOwnPropertyDescriptors(value))
    return textOfParts(
      fields,
      '{}',
      place,
      ([name, field]) => `${name}: ${fieldText(field, inside)}`,
    )
  }
  return place.hide(inspect(value, { depth: 0, breakLength: Infinity, customInspect: false }))
}

/** What is computed when it is asked for is not asked. */
function fieldText(field: PropertyDescriptor, place: Place): string {
  return 'value' in field ? textOf(field.value, place) : '(computed)'
}

function textOfParts<Part>(
  parts: readonly Part[],
  braces: string,
  { depth }: Place,
  show: (part: Part) => string,
): string {
  const [open, close] = braces
  if (parts.length === 0) return braces
  if (depth === mostDeep) return `${open}…${close}`
  const texts = parts.slice(0, mostParts).map(show)
  return `${open} ${texts.join(', ')}${parts.length > mostParts ? ', …' : ''} ${close}`
}

export function tagName(tag: Tag): string {
  if (typeof tag === 'function') return tag.name || 'component'
  return typeof tag === 'string' ? tag : ''
}
