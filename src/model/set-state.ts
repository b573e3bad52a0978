// A widget of the model gets a state. Rows can be given in two ways, and those given last are those that there are.

import type { Json } from '../protocol/messages.ts'
import type { ModelWidget } from './model.ts'

/** By class and prop: the prop that is the same in another way. */
const rivals: ReadonlyMap<string, string> = new Map([
  ['TableView.rows', 'data'],
  ['TableView.data', 'rows'],
  ['TreeView.tree', 'data'],
  ['TreeView.data', 'tree'],
])

export function setState(widget: ModelWidget, prop: string, value: Json): void {
  const { widgetClass, state } = widget
  state.set(prop, value)
  const rival = rivals.get(`${widgetClass.name}.${prop}`)
  if (rival === undefined) return
  state.delete(rival)
  widget.rowKeys = undefined
}
