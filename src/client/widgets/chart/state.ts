// What a chart shows, as the server has told it. Knows nothing of drawing.

import type {
  ChartPoint,
  ChartSeries,
  ChartType,
  PointChange,
  SeriesType,
} from '../../../widgets/chart-payloads.ts'
import { nameOf, timeOf, withValue } from '../../../widgets/chart-points.ts'
import type { Bytes } from '../../../widgets/types.ts'
import { Points } from './points.ts'
import { pointsIn } from './rows.ts'
import type { NumberFormat } from '../../../widgets/table-payloads.ts'

export interface ChartLook {
  readonly type: ChartType
  readonly title: string
  readonly stacked: boolean
  readonly legend: boolean
  readonly min: number | null
  readonly max: number | null
  readonly format: NumberFormat
  readonly unit: string
  readonly decimals: number | null
  readonly smooth: boolean
  /** Most points shown of a series. */
  readonly window: number | null
  /** How much of the horizontal axis is shown, up to the last point. */
  readonly span: number | null
  readonly x_axis: 'auto' | 'time' | 'number'
  readonly zoomable: boolean
}

/** What the options of a constructor say; the rest is as the catalog declares it. */
export function lookOf(options: Partial<ChartLook>): ChartLook {
  return {
    type: options.type ?? 'line',
    title: options.title ?? '',
    stacked: options.stacked ?? false,
    legend: options.legend ?? true,
    min: options.min ?? null,
    max: options.max ?? null,
    format: options.format ?? 'number',
    unit: options.unit ?? '',
    decimals: options.decimals ?? null,
    smooth: options.smooth ?? false,
    window: options.window ?? null,
    span: options.span ?? null,
    x_axis: options.x_axis ?? 'auto',
    zoomable: options.zoomable ?? false,
  }
}

export interface ShownSeries {
  readonly name: string
  readonly color: string | undefined
  /** What it is drawn as, where it stands between axes. */
  readonly type: SeriesType
  readonly data: readonly ChartPoint[]
}

interface OwnSeries {
  readonly name: string
  readonly color: string | undefined
  readonly type: SeriesType | undefined
  readonly data: Points<ChartPoint>
}

/** What a series keeps of numbers that come without end, when nobody has said how much. */
const mostOfBinary = 100_000

export class ChartState {
  look: ChartLook
  #series: OwnSeries[] = []
  #labels = new Points<string>([])

  constructor(look: ChartLook) {
    this.look = look
  }

  /** What has a colour and a name of its own: a series, as far as the window shows it, or a slice of a pie. */
  get parts(): readonly ShownSeries[] {
    if (this.look.type === 'pie')
      return this.#series.flatMap((series) => slicesOf(series, this.#labels))
    return this.#series.map(({ name, color, type, data }) => ({
      name,
      color,
      type: type ?? ownType(this.look.type),
      data: this.#inWindow(data),
    }))
  }

  get labels(): readonly string[] {
    return this.#inWindow(this.#labels)
  }

  setSeries(series: readonly ChartSeries[]): void {
    this.#series = series.map(ownSeries)
  }

  replaceSeries(index: number, series: ChartSeries): void {
    if (index >= 0 && index <= this.#series.length) this.#series[index] = ownSeries(series)
  }

  /** @param keep  how many of the last points stay; null for as many as the window shows */
  append(points: readonly (readonly ChartPoint[])[], keep: number | null): void {
    for (const [at, { data }] of this.#series.entries()) {
      data.append(points[at] ?? [])
      this.#shorten(data, keep)
    }
  }

  /**
   * @param series  the places of the series that the numbers are of; null for all of them
   * @throws TypeError when the numbers are not those of these series
   */
  appendBinary(data: Bytes, series: readonly number[] | null, keep: number | null): void {
    const meant = (series ?? [...this.#series.keys()]).map((index) => this.#seriesAt(index))
    const isCandles = ({ type }: OwnSeries): boolean => (type ?? this.look.type) === 'candlestick'
    for (const [at, points] of pointsIn(data, meant.map(isCandles)).entries()) {
      const own = meant[at]!.data
      own.append(points)
      this.#shorten(own, keep)
      if (keep === null && this.look.window === null && this.look.span === null) {
        own.keep(mostOfBinary)
      }
    }
  }

  setPoints(changes: readonly PointChange[]): void {
    for (const [series, index, point] of changes) {
      const data = this.#series[series]?.data
      data?.set(index, typeof point === 'number' ? withValue(data.get(index), point) : point)
    }
  }

  setLabels(labels: readonly string[]): void {
    this.#labels = new Points(labels)
  }

  appendLabels(labels: readonly string[], keep: number | null): void {
    this.#labels.append(labels)
    const most = keep ?? this.look.window
    if (most !== null) this.#labels.keep(most)
  }

  #seriesAt(index: number): OwnSeries {
    const found = this.#series[index]
    if (found) return found
    throw new TypeError(
      `Chart.append_binary needs "series" to be from 0 to ${this.#series.length - 1}, got ${index}`,
    )
  }

  /** Of what is out of the span one point stays: the line comes from there. */
  #shorten(data: Points<ChartPoint>, keep: number | null): void {
    const most = keep ?? this.look.window
    if (most !== null) data.keep(most)
    const { span } = this.look
    const end = timeOf(data.get(data.length - 1))
    if (keep !== null || span === null || end === undefined) return
    let outside = 0
    while ((timeOf(data.get(outside + 1)) ?? Infinity) < end - span) outside++
    data.dropFirst(outside)
  }

  #inWindow<Item>(items: Points<Item>): readonly Item[] {
    const { window } = this.look
    return window === null ? items.all : items.last(window)
  }
}

/** What a series is that does not say it itself. */
function ownType(type: ChartType): SeriesType {
  return type === 'pie' || type === 'heatmap' || type === 'gauge' ? 'line' : type
}

/** A slice without a name has that of its series where it is alone there, else its label. */
function slicesOf({ name, data }: OwnSeries, labels: Points<string>): ShownSeries[] {
  return data.all.map((point, at) => ({
    name: nameOf(point) ?? (data.length === 1 ? name : (labels.get(at) ?? String(at + 1))),
    color: undefined,
    type: 'line',
    data: [point],
  }))
}

function ownSeries({ name, color, type, data }: ChartSeries): OwnSeries {
  return { name, color, type, data: new Points(data) }
}
