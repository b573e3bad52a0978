// Turns references into handles, at any depth of a value that came over the wire.

import type { WidgetRef } from '../protocol/messages.ts'
import type { AnyHandle } from '../widgets/handle.ts'
import { isRef } from '../widgets/types.ts'

/** @returns the value with handles in it; undefined when one of its widgets is gone */
export function revive(
  value: unknown,
  handleOf: (ref: WidgetRef) => AnyHandle | undefined,
): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (isRef(value)) return handleOf(value)
  if (Array.isArray(value)) {
    const items = value.map((item) => revive(item, handleOf))
    return items.some((item, at) => item === undefined && value[at] !== undefined)
      ? undefined
      : items
  }
  // Only what came over the wire is looked into: files that have come have been put in here.
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  const entries = Object.entries(value).map(([name, one]) => [name, revive(one, handleOf)] as const)
  return entries.some(([, one]) => one === undefined) ? undefined : Object.fromEntries(entries)
}
