// What a call changes of a state that is large, and so is sent by what is new of it: points, a growing text.

import type { Json } from '../protocol/messages.ts'
import type { ChartPoint, ChartSeries, PointChange } from '../widgets/chart-payloads.ts'
import { withValue } from '../widgets/chart-points.ts'

type State = ReadonlyMap<string, unknown>
/** The arguments have been checked by whoever made the call. */
type Delta = readonly [prop: string, after: (state: State, ...args: readonly never[]) => unknown]

/** By class and method: the prop that the call changes, and what it is then. */
const deltas: ReadonlyMap<string, Delta> = new Map<string, Delta>([
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
  return [prop, after(state, ...(args as readonly never[])) as Json]
}

function appendText(state: State, text: string): string {
  const before = state.get('text')
  return typeof before === 'string' ? before + text : text
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
