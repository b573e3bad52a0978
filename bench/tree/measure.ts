// Takes the time. The engines of one process take turns, in another order in each round, so that what disturbs the
// machine disturbs all of them; a ratio is taken inside one round.
//
// In the time: the change, the flush, and taking what was said, as messages or as text. Outside of it: making rows,
// lists and screens, and putting back what a sample has done. A sample's time is that of the clock, or that of the
// processor where that is less: then the machine did something else in between. Efforts count in that of the processor.

import { AloneTrial } from './alone-trial.ts'
import type { Engine, EngineName, Screen } from './engine.ts'
import { median } from './median.ts'
import type { Trial } from './trial.ts'
import type { Workload } from './workloads.ts'

/** How far the work goes: to messages, or to their text. */
export type Suite = 'tree' | 'tree+json'

export interface Effort {
  /** How often each engine's work is looked at. */
  readonly verifications: number
  /** Milliseconds of warming up an engine for a workload, once before all and once before its rounds. */
  readonly warmUp: number
  /** Milliseconds of rounds for a workload. */
  readonly time: number
  /** Until four times that is over; then three are enough. */
  readonly fewestRounds: number
  readonly mostRounds: number
}

/** Of one engine at one workload: microseconds of an operation, round by round. */
export interface Samples {
  readonly workload: string
  readonly engine: EngineName
  readonly times: number[]
  /** To the optimum's time in the same round. */
  readonly ratios: number[]
}

type Take = (screen: Screen) => unknown

const takes: Readonly<Record<Suite, Take>> = {
  tree: (screen) => screen.take(),
  'tree+json': (screen) => screen.text(),
}

interface Contender extends Samples {
  readonly trial: Trial
  readonly operations: number
}

/** Microseconds: a sample is to be long enough for the clock, and short enough for many rounds. */
const enough = 200

/** What the line is called that has only the text of the optimum's messages. */
export function aloneName(workload: string): string {
  return `${workload}, JSON alone`
}

export async function measure(
  suite: Suite,
  workload: Workload,
  engines: readonly Engine[],
  effort: Effort,
): Promise<readonly Samples[]> {
  const contenders = await warmUp(suite, workload, engines, effort)
  const start = busy()
  for (let round = 0; !isEnough(round, busy() - start, effort); round++) {
    await runRound(contenders, takes[suite])
  }
  return contenders.map(({ workload, engine, times, ratios }) => ({
    workload,
    engine,
    times,
    ratios,
  }))
}

/** Everybody does the work for a while, until it is known how often it fits into a sample. */
export async function warmUp(
  suite: Suite,
  workload: Workload,
  engines: readonly Engine[],
  effort: Effort,
): Promise<readonly Contender[]> {
  const contenders: Contender[] = []
  for (const one of contendersOf(suite, workload, engines)) {
    const operations = await fitting(one.trial, workload.operations, takes[suite], effort)
    contenders.push({ ...one, operations, times: [], ratios: [] })
  }
  return contenders
}

function isEnough(rounds: number, time: number, effort: Effort): boolean {
  if (rounds >= effort.mostRounds) return true
  return time > effort.time && rounds >= (time > 4 * effort.time ? 3 : effort.fewestRounds)
}

function contendersOf(
  suite: Suite,
  workload: Workload,
  engines: readonly Engine[],
): Pick<Contender, 'workload' | 'engine' | 'trial'>[] {
  const contenders = engines.flatMap((engine) => {
    const trial = workload.start(engine)
    return trial ? [{ workload: workload.name, engine: engine.name, trial }] : []
  })
  const optimum = engines.find(({ name }) => name === 'optimum')
  const trial = suite === 'tree+json' && optimum ? workload.start(optimum) : undefined
  if (!trial) return contenders
  const alone = new AloneTrial(trial)
  return [...contenders, { workload: aloneName(workload.name), engine: 'optimum', trial: alone }]
}

/** @returns how many operations a sample is to hold */
async function fitting(
  trial: Trial,
  most: number,
  take: Take,
  { warmUp }: Effort,
): Promise<number> {
  trial.screen.take()
  const end = busy() + warmUp
  let fastest = Infinity
  let operations = 1
  do {
    fastest = Math.min(fastest, await sample(trial, operations, take))
    operations = Math.max(1, Math.min(most, Math.ceil(enough / fastest)))
  } while (busy() < end)
  return operations
}

/** The optimum has three turns, of which the one in the middle counts: what all are divided by must not stumble. */
async function runRound(contenders: readonly Contender[], take: Take): Promise<void> {
  const optimum = contenders.find(({ engine }) => engine === 'optimum')!
  const times = new Map<Contender, number[]>(contenders.map((contender) => [contender, []]))
  for (const contender of inAnyOrder([...contenders, optimum, optimum])) {
    const time = await sample(contender.trial, contender.operations, take)
    times.get(contender)!.push(time)
  }
  const least = median(times.get(optimum)!)
  for (const [contender, samples] of times) {
    contender.times.push(median(samples))
    contender.ratios.push(median(samples) / least)
  }
}

/** @returns microseconds of one operation */
async function sample(trial: Trial, operations: number, take: Take): Promise<number> {
  trial.prepare(operations)
  await settle(trial)
  const busyBefore = busy()
  const start = performance.now()
  for (let at = 0; at < operations; at++) {
    trial.change(at)
    const { screen } = trial
    const pending = screen.flush()
    // Who flushes at once is not made to wait for a turn.
    if (pending) await pending
    take(screen)
  }
  const time = Math.min(performance.now() - start, busy() - busyBefore)
  trial.restore()
  await settle(trial)
  return (time * 1000) / operations
}

/** Milliseconds that the processor has spent on this process. */
function busy(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

async function settle({ screen }: Trial): Promise<void> {
  await screen.flush()
  screen.take()
}

function inAnyOrder<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ item }) => item)
}
