import { expect, test } from 'vitest'
import type { Drawn, DrawnSeries } from '../../../../src/client/widgets/chart/drawn.ts'
import type { Palette } from '../../../../src/client/widgets/chart/palette.ts'
import { lookOf } from '../../../../src/client/widgets/chart/state.ts'
import { optionOf } from '../../../../src/client/widgets/chart/option.ts'
import { axisTooltip, pointTooltip } from '../../../../src/client/widgets/chart/tooltip-option.ts'

/** Two series of one name. */
function twins(type: DrawnSeries['type']): Drawn {
  const series = [1, 2].map((value): DrawnSeries => ({
    name: 'Load',
    color: undefined,
    shade: 'red',
    type,
    data: [value],
  }))
  const drawn = { look: lookOf({ type }), series, labels: ['Monday'], palette: {} as Palette }
  return { ...drawn, view: null, width: 100, height: 100, measure: () => 0 }
}

/** What stands beside the mouse while it is over these series. */
function told({ formatter }: { formatter?: unknown }, ...indexes: readonly number[]): string {
  const params = indexes.map((seriesIndex) => ({ seriesIndex, seriesName: 'Load', dataIndex: 0 }))
  return (formatter as (params: unknown) => HTMLElement)(params).textContent
}

test('of series that have one name each tells its own value', () => {
  const lines = twins('line')
  const points = twins('scatter')
  expect(told(axisTooltip(lines, lines.series), 0, 1)).toBe('MondayLoad1Load2')
  expect(told(pointTooltip(points, points.series), 1)).toBe('MondayLoad2')
})

test('a series whose kind has not come is not counted', () => {
  const [candles] = twins('candlestick').series
  const [, line] = twins('line').series
  const drawn = { ...twins('line'), series: [candles!, line!] }
  const { tooltip } = optionOf(drawn, () => undefined)
  expect(told([tooltip].flat()[0]!, 0)).toBe('MondayLoad2')
})
