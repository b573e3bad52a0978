// How long each site took to answer, over the last two minutes.

import { Chart } from 'treewire'
import { sites } from './checks.ts'

export function AnswerChart() {
  return (
    <Chart
      label="Answers of the last two minutes"
      series={() =>
        sites.value.map(({ url, checks }) => ({
          name: url,
          data: checks.map(({ time, milliseconds }) => [time, milliseconds] as const),
        }))
      }
      span={120_000}
      min={0}
      unit=" ms"
      stretch={1}
      minSize={[null, 240]}
    />
  )
}
