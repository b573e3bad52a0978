// Objects that a page makes by itself. Each page counts its own down from -1, so in a session that several pages
// show their numbers meet: the session adds to them which page it was.
//
//   page 0 says -3   →  -3 in the session
//   page 2 says -3   →  -2 · 2²⁰ - 3
//
// The server's own widgets count up from 1.

import { CloseCode } from '../protocol/close.ts'
import { ProtocolError } from '../protocol/error.ts'
import type { Json, WidgetId } from '../protocol/messages.ts'
import type { Viewer } from '../reconciler/host.ts'
import { isBytes, isRef } from '../widgets/types.ts'

/** Numbers of each page. So small that those of 2³³ pages are whole numbers, so large that no page gets there. */
const room = 2 ** 20

export function isBrowserMade(wid: WidgetId): boolean {
  return wid < 0
}

/**
 * The number in the session of what a page calls `own`.
 *
 * @throws ProtocolError for a number that would be one of another page
 */
export function numberOf(viewer: Viewer, own: WidgetId): WidgetId {
  if (!isBrowserMade(own)) return own
  if (-own < room) return own - viewer * room
  throw new ProtocolError(`There never was a widget ${own}`, CloseCode.unknownTarget)
}

/** The page that has made it. */
export function makerOf(wid: WidgetId): Viewer {
  return Math.floor(-wid / room)
}

/** What its page calls it. */
export function ownNumber(wid: WidgetId): WidgetId {
  return isBrowserMade(wid) ? wid + makerOf(wid) * room : wid
}

/** References in a value as their page knows them. */
export function withOwnNumbers(value: Json): Json {
  if (typeof value !== 'object' || value === null || isBytes(value)) return value
  if (isRef(value)) return { ...value, __wid__: ownNumber(value.__wid__) }
  if (Array.isArray(value)) return value.map(withOwnNumbers)
  return Object.fromEntries(
    Object.entries(value).map(([name, one]: [string, Json]) => [name, withOwnNumbers(one)]),
  )
}

/** The page whose object a value speaks of, at any depth; undefined when it speaks of none. */
export function makerIn(value: Json): Viewer | undefined {
  if (typeof value !== 'object' || value === null || isBytes(value)) return undefined
  if (isRef(value)) return isBrowserMade(value.__wid__) ? makerOf(value.__wid__) : undefined
  for (const one of Object.values(value)) {
    const found = makerIn(one)
    if (found !== undefined) return found
  }
  return undefined
}
