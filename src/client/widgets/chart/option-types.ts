// The types of what ECharts is told. Nothing of them is there at run time.

import type { ComposeOption } from 'echarts/core'
import type {
  BarSeriesOption,
  CandlestickSeriesOption,
  GaugeSeriesOption,
  HeatmapSeriesOption,
  LineSeriesOption,
  PieSeriesOption,
  ScatterSeriesOption,
} from 'echarts/charts'
import type {
  GridComponentOption,
  TooltipComponentOption,
  VisualMapComponentOption,
} from 'echarts/components'

export type SeriesOption =
  | BarSeriesOption
  | CandlestickSeriesOption
  | GaugeSeriesOption
  | HeatmapSeriesOption
  | LineSeriesOption
  | PieSeriesOption
  | ScatterSeriesOption

export type ChartOption = ComposeOption<
  SeriesOption | GridComponentOption | TooltipComponentOption | VisualMapComponentOption
>
