// The part that draws, with ECharts: a chunk of its own, fetched when the first chart is made.

import { BarChart, LineChart, PieChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { type EChartsType, init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import type { Drawn } from './drawn.ts'
import { optionOf } from './option.ts'

// Registering twice is registering once: no state of ours.
use([BarChart, LineChart, PieChart, GridComponent, TooltipComponent, CanvasRenderer])

interface Canvas {
  readonly chart: EChartsType
  /** Px of the screen in one px of the page. */
  readonly pixelRatio: number
  readonly isPie: boolean
}

export class Drawing {
  readonly #host: HTMLElement
  readonly #pen = document.createElement('canvas').getContext('2d')
  #canvas: Canvas | undefined

  constructor(host: HTMLElement) {
    this.#host = host
  }

  /** The host must have a size. */
  draw(drawn: Omit<Drawn, 'width' | 'height' | 'measure'>): void {
    const { clientWidth: width, clientHeight: height } = this.#host
    const { font, fontSize } = drawn.palette
    if (this.#pen) this.#pen.font = `${fontSize}px ${font}`
    const measure = (text: string): number => this.#pen?.measureText(text).width ?? 0
    const chart = this.#fitting(width, height, drawn.look.type === 'pie')
    chart.setOption(optionOf({ ...drawn, width, height, measure }), { replaceMerge: ['series'] })
  }

  destroy(): void {
    this.#canvas?.chart.dispose()
    this.#canvas = undefined
  }

  /** What was drawn for another screen, or with other axes, is of no use. */
  #fitting(width: number, height: number, isPie: boolean): EChartsType {
    const pixelRatio = window.devicePixelRatio
    const canvas = this.#canvas
    if (canvas?.pixelRatio !== pixelRatio || canvas.isPie !== isPie) {
      this.destroy()
      const chart = init(this.#host, null, { renderer: 'canvas', width, height })
      this.#canvas = { chart, pixelRatio, isPie }
      return chart
    }
    const { chart } = canvas
    const isOtherSize = chart.getWidth() !== width || chart.getHeight() !== height
    if (isOtherSize) chart.resize({ width, height })
    return chart
  }
}
