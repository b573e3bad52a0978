// Prints the figures of one suite.

import type { Figure } from './figures.ts'
import { aloneName } from './measure.ts'
import type { Suite } from './measure.ts'
import { short, table } from './table.ts'

const titles: Readonly<Record<Suite, string>> = {
  tree: 'From a new state to messages',
  'tree+json':
    'From a new state to text: ours by a session, the others by JSON.stringify of their messages',
}

export function printFigures(suite: Suite, figures: readonly Figure[]): void {
  console.log(`\n${titles[suite]}\n`)
  console.log(
    'As a multiple of the optimum (median of the ratios inside the rounds), less is better; the optimum in µs',
  )
  console.log(table(figures, multiple))
  console.log('\nMicroseconds (median of the rounds)')
  console.log(table(figures, ({ us }) => short(us)))
  if (suite === 'tree') {
    console.log('\nMessages')
    console.log(table(figures, ({ messages }) => messages.toLocaleString('en')))
  } else console.log(goalOf(figures))
}

export function printHeap(figures: readonly Figure[]): void {
  console.log('\nBytes of the heap, with what an engine keeps at its rows\n')
  console.log(table(figures, ({ bytes }) => short(bytes)))
}

function multiple({ engine, us, ratio }: Figure): string {
  return engine === 'optimum' ? `${short(us)} µs` : short(ratio)
}

/** What all the work of a session is beside nothing but the text of the optimum's messages. */
function goalOf(figures: readonly Figure[]): string {
  const us = (workload: string, engine: string): number =>
    figures.find((one) => one.workload === workload && one.engine === engine)?.us ?? Number.NaN
  const mount = 'mount 1,000'
  const goal = us(mount, 'treewire-signals') / us(aloneName(mount), 'optimum')
  return `\n${mount}: diff and text of treewire-signals are ${short(goal)} × JSON.stringify of the optimum's messages alone (goal: 1.15)`
}
