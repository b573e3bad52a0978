// Handles become references at the door: from there on arguments are plain JSON.

import type { Json } from '../protocol/messages.ts'
import { isBytes } from '../widgets/types.ts'

/**
 * @returns the arguments as they go over the wire, with `{"__wid__": n}` in place of handles
 * @throws  when a handle among them is gone, or JSON cannot carry one of them
 */
export function withRefs(args: readonly unknown[]): Json[] {
  return args.map(withRef)
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
