// Which parts of an object or a list differ from those of another. Pure; no code of the application runs for it.

import { types } from 'node:util'
import { isPlain } from './as-signal.ts'

export interface ChangedPart {
  /** Behind the name of the whole: `.figures.time`, `[0].isDone`; empty for the whole. */
  readonly path: string
  readonly before: unknown
  readonly after: unknown
}

/** Fields of an object, items of a list that are looked at. */
const mostParts = 50
/** Objects in objects. */
const mostDeep = 2

/**
 * Those that differ of two objects as they are written in braces, or of two lists of one length; else the whole. None
 * when all that is looked at is the same.
 */
export function changedParts(before: unknown, after: unknown): ChangedPart[] {
  return partsIn({ path: '', before, after }, 0)
}

function partsIn(whole: ChangedPart, depth: number): ChangedPart[] {
  const { path, before, after } = whole
  if (depth === mostDeep) return [whole]
  const isLists = isList(before) && isList(after) && before.length === after.length
  if (!isLists && !(isPlain(before) && isPlain(after))) return [whole]
  const names = new Set([...namesIn(before), ...namesIn(after)])
  return [...names].flatMap((name) => {
    const part = {
      path: path + (isLists ? `[${name}]` : `.${name}`),
      before: valueIn(before, name),
      after: valueIn(after, name),
    }
    return Object.is(part.before, part.after) ? [] : partsIn(part, depth + 1)
  })
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && !types.isProxy(value)
}

function namesIn(whole: object): string[] {
  return Object.keys(whole).slice(0, mostParts)
}

/** Undefined for what is computed when it is asked for. */
function valueIn(whole: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(whole, name)?.value
}
