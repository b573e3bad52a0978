// Handles become references at the door: from there on arguments are plain JSON, with `{"__wid__": n}` in it.

import type { Json, WidgetId } from '../protocol/messages.ts'
import { isBytes, isRef } from '../widgets/types.ts'

/**
 * @returns the arguments as they go over the wire, with `{"__wid__": n}` in place of handles
 * @throws  when a handle among them is gone, or JSON cannot carry one of them
 */
export function withRefs(args: readonly unknown[]): Json[] {
  return args.map(withRef)
}

/** The widgets that a value refers to, however deep. */
export function widsIn(value: Json | undefined): WidgetId[] {
  if (typeof value !== 'object' || value === null || isBytes(value)) return []
  return isRef(value) ? [value.__wid__] : Object.values(value).flatMap(widsIn)
}

/** A value with null in place of references to what is gone. */
export function withoutRefs(value: Json, isGone: (wid: WidgetId) => boolean): Json {
  if (typeof value !== 'object' || value === null || isBytes(value)) return value
  if (isRef(value)) return isGone(value.__wid__) ? null : value
  if (Array.isArray(value)) return value.map((one: Json) => withoutRefs(one, isGone))
  const entries = Object.entries(value).map(([name, one]: [string, Json]) => [
    name,
    withoutRefs(one, isGone),
  ])
  return Object.fromEntries(entries) as Json
}

function withRef(value: unknown): Json {
  if (typeof value === 'bigint') throw new TypeError(`Arguments must be JSON, got ${value}n`)
  if (typeof value !== 'object' || value === null || isBytes(value)) return value as Json
  if (hasJson(value)) return withRef(value.toJSON())
  if (Array.isArray(value)) return value.map(withRef)
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withRef(one)]))
}

function hasJson(value: object): value is { toJSON(): Json } {
  return 'toJSON' in value && typeof value.toJSON === 'function'
}
