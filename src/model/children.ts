// What stands in a widget: how it is put in, moved and taken out, and which page of several is shown.

import type { Json } from '../protocol/messages.ts'
import type { ModelWidget } from './model.ts'

const paged: ReadonlySet<string> = new Set(['TabWidget', 'StackWidget'])

/**
 * Puts a child in front of another, or at the end; one that stands somewhere is taken out there.
 *
 * @throws Error when the other one is no child of `parent`
 */
export function putIn(
  parent: ModelWidget,
  child: ModelWidget,
  before: ModelWidget | undefined,
  placement: readonly Json[],
): void {
  const { shownChild } = parent
  takeOut(child)
  const at = before ? parent.children.indexOf(before) : parent.children.length
  if (at < 0) throw new Error(`#${before?.wid} is no child of #${parent.wid}`)
  parent.children.splice(at, 0, child)
  parent.placements.set(child, placement)
  child.parent = parent
  // One that only moves is shown as before.
  showPage(parent, shownChild ?? child)
}

export function takeOut(child: ModelWidget): void {
  const { parent } = child
  if (!parent) return
  // The last one is found at once.
  const at = parent.children.lastIndexOf(child)
  parent.children.splice(at, 1)
  if (parent.shownChild === child) parent.shownChild = parent.children[at] ?? parent.children.at(-1)
  parent.placements.delete(child)
  child.parent = undefined
}

/** What is no child of it is not shown, and neither is a page of what has none. */
export function showPage(widget: ModelWidget, child: ModelWidget | undefined): void {
  if (paged.has(widget.widgetClass.name) && child?.parent === widget) widget.shownChild = child
}
