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
  for (const [at, item] of list.entries()) {
    const resolved = resolve(item, find)
    if (resolved !== item) (copy ??= [...list])[at] = resolved
  }
  return copy ?? list
}

function resolveFields(object: object, find: (wid: number) => unknown): object {
  const before = Object.entries(object) as [string, Json][]
  const after = before.map(([name, item]) => [name, resolve(item, find)] as const)
  const isSame = after.every(([, item], at) => item === before[at]![1])
  return isSame ? object : Object.fromEntries(after)
}
