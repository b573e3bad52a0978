import { expect, test } from 'vitest'
import { type ChartLook, lookOf } from '../../../../src/client/widgets/chart/state.ts'
import { summaryOf } from '../../../../src/client/widgets/chart/summary.ts'
import type { ChartPoint } from '../../../../src/widgets/chart-payloads.ts'

const series = (name: string, ...data: ChartPoint[]) => ({ name, color: undefined, data })

test.each<[Partial<ChartLook>, ReturnType<typeof series>[], string]>([
  [{}, [], 'Line chart.'],
  [
    { type: 'area', unit: ' °C' },
    [series('in', 3, 9, null, 5), series('out')],
    'Area chart. in: last 5 °C, lowest 3 °C, highest 9 °C. out: no values.',
  ],
  [{ type: 'bar' }, [series('x', [1000, 4])], 'Bar chart. x: last 4, lowest 4, highest 4.'],
  [
    { type: 'pie' },
    [series('a', { name: 'a', value: 1 }), series('b', { name: 'b', value: null })],
    'Pie chart. a: 1. b: 0.',
  ],
  [
    { type: 'pie' },
    Array.from({ length: 14 }, (_, at) => series(`s${at}`, at)),
    'Pie chart. s0: 0. s1: 1. s2: 2. s3: 3. s4: 4. s5: 5. s6: 6. s7: 7. s8: 8. s9: 9. s10: 10. s11: 11. And 2 more.',
  ],
])('%o %o reads %s', (look, shown, text) => {
  expect(summaryOf(lookOf(look), shown)).toBe(text)
})
