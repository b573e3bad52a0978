// Values as short texts, for people. What is kept of a value is this text, so that nothing of the application is held.

import { inspect, types } from 'node:util'
import { isElement } from '../../jsx/element.ts'
import type { Tag } from '../../jsx/element.ts'
import { isSignal } from '../../reactive/signals.ts'
import { isPlain } from './as-signal.ts'

const most = 120
/** Fields of an object, items of an array. */
const mostParts = 6
/** Objects in objects. */
const mostDeep = 2

/** One line of at most 120 characters. No code of the application runs for it. */
export function shortText(value: unknown): string {
  return cut(textOf(value, 0))
}

/** Cuts what is too long, and says so. */
export function cut(text: string, length = most): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text
}

function textOf(value: unknown, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, most + 1))
  if (typeof value === 'function') return value.name ? `ƒ ${value.name}` : 'ƒ'
  if (typeof value !== 'object' || value === null) return String(value)
  if (types.isProxy(value)) return 'proxy'
  if (isSignal(value)) return 'signal'
  if (isElement(value)) return `<${tagName(value.type)}>`
  return textOfMany(value, depth)
}

function textOfMany(value: object, depth: number): string {
  if (Array.isArray(value)) {
    if (value.some(isElement)) return `${value.length} children`
    return textOfParts(value.slice(0, mostParts + 1), '[]', depth, (one) => textOf(one, depth + 1))
  }
  if (isPlain(value)) {
    const fields = Object.entries(Object.getOwnPropertyDescriptors(value))
    return textOfParts(
      fields,
      '{}',
      depth,
      ([name, field]) => `${name}: ${fieldText(field, depth)}`,
    )
  }
  return inspect(value, { depth: 0, breakLength: Infinity, customInspect: false })
}

/** What is computed when it is asked for is not asked. */
function fieldText(field: PropertyDescriptor, depth: number): string {
  return 'value' in field ? textOf(field.value, depth + 1) : '(computed)'
}

function textOfParts<Part>(
  parts: readonly Part[],
  braces: string,
  depth: number,
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
