// A method as calls of it are checked and made.

import type { Method, Params } from '../../widgets/define.ts'
import { statesSetBy } from '../../widgets/marks.ts'
import type { WidgetClass } from '../../widgets/widget-class.ts'

export interface BrowserMethod {
  /** As in `Slider.set_value`. */
  readonly fullName: string
  readonly params: Params
  /** The states that it sets as a whole. */
  readonly states: readonly string[]
  readonly isQuery: boolean
}

/** undefined where the class has no such method. */
export function browserMethod(widgetClass: WidgetClass, name: string): BrowserMethod | undefined {
  const method = widgetClass.methods.get(name)
  if (!method) return undefined
  return {
    fullName: `${widgetClass.name}.${name}`,
    params: paramsOf(widgetClass, name, method),
    states: statesSetBy(widgetClass, name),
    isQuery: method.kind === 'query',
  }
}

/** What `add_widget` takes after the child may follow the sibling in `insert_before`. */
function paramsOf({ methods, children }: WidgetClass, name: string, { params }: Method): Params {
  if (name !== 'insert_before' || !children) return params
  const places = methods.get(children.add)?.params.slice(1) ?? []
  return [...params, ...places.map((param) => ({ ...param, optional: true }))]
}
