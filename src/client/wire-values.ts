// References on the wire and the widgets they stand for.

import type { Json } from '../protocol/messages.ts'
import { isRef } from '../widgets/types.ts'

/**
 * Puts a widget in the place of every `{"__wid__": n}`, at any depth. What holds none is handed through as it is.
 *
 * @param find throws when there is no such widget
 */
export function resolve(value: Json, find: (wid: number) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (isRef(value)) return find(value.__wid__)
  return Array.isArray(value) ? resolveList(value, find) : resolveFields(value, find)
}

function resolveList(list: readonly Json[], find: (wid: number) => unknown): readonly unknown[] {
  let copy: unknown[] | undefined
  for (let at = 0; at < list.length; at++) {
    const item = list[at]!
    const resolved = resolve(item, find)
    if (resolved !== item) (copy ??= [...list])[at] = resolved
  }
  return copy ?? list
}

/** There may be many objects without a widget in them, such as rows of a table: nothing is made for those. */
function resolveFields(object: object, find: (wid: number) => unknown): object {
  const fields = object as Readonly<Record<string, Json>>
  const changed: [string, unknown][] = []
  for (const name of Object.keys(fields)) {
    const item = fields[name]!
    const resolved = resolve(item, find)
    if (resolved !== item) changed.push([name, resolved])
  }
  return changed.length === 0 ? object : Object.fromEntries([...Object.entries(object), ...changed])
}
