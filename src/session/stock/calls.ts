// The calls of a stock browser that mean what one of ours means. Pure but for what is known of a table or of items.

import type { Json } from '../../protocol/messages.ts'
import type { Method } from '../../widgets/define.ts'
import type { RowInput, RowPatch } from '../../widgets/table-payloads.ts'
import type { TreePatch } from '../../widgets/tree-payloads.ts'
import { cleaned, withoutNulls } from './create-args.ts'
import { itemCalls } from './items.ts'
import { type Known, optionOf, type Said } from './known.ts'
import { asText, escaped, unescaped } from './plain-text.ts'

type Args = readonly Json[]
type Translation = (args: Args, known: Known) => readonly Said[]

const none: readonly Said[] = []

/** By class and method, then by method alone. */
const translations: ReadonlyMap<string, Translation> = new Map<string, Translation>([
  ['Label.set_text', ([text]) => [['set_text', [escaped(asText(text))]]]],
  [
    'StatusBar.set_message',
    ([text, ...rest]) => [['set_message', withoutNulls([escaped(asText(text)), ...rest])]],
  ],
  ['HtmlView.set_html', markupCall('set_html')],
  ['HtmlView.append_html', markupCall('append_html')],
  ['ExternalWidget.set_content', markupCall('set_content')],
  ['TextSource._replaceRange', replaceRange],
  ['ComboBox.set_items', ([items], known) => itemCalls(known, (items ?? []) as string[])],
  ['TableView.patch_rows', ([patch], { table }) => table!.patchRows(patch as RowPatch)],
  ['TableView.update_rows', updateCall('update_rows')],
  ['TableView.update_data', updateCall('update_data')],
  ['TreeView.patch_tree', ([patch], { table }) => table!.patchTree(patch as TreePatch)],
  ['TreeView.set_collapsed', ([paths], { table }) => table!.close(paths as string[][])],
  ['set_sorts', sortCall],
  ['set_column_widths', widthCalls],
  [
    'set_selected_cells',
    ([cells = []]) => [
      ['clear_cell_selection', []],
      ['select_cells', [cells, true]],
    ],
  ],
  ['Page.set_title', () => none],
  ['set_title', ([title]) => [['set_title', [asText(title)]]]],
  ['MenuAction.set_text', ([text]) => [['set_text', [asText(text)]]]],
  ['ToolBarAction.set_text', ([text]) => [['set_text', [asText(text)]]]],
  ['Dialog.set_position', unless('set_position', (args) => args.includes(null))],
  ['set_align', unless('set_align', ([align]) => align === null)],
  ['Splitter.set_sizes', sizeCall],
  ['set_length', unless('set_length', ([length]) => length === 0)],
  ['TabWidget.set_tab_position', unless('set_tab_position', ([side]) => side === 'none')],
  ['Expander.set_collapsed', unless('set_collapsed', (_, known) => isFixed(known))],
  ['Expander.toggleContent', unless('toggleContent', (_, known) => isFixed(known))],
  ['SpinBox.set_value', ([value], known) => [['set_value', [value ?? leastOf(known)]]]],
])

/** States that only the constructor takes: the name of the option, or the position of the argument. */
const constructorOnly: ReadonlyMap<string, string | number> = new Map<string, string | number>([
  ['CheckBox.set_text', 0],
  ['Expander.set_title', 'title'],
  ['TextEntry.set_editable', 'editable'],
  ['TextEntry.set_password', 'password'],
  ['TextEntrySet.set_editable', 'editable'],
])

/** Setters that make the browser tell what it was told, though they cannot fail. */
const echoing: ReadonlySet<string> = new Set([
  'Expander.set_collapsed',
  'RadioButton.set_state',
  'TopLevel.set_window_state',
  'MDIWidget.set_index',
  'TreeView.collapse_item',
])

/** Where in the constructor the state of this setter has its place; undefined when a call will do. */
export function placeInConstructor(className: string, method: string): string | number | undefined {
  return constructorOnly.get(`${className}.${method}`)
}

