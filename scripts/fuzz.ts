// Says a million frames to a server of ours that no page would say, and prints what became of it:
// `node --import tsx scripts/fuzz.ts [FRAMES] [SEED]`. Ends with 1 when the server took harm.

import { fuzzDoor } from '../test/server/fuzz/fuzz-door.ts'

/** What is said in one go; then everything has to be gone. */
const ROUND = 50_000

const given = process.argv.slice(2)
const [frames = 1_000_000, seed = 1] = given.map(Number)
if (![frames, seed].every((one) => Number.isSafeInteger(one) && one > 0)) {
  throw new TypeError(`FRAMES and SEED are whole numbers from 1 on, got ${given.join(' ')}`)
}
const start = performance.now()
const ends = new Map<number, number>()
const faults: string[] = []
let said = 0
let clicks = 0
let returns = 0

for (let round = 0; said < frames; round++) {
  const outcome = await fuzzDoor({
    frames: Math.min(ROUND, frames - said),
    seed: seed + round * ROUND,
  })
  said += outcome.frames
  returns += outcome.returns
  clicks += outcome.clicks.reduce((sum, each) => sum + each, 0)
  for (const [code, count] of outcome.ends) ends.set(code, (ends.get(code) ?? 0) + count)
  faults.push(...outcome.surprises, ...outcome.left.map((what) => `left over: ${what}`))
}

const seconds = Math.round((performance.now() - start) / 1000)
const lines = [...ends.values()].reduce((sum, count) => sum + count, 0)
console.log(`${said} frames on ${lines} lines in ${seconds} s, from seed ${seed}`)
console.log(`${returns} of them came back to a session that was theirs`)
console.log(`${clicks} clicks of honest visitors, all answered`)
console.log('lines by the code that ended them', Object.fromEntries(ends))
console.log(`${process.memoryUsage().rss >> 20} MiB in the end`)
for (const fault of new Set(faults)) console.error(fault)
process.exitCode = faults.length > 0 ? 1 : 0
