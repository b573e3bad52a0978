// Widgets of a model as a TreeView shows them. Pure.

import type { ModelWidget } from '../../model/model.ts'
import type { WidgetId } from '../../protocol/messages.ts'
import type { TreeBranch, TreeNode } from '../../widgets/tree-payloads.ts'
import { cut, shortText } from '../seen/short-text.ts'

/** @param touched  the widget that the last message was about; it is marked */
export function outlineData(
  widgets: readonly ModelWidget[],
  touched: WidgetId | undefined,
): TreeBranch {
  return Object.fromEntries(
    widgets.map((widget) => [`w${widget.wid}`, nodeOf(widget, touched)] as const),
  )
}

function nodeOf(widget: ModelWidget, touched: WidgetId | undefined): TreeNode {
  const mark = widget.wid === touched ? '● ' : ''
  const name = `${mark}${widget.widgetClass.name} #${widget.wid}`
  return { name, states: statesOf(widget), ...outlineData(widget.children, touched) }
}

function statesOf({ state }: ModelWidget): string {
  return cut([...state].map(([name, value]) => `${name}=${shortText(value)}`).join(' '), 240)
}
