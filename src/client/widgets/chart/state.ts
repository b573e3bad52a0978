// What a chart shows, as the server has told it. Knows nothing of drawing.

import type {
  ChartPoint,
  ChartSeries,
  ChartType,
  PointChange,
} from '../../../widgets/chart-payloads.ts'
import { nameOf, withValue } from '../../../widgets/chart-points.ts'
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
  }
}

export interface ShownSeries {
  readonly name: string
  readonly color: string | undefined
  readonly data: readonly ChartPoint[]
}

interface OwnSeries {
  readonly name: string
  readonly color: string | undefined
  data: ChartPoint[]
}

export class ChartState {
  look: ChartLook
  #series: OwnSeries[] = []
  #labels: string[] = []

  constructor(look: ChartLook) {
    this.look = look
  }

  /** What has a colour and a name of its own: a series, as far as the window shows it, or a slice of a pie. */
  get parts(): readonly ShownSeries[] {
    if (this.look.type === 'pie') return this.#series.flatMap(slicesOf)
    return this.#series.map((series) => ({ ...series, data: this.#inWindow(series.data) }))
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
    for (const [at, series] of this.#series.entries()) {
      series.data = this.#lengthened(series.data, points[at] ?? [], keep)
    }
  }

  setPoints(changes: readonly PointChange[]): void {
    for (const [series, index, point] of changes) {
      const data = this.#series[series]?.data
      if (!data || !(index >= 0 && index < data.length)) continue
      data[index] = typeof point === 'number' ? withValue(data[index], point) : point
    }
  }

  setLabels(labels: readonly string[]): void {
    this.#labels = [...labels]
  }

  appendLabels(labels: readonly string[], keep: number | null): void {
    this.#labels = this.#lengthened(this.#labels, labels, keep)
  }

  #lengthened<Item>(items: readonly Item[], added: readonly Item[], keep: number | null): Item[] {
    return last([...items, ...added], keep ?? this.look.window)
  }

  #inWindow<Item>(items: Item[]): Item[] {
    return last(items, this.look.window)
  }
}

function last<Item>(items: Item[], count: number | null): Item[] {
  return count === null || items.length <= count
    ? items
    : items.slice(items.length - Math.max(0, count))
}

function slicesOf({ data }: OwnSeries): ShownSeries[] {
  return data.map((point, at) => ({
    name: nameOf(point) ?? String(at + 1),
    color: undefined,
    data: [point],
  }))
}

function ownSeries({ name, color, data }: ChartSeries): OwnSeries {
  return { name, color, data: [...data] }
}
