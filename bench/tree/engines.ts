// The engines by name. Peers are looked for when they are wanted: where only the library is checked there are none.

import { peers } from './engine.ts'
import type { Engine, EngineName, PeerName } from './engine.ts'
import { optimum } from './optimum.ts'
import { SessionStage } from './session-stage.ts'
import type { Stage } from './stage.ts'
import { signalsOn } from './treewire-signals.tsx'
import { TreewireStage } from './treewire-stage.ts'
import { stateOn } from './treewire-state.tsx'

/** Whether the library is shown as it runs, or speaks to the bench without a session. */
export type StageName = 'session' | 'reconciler'

const stages: Readonly<Record<StageName, () => Stage>> = {
  session: () => new SessionStage(),
  reconciler: () => new TreewireStage(),
}

export function oursOn(stage: StageName): readonly Engine[] {
  return [optimum, signalsOn(stages[stage]), stateOn(stages[stage])]
}

/** @throws Error when it has no file in peers/ */
export async function engineNamed(name: EngineName, stage: StageName): Promise<Engine> {
  const own = oursOn(stage).find((engine) => engine.name === name)
  return own ?? (await peerNamed(name as PeerName))
}

async function peerNamed(name: PeerName): Promise<Engine> {
  if (!peers.includes(name)) throw new Error(`"${name}" is no engine. Peers: ${peers.join(', ')}`)
  const module = (await import(`./peers/${name}.js`)) as { readonly engine: Engine }
  return module.engine
}
