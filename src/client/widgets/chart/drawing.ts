// The part that draws, with ECharts: a chunk of its own, fetched when the first chart is made.

import { BarChart, LineChart, PieChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { type EChartsType, init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import type { Drawn } from './drawn.ts'
import { isWhole, type KindFinder, optionOf } from './option.ts'

// Registering twice is registering once: no state of ours.
use([BarChart, LineChart, PieChart, GridComponent, TooltipComponent, CanvasRenderer])

interface Canvas {
  readonly chart: EChartsType
  /** Px of the screen in one px of the page. */
  readonly pixelRatio: number
  readonly frame: string
}

export class Drawing {
  readonly #host: HTMLElement
  readonly #kindOf: KindFinder
  readonly #pen = document.createElement('canvas').getContext('2d')
  #canvas: Canvas | undefined
  /** Where the mouse is on it, in px from the corner of the host. */
  #mouse: { readonly x: number; readonly y: number } | undefined

  constructor(host: HTMLElement, kindOf: KindFinder) {
    this.#host = host
    this.#kindOf = kindOf
  }

  /** The host must have a size. */
  draw(drawn: Omit<Drawn, 'width' | 'height' | 'measure'>): void {
    const { clientWidth: width, clientHeight: height } = this.#host
    const { font, fontSize } = drawn.palette
    if (this.#pen) this.#pen.font = `${fontSize}px ${font}`
    const measure = (text: string): number => this.#pen?.measureText(text).width ?? 0
    const chart = this.#fitting(width, height, frameOf(drawn))
    const option = optionOf({ ...drawn, width, height, measure }, this.#kindOf)
    chart.setOption(option, { replaceMerge: ['series'] })
    this.#showUnderMouse(chart)
  }

  /** What the horizontal axis has at so many px from the left of the host; undefined where there is none. */
  valueAt(x: number): number | undefined {
    const { chart, frame } = this.#canvas ?? {}
    if (!chart || !frame?.startsWith('axes')) return undefined
    const value = chart.convertFromPixel({ xAxisIndex: 0 }, x)
    return Number.isFinite(value) ? value : undefined
  }

  destroy(): void {
    this.#canvas?.chart.dispose()
    this.#canvas = undefined
  }

  #watchMouse(chart: EChartsType): void {
    const pen = chart.getZr()
    pen.on('mousemove', ({ offsetX, offsetY }) => {
      this.#mouse = { x: offsetX, y: offsetY }
    })
    pen.on('globalout', () => {
      this.#mouse = undefined
    })
  }

  /** What stands there may be another point now; by itself the tooltip would stay with the one before. */
  #showUnderMouse(chart: EChartsType): void {
    if (this.#mouse) chart.dispatchAction({ type: 'showTip', ...this.#mouse })
  }

  /** What was drawn for another screen, or with other axes, is of no use. */
  #fitting(width: number, height: number, frame: string): EChartsType {
    const pixelRatio = window.devicePixelRatio
    const canvas = this.#canvas
    if (canvas?.pixelRatio !== pixelRatio || canvas.frame !== frame) {
      this.destroy()
      const chart = init(this.#host, null, { renderer: 'canvas', width, height })
      this.#canvas = { chart, pixelRatio, frame }
      this.#watchMouse(chart)
      return chart
    }
    const { chart } = canvas
    const isOtherSize = chart.getWidth() !== width || chart.getHeight() !== height
    if (isOtherSize) chart.resize({ width, height })
    return chart
  }
}

/**
 * What is around the series, and which rarer kinds are among them. With others there is another canvas: one knows
 * only those parts of the library that were there before it.
 */
function frameOf({ look, series }: Pick<Drawn, 'look' | 'series'>): string {
  if (isWhole(look.type)) return look.type
  const types = new Set(series.map(({ type }) => type))
  const rare = (['scatter', 'candlestick'] as const).filter((type) => types.has(type))
  return ['axes', ...rare].join(' ')
}
