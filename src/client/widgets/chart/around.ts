// What stands round the drawing as elements: the legend, what shades stand for, the way back from a zoom, and the
// chart in words.

import { valueOf } from '../../../widgets/chart-points.ts'
import { make } from '../../dom/place.ts'
import { shortFormat } from '../format-number.ts'
import type { DrawnSeries } from './drawn.ts'
import { heatEnds } from './figures.ts'
import { Legend } from './legend.ts'
import type { Palette } from './palette.ts'
import { Ramp } from './ramp.ts'
import type { ChartLook } from './state.ts'
import { summaryOf } from './summary.ts'

export interface Around {
  readonly look: ChartLook
  readonly labels: readonly string[]
  readonly all: readonly DrawnSeries[]
  readonly palette: Palette
}

export class ChartAround {
  readonly legend: Legend
  readonly reset = make('button', 'tw-chart-reset')
  readonly summary = make('div', 'tw-chart-summary')
  readonly #ramp = new Ramp()

  /** @param changed  told when the user has hidden a series, or wants one back */
  constructor(changed: () => void) {
    this.legend = new Legend(changed)
    this.reset.type = 'button'
    this.reset.hidden = true
    this.reset.textContent = 'Show all'
  }

  /** In front of the drawing for those who come by the keyboard, and behind it. */
  get before(): readonly HTMLElement[] {
    return [this.legend.element, this.#ramp.element]
  }

  get after(): readonly HTMLElement[] {
    return [this.reset, this.summary]
  }

  show(around: Around): void {
    const { look, all, labels } = around
    this.#showLegend(around)
    this.#showRamp(around)
    const summary = summaryOf(look, all, labels)
    if (this.summary.textContent !== summary) this.summary.textContent = summary
  }

  /** A single series needs no name, and in a pie the names have their values. */
  #showLegend({ look, all }: Around): void {
    const isPie = look.type === 'pie'
    const isNamed = look.type === 'heatmap' || look.type === 'gauge'
    const format = shortFormat(look)
    const items = all.map(({ name, shade, data }) => ({
      name,
      color: shade,
      figure: isPie ? format(valueOf(data[0]) ?? 0) : '',
    }))
    this.legend.show(look.legend && !isNamed && items.length > 1 ? items : [])
  }

  #showRamp({ look, all, palette }: Around): void {
    if (!look.legend || look.type !== 'heatmap') return this.#ramp.hide()
    const format = shortFormat(look)
    const [low, high] = heatEnds(look, all)
    this.#ramp.show([format(low), format(high)], palette.ramp)
  }
}
