// Changes the texts in what JSON can say. Pure; what does not change stays the very same.

import type { Json } from '../../protocol/messages.ts'

export type JsonObject = Readonly<Record<string, Json>>

type Change = (text: string) => string

/** All texts in it, and the names in objects too: an application may name something after what somebody has typed. */
export function withTexts(value: Json, change: Change): Json {
  if (typeof value === 'string') return change(value)
  if (isList(value)) {
    const all = value.map((one) => withTexts(one, change))
    return all.some((one, at) => one !== value[at]) ? all : value
  }
  if (!isObject(value)) return value
  return withValues(
    value,
    (one) => withTexts(one, change),
    (name) => nameOf(name, change),
  )
}

/** @param rename  leaves every name as it is unless given */
export function withValues<Whole extends object>(
  whole: Whole,
  change: (value: Json, name: string) => Json,
  rename: Change = (name) => name,
): Whole {
  const entries = Object.entries(whole) as [string, Json][]
  const changed = entries.map(([name, one]) => [rename(name), change(one, name)] as const)
  const isSame = changed.every(
    ([name, one], at) => name === entries[at]![0] && one === entries[at]![1],
  )
  return isSame ? whole : (Object.fromEntries(changed) as Whole)
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value)
}

/** References to widgets are ours. */
function nameOf(name: string, change: Change): string {
  return name.startsWith('__') ? name : change(name)
}
