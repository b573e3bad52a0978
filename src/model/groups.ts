// Radio and toggle buttons of which one is on: when another one is, the browser releases it without a word.

import type { WidgetId } from '../protocol/messages.ts'
import { isRef } from '../widgets/types.ts'
import type { ModelWidget } from './model.ts'

type Widgets = ReadonlyMap<WidgetId, ModelWidget>

/** This one is on, so the others of its group are not. */
export function releaseOthers(widgets: Widgets, chosen: ModelWidget): void {
  for (const other of membersOf(widgets, chosen)) {
    if (other !== chosen && other.state.get('state') === true) other.state.set('state', false)
  }
}

/** All of its group in the order in which they were made, itself among them. */
export function membersOf(widgets: Widgets, member: ModelWidget): ModelWidget[] {
  if (!member.widgetClass.hasGroup) return [member]
  const group = groupOf(widgets, member)
  return [...widgets.values()].filter(
    (one) => one.widgetClass === member.widgetClass && groupOf(widgets, one) === group,
  )
}

/** A group is known by its name, or by any member of it. */
function groupOf(widgets: Widgets, member: ModelWidget): string {
  const group = member.state.get('group')
  if (typeof group === 'string' && group !== '') return `named ${group}`
  const other = isRef(group) ? widgets.get(group.__wid__) : undefined
  return other ? groupOf(widgets, other) : `of #${member.wid}`
}
