// The tree workloads: what each engine takes to turn a new state into messages, beside the code that one would write
// by hand. One process a peer, in which the optimum, our two engines and the peer take turns.

import { fork } from 'node:child_process'
import { compile } from '../compile.ts'
import { installPeers } from '../install.ts'
import type { Order, Report } from './child.ts'
import { peers } from './engine.ts'
import { figuresOf } from './figures.ts'
import type { Figure } from './figures.ts'
import type { Effort } from './measure.ts'
import { short, table } from './table.ts'

const quick: Effort = { warmUp: 40, time: 200, fewestRounds: 5, mostRounds: 400 }
const thorough: Effort = { warmUp: 300, time: 2000, fewestRounds: 15, mostRounds: 4000 }

/** @param isQuick  fewer rounds: less than a minute for all of it */
export async function treeFigures(isQuick: boolean): Promise<readonly Figure[]> {
  installPeers()
  const compiled = compile()
  const reports: Report[] = []
  for (const peer of peers) {
    const order: Order = { peer, effort: isQuick ? quick : thorough }
    reports.push(await report(`${compiled}/tree/child.js`, order))
  }
  const figures = figuresOf(
    'tree',
    reports.flatMap(({ samples }) => samples),
    reports.flatMap(({ said }) => said),
  )
  print(figures)
  return figures
}

/** What a process has found out. @throws Error when it fails: an engine that is wrong has no figures */
function report(module: string, order: Order): Promise<Report> {
  // Plain node with its default flags, whatever this process was started with.
  const env = { ...process.env, NODE_ENV: 'production' }
  const child = fork(module, { execArgv: [], env })
  return new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('error', reject)
    child.once('exit', (code) => {
      reject(new Error(`The process with ${order.peer} ended with ${code}, see above`))
    })
    child.send(order)
  })
}

function print(figures: readonly Figure[]): void {
  console.log(
    '\nTimes of the optimum, µs; of the others as a multiple (median of the ratios inside a round)',
  )
  console.log(
    table(figures, ({ engine, us, ratio }) =>
      engine === 'optimum' ? `${short(us)} µs` : short(ratio),
    ),
  )
  console.log('\nMicroseconds (median)')
  console.log(table(figures, ({ us }) => short(us)))
  console.log('\nMessages')
  console.log(table(figures, ({ messages }) => messages.toLocaleString('en')))
}
