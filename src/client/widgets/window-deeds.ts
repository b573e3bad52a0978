// What is done to a window by its bar or its menu.

import type { WindowState } from '../../widgets/payloads.ts'
import type { WindowDeed } from './menu/window-menu.ts'

interface WindowWithStates {
  lower(): void
  get_window_state(): WindowState
  set_window_state(state: WindowState): void
}

const leadsTo = {
  restore: 'normal',
  minimize: 'minimized',
  maximize: 'maximized',
  shade: 'shaded',
} as const

/** @param close  what closing it comes to */
export function carryOut(deed: WindowDeed, window: WindowWithStates, close: () => void): void {
  if (deed === 'close') close()
  else if (deed === 'lower') window.lower()
  else toggleState(window, leadsTo[deed])
}

/** Done again it is undone. */
export function toggleState(window: WindowWithStates, state: WindowState): void {
  window.set_window_state(window.get_window_state() === state ? 'normal' : state)
}
