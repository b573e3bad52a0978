// What is asked of every engine: the work of the tables, by name.

import type { Engine } from './engine.ts'
import { ChainTrial, EveryTenthTrial, LifeTrial, ListTrial, OneTextTrial, rowsOf } from './trial.ts'
import type { Rows, Step, Trial } from './trial.ts'

export interface Workload {
  readonly name: string
  /** The most operations that one sample holds; an engine that is slow does fewer. */
  readonly operations: number
  /** Undefined for an engine that has no such screen. */
  start(engine: Engine): Trial | undefined
}

const count = 1000
const many = 2500

const mount = life('mount 1,000', 'mount')
const updateTenth: Workload = {
  name: 'update every 10th label',
  operations: 20,
  start: (engine) => new EveryTenthTrial(engine.list(), rowsOf(engine, count)),
}
const swap = onList('swap rows 2 and 999', { operations: 10, step: swapped })
const removeOne = onList('remove row 500', { operations: 10, step: without500, returns: true })
const append = onList('append 1,000 to 1,000', { operations: 1, step: appended, returns: true })
const reverse = onList('reverse 1,000', { operations: 4, step: (rows) => rows.toReversed() })
const shuffle = onList('shuffle 1,000', { operations: 4, step: shuffled })
const replaceAll = onList('replace all 1,000', { operations: 1, step: replaced })
const clear = onList('clear 1,000', { operations: 1, step: () => [], returns: true })
const oneLabel: Workload = {
  name: 'one label in 10,000 widgets',
  operations: 500,
  start: (engine) => new OneTextTrial(engine.list(), rowsOf(engine, many)),
}
const unsplit: Workload = {
  name: 'one label in 10,000 widgets, one un-split component',
  operations: 10,
  start(engine) {
    const screen = engine.unsplitList?.()
    return screen && new ListTrial(engine, screen, rowsOf(engine, many), withOtherText, false)
  },
}
const leaf: Workload = {
  name: 'leaf at depth 200',
  operations: 500,
  start: (engine) => new ChainTrial(engine.leaf()),
}
const drilled: Workload = {
  name: 'props drilled through depth 200',
  operations: 500,
  start(engine) {
    const screen = engine.drilled?.()
    return screen && new ChainTrial(screen)
  },
}
const unmount = life('unmount all 1,000', 'unmount')

export const workloads: readonly Workload[] = [
  mount,
  updateTenth,
  swap,
  removeOne,
  append,
  reverse,
  shuffle,
  replaceAll,
  clear,
  oneLabel,
  unsplit,
  leaf,
  drilled,
  unmount,
]

/** Those of which the text is measured too. */
export const jsonWorkloads: readonly Workload[] = [mount, updateTenth, reverse, oneLabel]

function life(name: string, measures: 'mount' | 'unmount'): Workload {
  return {
    name,
    operations: 1,
    start: (engine) => new LifeTrial(() => engine.list(), rowsOf(engine, count), measures),
  }
}

interface ListWork {
  readonly operations: number
  readonly step: Step
  /** Whether each sample begins with the rows of the first. */
  readonly returns?: boolean
}

function onList(name: string, { operations, step, returns = false }: ListWork): Workload {
  return {
    name,
    operations,
    start: (engine) => new ListTrial(engine, engine.list(), rowsOf(engine, count), step, returns),
  }
}

function swapped(rows: Rows): Rows {
  return rows.with(1, rows[998]!).with(998, rows[1]!)
}

function without500(rows: Rows): Rows {
  return rows.toSpliced(499, 1)
}

function appended(rows: Rows, engine: Engine): Rows {
  return [...rows, ...rowsOf(engine, count, count)]
}

/** Rows that were never there before. */
function replaced(rows: Rows, engine: Engine): Rows {
  return rowsOf(engine, count, rows[0]!.id + count)
}

/** One row of them, another one each time, is made anew with another text. */
function withOtherText(rows: Rows, engine: Engine, at: number): Rows {
  const index = (at * 977 + 1250) % rows.length
  const { id, text } = rows[index]!
  const other = text.startsWith('text') ? 'label' : 'text'
  return rows.with(index, engine.row(id, `${other} ${id}`))
}

/** Always the same moves, whatever the order was before. */
function shuffled(rows: Rows): Rows {
  return permutation.map((at) => rows[at]!)
}

const permutation = shuffledPositions(count, 42)

function shuffledPositions(length: number, seed: number): readonly number[] {
  const next = random(seed)
  const positions = Array.from({ length }, (_, at) => at)
  for (let at = length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1))
    ;[positions[at], positions[other]] = [positions[other]!, positions[at]!]
  }
  return positions
}

/** From 0 to 1, the same ones for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
