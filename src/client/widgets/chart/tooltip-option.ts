// What is told about the place under the mouse.

import type { TooltipComponentOption } from 'echarts/components'
import { timeOf, valueOf } from '../../../widgets/chart-points.ts'
import { shortFormat } from '../format-number.ts'
import type { Drawn } from './drawn.ts'
import { timeFormat } from './ticks.ts'
import { tooltip } from './tooltip.ts'

/** An element of ours is all of it; its looks are in the style sheet. */
const bare = {
  renderMode: 'html',
  confine: true,
  transitionDuration: 0,
  backgroundColor: 'transparent',
  borderWidth: 0,
  padding: 0,
  shadowColor: 'transparent',
} as const satisfies TooltipComponentOption

/** All series at one time or label. */
export function axisTooltip({ look, palette, series, labels }: Drawn): TooltipComponentOption {
  const format = shortFormat(look)
  const clock = timeFormat(1)
  return {
    ...bare,
    trigger: 'axis',
    axisPointer: {
      type: look.type === 'bar' ? 'shadow' : 'line',
      lineStyle: { color: palette.strongLine, width: 1, type: 'solid' },
      shadowStyle: { color: palette.hover },
      label: { show: false },
      animation: false,
    },
    formatter(params) {
      const points = [params].flat()
      const lines = points.flatMap(({ seriesIndex = 0, dataIndex }) => {
        const one = series[seriesIndex]
        const value = valueOf(one?.data[dataIndex])
        return one && value !== null
          ? { color: one.shade, name: one.name, value: format(value) }
          : []
      })
      const { seriesIndex = 0, dataIndex = 0 } = points[0] ?? {}
      const time = timeOf(series[seriesIndex]?.data[dataIndex])
      return tooltip(time === undefined ? (labels[dataIndex] ?? '') : clock(time), lines)
    },
  }
}

/** One slice, and its share of the pie. */
export function sliceTooltip({ look, series }: Drawn): TooltipComponentOption {
  const format = shortFormat(look)
  const percent = shortFormat({ format: 'percent' })
  return {
    ...bare,
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
