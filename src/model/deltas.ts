// What a call changes of a state that is large, and so is sent by what is new of it: rows, points, a growing text.

import type { Json } from '../protocol/messages.ts'
import type { ChartPoint, ChartSeries, PointChange } from '../widgets/chart-payloads.ts'
import { withValue } from '../widgets/chart-points.ts'
import { patchedRows } from '../widgets/patched-rows.ts'
import { patchedTree } from '../widgets/patched-tree.ts'
import type { ColumnInput, RowInput, RowPatch } from '../widgets/table-payloads.ts'
import type { TreeBranch, TreePatch } from '../widgets/tree-payloads.ts'

type State = ReadonlyMap<string, unknown>
/** The arguments have been checked by whoever made the call. */
type Delta = readonly [
  prop: string | ((state: State) => string),
  after: (state: State, ...args: readonly never[]) => unknown,
]

/** By class and method: the prop that the call changes, and what it is then. */
const deltas: ReadonlyMap<string, Delta> = new Map<string, Delta>([
  ['TableView.patch_rows', [rowsProp, patchRows]],
  ['TableView.update_rows', ['rows', (_state, rows: unknown) => rows]],
  ['TableView.update_data', ['data', (_state, data: unknown) => data]],
  ['TableView.clear', [rowsProp, () => []]],
  ['TreeView.patch_tree', ['tree', patchTree]],
  ['TreeView.update_tree', ['tree', (_state, tree: unknown) => tree]],
  ['TreeView.update_data', ['data', (_state, data: unknown) => data]],
  ['TreeView.clear', ['tree', () => ({})]],
  ['Expander.toggleContent', ['collapsed', (state) => state.get('collapsed') === false]],
  ['Markdown.append_text', ['text', appendText]],
  ['Chart.append', ['series', append]],
  ['Chart.set_points', ['series', setPoints]],
  ['Chart.replace_series', ['series', replaceSeries]],
  ['Chart.append_labels', ['labels', appendLabels]],
])

/** @returns undefined when the call changes no state in this way */
export function changeBy(
  call: string,
  state: ReadonlyMap<string, Json>,
  args: readonly Json[],
): readonly [prop: string, value: Json] | undefined {
  const [prop, after] = deltas.get(call) ?? []
  if (prop === undefined || !after) return undefined
  const value = after(state, ...(args as readonly never[])) as Json
  return [typeof prop === 'string' ? prop : prop(state), value]
}

function appendText(state: State, text: string): string {
  const before = state.get('text')
  return typeof before === 'string' ? before + text : text
}

/** Which of the props that rows are given by has them. */
function rowsProp(state: State): string {
  return state.has('data') ? 'data' : 'rows'
}

function patchRows(state: State, patch: RowPatch): readonly RowInput[] {
  const { rowKey, columns } = Object.fromEntries(state)
  const rows = (state.get(rowsProp(state)) ?? []) as readonly RowInput[]
  return patchedRows(rows, patch, {
    rowKey: typeof rowKey === 'string' ? rowKey : null,
    columns: (columns ?? []) as readonly ColumnInput[],
  })
}

function patchTree(state: State, patch: TreePatch): TreeBranch {
  return patchedTree((state.get('tree') ?? {}) as TreeBranch, patch)
}

function append(
  state: State,
  points: readonly (readonly ChartPoint[])[],
  keep?: number | null,
): readonly ChartSeries[] {
  return seriesIn(state).map((series, at) => {
    const data = lastOf([...series.data, ...(points[at] ?? [])], state, keep)
    return { ...series, data }
  })
}

function setPoints(state: State, changes: readonly PointChange[]): readonly ChartSeries[] {
  const all = seriesIn(state).map((series) => ({ ...series, data: [...series.data] }))
  for (const [at, index, point] of changes) {
    const data = all[at]?.data
    if (data) data[index] = typeof point === 'number' ? withValue(data[index], point) : point
  }
  return all
}

function replaceSeries(state: State, index: number, series: ChartSeries): readonly ChartSeries[] {
  return seriesIn(state).map((one, at) => (at === index ? series : one))
}

function appendLabels(
  state: State,
  labels: readonly string[],
  keep?: number | null,
): readonly string[] {
  const before = (state.get('labels') ?? []) as readonly string[]
  return lastOf([...before, ...labels], state, keep)
}

function seriesIn(state: State): readonly ChartSeries[] {
  return (state.get('series') ?? []) as readonly ChartSeries[]
}

/** As many as `keep` says, else as the window shows. */
function lastOf<Item>(items: readonly Item[], state: State, keep?: number | null): readonly Item[] {
  const most = keep ?? (state.get('window') as number | null | undefined) ?? Infinity
  return items.slice(Math.max(0, items.length - most))
}
