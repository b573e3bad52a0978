// Calls that come together: all of them are made, in their order, even if some fail. What they return is not told.

import { type Outcome, wordsOf } from './answers.ts'

/** What went wrong with each call; undefined where nothing did. */
type Errors = readonly (string | undefined)[]
type MaybeLater = Errors[number] | Promise<Errors[number]>

/** @param make  makes one of them; may throw */
export function makeAll<Call>(
  calls: readonly Call[],
  make: (call: Call) => unknown,
): Outcome | Promise<Outcome> {
  const errors = calls.map((call) => errorOf(call, make))
  const isDone = errors.every((error) => !(error instanceof Promise))
  return isDone ? errorsIn(errors as Errors) : allOf(errors).then(errorsIn)
}

function errorOf<Call>(call: Call, make: (call: Call) => unknown): MaybeLater {
  try {
    const result = make(call)
    return result instanceof Promise ? result.then(() => undefined, wordsOf) : undefined
  } catch (error) {
    return wordsOf(error)
  }
}

async function allOf(errors: readonly MaybeLater[]): Promise<Errors> {
  const all: (string | undefined)[] = []
  for (const error of errors) all.push(await error)
  return all
}

function errorsIn(all: Errors): Outcome {
  const errors = all.filter((error) => error !== undefined)
  return errors.length > 0 ? { value: { errors } } : {}
}
