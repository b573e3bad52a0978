// Lines, areas, bars, pies. Keeps what the server tells, and draws it once a frame. What draws is fetched with
// the first chart; calls made before then are carried out in order all the same, they only are not seen yet.

import './chart.css'
import type {
  ChartPoint,
  ChartSeries,
  ChartType,
  PointChange,
} from '../../widgets/chart-payloads.ts'
import { valueOf } from '../../widgets/chart-points.ts'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import type { NumberFormat } from '../../widgets/table-payloads.ts'
import { make } from '../dom/place.ts'
import type { Drawing } from './chart/drawing.ts'
import { Legend } from './chart/legend.ts'
import type { DrawnSeries } from './chart/drawn.ts'
import { type Palette, paletteOf, watchTheme } from './chart/palette.ts'
import { type ChartLook, ChartState, lookOf } from './chart/state.ts'
import { summaryOf } from './chart/summary.ts'
import { shortFormat } from './format-number.ts'
import { Lazy } from './lazy.ts'
import { type Link, Widget } from './widget.ts'

export class Chart extends Widget implements BrowserMethods<'Chart'> {
  readonly #title = make('div', 'tw-chart-title')
  readonly #legend = new Legend(() => this.#changed())
  readonly #plot = make('div', 'tw-chart-plot')
  readonly #summary = make('div', 'tw-chart-summary')
  readonly #state: ChartState
  #label = ''
  #drawing: Drawing | undefined
  #palette: Palette | undefined
  #frame: number | undefined

  constructor(link: Link, ...[options = {}]: CreateArgs<'Chart'>) {
    super(link, make('div', 'tw-fill'))
    this.#state = new ChartState(lookOf(options))
    this.#build()
    this.#watch()
    this.#load()
    this.set_title(options.title ?? '')
    this.set_labels(options.labels ?? [])
    this.set_series(options.series ?? [])
  }

  protected override get control(): HTMLElement {
    return this.#plot
  }

  // What is shown.

  set_series(series: readonly ChartSeries[]): void {
    this.#state.setSeries(series)
    this.#changed()
  }

  replace_series(index: number, series: ChartSeries): void {
    this.#state.replaceSeries(index, series)
    this.#changed()
  }

  append(points: readonly (readonly ChartPoint[])[], keep: number | null = null): void {
    this.#state.append(points, keep)
    this.#changed()
  }

  set_points(changes: readonly PointChange[]): void {
    this.#state.setPoints(changes)
    this.#changed()
  }

  set_labels(labels: readonly string[]): void {
    this.#state.setLabels(labels)
    this.#changed()
  }

  append_labels(labels: readonly string[], keep: number | null = null): void {
    this.#state.appendLabels(labels, keep)
    this.#changed()
  }

  // How it looks.

  override set_label(text: string): void {
    this.#label = text
    this.#setName()
  }

  set_title(title: string): void {
    this.#title.textContent = title
    this.#title.hidden = title === ''
    this.#look({ title })
    this.#setName()
  }

  set_type(type: ChartType): void {
    this.#look({ type })
  }

  set_stacked(stacked: boolean): void {
    this.#look({ stacked })
  }

  set_legend(legend: boolean): void {
    this.#look({ legend })
  }

  set_min(min: number | null): void {
    this.#look({ min })
  }

  set_max(max: number | null): void {
    this.#look({ max })
  }

  set_format(format: NumberFormat): void {
    this.#look({ format })
  }

  set_unit(unit: string): void {
    this.#look({ unit })
  }

  set_decimals(decimals: number | null): void {
    this.#look({ decimals })
  }

  set_smooth(smooth: boolean): void {
    this.#look({ smooth })
  }

  set_window(window: number | null): void {
    this.#look({ window })
  }

  #build(): void {
    this.#plot.role = 'img'
    this.#summary.id = `tw-${this.wid}-summary`
    this.#plot.setAttribute('aria-describedby', this.#summary.id)
    this.element.append(this.#title, this.#legend.element, this.#plot, this.#summary)
  }

  #watch(): void {
    const sizes = new ResizeObserver(() => this.#draw())
    sizes.observe(this.#plot)
    this.own(() => sizes.disconnect())
    this.own(
      watchTheme(() => {
        this.#palette = undefined
        this.#changed()
      }),
    )
    this.own(() => cancelAnimationFrame(this.#frame ?? 0))
  }

  #load(): void {
    const module = new Lazy(
      () => import('./chart/drawing.ts'),
      (reason) => this.#fail(reason),
    )
    this.own(() => module.close())
    this.own(() => this.#drawing?.destroy())
    module.run(({ Drawing }) => {
      this.#drawing = new Drawing(this.#plot)
      this.#changed()
    })
  }

  /** What it is called by: its label, else its title. */
  #setName(): void {
    super.set_label(this.#label || this.#state.look.title || 'Chart')
  }

  #look(change: Partial<ChartLook>): void {
    this.#state.look = { ...this.#state.look, ...change }
    this.#changed()
  }

  /** Draws once, with the next frame of the screen. A page out of sight has none. */
  #changed(): void {
    this.#frame ??= requestAnimationFrame(() => this.#draw())
  }

  #draw(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame)
    this.#frame = undefined
    const { clientWidth, clientHeight } = this.#plot
    if (clientWidth === 0 || clientHeight === 0) return
    const { look, labels } = this.#state
    const palette = (this.#palette ??= paletteOf(this.element))
    const all = this.#state.parts.map((one, at) => ({
      ...one,
      shade: palette.series(at, one.color),
    }))
    this.#showAround(all)
    const series = all.filter(({ name }) => !this.#legend.isHidden(name))
    this.#drawing?.draw({ look, series, labels, palette })
  }

  #showAround(all: readonly DrawnSeries[]): void {
    const { look } = this.#state
    const isPie = look.type === 'pie'
    const format = shortFormat(look)
    this.element.classList.toggle('tw-pie', isPie)
    const items = all.map(({ name, shade, data }) => ({
      name,
      color: shade,
      figure: isPie ? format(valueOf(data[0]) ?? 0) : '',
    }))
    this.#legend.show(look.legend && items.length > 1 ? items : [])
    const summary = summaryOf(look, all)
    if (this.#summary.textContent !== summary) this.#summary.textContent = summary
  }

  #fail(reason: unknown): void {
    console.error('A chart is not drawn, because what draws it could not be loaded:', reason)
    this.#plot.textContent = 'This chart cannot be drawn: a part of the page could not be loaded.'
  }
}
