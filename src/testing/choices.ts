// What choosing something in a widget is told as: an item, a tab, a row. Pure.

import type { Json } from '../protocol/messages.ts'
import { keysOf } from '../widgets/patched-rows.ts'
import { columnKeys, isValues, listOf } from '../widgets/table-keys.ts'
import type { CellValue, ColumnInput, RowInput, RowValues } from '../widgets/table-payloads.ts'
import { nodeParts } from '../widgets/tree-data.ts'
import type { NodeValues } from '../widgets/tree-data.ts'
import type { TreeBranch } from '../widgets/tree-payloads.ts'
import { clickOn } from './clicks.ts'
import { called, happening } from './happening.ts'
import type { Happening } from './happening.ts'
import type { ModelWidget } from '../model/model.ts'
import { stateOf, tabTitle } from '../model/state-of.ts'
import { showTab } from './tabs.ts'

/** What is chosen: a text or a place, counted from 0; of a row its key, its place or the path to it. */
export type Choice = string | number | readonly string[]

type Rule = (widget: ModelWidget, choice: Choice) => readonly Happening[]

const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['ComboBox', chooseItem],
  ['TabWidget', chooseTab],
  ['TableView', (widget, choice) => chooseRow(widget, flatRow(widget, choice))],
  ['TreeView', (widget, choice) => chooseRow(widget, treeRow(widget, choice))],
])

/** @throws when there is nothing to choose, or not this */
export function choose(widget: ModelWidget, choice: Choice | undefined): readonly Happening[] {
  if (widget.widgetClass.name === 'RadioButton' && choice === undefined) return clickOn(widget)
  const rule = rules.get(widget.widgetClass.name)
  if (rule && choice !== undefined) return rule(widget, choice)
  throw new Error(
    `There is nothing to select in ${called(widget)} by ${JSON.stringify(choice)}: select is for an item of a ComboBox, a tab of a TabWidget, a row of a TableView or TreeView, and for a RadioButton by itself`,
  )
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

interface Row {
  readonly path: readonly string[]
  readonly values: RowValues | null
}

/** As a click on its first cell does it: the row, if rows are selected, and then the cell. */
function chooseRow(widget: ModelWidget, { path, values }: Row): readonly Happening[] {
  const mode = stateOf(widget, 'selectionMode')
  const isOfRows = mode === 'single' || mode === 'multiple'
  const isOfCells = mode === 'single-cell' || mode === 'multiple-cell'
  const told: Happening[] = []
  if (isOfRows && !isSame(stateOf(widget, 'selected'), [path])) {
    told.push(happening(widget, 'selected', [{ path, values }]))
  }
  const [column] = keysOfColumns(widget)
  const hasCells = isOfCells || (mode !== 'none' && stateOf(widget, 'cellCursor') === true)
  if (!hasCells || column === undefined) return told
  if (isSame(stateOf(widget, 'selectedCells'), [{ path, col_key: column }])) return told
  const value = values?.[column] ?? ''
  return [...told, happening(widget, 'cell_selected', [{ path, col_key: column, value }])]
}

function flatRow(widget: ModelWidget, choice: Choice): Row {
  const rows = (widget.state.get('rows') ?? widget.state.get('data') ?? []) as readonly RowInput[]
  if (stateOf(widget, 'sparse') === true) {
    throw new Error(`The rows of ${called(widget)} stay on the server: use fire(…, 'selected', …)`)
  }
  const rowKey = stateOf(widget, 'rowKey')
  const keying = { rowKey: typeof rowKey === 'string' ? rowKey : null, columns: columnsOf(widget) }
  const keys = keysOf(rows, keying)
  const wanted = Array.isArray(choice) ? choice[0]! : (choice as string | number)
  const at = placeOf(wanted, keys, `rows of ${called(widget)}`)
  const row = rows[at]!
  return { path: [keys[at]!], values: isValues(row) ? row : named(widget, listOf(row)) }
}

function treeRow(widget: ModelWidget, choice: Choice): Row {
  const path = pathIn(stateOf(widget, 'tree') as TreeBranch, choice)
  let below: TreeBranch | undefined = (stateOf(widget, 'tree') ?? {}) as TreeBranch
  let own: { readonly values: NodeValues | null; readonly isBranch: boolean } | undefined
  for (const key of path) {
    placeOf(key, Object.keys(below ?? {}), `nodes of ${called(widget)} there`)
    const parts = nodeParts(below![key]!)
    own = { values: parts.values, isBranch: parts.below !== undefined }
    below = parts.below
  }
  return { path, values: own ? treeValues(widget, own) : null }
}

function pathIn(tree: TreeBranch | undefined, choice: Choice): readonly string[] {
  if (Array.isArray(choice)) return choice
  if (typeof choice === 'string') return [choice]
  return [Object.keys(tree ?? {})[choice as number] ?? String(choice)]
}

/** A branch that says nothing has none. */
function treeValues(
  widget: ModelWidget,
  { values, isBranch }: { readonly values: NodeValues | null; readonly isBranch: boolean },
): RowValues | null {
  if (values === null) return isBranch ? null : {}
  const own = isValues(values) ? { ...values } : named(widget, values)
  return isBranch && Object.values(own).every((value) => value === null) ? null : own
}

/** A row that is a list, by the keys of the columns. */
function named(widget: ModelWidget, row: readonly CellValue[]): RowValues {
  return Object.fromEntries(keysOfColumns(widget).map((key, at) => [key, row[at] ?? null]))
}

function keysOfColumns(widget: ModelWidget): string[] {
  return columnKeys(columnsOf(widget))
}

function columnsOf(widget: ModelWidget): readonly ColumnInput[] {
  return (stateOf(widget, 'columns') ?? []) as readonly ColumnInput[]
}

function isSame(known: Json | undefined, wanted: unknown): boolean {
  return JSON.stringify(known) === JSON.stringify(wanted)
}
