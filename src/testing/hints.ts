// What may have been meant when nothing fits what was looked for. Pure.

import type { ModelWidget } from '../model/model.ts'
import { ownText, tabTitle } from '../model/state-of.ts'
import type { Json } from '../protocol/messages.ts'
import { accessibleName } from '../widgets/accessible-name.ts'
import { widgetClasses } from '../widgets/catalog.ts'
import { near, nearest } from '../widgets/nearest.ts'
import { roleOf } from '../widgets/roles.ts'
import type { Query } from './find.ts'
import { called } from './happening.ts'
import { fitsText, shownText } from './text-pattern.ts'

const words: Record<keyof Query, true> = {
  type: true,
  role: true,
  name: true,
  text: true,
  label: true,
  path: true,
  wid: true,
}

/** @throws TypeError for what no widget can be asked for */
export function mustBeQuery(query: unknown): asserts query is Query {
  if (typeof query !== 'object' || query === null || Array.isArray(query)) {
    throw new TypeError(
      `What is looked for is a text, a pattern, a query or a widget, got ${JSON.stringify(query)}`,
    )
  }
  const unknown = Object.keys(query).find((word) => !Object.hasOwn(words, word))
  if (unknown === undefined) return
  const meant = nearest(unknown, Object.keys(words))
  throw new TypeError(`A query has no "${unknown}". Did you mean "${meant}"?`)
}

/** A sentence; undefined when there is nothing to say. @param widgets  those that were looked at */
export function hintFor(query: Query, widgets: readonly ModelWidget[]): string | undefined {
  const { type, text, name = text } = query
  if (type !== undefined && !widgetClasses.has(type)) {
    return `There is no class "${type}". Did you mean "${nearest(type, [...widgetClasses.keys()])}"?`
  }
  if (name === undefined) return undefined
  const other = text === undefined ? kindHint(name, widgets) : nameHint(text, widgets)
  const inState = text === undefined ? undefined : stateHint(text, widgets)
  return tabHint(name, widgets) ?? other ?? inState ?? nearHint(query, widgets)
}

function tabHint(wanted: string | RegExp, widgets: readonly ModelWidget[]): string | undefined {
  const shown = widgets.find((one) => isTab(one) && fitsText(tabTitle(one), wanted))
  if (!shown?.parent) return undefined
  return `A tab of ${called(shown.parent)} says so: select(…, ${JSON.stringify(tabTitle(shown))}) goes there.`
}

function isTab({ parent }: ModelWidget): boolean {
  return parent?.widgetClass.name === 'TabWidget'
}

function nameHint(wanted: string | RegExp, widgets: readonly ModelWidget[]): string | undefined {
  const named = widgets.find((one) => fitsText(nameOf(one), wanted))
  if (!named) return undefined
  return `That is no text but the name of ${called(named)}: { name: ${shownText(wanted)} } finds it.`
}

/** What is called so is something else than was asked for. */
function kindHint(wanted: string | RegExp, widgets: readonly ModelWidget[]): string | undefined {
  const named = widgets.find((one) => fitsText(nameOf(one), wanted))
  if (!named) return undefined
  const role = roleOf(named.widgetClass.name, named.state)
  return `${called(named)} has this name${role === undefined ? '' : `, and the role "${role}"`}.`
}

/** Another text, or name, of what fits otherwise. */
function nearHint(
  { type, role, name, text = name }: Query,
  widgets: readonly ModelWidget[],
): string | undefined {
  if (typeof text !== 'string') return undefined
  const ofKind = widgets.filter(
    ({ widgetClass, state }) =>
      (type === undefined || widgetClass.name === type) &&
      (role === undefined || roleOf(widgetClass.name, state) === role),
  )
  const meant = near(text, ofKind.map(name === undefined ? ownText : nameOf))
  return meant === undefined ? undefined : `Did you mean ${JSON.stringify(meant)}?`
}

function nameOf({ widgetClass, state }: ModelWidget): string {
  return accessibleName(widgetClass.name, state)
}

function stateHint(wanted: string | RegExp, widgets: readonly ModelWidget[]): string | undefined {
  for (const widget of widgets) {
    const prop = [...widget.state].find(([, value]) => says(value, wanted))?.[0]
    if (prop === undefined) continue
    return `It is in the state "${prop}" of ${called(widget)}, which .state.get("${prop}") of it gives.`
  }
  return undefined
}

/** A text anywhere in a value. */
function says(value: Json, wanted: string | RegExp): boolean {
  if (typeof value === 'string') return fitsText(value, wanted)
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some((one) => says(one, wanted))
}
