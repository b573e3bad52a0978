// Turns references into handles, at any depth of a value that came over the wire.

import type { WidgetId } from '../protocol/messages.ts'
import type { AnyHandle } from '../widgets/handle.ts'
import { isRef } from '../widgets/types.ts'

/** @returns the value with handles in it; undefined when one of its widgets is gone */
export function revive(
  value: unknown,
  handleOf: (wid: WidgetId) => AnyHandle | undefined,
): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (isRef(value)) return handleOf(value.__wid__)
  if (Array.isArray(value)) {
    const items = value.map((item) => revive(item, handleOf))
    return items.some((item, at) => item === undefined && value[at] !== undefined)
      ? undefined
      : items
  }
  const entries = Object.entries(value).map(([name, one]) => [name, revive(one, handleOf)] as const)
  return entries.some(([, one]) => one === undefined) ? undefined : Object.fromEntries(entries)
}
