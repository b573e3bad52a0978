// The widgets both sides agree on. Each is declared once, in classes/; everything else follows.

import * as buttonBox from './classes/button-box.ts'
import * as buttons from './classes/buttons.ts'
import * as colors from './classes/colors.ts'
import * as charts from './classes/charts.ts'
import * as dial from './classes/dial.ts'
import * as display from './classes/display.ts'
import * as files from './classes/files.ts'
import * as inputs from './classes/inputs.ts'
import * as layout from './classes/layout.ts'
import * as markup from './classes/markup.ts'
import * as media from './classes/media.ts'
import * as menus from './classes/menus.ts'
import * as panels from './classes/panels.ts'
import * as tables from './classes/tables.ts'
import * as toasts from './classes/toasts.ts'
import * as scrollBars from './classes/scroll-bars.ts'
import * as source from './classes/source.ts'
import * as text from './classes/text.ts'
import * as windows from './classes/windows.ts'
import * as workspace from './classes/workspace.ts'
import { nearest } from './nearest.ts'
import { tableOf } from './table.ts'
import { WidgetClass } from './widget-class.ts'

export const catalog = {
  ...windows,
  ...files,
  ...layout,
  ...workspace,
  ...buttonBox,
  ...panels,
  ...scrollBars,
  ...display,
  ...markup,
  ...media,
  ...buttons,
  ...menus,
  ...text,
  ...source,
  ...inputs,
  ...dial,
  ...colors,
  ...tables,
  ...toasts,
  ...charts,
} as const

/** By class name. Names from the wire are looked up here and nowhere else. */
export const widgetClasses: ReadonlyMap<string, WidgetClass> = new Map(
  Object.entries(catalog).map(([name, declaration]) => [name, new WidgetClass(name, declaration)]),
)

const classTable = tableOf(widgetClasses)

/** The class of this name, as `widgetClasses` has it. Asked for each element that is made. */
export function classNamed(name: string): WidgetClass | undefined {
  return classTable[name]
}

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
