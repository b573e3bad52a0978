// Prices: a box from open to close, hollow where they rose, and a line from the lowest to the highest.

import { CandlestickChart } from 'echarts/charts'
import { use } from 'echarts/core'
import { isCandle } from '../../../../widgets/chart-points.ts'
import type { Kind } from './kind.ts'

use([CandlestickChart])

export const kind: Kind = {
  series: ({ name, data }, { palette }) => ({
    type: 'candlestick',
    name,
    data: data.map((point) =>
      isCandle(point) ? [point.time, point.open, point.close, point.low, point.high] : [],
    ),
    encode: { x: 0, y: [1, 2, 3, 4] },
    itemStyle: {
      color: palette.surface,
      borderColor: palette.rise,
      color0: palette.fall,
      borderColor0: palette.fall,
      borderColorDoji: palette.strongLine,
      borderWidth: 1.25,
    },
    barMaxWidth: 18,
    emphasis: { disabled: true },
    clip: true,
  }),
}
