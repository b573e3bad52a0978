// Turns something old into something that begins with it by saying only what was added.

import type { Json } from '../protocol/messages.ts'
import type { Differ } from './define.ts'

/** @param setter says a text anew  @param append adds to its end */
export function textDiffer(setter: string, append: string): Differ {
  return (before, after) => {
    if (before === after) return []
    const old = before as string
    const now = after as string
    return old !== '' && now.startsWith(old)
      ? [[append, [now.slice(old.length)]]]
      : [[setter, [now]]]
  }
}

/** The same for a list. */
export function listDiffer(setter: string, append: string): Differ {
  return (before, after) => {
    const old = before as readonly Json[]
    const now = after as readonly Json[]
    const isLonger = old.length > 0 && old.every((item, at) => isSame(item, now[at]))
    if (!isLonger) return old.length + now.length === 0 ? [] : [[setter, [now]]]
    return now.length === old.length ? [] : [[append, [now.slice(old.length)]]]
  }
}

function isSame(old: Json, now: Json | undefined): boolean {
  return old === now || (now !== undefined && JSON.stringify(old) === JSON.stringify(now))
}
