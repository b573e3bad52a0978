// Points out of numbers that came side by side. Pure.
//
//   time  load  free  time  load  free         two series, three numbers a row
//   time  load  open  high  low   close        a line and candlesticks, six numbers a row

import type { ChartPoint } from '../../../widgets/chart-payloads.ts'
import type { Bytes } from '../../../widgets/types.ts'

type Numbers = ArrayLike<number>

/**
 * The points of each series, in the order of `areCandles`.
 *
 * @param areCandles  for each series, whether it takes open, high, low and close rather than one value
 * @throws TypeError when these are no numbers, or no whole rows
 */
export function pointsIn(data: Bytes, areCandles: readonly boolean[]): ChartPoint[][] {
  const numbers = numbersIn(data)
  const width = areCandles.reduce((sum, isCandle) => sum + (isCandle ? 4 : 1), 1)
  if (numbers.length % width !== 0) {
    throw new TypeError(
      `Chart.append_binary needs rows of ${width} numbers, one and ${width - 1} for ${areCandles.length} series, got ${numbers.length} numbers`,
    )
  }
  const points = areCandles.map((): ChartPoint[] => [])
  for (let start = 0; start < numbers.length; start += width) {
    let at = start + 1
    for (const [series, isCandle] of areCandles.entries()) {
      const time = numbers[start]!
      points[series]!.push(isCandle ? candleAt(numbers, time, at) : [time, gap(numbers[at]!)])
      at += isCandle ? 4 : 1
    }
  }
  return points
}

function numbersIn(data: Bytes): Numbers {
  if (ArrayBuffer.isView(data) && !(data instanceof DataView)) return data as unknown as Numbers
  throw new TypeError(
    'Chart.append_binary needs numbers with a type, such as a Float64Array, got plain bytes',
  )
}

function candleAt(numbers: Numbers, time: number, at: number): ChartPoint {
  const [open, high, low, close] = [0, 1, 2, 3].map((offset) => numbers[at + offset]!) as [
    number,
    number,
    number,
    number,
  ]
  return Number.isNaN(open + high + low + close) ? null : { time, open, high, low, close }
}

function gap(value: number): number | null {
  return Number.isNaN(value) ? null : value
}
