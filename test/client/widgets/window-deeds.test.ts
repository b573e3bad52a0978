import { expect, test } from 'vitest'
import type { WindowDeed } from '../../../src/client/widgets/menu/window-menu.ts'
import { carryOut } from '../../../src/client/widgets/window-deeds.ts'
import type { WindowState } from '../../../src/widgets/payloads.ts'

test.each<[WindowState, WindowDeed, string]>([
  ['normal', 'minimize', 'is minimized'],
  ['normal', 'maximize', 'is maximized'],
  ['normal', 'shade', 'is shaded'],
  ['shaded', 'shade', 'is normal'],
  ['maximized', 'shade', 'is shaded'],
  ['maximized', 'restore', 'is normal'],
  ['normal', 'lower', 'lowered'],
  ['normal', 'close', 'closed'],
])('a window that is %s and told to %s: %s', (state, deed, done) => {
  const said: string[] = []
  const window = {
    lower: () => void said.push('lowered'),
    get_window_state: () => state,
    set_window_state: (next: WindowState) => void said.push(`is ${next}`),
  }
  carryOut(deed, window, () => void said.push('closed'))
  expect(said).toEqual([done])
})