/** @returns none when the browser knows nothing that would mean the same */
export function callsFor(
  known: Known,
  method: string,
  declared: Method | undefined,
  args: Args,
): readonly Said[] {
  const { name } = known.widgetClass
  const translation = translations.get(`${name}.${method}`) ?? translations.get(method)
  if (translation) return translation(args, known)
  return declared?.ours ? none : [[method, withoutTrailing(declared, args)]]
}

/** Whether the call is made without a word from the browser of what it causes. */
export function isQuiet(known: Known, method: string, isTranslated: boolean): boolean {
  // Whoever calls it by its name wants to hear of it.
  if (method === 'collapse_item' && !isTranslated) return false
  // What is chosen there for a moment is not what will be.
  if (method === 'update_rows' || method === 'update_data') return known.table?.isKeyed === true
  return echoing.has(`${known.widgetClass.name}.${method}`)
}

/** What the answer to a question is in our terms. */
export function answerOf(known: Known, method: string, value: Json | undefined): Json | undefined {
  const { name } = known.widgetClass
  if (name === 'Label' && method === 'get_text') return unescaped(asText(value))
  if (method === 'get_configuration' && isRecord(value)) {
    return { ...value, title: unescaped(asText(value['title'])) }
  }
  if (!known.table || value === undefined || !tableQuestions.has(method)) return value
  const isPath = method === 'insert_row' || method === 'append_row'
  return known.table.toOurs([isPath ? 'path' : method], [value])[0]
}

const tableQuestions: ReadonlySet<string> = new Set([
  'get_selected',
  'get_selected_cells',
  'insert_row',
  'append_row',
])

/** Rows that a source gives. */
export function sparseRows(args: Args): [start: number, rows: readonly RowInput[], total: number] {
  return args as unknown as [number, readonly RowInput[], number]
}

function markupCall(method: string): Translation {
  return ([markup], known) => [[method, [cleaned(known, asText(markup))]]]
}

function replaceRange([from, to, text, options]: Args): readonly Said[] {
  const { heard: _, ...known } = (options ?? {}) as Readonly<Record<string, Json>>
  return [['_replaceRange', [from!, to!, text!, known]]]
}

function updateCall(method: string): Translation {
  return ([rows], { table }) => table!.updateRows(method, rows as readonly RowInput[])
}

/** A key that is no column's takes the order away. */
function sortCall([sorts]: Args): readonly Said[] {
  const [first = ['', true]] = sorts as [string, boolean][]
  return [['sort_by_column', first]]
}

function widthCalls([widths]: Args): readonly Said[] {
  return Object.entries(widths as Readonly<Record<string, Json>>).map((entry): Said => [
    'set_column_width',
    entry,
  ])
}

function unless(method: string, isMeaningless: (args: Args, known: Known) => boolean): Translation {
  return (args, known) => (isMeaningless(args, known) ? none : [[method, args]])
}

/** No sizes are equal ones. Those of panes that are gone are nobody's. */
function sizeCall([sizes]: Args, { wanted }: Known): readonly Said[] {
  if (!Array.isArray(sizes) || sizes.length === 0) return [['set_sizes', [wanted.map(() => 1)]]]
  return wanted.length > 0 && sizes.length > wanted.length ? none : [['set_sizes', [sizes]]]
}

/** One that cannot fold is open, and throws when it is told to. */
function isFixed(known: Known): boolean {
  return optionOf(known, 'collapsible') === false
}

function leastOf(known: Known): Json {
  return known.said.get('set_limits')?.[0] ?? optionOf(known, 'min') ?? 0
}

/** Optional arguments at the end are left out rather than null, where null is no value of them. */
function withoutTrailing(declared: Method | undefined, args: Args): Args {
  const isLeftOut = (arg: Json, at: number): boolean => {
    const param = declared?.params[at]
    return arg === null && param?.optional === true && !param.type.accepts(null)
  }
  return args.slice(0, args.findLastIndex((arg, at) => !isLeftOut(arg, at)) + 1)
}

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
