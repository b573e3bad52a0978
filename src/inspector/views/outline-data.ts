// Widgets of a model as a TreeView shows them. Pure.

import type { ModelWidget } from '../../model/model.ts'
import type { TreeBranch, TreeNode } from '../../widgets/tree-payloads.ts'
import { cut, shortText } from '../seen/short-text.ts'

export function outlineData(widgets: readonly ModelWidget[]): TreeBranch {
  return Object.fromEntries(widgets.map((widget) => [keyOf(widget), nodeOf(widget)] as const))
}

/** The keys that lead to a widget; none for one that is not there. */
export function pathTo(widget: ModelWidget | undefined): string[] {
  return widget ? [...pathTo(widget.parent), keyOf(widget)] : []
}

function keyOf({ wid }: ModelWidget): string {
  return `w${wid}`
}

function nodeOf(widget: ModelWidget): TreeNode {
  const name = `${widget.widgetClass.name} #${widget.wid}`
  return { name, states: statesOf(widget), ...outlineData(widget.children) }
}

function statesOf({ state }: ModelWidget): string {
  return cut([...state].map(([name, value]) => `${name}=${shortText(value)}`).join(' '), 240)
}
