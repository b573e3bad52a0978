// Widgets of a model as a TreeView shows them. Pure.

import type { ModelWidget } from '../../model/model.ts'
import type { TreeBranch, TreeNode } from '../../widgets/tree-payloads.ts'
import type { Hide } from '../seen/secrets.ts'
import { cut, shortText } from '../seen/short-text.ts'

/** @param hide  what of states is not to be read */
export function outlineData(widgets: readonly ModelWidget[], hide?: Hide): TreeBranch {
  return Object.fromEntries(widgets.map((widget) => [keyOf(widget), nodeOf(widget, hide)] as const))
}

/** The keys that lead to a widget; none for one that is not there. */
export function pathTo(widget: ModelWidget | undefined): string[] {
  return widget ? [...pathTo(widget.parent), keyOf(widget)] : []
}

function keyOf({ wid }: ModelWidget): string {
  return `w${wid}`
}

function nodeOf(widget: ModelWidget, hide: Hide | undefined): TreeNode {
  const name = `${widget.widgetClass.name} #${widget.wid}`
  return { name, states: statesOf(widget, hide), ...outlineData(widget.children, hide) }
}

function statesOf({ state }: ModelWidget, hide: Hide | undefined): string {
  return cut([...state].map(([name, value]) => `${name}=${shortText(value, hide)}`).join(' '), 240)
}
