import { describe, expect, test, vi } from 'vitest'
import { timeTicks, valueTicks } from '../../../../src/client/widgets/chart/ticks.ts'
import type { NumberFormat } from '../../../../src/widgets/table-payloads.ts'

const free = { min: null, max: null }
const GiB = 1024 ** 3

describe('values', () => {
  test.each<[NumberFormat, [number, number], typeof free | object, number, number[]]>([
    ['number', [0, 9], {}, 3, [0, 5, 10]],
    ['number', [3, 8], {}, 4, [0, 2, 4, 6, 8]],
    ['number', [-4, 9], {}, 4, [-5, 0, 5, 10]],
    ['number', [0, 0], {}, 4, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    ['number', [0, 0.3], {}, 3, [0, 0.1, 0.2, 0.3]],
    ['number', [0, 1234], {}, 3, [0, 500, 1000, 1500]],
    ['percent', [0, 37], { min: 0, max: 100 }, 2, [0, 50, 100]],
    ['bytes', [0, 900], {}, 4, [0, 256, 512, 768, 1024]],
    ['bytes', [0, 12 * GiB], { min: 0, max: 31.3 * GiB }, 3, [0, 8 * GiB, 16 * GiB, 24 * GiB]],
    ['bytes', [0, 0], {}, 4, [0, 1]],
    ['duration', [0, 5400], {}, 4, [0, 1800, 3600, 5400]],
    ['duration', [0, 0.002], {}, 2, [0, 1]],
    ['number', [5, 5], { min: 5, max: 5 }, 3, [5, 5.5, 6]],
  ])('%s from %o within %o in %d parts', (format, [low, high], ends, count, values) => {
    const ticks = valueTicks({ low, high }, { ...free, ...ends }, format, count)
    expect(ticks.values).toEqual(values)
    expect(ticks.low).toBeLessThanOrEqual(Math.min(low, values[0]!))
    expect(ticks.high).toBeGreaterThanOrEqual(Math.max(high, values.at(-1)!))
  })
})

describe('times', () => {
  const start = new Date(2025, 0, 15, 10, 0, 5).getTime()
  const clock = (time: number): string => new Date(time).toTimeString().slice(0, 8)

  test.each<[seconds: number, count: number, string[]]>([
    [60, 4, ['10:00:15', '10:00:30', '10:00:45', '10:01:00']],
    [120, 4, ['10:00:30', '10:01:00', '10:01:30', '10:02:00']],
    [4 * 3600, 4, ['11:00:00', '12:00:00', '13:00:00', '14:00:00']],
    [2 * 86_400, 2, ['00:00:00', '00:00:00']],
  ])('%d seconds with room for %d labels', (seconds, count, expected) => {
    const ticks = timeTicks({ low: start, high: start + seconds * 1000 }, count)
    expect(ticks.values.map(clock)).toEqual(expected)
  })

  test('days begin at midnight before and after the clocks are changed', () => {
    // In Berlin, where summer time ends on 26 October at 1:00 UTC.
    const end = Date.UTC(2025, 9, 26, 1)
    vi.spyOn(Date.prototype, 'getTimezoneOffset').mockImplementation(function (this: Date) {
      return this.getTime() < end ? -120 : -60
    })
    const { values } = timeTicks({ low: end - 3 * 86_400_000, high: end + 3 * 86_400_000 }, 6)
    expect(values.map((value) => new Date(value).toISOString().slice(8, 16))).toEqual([
      '23T22:00',
      '24T22:00',
      '25T22:00',
      '26T23:00',
      '27T23:00',
      '28T23:00',
    ])
  })

  test('the hour that is left out when the clocks are changed has no time of its own', () => {
    // In Berlin, where summer time begins on 29 March at 1:00 UTC.
    const start = Date.UTC(2026, 2, 29, 1)
    vi.spyOn(Date.prototype, 'getTimezoneOffset').mockImplementation(function (this: Date) {
      return this.getTime() < start ? -60 : -120
    })
    const { values } = timeTicks({ low: start - 2 * 3_600_000, high: start + 4 * 3_600_000 }, 7)
    expect(values.map((value) => new Date(value).getUTCHours())).toEqual([23, 0, 1, 2, 3, 4, 5])
  })

  test('years are no trouble', () => {
    const { values } = timeTicks({ low: 0, high: 50 * 365 * 86_400_000 }, 5)
    expect(values.length).toBeLessThan(8)
  })
})
