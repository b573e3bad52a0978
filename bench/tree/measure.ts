// Takes the time. The engines of one process take turns, in another order in each round, so that what disturbs the
// machine disturbs all of them; a ratio is taken inside one round.
//
// In the time: the change, and the flush that ends in messages. Outside of it: making rows, lists and screens, and
// putting back what a sample has done.

import type { Engine, EngineName } from './engine.ts'
import type { Trial } from './trial.ts'
import type { Workload } from './workloads.ts'

export interface Effort {
  /** Milliseconds of warming up an engine for a workload. */
  readonly warmUp: number
  /** Milliseconds of rounds for a workload. */
  readonly time: number
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

interface Contender extends Samples {
  readonly trial: Trial
  readonly operations: number
}

/** A sample is to be long enough for the clock, and short enough for many rounds. */
const enough = 200

export async function measure(
  workload: Workload,
  engines: readonly Engine[],
  effort: Effort,
): Promise<readonly Samples[]> {
  const contenders: Contender[] = []
  for (const engine of engines) {
    const trial = workload.start(engine)
    if (trial) contenders.push(await warmedUp(workload, engine, trial, effort))
  }
  const end = performance.now() + effort.time
  for (let round = 0; round < effort.mostRounds; round++) {
    if (round >= effort.fewestRounds && performance.now() > end) break
    await runRound(contenders)
  }
  return contenders.map(({ workload, engine, times, ratios }) => ({
    workload,
    engine,
    times,
    ratios,
  }))
}

async function warmedUp(
  workload: Workload,
  engine: Engine,
  trial: Trial,
  { warmUp }: Effort,
): Promise<Contender> {
  trial.screen.take()
  const end = performance.now() + warmUp
  let fastest = Infinity
  let operations = 1
  do {
    fastest = Math.min(fastest, await sample(trial, operations))
    operations = Math.max(1, Math.min(workload.operations, Math.ceil(enough / fastest)))
  } while (performance.now() < end)
  return { workload: workload.name, engine: engine.name, trial, operations, times: [], ratios: [] }
}

async function runRound(contenders: readonly Contender[]): Promise<void> {
  const times = new Map<EngineName, number>()
  for (const { engine, trial, operations } of inAnyOrder(contenders)) {
    times.set(engine, await sample(trial, operations))
  }
  const least = times.get('optimum')!
  for (const contender of contenders) {
    const time = times.get(contender.engine)!
    contender.times.push(time)
    contender.ratios.push(time / least)
  }
}

/** @returns microseconds of one operation */
async function sample(trial: Trial, operations: number): Promise<number> {
  trial.prepare(operations)
  await settle(trial)
  const start = performance.now()
  for (let at = 0; at < operations; at++) {
    trial.change(at)
    const { screen } = trial
    const pending = screen.flush()
    // Who flushes at once is not made to wait for a turn.
    if (pending) await pending
    screen.take()
  }
  const time = performance.now() - start
  trial.restore()
  await settle(trial)
  return (time * 1000) / operations
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
