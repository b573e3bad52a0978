// Charts: many values at once, drawn.

import {
  chartPoint,
  chartSeries,
  chartType,
  horizontalAxis,
  pointChange,
  visibleRange,
} from '../chart-payloads.ts'
import { action, event, option, optional, ours, param, setter, widget } from '../define.ts'
import { diffLabels, diffSeries } from '../differ-chart.ts'
import { numberFormat } from '../table-payloads.ts'
import { boolean, bytes, list, nullable, number, string } from '../types.ts'

const series = list(chartSeries)
const limit = nullable(number)

export const Chart = ours(
  widget({
    summary: 'Lines, areas, bars, points, candlesticks, a pie, a heatmap or gauges.',
    base: 'widget',
    options: {
      type: option(chartType, 'line', 'Shape.'),
      series: option(series, [], 'What is shown; times make it a time axis.'),
      labels: option(
        list(string),
        [],
        'Under the points, where these have no times; the names of slices that have none.',
      ),
      title: option(string, '', 'Over the chart.'),
      stacked: option(boolean, false, 'Each series stands on the one before.'),
      legend: option(boolean, true, 'Names the series where there is more than one.'),
      min: option(limit, null, 'Lower end of the axis; null fits the data.'),
      max: option(limit, null, 'Upper end of the axis; null fits the data.'),
      format: option(numberFormat, 'number', 'How values are shown; a percent runs from 0 to 100.'),
      unit: option(string, '', 'Put behind each value.'),
      decimals: option(limit, null, 'Decimals shown; null as many as it takes.'),
      smooth: option(boolean, false, 'Curves rather than straight lines.'),
      window: option(limit, null, 'Most points shown of a series, the last ones; null shows all.'),
      span: option(
        limit,
        null,
        'How much of the horizontal axis is shown, up to the last point, ms where it is time; null fits the data.',
      ),
      x_axis: option(horizontalAxis, 'auto', 'What the horizontal axis counts.'),
      zoomable: option(boolean, false, 'The user can choose the part that is shown.'),
      visible_range: option(visibleRange, null, 'The part that is shown; null is all.'),
    },
    methods: {
      set_type: setter([param('type', chartType)], ['line'], 'Shape.'),
      set_series: setter([param('series', series)], [[]], 'All series.', { differ: diffSeries }),
      replace_series: action([param('index', number), param('series', chartSeries)], 'One series.'),
      append: action(
        [param('points', list(list(chartPoint))), optional('keep', limit, null)],
        'Adds points at the end of each series and keeps so many of the last; null keeps the window.',
      ),
      set_points: action([param('changes', list(pointChange))], 'Single points.'),
      append_binary: action(
        [
          param('data', bytes),
          optional('series', nullable(list(number)), null),
          optional('keep', limit, null),
        ],
        'Adds rows of numbers: a time or number, then for each of these series, or all, a value, or open, high, low and close. NaN is a gap.',
      ),
      set_labels: setter([param('labels', list(string))], [[]], 'Under the points.', {
        differ: diffLabels,
      }),
      append_labels: action(
        [param('labels', list(string)), optional('keep', limit, null)],
        'Adds labels at the end and keeps so many of the last; null keeps the window.',
      ),
      set_title: setter([param('title', string)], [''], 'Over the chart.'),
      set_stacked: setter([param('tf', boolean)], [false], 'Each series stands on the one before.'),
      set_legend: setter([param('tf', boolean)], [true], 'Names the series.'),
      set_min: setter([param('min', limit)], [null], 'Lower end of the axis; null fits the data.'),
      set_max: setter([param('max', limit)], [null], 'Upper end of the axis; null fits the data.'),
      set_format: setter([param('format', numberFormat)], ['number'], 'How values are shown.'),
      set_unit: setter([param('unit', string)], [''], 'Put behind each value.'),
      set_decimals: setter([param('num', limit)], [null], 'Decimals shown.'),
      set_smooth: setter([param('tf', boolean)], [false], 'Curves rather than straight lines.'),
      set_window: setter([param('points', limit)], [null], 'Most points shown of a series.'),
      set_span: setter([param('span', limit)], [null], 'How much of the axis is shown.'),
      set_x_axis: setter([param('axis', horizontalAxis)], ['auto'], 'What the axis counts.'),
      set_zoomable: setter([param('tf', boolean)], [false], 'The user can choose the part shown.'),
      set_visible_range: setter([param('range', visibleRange)], [null], 'The part that is shown.'),
    },
    events: {
      zoomed: event(
        [param('range', visibleRange)],
        'The user has chosen the part that is shown; null is all.',
      ),
    },
    userState: { visibleRange: { zoomed: 0 } },
    notes: [
      'A new value of series sends only the points that came, went or changed: a sliding window costs one append.',
      'In a heatmap each series is a row, in a chart of gauges each is a gauge that shows its last value.',
      'What was added by append_binary is not there for another browser: keep it in series too if it must be.',
      'Without keep, window or span, append_binary keeps the last 100,000 points of a series.',
    ],
  }),
)
