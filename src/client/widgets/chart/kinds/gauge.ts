// The last value of each series on a scale that is bent round it, side by side.

import { GaugeChart } from 'echarts/charts'
import { use } from 'echarts/core'
import { shortFormat } from '../../format-number.ts'
import type { Drawn, DrawnSeries } from '../drawn.ts'
import { gaugeEnds, lastValue } from '../figures.ts'
import type { SeriesOption } from '../option-types.ts'
import { bareTooltip } from '../tooltip-option.ts'
import type { Kind } from './kind.ts'

use([GaugeChart])

/** Px between gauges, and round them. */
const GAP = 16

export const kind: Kind = {
  option: (drawn) => ({
    animation: false,
    textStyle: { fontFamily: drawn.palette.font },
    tooltip: { ...bareTooltip, show: false },
    series: drawn.series.map((one, at) => gauge(one, at, drawn)),
  }),
}

function gauge(one: DrawnSeries, at: number, drawn: Drawn): SeriesOption {
  const { palette, width, height, look, series } = drawn
  const [min, max] = gaugeEnds(look, series)
  const column = width / series.length
  const radius = Math.max(20, Math.min((column - GAP) / 2, (height - GAP) / 1.72))
  const thickness = Math.max(5, Math.min(14, radius * 0.14))
  const value = lastValue(one)
  const format = shortFormat(look)
  return {
    type: 'gauge',
    name: one.name,
    min,
    max,
    startAngle: 210,
    endAngle: -30,
    center: [column * (at + 0.5), height / 2 + radius * 0.14],
    radius,
    silent: true,
    pointer: { show: false },
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: { show: false },
    axisLine: { roundCap: true, lineStyle: { width: thickness, color: [[1, palette.track]] } },
    progress: {
      show: value !== null && value > min,
      roundCap: true,
      width: thickness,
      itemStyle: { color: one.shade },
    },
    detail: {
      color: palette.text,
      fontSize: Math.max(12, Math.min(28, radius * 0.32)),
      fontWeight: 600,
      fontFamily: palette.font,
      offsetCenter: [0, '2%'],
      formatter: () => (value === null ? '–' : format(value)),
    },
    title: {
      color: palette.muted,
      fontSize: palette.fontSize,
      fontFamily: palette.font,
      offsetCenter: [0, '48%'],
      width: radius * 1.5,
      overflow: 'truncate',
    },
    data: [{ value: Math.min(max, Math.max(min, value ?? min)), name: one.name }],
  }
}
