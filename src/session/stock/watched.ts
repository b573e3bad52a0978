// What a stock browser has to report of a widget: what the session listens to, under the names that it has there, and
// what has to be known in order to tell it other things.

import type { Known } from './known.ts'
import { Windows } from './windows.ts'

const watched: ReadonlyMap<string, readonly string[]> = new Map([
  ['TabWidget', ['page-switch']],
  ['StackWidget', ['page-switch']],
  ['MDIWidget', ['page-switch', 'page-close']],
  ['Splitter', ['sizing']],
  ['Expander', ['toggled']],
  ['CheckBox', ['activated']],
  ['ComboBox', ['activated']],
  ['TextEntry', ['modified', 'activated']],
  ['TextEntrySet', ['modified', 'activated']],
  ['TableView', ['cell_edited', 'selected']],
  ['TreeView', ['cell_edited', 'selected', 'expanded', 'collapsed']],
])

/** Events of ours that are told by others of theirs. */
const others: ReadonlyMap<string, readonly string[]> = new Map([
  ['folded', ['expanded', 'collapsed']],
  ['sorts_changed', ['sorted']],
])

export function watchedActions(known: Known): Set<string> {
  const { widgetClass, listening, standIn } = known
  const actions = new Set(standIn ? [] : watched.get(widgetClass.name))
  for (const action of listening) for (const one of theirsOf(known, action)) actions.add(one)
  return actions
}

function theirsOf(known: Known, action: string): readonly string[] {
  const { widgetClass, standIn } = known
  const isOurs = widgetClass.events.get(action)?.ours === true
  if (others.has(action) && isOurs) return others.get(action)!
  if (isOurs) return []
  // A window is watched by its workspace.
  if (Windows.isWindow(known)) return action === 'move' ? [] : [action]
  if (!standIn) return [action]
  const one = standIn.actionOf(action)
  if (one !== undefined) return [one]
  return Object.hasOwn(widgetClass.declaration.events ?? {}, action) ? [] : [action]
}
