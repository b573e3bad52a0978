// Points that nothing joins.

import { ScatterChart } from 'echarts/charts'
import { use } from 'echarts/core'
import { pointsOf } from '../series-option.ts'
import type { Kind } from './kind.ts'

use([ScatterChart])

/** Beyond so many points they are smaller. */
const MANY = 500

export const kind: Kind = {
  series: (one, drawn) => ({
    type: 'scatter',
    name: one.name,
    data: pointsOf(one.data, drawn),
    color: one.shade,
    symbolSize: one.data.length > MANY ? 4 : 8,
    itemStyle: {
      color: drawn.palette.soft(one.shade, 0.72),
      borderColor: one.shade,
      borderWidth: one.data.length > MANY ? 0 : 1,
    },
    emphasis: { itemStyle: { color: one.shade } },
    clip: true,
  }),
}
