// What a user cannot do, and why.

import type { ModelWidget } from '../model/model.ts'
import { stateOf } from '../model/state-of.ts'
import type { Json } from '../protocol/messages.ts'
import { wrongEventArg } from '../widgets/event-args.ts'
import { nearest } from '../widgets/nearest.ts'
import { called } from './happening.ts'

/** @throws TypeError when there is no such event */
export function mustHave(widget: ModelWidget, action: string): void {
  const { events } = widget.widgetClass
  if (events.has(action)) return
  const meant = nearest(action, [...events.keys()])
  throw new TypeError(`${called(widget)} has no event "${action}". Did you mean "${meant}"?`)
}

/**
 * What a text has in common with the server is added on the way, and files are announced otherwise than they arrive.
 *
 * @throws TypeError when this is not what the event tells: a server would end the line
 */
export function mustTell(widget: ModelWidget, action: string, args: readonly Json[]): void {
  const { widgetClass } = widget
  const reports = widgetClass.reports.get(action) ?? []
  if (reports.some(({ where }) => where === 'exchange') || args.some(isAnnouncement)) return
  const wrong = wrongEventArg(widgetClass, action, args)
  if (wrong) throw new TypeError(`${action} of ${called(widget)} ${wrong}`)
}

function isAnnouncement(arg: Json): boolean {
  return typeof arg === 'object' && arg !== null && Object.hasOwn(arg, 'transfer_id')
}

/** @throws when it is disabled */
export function mustBeEnabled(widget: ModelWidget): void {
  if (stateOf(widget, 'enabled') === false) {
    throw new Error(`${called(widget)} is disabled: nobody can use it`)
  }
}

/** @throws when it is disabled or out of sight, or stands in what is */
export function mustBeUsable(widget: ModelWidget): void {
  mustBeEnabled(widget)
  for (let at: ModelWidget | undefined = widget; at; at = at.parent) {
    const where = at === widget ? called(at) : `${called(at)}, in which ${called(widget)} stands,`
    const hindrance = hindranceOf(at)
    if (hindrance) throw new Error(`${where} ${hindrance}`)
  }
}

/** Whether it is shown, and all that it stands in; it may be disabled. */
export function isInSight(widget: ModelWidget): boolean {
  for (let at: ModelWidget | undefined = widget; at; at = at.parent) {
    if (hidingOf(at) !== undefined) return false
  }
  return true
}

/** The one that stands in nothing: it, or what it stands in. */
export function outermost(widget: ModelWidget): ModelWidget {
  let at = widget
  while (at.parent) at = at.parent
  return at
}

function hindranceOf(widget: ModelWidget): string | undefined {
  if (widget.state.get('enabled') === false) return 'is disabled: nobody can use it'
  return hidingOf(widget)
}

function hidingOf(widget: ModelWidget): string | undefined {
  const { state, parent } = widget
  if (state.get('visible') === false) return 'is hidden: nobody can see it'
  if (parent?.shownChild && parent.shownChild !== widget) {
    return `is on a page of ${called(parent)} that is not shown: select it first`
  }
  const isFolded = parent?.widgetClass.name === 'Expander' && stateOf(parent, 'collapsed') !== false
  if (!isFolded || stateOf(parent, 'collapsible') === false) return undefined
  return `is folded in ${called(parent)}: click that first`
}
