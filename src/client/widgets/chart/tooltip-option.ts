// What is told about the place under the mouse.

import type { TooltipComponentOption } from 'echarts/components'
import { isCandle, timeOf, valueOf } from '../../../widgets/chart-points.ts'
import { type FormatNumber, shortFormat } from '../format-number.ts'
import { axisOf, type Drawn, type DrawnSeries, hasBands } from './drawn.ts'
import { timeFormat } from './ticks.ts'
import { tooltip, type TooltipLine } from './tooltip.ts'

/** An element of ours is all of it; its looks are in the style sheet. */
export const bareTooltip = {
  renderMode: 'html',
  confine: true,
  transitionDuration: 0,
  backgroundColor: 'transparent',
  borderWidth: 0,
  padding: 0,
  shadowColor: 'transparent',
} as const satisfies TooltipComponentOption

/** All series at one time or label. @param series those that ECharts has, in its order */
export function axisTooltip(drawn: Drawn, series: readonly DrawnSeries[]): TooltipComponentOption {
  const { look, palette } = drawn
  const format = shortFormat(look)
  return {
    ...bareTooltip,
    trigger: 'axis',
    axisPointer: {
      type: hasBands(drawn) ? 'shadow' : 'line',
      lineStyle: { color: palette.strongLine, width: 1, type: 'solid' },
      shadowStyle: { color: palette.hover },
      label: { show: false },
      animation: false,
    },
    formatter(params) {
      const points = [params].flat()
      const lines = points.flatMap(({ seriesIndex = 0, dataIndex }) => {
        const one = series[seriesIndex]
        return one ? linesOf(one, dataIndex, format) : []
      })
      const { seriesIndex = 0, dataIndex = 0 } = points[0] ?? {}
      return tooltip(headOf(drawn, series[seriesIndex], dataIndex), lines)
    },
  }
}

/** One point of many that stand anywhere. @param series those that ECharts has, in its order */
export function pointTooltip(drawn: Drawn, series: readonly DrawnSeries[]): TooltipComponentOption {
  const format = shortFormat(drawn.look)
  return {
    ...bareTooltip,
    trigger: 'item',
    formatter(params) {
      const { seriesIndex = 0, dataIndex } = [params].flat()[0]!
      const one = series[seriesIndex]
      if (!one) return tooltip('', [])
      return tooltip(headOf(drawn, one, dataIndex), linesOf(one, dataIndex, format))
    },
  }
}

/** One slice, and its share of the pie. */
export function sliceTooltip({ look, series }: Drawn): TooltipComponentOption {
  const format = shortFormat(look)
  const percent = shortFormat({ format: 'percent' })
  return {
    ...bareTooltip,
    trigger: 'item',
    formatter(params) {
      const point = [params].flat()[0]!
      const one = series[point.dataIndex]
      const value = format(valueOf(one?.data[0]) ?? 0)
      const share = (point as { percent?: number }).percent
      const isShare = look.format === 'percent' || share === undefined
      const line = isShare ? value : `${value} · ${percent(share)}`
      return tooltip('', one ? [{ color: one.shade, name: one.name, value: line }] : [])
    },
  }
}

function headOf(drawn: Drawn, one: DrawnSeries | undefined, index: number): string {
  const x = timeOf(one?.data[index])
  if (x === undefined) return drawn.labels[index] ?? ''
  return axisOf(drawn) === 'number' ? shortFormat({})(x) : timeFormat(1)(x)
}

function linesOf(
  { name, shade, data }: DrawnSeries,
  at: number,
  format: FormatNumber,
): TooltipLine[] {
  const point = data[at]
  if (isCandle(point)) {
    return (['open', 'high', 'low', 'close'] as const).map((what) => ({
      color: shade,
      name: `${name} ${what}`,
      value: format(point[what]),
    }))
  }
  const value = valueOf(point)
  return value === null ? [] : [{ color: shade, name, value: format(value) }]
}
