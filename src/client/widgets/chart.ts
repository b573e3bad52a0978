// Lines, areas, bars, points, candlesticks, pies, heatmaps, gauges. Keeps what the server tells, and draws it once a
// frame. What draws is fetched with the first chart, rarer kinds with the first of them; calls made before then are
// carried out in order all the same, they only are not seen yet.

import './chart.css'
import type {
  ChartPoint,
  ChartSeries,
  ChartType,
  PointChange,
} from '../../widgets/chart-payloads.ts'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import type { NumberFormat } from '../../widgets/table-payloads.ts'
import type { Bytes } from '../../widgets/types.ts'
import { make } from '../dom/place.ts'
import { ChartAround } from './chart/around.ts'
import type { Drawing } from './chart/drawing.ts'
import { type DrawnSeries, fullRange } from './chart/drawn.ts'
import { Kinds } from './chart/kinds/kind.ts'
import { type Palette, paletteOf, watchTheme } from './chart/palette.ts'
import { type ChartLook, ChartState, lookOf, type ShownSeries } from './chart/state.ts'
import { Viewport } from './chart/viewport.ts'
import { watchZoom } from './chart/zoom.ts'
import { Lazy } from './lazy.ts'
import { type Link, Widget } from './widget.ts'

export class Chart extends Widget implements BrowserMethods<'Chart'> {
  readonly #title = make('div', 'tw-chart-title')
  readonly #plot = make('div', 'tw-chart-plot')
  readonly #around = new ChartAround(() => this.#changed())
  readonly #state: ChartState
  readonly #viewport = new Viewport(() => this.#zoomed())
  readonly #kinds = new Kinds(
    () => this.#changed(),
    (reason) => this.#fail(reason),
  )
  #label = ''
  #drawing: Drawing | undefined
  #palette: Palette | undefined
  #frame: number | undefined
  /** While it has no room; it is drawn when it has. */
  #isPutOff = false

  constructor(link: Link, ...[options = {}]: CreateArgs<'Chart'>) {
    super(link, make('div', 'tw-fill'))
    this.#state = new ChartState(lookOf(options))
    this.#build()
    this.#watch()
    this.#load()
    this.set_title(options.title ?? '')
    this.set_labels(options.labels ?? [])
    this.set_series(options.series ?? [])
    this.set_zoomable(options.zoomable ?? false)
    this.set_visible_range(options.visible_range ?? null)
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

  append_binary(
    data: Bytes,
    series: readonly number[] | null = null,
    keep: number | null = null,
  ): void {
    this.#state.appendBinary(data, series, keep)
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

  set_span(span: number | null): void {
    this.#look({ span })
  }

  set_x_axis(x_axis: ChartLook['x_axis']): void {
    this.#look({ x_axis })
  }

  set_zoomable(zoomable: boolean): void {
    this.#look({ zoomable })
    if (zoomable) this.#plot.tabIndex = 0
    else this.#plot.removeAttribute('tabindex')
    this.#plot.role = zoomable ? 'application' : 'img'
    this.#plot.ariaRoleDescription = zoomable ? 'chart' : null
    this.#plot.ariaKeyShortcuts = zoomable ? 'Plus - ArrowLeft ArrowRight 0' : null
    this.#plot.classList.toggle('tw-zoomable', zoomable)
  }

  set_visible_range(range: readonly [number, number] | null): void {
    this.#viewport.set(range)
    this.#changed()
  }

  #build(): void {
    const { reset, summary, before, after } = this.#around
    this.on(reset, 'click', () => {
      this.#viewport.reset()
      this.#plot.focus()
    })
    summary.id = this.link.idOf('summary')
    this.#plot.setAttribute('aria-describedby', summary.id)
    this.element.append(this.#title, ...before, this.#plot, ...after)
  }

  #watch(): void {
    const sizes = new ResizeObserver(() => this.#resized())
    sizes.observe(this.#plot)
    this.own(() => sizes.disconnect())
    this.own(
      watchTheme(() => {
        this.#palette = undefined
        this.#changed()
      }),
    )
    this.own(() => cancelAnimationFrame(this.#frame ?? 0))
    this.own(
      watchZoom({
        element: this.#plot,
        isOn: () => this.#state.look.zoomable,
        valueAt: (x) => this.#drawing?.valueAt(x),
        viewport: this.#viewport,
      }),
    )
  }

  /** Told when the user rests: on the way there are many. */
  #zoomed(): void {
    this.#changed()
    this.link.edited(() => {
      const { view } = this.#viewport
      this.emit('zoomed', view && [view.low, view.high])
    })
  }

  #load(): void {
    const module = new Lazy(
      () => import('./chart/drawing.ts'),
      (reason) => this.#fail(reason),
    )
    this.own(() => module.close())
    this.own(() => this.#drawing?.destroy())
    module.run(({ Drawing }) => {
      this.#drawing = new Drawing(this.#plot, (name) => this.#kinds.get(name))
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
    if (!this.isGone) this.#frame ??= requestAnimationFrame(() => this.#draw())
  }

  /** Nothing but what the size changes: anything else would change the layout in the middle of it. */
  #resized(): void {
    if (this.#isPutOff) this.#changed()
    else if (this.#frame === undefined) this.#drawPlot(this.#colored())
  }

  #draw(): void {
    this.#frame = undefined
    this.#isPutOff = !this.#hasRoom
    if (this.#isPutOff) return
    const { look, labels } = this.#state
    const all = this.#colored()
    this.element.classList.toggle('tw-pie', look.type === 'pie')
    this.#around.show({ look, labels, all, palette: this.#colors })
    this.#drawPlot(all)
  }

  #drawPlot(all: readonly DrawnSeries[]): void {
    if (!this.#hasRoom) return
    const { look, labels } = this.#state
    const series = all.filter(({ name }) => !this.#around.legend.isHidden(name))
    const view = this.#viewport.follow(fullRange({ look, series, labels }))
    this.#around.reset.hidden = !look.zoomable || view === null
    if (!this.#kinds.areHere([look.type, ...all.map(({ type }) => type)])) return
    this.#drawing?.draw({ look, series, labels, palette: this.#colors, view })
  }

  get #hasRoom(): boolean {
    return this.#plot.clientWidth > 0 && this.#plot.clientHeight > 0
  }

  get #colors(): Palette {
    return (this.#palette ??= paletteOf(this.element))
  }

  #colored(): DrawnSeries[] {
    return this.#state.parts.map((one, at) => ({ ...one, shade: shadeOf(one, at, this.#colors) }))
  }

  #fail(reason: unknown): void {
    if (this.isGone) return
    console.error('A chart is not drawn, because what draws it could not be loaded:', reason)
    this.#plot.textContent = 'This chart cannot be drawn: a part of the page could not be loaded.'
  }
}

/** Candles have the colours of prices; what names them has that of a rise. */
function shadeOf({ color, type }: ShownSeries, at: number, palette: Palette): string {
  return type === 'candlestick' && !color ? palette.rise : palette.series(at, color)
}
