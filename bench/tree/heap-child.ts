// What one engine keeps of what it shows, in a process of its own: bytes of the heap after it was collected.

import { setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Engine, EngineName, ListScreen } from './engine.ts'
import { engineNamed } from './engines.ts'
import { Model } from './model.ts'
import { listOutline, shortListOutline } from './expected.ts'
import { rowsOf } from './trial.ts'
import type { Rows } from './trial.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Bytes: of one row of a thousand, and of a screen of 1,501 widgets, which ours shows in a session. */
export interface Heap {
  readonly engine: EngineName
  readonly row: number
  readonly session: number
}

process.once('message', (engine: EngineName) => void carryOut(engine))

async function carryOut(name: EngineName): Promise<void> {
  const bare = await engineNamed(name, 'reconciler')
  const whole = await engineNamed(name, 'session')
  const screen = await bytesOf(bare, {
    open: () => bare.list(),
    count: 1000,
    outlineOf: listOutline,
  })
  const session = await bytesOf(whole, {
    open: () => whole.shortList(),
    count: 500,
    outlineOf: shortListOutline,
  })
  const heap: Heap = { engine: name, row: screen / 1000, session }
  process.send!(heap, () => process.exit())
}

const screens = 4

interface Kind {
  readonly open: () => ListScreen
  readonly count: number
  readonly outlineOf: (rows: Rows) => string
}

/** What a screen keeps, with the rows that it was given. */
async function bytesOf(engine: Engine, kind: Kind): Promise<number> {
  const kept: unknown[] = []
  // The first ones bring in code that all have in common; what they were looked at with must be gone.
  await look(engine, kind)
  kept.push(await shown(engine, kind))
  const before = await used()
  for (let at = 0; at < screens; at++) kept.push(await shown(engine, kind))
  return Math.round(((await used()) - before) / screens)
}

async function shown(engine: Engine, { open, count }: Kind): Promise<unknown> {
  const screen = open()
  const rows = rowsOf(engine, count)
  screen.mount(rows)
  await screen.flush()
  screen.take()
  return [screen, rows]
}

/** @throws when it shows something else than it should */
async function look(engine: Engine, { open, count, outlineOf }: Kind): Promise<void> {
  const screen = open()
  const rows = rowsOf(engine, count)
  screen.mount(rows)
  await screen.flush()
  const model = new Model()
  model.apply(screen.take())
  if (model.outline !== outlineOf(rows)) throw new Error(`${engine.name} shows something else`)
}

/** After what is compiled in the background is done, which holds on to what it has seen. */
async function used(): Promise<number> {
  for (let time = 0; time < 3; time++) {
    await setTimeout(10)
    collect()
  }
  return process.memoryUsage().heapUsed
}
