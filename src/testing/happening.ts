// One thing that a page reports of what its user does.

import type { Json } from '../protocol/messages.ts'
import type { ModelWidget } from '../model/model.ts'

export interface Happening {
  readonly widget: ModelWidget
  readonly action: string
  readonly args: readonly Json[]
}

export function happening(
  widget: ModelWidget,
  action: string,
  ...args: readonly Json[]
): Happening {
  return { widget, action, args }
}

/** `TextEntry #5`, in sentences about a mistake. */
export function called({ widgetClass, wid }: ModelWidget): string {
  return `${widgetClass.name} #${wid}`
}
