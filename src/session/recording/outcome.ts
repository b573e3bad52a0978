// What something outside has given, as a recording can keep it: JSON, or nothing, or an error.

import { isDeepStrictEqual } from 'node:util'
import type { Json } from '../../protocol/messages.ts'
import type { Outcome } from './events.ts'

export function outcomeOf(value: unknown): Outcome {
  if (value === undefined) return {}
  const text = jsonText(value)
  if (text !== undefined) {
    const read = JSON.parse(text) as Json
    if (isDeepStrictEqual(read, value)) return { value: read }
  }
  return { lost: nameOf(value) }
}

/** A value as far as JSON can say it; undefined when that is nothing. */
export function jsonOf(value: unknown): Json | undefined {
  const text = jsonText(value)
  return text === undefined ? undefined : (JSON.parse(text) as Json)
}

/** Of what was thrown. */
export function failureOf(error: unknown): Outcome {
  if (error instanceof Error) return { error: { name: error.name, message: error.message } }
  return { error: { name: 'Error', message: String(error) } }
}

function jsonText(value: unknown): string | undefined {
  try {
    return JSON.stringify(value)
  } catch {
    // A ring, or a bigint: told as what it is.
    return undefined
  }
}

/** `a Map`, `an object that holds what JSON cannot say` */
function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return `a ${typeof value}`
  const { name } = value.constructor ?? Object
  return name === 'Object' || name === 'Array'
    ? 'something that holds what JSON cannot say'
    : `a ${name}`
}
