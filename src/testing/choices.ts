// What choosing something in a widget is told as: an item, a tab, a row. Pure.

import { clickOn } from './clicks.ts'
import { called, happening } from './happening.ts'
import type { Happening } from './happening.ts'
import type { ModelWidget } from '../model/model.ts'
import { stateOf, tabTitle } from '../model/state-of.ts'
import { chooseRow } from './row-choices.ts'
import { rowsOf } from '../model/table-rows.ts'
import type { Row } from '../model/table-rows.ts'
import { showTab } from './tabs.ts'

/** What is chosen: a text or a place, counted from 0; of a row its key, its place or the path to it. */
export type Choice = string | number | readonly string[]

type Rule = (widget: ModelWidget, choice: Choice, isAdded: boolean) => readonly Happening[]

const chooseMeant: Rule = (widget, choice, isAdded) =>
  chooseRow(widget, rowMeant(widget, choice), isAdded)

const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['ComboBox', chooseItem],
  ['TabWidget', chooseTab],
  ['TableView', chooseMeant],
  ['TreeView', chooseMeant],
])

/**
 * @param isAdded  besides what was chosen before, see `mustTakeSeveral`
 * @throws when there is nothing to choose, or not this
 */
export function choose(
  widget: ModelWidget,
  choice: Choice | undefined,
  isAdded = false,
): readonly Happening[] {
  const { name } = widget.widgetClass
  if (name === 'RadioButton' && choice === undefined) return clickOn(widget)
  const rule = rules.get(name)
  if (rule && choice !== undefined) return rule(widget, choice, isAdded)
  throw new Error(
    `There is nothing to select in ${called(widget)} by ${JSON.stringify(choice)}: select is for an item of a ComboBox, a tab of a TabWidget, a row of a TableView or TreeView, and for a RadioButton by itself`,
  )
}

/** @throws unless several rows can be selected there */
export function mustTakeSeveral(widget: ModelWidget): void {
  const mode = stateOf(widget, 'selectionMode')
  if (mode === 'multiple' || mode === 'multiple-cell') return
  const why =
    mode === undefined
      ? 'only rows of a TableView or TreeView are selected together'
      : `its selectionMode is ${JSON.stringify(mode)}; set it to "multiple"`
  throw new Error(`One at a time is selected in ${called(widget)}: ${why}`)
}

function chooseItem(widget: ModelWidget, choice: Choice): readonly Happening[] {
  const items = (stateOf(widget, 'items') ?? []) as readonly string[]
  const index = placeOf(choice, items, `items of ${called(widget)}`)
  return [happening(widget, 'activated', index, items[index]!)]
}

function chooseTab(widget: ModelWidget, choice: Choice): readonly Happening[] {
  const titles = widget.children.map(tabTitle)
  return showTab(widget, placeOf(choice, titles, `tabs of ${called(widget)}`))
}

function placeOf(choice: Choice, texts: readonly string[], what: string): number {
  const index = typeof choice === 'number' ? choice : texts.indexOf(String(choice))
  if (texts[index] !== undefined) return index
  const known = texts.map((text) => JSON.stringify(text)).join(', ')
  throw new Error(`There is no ${JSON.stringify(choice)} among the ${what}: ${known || 'none'}`)
}

function rowMeant(widget: ModelWidget, choice: Choice): Row {
  const path = Array.isArray(choice) ? (choice as readonly string[]) : [choice as string | number]
  const isTree = widget.widgetClass.name === 'TreeView'
  if (path.length > 1 && !isTree) throw new Error(noPath(widget, path))
  const what = isTree ? 'nodes of' : 'keys of the rows of'
  let rows: readonly Row[] = rowsOf(widget)
  let row: Row | undefined
  for (const key of path) {
    const keys = rows.map((one) => one.path.at(-1)!)
    const where = row ? `${called(widget)} below ${JSON.stringify(row.path)}` : called(widget)
    row = rows[placeOf(key, keys, `${what} ${where}`)]!
    rows = row.below
  }
  if (row) return row
  throw new Error(`A path with nothing in it names no row of ${called(widget)}: give its keys`)
}

function noPath(widget: ModelWidget, path: readonly (string | number)[]): string {
  const [first, second] = path.map((key) => JSON.stringify(key))
  return `The rows of ${called(widget)} stand below no other, so a list of keys names none. Several are selected one by one: select(…, ${first}, ${second})`
}
