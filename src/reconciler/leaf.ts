// What stands for leaves that have no nodes while something is said of them, one after the other; see fold.ts. Nobody
// keeps it.

import type { WidgetId } from '../protocol/messages.ts'
import type { StateProp } from '../widgets/class-props.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import type { Widget } from './host.ts'
import { isRight } from './props.ts'

export class Leaf implements Widget {
  wid: WidgetId = 0
  widgetClass: WidgetClass
  /** The container. */
  keeper: Widget
  owner: Widget | undefined = undefined
  childCount = 0
  isGone = false
  readonly handle = undefined

  constructor(container: Widget) {
    this.keeper = container
    this.widgetClass = container.widgetClass
  }

  /** From now on it stands for the one with this number, which stands nowhere yet. */
  become(container: Widget, wid: WidgetId, widgetClass: WidgetClass): void {
    this.keeper = container
    this.wid = wid
    this.widgetClass = widgetClass
    this.owner = undefined
    this.isGone = false
  }
}

/** Whether text alone says it. */
export function isSimple(value: unknown): value is string | number | boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  return typeof value === 'string' || typeof value === 'boolean'
}

/** Whether one call says a value of a state. */
export function isSayable(prop: StateProp, value: unknown): value is string | number | boolean {
  return prop.isPlain && !prop.isAfterChildren && isSimple(value) && isRight(prop, value)
}
