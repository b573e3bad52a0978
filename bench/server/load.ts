// The server under load, beside ws alone with the same frames: a process for each of the two, another for the browsers
// of both, over the loopback. They take turns, so that what else the machine does befalls both, and what counts is the
// ratio of the medians.
//
// A page of ours says how much it has carried out: once for 32 frames, or a second late. So do these browsers, to both
// servers. `unanswered` is the same without, as fast as it goes: the sending alone. `unhurried` is that with a pause before each turn, as in life: to
// send to a browser that has read everything costs more than to one that is still at it, so a server that is as fast as it
// can be gets dearer for being slower. There only the processor in the turns is counted.

import { Helper } from './helper.ts'
import { memoryFigures } from './memory.ts'
import { type Both, type Name, Pair, type Round, type Task } from './pair.ts'

type Figures = Record<string, object>

interface Size {
  /** Rounds that do not count: what runs for the first time is not compiled yet. */
  readonly warmups: number
  readonly rounds: number
  /** Messages of one round. */
  readonly messages: number
  readonly clicks: number
}

const full: Size = { warmups: 4, rounds: 5, messages: 10_000, clicks: 5000 }
const short: Size = { warmups: 2, rounds: 3, messages: 4000, clicks: 2000 }

/** Open files that the browsers need: 1,000 for each server, and what a process has anyway. */
const mostFiles = 2200

/**
 * Everything, below each other.
 *
 * @throws Error when the system does not let a process have as many sockets
 */
export async function loadFigures(
  isQuick = process.argv.includes('--quick'),
): Promise<Readonly<Record<string, object>>> {
  mustHaveFiles()
  const size = isQuick ? short : full
  return {
    ...(await pairFigures(size)),
    ...(await oneLabel(size)),
    ...(await compressedFigures(size)),
    ...(await memoryFigures(isQuick ? 0.5 : 1)),
  }
}

async function pairFigures(size: Size): Promise<Figures> {
  return {
    ...(await withPair(1, async (pair) => ({
      ...(await fanOut(pair, 1, size)),
      ...(await roundTrip(pair, 'idle', size)),
    }))),
    ...(await withPair(100, (pair) => fanOut(pair, 100, size))),
    ...(await withPair(1000, async (pair) => ({
      ...(await fanOut(pair, 1000, size)),
      ...(await broadcast(pair, size)),
      ...(await roundTrip(pair, '1,000 connected', size)),
    }))),
  }
}

async function withPair(
  browsers: number,
  measure: (pair: Pair) => Promise<Figures>,
  offersDeflate = false,
): Promise<Figures> {
  const pair = new Pair()
  try {
    await pair.open(browsers, offersDeflate)
    return await measure(pair)
  } finally {
    pair.end()
  }
}

async function fanOut(pair: Pair, browsers: number, size: Size): Promise<Figures> {
  const turns = turnsFor(browsers, size)
  const { answered, unanswered, unhurried } = await inThreeWays(pair, size, 'fanOut', turns)
  const goal = browsers === 100 ? '≥ 0.8' : ''
  const perSecond = (rounds: readonly Both<Round>[], of: (round: Round) => number): object =>
    compared(rounds, (round) => ((turns * browsers) / of(round)) * 1000, goal)
  const what = `fan-out to ${browsers.toLocaleString('en')}`
  return {
    [`${what}, messages/s`]: perSecond(answered, ({ ms }) => ms),
    [`${what}, messages/CPU-s`]: perSecond(answered, ({ cpu }) => cpu),
    [`${what}, unanswered, messages/CPU-s`]: perSecond(unanswered, ({ cpu }) => cpu),
    // A turn of one message is hardly more than the look at the processor's time.
    ...(browsers > 1 && {
      [`${what}, unhurried, messages/CPU-s`]: perSecond(unhurried, ({ cpu }) => cpu),
    }),
  }
}

async function broadcast(pair: Pair, size: Size): Promise<Figures> {
  const turns = turnsFor(1000, size)
  const { answered, unanswered, unhurried } = await inThreeWays(pair, size, 'broadcast', turns)
  const cpu = ({ cpu }: Round): number => cpu / turns
  return {
    'shared() to 1,000, CPU ms a write': compared(answered, cpu, '≤ 1.5'),
    'shared() to 1,000, unanswered, CPU ms a write': compared(unanswered, cpu, '≤ 1.5'),
    'shared() to 1,000, unhurried, CPU ms a write': compared(unhurried, cpu, '≤ 1.5'),
    'shared() to 1,000, ms until all are told': compared(answered, ({ ms }) => ms / turns),
  }
}

