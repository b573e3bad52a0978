// Values as short texts, for people. What is kept of a value is this text, so that nothing of the application is held.

import { inspect, types } from 'node:util'
import { isElement } from '../../jsx/element.ts'
import type { Tag } from '../../jsx/element.ts'
import { isSignal } from '../../reactive/signals.ts'

const most = 120

/** One line of at most 120 characters. No code of the application runs for it. */
export function shortText(value: unknown): string {
  return cut(textOf(value))
}

/** Cuts what is too long, and says so. */
export function cut(text: string, length = most): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, most + 1))
  if (typeof value === 'function') return value.name ? `ƒ ${value.name}` : 'ƒ'
  if (types.isProxy(value)) return 'proxy'
  if (isSignal(value)) return 'signal'
  if (isElement(value)) return `<${tagName(value.type)}>`
  if (Array.isArray(value) && value.some(isElement)) return `${value.length} children`
  return inspect(value, {
    depth: 1,
    breakLength: Infinity,
    maxArrayLength: 6,
    maxStringLength: 40,
    customInspect: false,
  }).replaceAll(/\s+/g, ' ')
}

export function tagName(tag: Tag): string {
  if (typeof tag === 'function') return tag.name || 'component'
  return typeof tag === 'string' ? tag : ''
}
