// Arguments for every method of pgwidgets, by the names of their parameters.

import type { Json } from '../../../src/protocol/messages.ts'
import names from '../../widgets/pgwidgets-names.json' with { type: 'json' }

interface Names {
  readonly base: string
  readonly args: string
  readonly options: Readonly<Record<string, Json>>
  readonly methods: Readonly<Record<string, string>>
}

const bases: Readonly<Record<string, Pick<Names, 'methods'>>> = names.bases
const classes = names.widgets as unknown as Readonly<Record<string, Names>>

export const classNames = Object.keys(classes)

const picture = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='
const columns = [
  { label: 'A', key: 'a' },
  { label: 'B', key: 'b' },
]
const row = { a: 'one', b: 2 }

/** Labels that are there to be referred to; `buffer` is a TextSource. */
interface Others {
  readonly child: number
  readonly menu: number
  readonly buffer: number
}

function valueOf(name: string, others: Others): Json | undefined {
  if (Object.hasOwn(others, name)) return { __wid__: others[name as keyof Others] }
  return samples[name]
}

const samples: Readonly<Record<string, Json>> = {
  accept: '.txt',
  align: 'center',
  ascending: true,
  attrs: { bold: true },
  bg: '#eeeeee',
  bold: true,
  cells: [{ path: ['0'], col_key: 'a' }],
  checkable: true,
  checked: true,
  col_key: 'a',
  collapsed: false,
  color: '#336699',
  columns,
  data: [row],
  decimals: 2,
  duration: 60,
  family: 'serif',
  fg: '#111111',
  font: 'serif',
  format: 'png',
  gap: 4,
  gravity: 'left',
  h_pct: 0.5,
  halign: 'center',
  height: 80,
  hex_string: '#336699',
  horizontal: true,
  hotspot_x: 0,
  hotspot_y: 0,
  html: '<b>Hello</b>',
  icon_url: picture,
  iconsize: [16, 16],
  idx: 0,
  incrval: 1,
  index: 0,
  len_px: 60,
  lineno: 0,
  maxval: 50,
  message: 'Saved',
  minval: 0,
  mode: 'file',
  msg: 'Hint',
  name: 'name',
  num: 2,
  numchars: 20,
  numlines: 10,
  offset: 1,
  orientation: 'vertical',
  padding: [1, 2, 3, 4],
  path: ['0'],
  paths: [['0']],
  items: [['0']],
  pct: 0.5,
  px: 3,
  rows: [row],
  seconds: 1,
  size: [16, 16],
  sizes: [100, 100],
  spec: { rows: [{ path: ['0'], bg: '#eeeeee' }] },
  state: 'normal',
  style: 'italic',
  tabpos: 'left',
  text: 'Text',
  tf: true,
  title: 'Title',
  track: true,
  tree: { '0': row },
  url: picture,
  v_pct: 0.5,
  val: 2,
  value: true,
  vertical: false,
  vol: 0.5,
  weight: 'bold',
  width: 120,
  x: 10,
  y: 10,
}

/** Where the name alone does not say it. */
const exceptions: Readonly<Record<string, readonly Json[]>> = {
  set_font: ['serif', 12, 'bold', 'italic'],
  set_header_font: ['serif', 12, 'bold', 'italic'],
  'TextSource.set_font': ['serif', 14],
  'TextSource.set_wrap': ['word'],
  'TextSource.set_cursor_style': ['block', '#336699'],
  'Dial.set_icon': [picture, 24],
  'TreeView.set_data': [[row]],
  'AbstractScrollArea.set_scroll_bar_visibility': ['on', 'auto'],
  'ScrollArea.set_scroll_bar_visibility': ['on', 'auto'],
  'MDIWidget.set_resistance': [10],
  'ProgressBar.set_value': [0.5],
  'StatusBar.set_message': ['Saved', 3],
}

export interface Sample {
  readonly method: string
  readonly args: readonly Json[]
}

const setter = /^(set_\w+|resize|show|hide|create_tag|expand_item|collapse_item|sort_by_column)$/

/** What a server of pgwidgets waits for the value of; other questions it answers by itself. */
const asked = new Set(
  [
    'is_container num_children get_children get_position get_selected get_expanded get_selected_cells',
    'get_subtree get_column_widths get_row_column_count get_icon get_alpha get_subwindows get_column_count',
    'get_row_count get_duration get_paused is_set elapsed_time time_left',
  ].flatMap((line) => line.split(' ')),
)

/** Every setter, and every question that is asked over the line, each once. */
export function samplesOf(className: string, others: Others): Sample[] {
  const { base, methods } = classes[className]!
  const all = { ...methodsOf(base), ...methods }
  const said = Object.entries(all).filter(([method]) => setter.test(method) || asked.has(method))
  return said.flatMap(([method, params]) => {
    const args = exceptions[`${className}.${method}`] ?? exceptions[method]
    if (args) return [{ method, args }]
    const given = params
      .split(' ')
      .filter(Boolean)
      .map((name) => valueOf(name.replace('?', ''), others))
    return given.some((value) => value === undefined) ? [] : [{ method, args: given as Json[] }]
  })
}

/** What it is made with: everything that is not left out when it has no value. */
export function argsOf(className: string, others: Others): Json[] {
  const { args, options } = classes[className]!
  const given = args
    .split(' ')
    .filter(Boolean)
    .map((name) => valueOf(name, others) ?? [])
  const said = Object.entries(options).filter(([, value]) => value !== null)
  return said.length > 0 ? [...given, Object.fromEntries(said)] : given
}

function methodsOf(base: string): Readonly<Record<string, string>> {
  const own = bases[base]?.methods ?? {}
  return base === 'container' ? { ...bases['widget']!.methods, ...own } : own
}
