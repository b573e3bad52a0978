// A row a series, a column a label, and the value as a shade. The first row is on top.

import { HeatmapChart } from 'echarts/charts'
import { VisualMapContinuousComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { valueOf } from '../../../../widgets/chart-points.ts'
import { type Drawn, placesIn } from '../drawn.ts'
import { heatEnds } from '../figures.ts'
import { bareTooltip } from '../tooltip-option.ts'
import { shortFormat } from '../../format-number.ts'
import { tooltip } from '../tooltip.ts'
import type { Kind } from './kind.ts'

use([HeatmapChart, VisualMapContinuousComponent])

/** Px round the cells; more at the foot for labels. */
const EDGE = 8
const FOOT = 24

export const kind: Kind = {
  option(drawn) {
    const { palette, series, labels, look } = drawn
    const [min, max] = heatEnds(look, series)
    const axis = { type: 'category', axisLine: { show: false }, axisTick: { show: false } } as const
    const axisLabel = { color: palette.muted, margin: 8, hideOverlap: true } as const
    return {
      animation: false,
      textStyle: { fontFamily: palette.font, fontSize: palette.fontSize, color: palette.muted },
      grid: {
        left: namesWidth(drawn),
        right: EDGE,
        top: EDGE,
        bottom: labels.length > 0 ? FOOT : EDGE,
        outerBoundsMode: 'none',
      },
      xAxis: {
        ...axis,
        data: Array.from({ length: placesIn(drawn) }, (_, at) => labels[at] ?? ''),
        axisLabel: { ...axisLabel, show: labels.length > 0 },
      },
      yAxis: { ...axis, inverse: true, data: series.map(({ name }) => name), axisLabel },
      visualMap: {
        type: 'continuous',
        show: false,
        min,
        max,
        inRange: { color: [...palette.ramp] },
      },
      tooltip: cellTooltip(drawn),
      series: [
        {
          type: 'heatmap',
          data: series.flatMap(({ data }, row) =>
            data.map((point, column) => [column, row, valueOf(point) ?? '-']),
          ),
          itemStyle: { borderColor: palette.surface, borderWidth: 1, borderRadius: 2 },
          emphasis: { itemStyle: { borderColor: palette.text } },
        },
      ],
    }
  },
}

/** Names take a third of the room at the most. */
function namesWidth({ series, measure, width }: Drawn): number {
  const widest = Math.max(0, ...series.map(({ name }) => measure(name)))
  return Math.min(width / 3, Math.ceil(widest) + 2 * EDGE)
}

function cellTooltip({ look, series, labels, palette }: Drawn) {
  const format = shortFormat(look)
  return {
    ...bareTooltip,
    trigger: 'item' as const,
    formatter(params: unknown) {
      const [column, row] = (params as { data: [number, number] }).data
      const value = valueOf(series[row]?.data[column])
      const text = value === null ? '–' : format(value)
      const color = palette.ramp[1]
      return tooltip(labels[column] ?? '', [{ color, name: series[row]?.name ?? '', value: text }])
    },
  }
}
