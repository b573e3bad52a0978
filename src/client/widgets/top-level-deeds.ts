// What the user of a window on the page may do to it. Pure.

import type { CreateArgs } from '../../widgets/derive.ts'
import type { WindowState } from '../../widgets/payloads.ts'
import type { WindowDeed } from './menu/window-menu.ts'

interface Situation {
  readonly state: WindowState
  /** One that fills the page is as it is. */
  readonly isFloating: boolean
  /** Somebody would hear that it is to be closed. */
  readonly canClose: boolean
}

type Options = NonNullable<CreateArgs<'TopLevel'>[0]>

export function topLevelDeeds(
  { minimizable = false, maximizable = false, shadeable = true, lowerable = false }: Options,
  { state, isFloating, canClose }: Situation,
): WindowDeed[] {
  if (!isFloating) return []
  const deeds: readonly [WindowDeed, boolean][] = [
    ['restore', state !== 'normal'],
    ['minimize', minimizable],
    ['maximize', maximizable],
    ['shade', shadeable],
    ['lower', lowerable],
    ['close', canClose],
  ]
  return deeds.filter(([, isOffered]) => isOffered).map(([deed]) => deed)
}
