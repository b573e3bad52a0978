// What can be done to a window, as a menu.

import type { WindowState } from '../../../widgets/payloads.ts'
import { make } from '../../dom/place.ts'
import type { Anchor } from '../../dom/floating.ts'
import { entryAt } from './entries.ts'
import { FreeMenu } from './free-menu.ts'
import { MenuPanel } from './panel.ts'
import { Row } from './row.ts'

export type WindowDeed = 'restore' | 'minimize' | 'maximize' | 'shade' | 'lower' | 'close'

export interface WindowMenuOptions {
  readonly root: HTMLElement
  /** The icon of the window, or where its bar was clicked. */
  readonly anchor: Anchor
  readonly state: WindowState
  /** What the window lets its user do. */
  readonly offers: readonly WindowDeed[]
  /** Whether its first entry is active, or none. */
  readonly focus: 'first' | 'panel'
  readonly chosen: (deed: WindowDeed) => void
  /** Told when it has closed, for whatever reason. */
  readonly closed: () => void
}

/** In this order; what is done already is left out. */
const deeds: readonly (readonly [deed: WindowDeed, text: string, leadsTo?: WindowState])[] = [
  ['restore', 'Restore', 'normal'],
  ['minimize', 'Minimize', 'minimized'],
  ['maximize', 'Maximize', 'maximized'],
  ['shade', 'Roll up', 'shaded'],
  ['lower', 'Send to back'],
  ['close', 'Close'],
]

/** Opens it. The result closes it. */
export function openWindowMenu(options: WindowMenuOptions): () => void {
  const { root, anchor, focus, chosen, closed } = options
  const panel = new MenuPanel()
  panel.element.ariaLabel = 'Window'
  const deedsOf = new Map<Element, WindowDeed>()
  for (const [deed, text] of deedsFor(options)) {
    if (deed === 'close' && panel.element.childElementCount > 0) panel.element.append(divider())
    const button = entry(text)
    deedsOf.set(button, deed)
    panel.element.append(button)
  }
  // Heard after the panel has closed itself: whatever the deed does to the focus is the last word.
  panel.element.addEventListener('click', (event) => {
    const deed = deedsOf.get(entryAt(panel.element, event) ?? panel.element)
    if (deed) chosen(deed)
  })
  const menu = new FreeMenu(panel.element, panel)
  menu.open({ anchor, root, focus, closed, float: { gap: 2 } })
  return () => menu.close()
}

function deedsFor({ state, offers }: WindowMenuOptions): typeof deeds {
  return deeds.filter(([deed, , leadsTo]) => offers.includes(deed) && leadsTo !== state)
}

function entry(text: string): HTMLElement {
  const row = new Row('menuitem')
  row.text = text
  row.button.tabIndex = -1
  return row.button
}

function divider(): HTMLElement {
  return make('hr', 'tw-separator')
}
