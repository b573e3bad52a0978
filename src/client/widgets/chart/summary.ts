// A chart in words, for those who cannot see it.

import { valueOf } from '../../../widgets/chart-points.ts'
import { type FormatNumber, shortFormat } from '../format-number.ts'
import type { ChartLook, ShownSeries } from './state.ts'

/** Slices that are named one by one; the rest is counted. */
const MOST_SLICES = 12

export function summaryOf(look: ChartLook, series: readonly ShownSeries[]): string {
  const format = shortFormat(look)
  const parts =
    look.type === 'pie' ? slices(series, format) : series.map((one) => course(one, format))
  return [`${kinds[look.type]}.`, ...parts].join(' ')
}

const kinds: Readonly<Record<ChartLook['type'], string>> = {
  line: 'Line chart',
  area: 'Area chart',
  bar: 'Bar chart',
  pie: 'Pie chart',
}

function course({ name, data }: ShownSeries, format: FormatNumber): string {
  const values = data.map(valueOf).filter((value) => value !== null)
  if (values.length === 0) return `${name}: no values.`
  const [low, high] = extremes(values)
  return `${name}: last ${format(values.at(-1)!)}, lowest ${format(low)}, highest ${format(high)}.`
}

function slices(all: readonly ShownSeries[], format: FormatNumber): string[] {
  const said = all.slice(0, MOST_SLICES).map(({ name, data }) => {
    return `${name}: ${format(valueOf(data[0]) ?? 0)}.`
  })
  const more = all.length - said.length
  return more > 0 ? [...said, `And ${more} more.`] : said
}

/** Not by spreading: there may be more values than a call takes arguments. */
export function extremes(values: Iterable<number>): [low: number, high: number] {
  let low = Infinity
  let high = -Infinity
  for (const value of values) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return [low, high]
}
