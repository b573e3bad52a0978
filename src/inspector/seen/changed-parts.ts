// Which fields of an object differ from those of another. Pure; no code of the application runs for it.

import { isPlain } from './as-signal.ts'

export interface ChangedPart {
  /** `figures.time`; empty for the whole. */
  readonly path: string
  readonly before: unknown
  readonly after: unknown
}

/** Fields of an object that are looked at. */
const mostFields = 50
/** Objects in objects. */
const mostDeep = 2

/** Those that differ of two objects as they are written in braces, else the whole; none when all fields are the same. */
export function changedParts(before: unknown, after: unknown): ChangedPart[] {
  return partsIn({ path: '', before, after }, 0)
}

function partsIn(whole: ChangedPart, depth: number): ChangedPart[] {
  const { path, before, after } = whole
  if (depth === mostDeep || !isPlain(before) || !isPlain(after)) return [whole]
  const names = new Set([...fieldsOf(before), ...fieldsOf(after)])
  return [...names].flatMap((name) => {
    const part = {
      path: path === '' ? name : `${path}.${name}`,
      before: valueIn(before, name),
      after: valueIn(after, name),
    }
    return Object.is(part.before, part.after) ? [] : partsIn(part, depth + 1)
  })
}

function fieldsOf(value: object): string[] {
  return Object.keys(value).slice(0, mostFields)
}

/** Undefined for what is computed when it is asked for. */
function valueIn(value: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(value, name)?.value
}
