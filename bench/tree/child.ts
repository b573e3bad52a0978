// One process of the suite: the optimum and ours beside one peer. What it has found out goes to the parent.

import type { PeerName } from './engine.ts'
import { engineNamed, oursOn } from './engines.ts'
import { aloneName, measure, warmUp } from './measure.ts'
import type { Effort, Samples, Suite } from './measure.ts'
import { verify } from './verify.ts'
import type { Said } from './verify.ts'
import { jsonWorkloads, workloads } from './workloads.ts'

export interface Order {
  readonly suite: Suite
  readonly peer: PeerName
  readonly effort: Effort
  /** Whether this one looks that what we say is right; a peer is always looked at. */
  readonly verifiesOurs: boolean
}

export interface Report {
  readonly said: readonly Said[]
  readonly samples: readonly Samples[]
}

process.once('message', (order: Order) => void carryOut(order))

async function carryOut({ suite, peer, effort, verifiesOurs }: Order): Promise<void> {
  // Text is made by a session, as it is for a page.
  const stage = suite === 'tree' ? 'reconciler' : 'session'
  const ours = oursOn(stage)
  const theirs = await engineNamed(peer, stage)
  const said: Said[] = []
  const samples: Samples[] = []
  const work = suite === 'tree' ? workloads : jsonWorkloads
  // What comes first is not to be the only one for which nothing has run yet.
  for (const workload of work) await warmUp(suite, workload, [...ours, theirs], effort)
  for (const workload of work) {
    for (const engine of verifiesOurs ? [...ours, theirs] : [theirs]) {
      const found = await verify(workload, engine, effort.verifications)
      if (found) said.push(found)
      if (found && engine.name === 'optimum')
        said.push({ ...found, workload: aloneName(workload.name) })
    }
    samples.push(...(await measure(suite, workload, [...ours, theirs], effort)))
  }
  // Sessions have timers, which need not be waited for.
  process.send!({ said, samples } satisfies Report, () => process.exit())
}
