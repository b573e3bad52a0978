// One process of the suite: our engines beside one peer. What it has found out goes to the parent.

import { peers } from './engine.ts'
import type { Engine, PeerName } from './engine.ts'
import { measure } from './measure.ts'
import type { Effort, Samples } from './measure.ts'
import { optimum } from './optimum.ts'
import { treewireSignals } from './treewire-signals.tsx'
import { treewireState } from './treewire-state.tsx'
import { verify } from './verify.ts'
import type { Said } from './verify.ts'
import { workloads } from './workloads.ts'

export interface Order {
  readonly peer: PeerName
  readonly effort: Effort
}

export interface Report {
  readonly said: readonly Said[]
  readonly samples: readonly Samples[]
}

process.once('message', (order: Order) => void carryOut(order))

async function carryOut({ peer, effort }: Order): Promise<void> {
  const engines: Engine[] = [optimum, treewireSignals, treewireState, await peerNamed(peer)]
  const said: Said[] = []
  const samples: Samples[] = []
  for (const workload of workloads) {
    for (const engine of engines) said.push(...[await verify(workload, engine)].filter(isThere))
    samples.push(...(await measure(workload, engines, effort)))
  }
  process.send!({ said, samples } satisfies Report, () => process.disconnect())
}

/** Peers are looked for by name: they are not installed where only the library is checked. */
async function peerNamed(name: PeerName): Promise<Engine> {
  if (!peers.includes(name)) throw new Error(`"${name}" is no peer. Peers: ${peers.join(', ')}`)
  const module = (await import(`./peers/${name}.js`)) as { readonly engine: Engine }
  return module.engine
}

function isThere<Value>(value: Value | undefined): value is Value {
  return value !== undefined
}
