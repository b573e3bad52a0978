// What an event tells of the widget that reports it: the user has seen it before the server hears of it.

import type { Json } from '../protocol/messages.ts'
import { editOf } from '../widgets/table-edits.ts'
import { reportedValue } from '../widgets/widget-class.ts'
import { releaseOthers } from '../model/groups.ts'
import { showPage } from '../model/children.ts'
import { editRow } from '../model/flat-rows.ts'
import type { ModelBrowser, ModelWidget } from '../model/model.ts'

/**
 * The widget shows what was done.
 *
 * @returns all that the event tells
 */
export function show(
  browser: ModelBrowser,
  widget: ModelWidget,
  action: string,
  args: readonly Json[],
): readonly Json[] {
  if (action === 'cell_edited' && widget.widgetClass.name === 'TableView') {
    editRow(widget, editOf(args))
    return args
  }
  let told = args
  for (const { prop, where } of widget.widgetClass.reports.get(action) ?? []) {
    if (where === 'exchange') {
      told = browser.texts.typed(widget, prop, args)
      continue
    }
    const indexOf = (wid: number) => widget.children.findIndex((child) => child.wid === wid)
    const value = reportedValue(where, args, Object.fromEntries(widget.state), indexOf)
    if (value !== undefined) set(browser, widget, prop, value)
  }
  return told
}

function set(browser: ModelBrowser, widget: ModelWidget, prop: string, value: Json): void {
  widget.state.set(prop, value)
  if (prop === 'state' && value === true) releaseOthers(browser.widgets, widget)
  if (prop === 'index') showPage(widget, widget.children[Number(value)])
  if (prop === 'visible' && value === false) widget.isShown = false
}
