// The widgets both sides agree on. Each is declared once, in classes/; everything else follows.

import * as buttons from './classes/buttons.ts'
import * as data from './classes/data.ts'
import * as display from './classes/display.ts'
import * as inputs from './classes/inputs.ts'
import * as layout from './classes/layout.ts'
import * as panels from './classes/panels.ts'
import * as text from './classes/text.ts'
import * as windows from './classes/windows.ts'
import { nearest } from './nearest.ts'
import { WidgetClass } from './widget-class.ts'

export const catalog = {
  ...windows,
  ...layout,
  ...panels,
  ...display,
  ...buttons,
  ...text,
  ...inputs,
  ...data,
} as const

/** By class name. Names from the wire are looked up here and nowhere else. */
export const widgetClasses: ReadonlyMap<string, WidgetClass> = new Map(
  Object.entries(catalog).map(([name, declaration]) => [name, new WidgetClass(name, declaration)]),
)

/** @throws UnknownWidgetError when there is no such class */
export function widgetClass(name: string): WidgetClass {
  const found = widgetClasses.get(name)
  if (found) return found
  throw new UnknownWidgetError(name, [...widgetClasses.keys()])
}

export class UnknownWidgetError extends Error {
  override readonly name = 'UnknownWidgetError'

  constructor(className: string, known: readonly string[]) {
    super(
      `There is no widget class "${className}". Did you mean "${nearest(className, known)}"? Known: ${known.join(', ')}`,
    )
  }
}
