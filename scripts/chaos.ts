// `npm run chaos -- --histories N --seed S`: plays random applications, users and faults, and says how many ended
// otherwise than they have to. Of the first of them the shortest history that still does is printed.

import { inspect, parseArgs } from 'node:util'
import * as fc from 'fast-check'
import { histories } from '../test/chaos/history.ts'
import type { History } from '../test/chaos/history.ts'
import { play } from '../test/chaos/play.ts'

/** Histories of one seed; with more than that the next one is taken. */
const CHUNK = 1000

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
})
const total = wholeNumber('histories', values.histories)
const seed = wholeNumber('seed', values.seed)
console.log(`chaos: seed ${seed}`)

let differing = 0
for (let done = 0; done < total; done += CHUNK) {
  const run = { seed: (seed + done / CHUNK) | 0, numRuns: Math.min(CHUNK, total - done) }
  const wrong = countWrong(run)
  if (wrong > 0 && differing === 0) printShortest(run)
  differing += wrong
}
console.log(`chaos: ${total} histories, ${differing} differing`)
process.exitCode = differing === 0 ? 0 : 1

function countWrong(run: { readonly seed: number; readonly numRuns: number }): number {
  let wrong = 0
  const count = (history: History): void => {
    if (play(history).length > 0) wrong++
  }
  fc.assert(fc.property(histories, count), run)
  return wrong
}

function printShortest(run: { readonly seed: number; readonly numRuns: number }): void {
  const isRight = (history: History): boolean => play(history).length === 0
  const { counterexample } = fc.check(fc.property(histories, isRight), run)
  const [history] = counterexample ?? []
  if (!history) return
  console.log(inspect(history, { depth: null, breakLength: 120 }))
  console.log(play(history).join('\n'))
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number >= 0) return number
  console.error(`chaos: --${name} needs a whole number, got "${text}"`)
  return process.exit(2)
}
