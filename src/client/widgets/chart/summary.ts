// A chart in words, for those who cannot see it.

import { extentOf, timeOf, valueOf } from '../../../widgets/chart-points.ts'
import { type FormatNumber, shortFormat } from '../format-number.ts'
import { extremes } from './extremes.ts'
import { gaugeEnds, lastValue } from './figures.ts'
import type { ChartLook, ShownSeries } from './state.ts'

/** Slices and gauges that are named one by one; the rest is counted. */
const MOST_NAMED = 12

export function summaryOf(
  look: ChartLook,
  series: readonly ShownSeries[],
  labels: readonly string[] = [],
): string {
  return [`${kinds[look.type]}.`, ...partsOf(look, series, labels)].join(' ')
}

const kinds: Readonly<Record<ChartLook['type'], string>> = {
  line: 'Line chart',
  area: 'Area chart',
  bar: 'Bar chart',
  scatter: 'Scatter chart',
  candlestick: 'Candlestick chart',
  pie: 'Pie chart',
  heatmap: 'Heatmap',
  gauge: 'Gauge',
}

function partsOf(
  look: ChartLook,
  series: readonly ShownSeries[],
  labels: readonly string[],
): string[] {
  const format = shortFormat(look)
  switch (look.type) {
    case 'pie':
      return named(series, ({ name, data }) => `${name}: ${format(valueOf(data[0]) ?? 0)}.`)
    case 'gauge':
      return gauges(look, series, format)
    case 'heatmap':
      return heat(series, labels, format)
    default:
      return series.map((one) =>
        one.type === 'scatter' ? cloud(one, look, format) : course(one, format),
      )
  }
}

function course({ name, data }: ShownSeries, format: FormatNumber): string {
  const last = data.findLast((point) => valueOf(point) !== null)
  if (last === undefined) return `${name}: no values.`
  const [low, high] = extremes(data.flatMap((point) => extentOf(point) ?? []))
  return `${name}: last ${format(valueOf(last)!)}, lowest ${format(low)}, highest ${format(high)}.`
}

function cloud({ name, data }: ShownSeries, { x_axis }: ChartLook, format: FormatNumber): string {
  const values = data.flatMap((point) => valueOf(point) ?? [])
  if (values.length === 0) return `${name}: no values.`
  const [low, high] = extremes(values)
  const [from, to] = extremes(data.flatMap((point) => timeOf(point) ?? []))
  const plain = shortFormat({})
  const reach = x_axis === 'time' || from > to ? '' : ` from ${plain(from)} to ${plain(to)}`
  return `${name}: ${counted(values.length, 'point')}${reach}, lowest ${format(low)}, highest ${format(high)}.`
}

function gauges(look: ChartLook, series: readonly ShownSeries[], format: FormatNumber): string[] {
  const [min, max] = gaugeEnds(look, series)
  const scale = `from ${format(min)} to ${format(max)}`
  return named(series, (one) => {
    const value = lastValue(one)
    return `${one.name}: ${value === null ? 'no value' : format(value)} on a scale ${scale}.`
  })
}

interface Cell {
  readonly value: number
  readonly place: string
}

function heat(
  series: readonly ShownSeries[],
  labels: readonly string[],
  format: FormatNumber,
): string[] {
  let low: Cell | undefined
  let high: Cell | undefined
  for (const { name, data } of series) {
    for (const [at, point] of data.entries()) {
      const value = valueOf(point)
      if (value === null) continue
      const place = `${name}, ${labels[at] ?? at + 1}`
      if (!low || value < low.value) low = { value, place }
      if (!high || value > high.value) high = { value, place }
    }
  }
  if (!low || !high) return ['No values.']
  const said = (cell: Cell): string => `${format(cell.value)} at ${cell.place}`
  return [`${counted(series.length, 'row')}. Lowest ${said(low)}; highest ${said(high)}.`]
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

function named(all: readonly ShownSeries[], say: (one: ShownSeries) => string): string[] {
  const said = all.slice(0, MOST_NAMED).map(say)
  const more = all.length - said.length
  return more > 0 ? [...said, `And ${more} more.`] : said
}