/** So many at least that each browser acknowledges twice: what it says is part of what a message costs. */
function turnsFor(browsers: number, { messages }: Size): number {
  return Math.max(64, Math.ceil(messages / browsers))
}

async function inThreeWays(pair: Pair, size: Size, deed: Task['deed'], turns: number) {
  const task = { deed, turns, pause: 0, isAnswered: false }
  return {
    answered: await repeat(pair, size, { ...task, isAnswered: true }),
    unanswered: await repeat(pair, size, task),
    unhurried: turns > 1000 ? [] : await repeat(pair, size, { ...task, pause: 3 }),
  }
}

async function repeat(pair: Pair, { warmups, rounds }: Size, task: Task): Promise<Both<Round>[]> {
  for (let round = 0; round < warmups; round++) await pair.run(task)
  const all: Both<Round>[] = []
  for (let round = 0; round < rounds; round++) all.push(await pair.run(task))
  return all
}

/** Medians, and the median of the ratios of each round. */
function compared(rounds: readonly Both<Round>[], of: (round: Round) => number, goal = ''): object {
  const column = (name: Name): number => median(rounds.map((round) => of(round[name])))
  const ratio = median(rounds.map(({ ours, bare }) => of(ours) / of(bare)))
  return {
    ours: rounded(column('ours')),
    'bare ws': rounded(column('bare')),
    'ours / bare': rounded(ratio),
    goal,
  }
}

/** Quantiles of each thousand clicks, and the median of those: a moment in which the machine did something else is one. */
async function roundTrip(pair: Pair, when: string, { clicks }: Size): Promise<Figures> {
  await thousandClicks(pair)
  await thousandClicks(pair)
  const rounds: Both<readonly number[]>[] = []
  for (let done = 0; done < clicks; done += 1000) rounds.push(await thousandClicks(pair))
  const apart = (share: number, goal: string): object => {
    const of = (name: Name): number => median(rounds.map((round) => quantile(round[name], share)))
    const [ours, bare] = [of('ours'), of('bare')]
    return {
      ours: rounded(ours),
      'bare ws': rounded(bare),
      'ours - bare': rounded(ours - bare),
      goal,
    }
  }
  return {
    [`click to call, ${when}, p50 ms`]: apart(0.5, '≤ + 0.1'),
    [`click to call, ${when}, p99 ms`]: apart(0.99, '≤ + 0.3'),
  }
}

/** In turns of a hundred. */
async function thousandClicks(pair: Pair): Promise<Both<readonly number[]>> {
  const times: Record<Name, number[]> = { ours: [], bare: [] }
  for (let turn = 0; turn < 10; turn++) {
    const { ours, bare } = await pair.click(100)
    times.ours.push(...ours)
    times.bare.push(...bare)
  }
  return times
}

async function oneLabel({ rounds }: Size): Promise<Figures> {
  const helper = new Helper('./one-label')
  try {
    const times = await helper.ask<number[]>('measure', rounds + 2)
    const warm = times.slice(2)
    return {
      'one label in 10,000 widgets, CPU µs': { ours: rounded(median(warm)), goal: '< 5' },
    }
  } finally {
    helper.end()
  }
}

/** The sending over lines that may be compressed: small texts must not be. And the answers, which browsers compress. */
function compressedFigures(size: Size): Promise<Figures> {
  const turns = turnsFor(100, size)
  const task: Task = { deed: 'fanOut', turns, pause: 0, isAnswered: false }
  const perSecond = ({ cpu }: Round): number => ((turns * 100) / cpu) * 1000
  const measure = async (pair: Pair): Promise<Figures> => ({
    'fan-out to 100, deflate, messages/CPU-s': compared(
      await repeat(pair, size, { ...task, isAnswered: true }),
      perSecond,
    ),
    'fan-out to 100, deflate, unanswered, messages/CPU-s': compared(
      await repeat(pair, size, task),
      perSecond,
    ),
  })
  return withPair(100, measure, true)
}

function mustHaveFiles(): void {
  const report = process.report.getReport() as unknown as {
    readonly userLimits: { readonly open_files: { readonly soft: number | 'unlimited' } }
  }
  const { soft } = report.userLimits.open_files
  if (soft === 'unlimited' || soft >= mostFiles) return
  throw new Error(
    `The load needs ${mostFiles} open files in a process, and the system allows ${soft}: say "ulimit -n 4096" in this shell and try again`,
  )
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

/** To three digits. */
function rounded(value: number): number {
  return Number(value.toPrecision(3))
}
