// What the user of a window in a workspace may do to it. Pure.

import type { WindowState } from '../../../widgets/payloads.ts'
import type { WindowDeed } from '../menu/window-menu.ts'

export interface Leave {
  readonly isShadeable: boolean
  /** Somebody would hear the question. */
  readonly canAsk: boolean
}

export function deedsFor(state: WindowState, { isShadeable, canAsk }: Leave): WindowDeed[] {
  const deeds: readonly [WindowDeed, boolean][] = [
    ['restore', state !== 'normal'],
    ['minimize', true],
    ['maximize', true],
    ['shade', isShadeable && state !== 'maximized'],
    ['lower', true],
    ['close', canAsk],
  ]
  return deeds.filter(([, isOffered]) => isOffered).map(([deed]) => deed)
}
