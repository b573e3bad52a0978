// The tree workloads: what each engine takes to turn a new state into messages, and into text, beside the code that
// one would write by hand. One process a peer, in which the optimum, our two engines and the peer take turns.

import { compile } from '../compile.ts'
import { installPackage } from '../../scripts/install-package.ts'
import type { Order, Report } from './child.ts'
import { ours, peers } from './engine.ts'
import type { PeerName } from './engine.ts'
import { figuresOf, heapFigures } from './figures.ts'
import type { Figure } from './figures.ts'
import type { Heap } from './heap-child.ts'
import type { Effort, Suite } from './measure.ts'
import { inProcess } from './processes.ts'
import { printFigures, printHeap } from './print.ts'

interface Plan {
  readonly effort: Effort
  /** Who is measured in the tree; then who where it comes to text and the heap, which is quick for few only. */
  readonly peers: readonly PeerName[]
  readonly peersOfText: readonly PeerName[]
  /** Milliseconds of warming up for text: a session has more to compile than a tree. */
  readonly warmUpOfText: number
}

const quick: Plan = {
  effort: { verifications: 2, warmUp: 20, time: 70, fewestRounds: 3, mostRounds: 400 },
  peers,
  peersOfText: ['solid'],
  warmUpOfText: 200,
}

const thorough: Plan = {
  effort: { verifications: 5, warmUp: 400, time: 1500, fewestRounds: 15, mostRounds: 4000 },
  peers,
  peersOfText: peers,
  warmUpOfText: 400,
}

/** @param isQuick  fewer rounds: less than a minute for all of it */
export async function treeFigures(isQuick: boolean): Promise<readonly Figure[]> {
  installPackage('bench', 'what is compared')
  const compiled = `${compile()}/tree`
  const { effort, peers, peersOfText, warmUpOfText } = isQuick ? quick : thorough
  const tree = await timesIn(compiled, 'tree', peers, effort)
  printFigures('tree', tree)
  const effortOfText = { ...effort, warmUp: warmUpOfText }
  const text = await timesIn(compiled, 'tree+json', peersOfText, effortOfText)
  printFigures('tree+json', text)
  const heap = await heapIn(compiled, peersOfText)
  printHeap(heap)
  if (isQuick) console.log('\nText and heap of the other engines: npm run bench -- tree')
  return [...tree, ...text, ...heap]
}

async function timesIn(
  compiled: string,
  suite: Suite,
  peers: readonly PeerName[],
  effort: Effort,
): Promise<Figure[]> {
  const reports: Report[] = []
  for (const peer of peers) {
    // Some minutes pass between the tables.
    console.log(`${suite}, beside ${peer} …`)
    const order: Order = { suite, peer, effort, verifiesOurs: reports.length === 0 }
    reports.push(await inProcess<Report>(`${compiled}/child.js`, order, peer))
  }
  const samples = reports.flatMap((one) => one.samples)
  const said = reports.flatMap((one) => one.said)
  return figuresOf(suite, samples, said)
}

async function heapIn(compiled: string, peers: readonly PeerName[]): Promise<Figure[]> {
  const heaps: Heap[] = []
  for (const engine of [...ours, ...peers]) {
    heaps.push(await inProcess<Heap>(`${compiled}/heap-child.js`, engine, engine))
  }
  return heapFigures(heaps)
}
