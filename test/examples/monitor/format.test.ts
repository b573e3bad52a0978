// How the monitor writes figures.

import { expect, test } from 'vitest'
import type { Figure } from '../../../examples/monitor/figures.ts'
import { bytes, duration, percent, rate, share, sum } from '../../../examples/monitor/format.ts'

test.each([
  [bytes, 0, '0 B'],
  [bytes, 999, '999 B'],
  [bytes, 1000, '1.0 KiB'],
  [bytes, 1536, '1.5 KiB'],
  [bytes, 150 * 1024, '150 KiB'],
  [bytes, 23.5 * 2 ** 30, '23.5 GiB'],
  [bytes, 5000 * 2 ** 50, '5000 PiB'],
  [bytes, null, '–'],
  [rate, 1536, '1.5 KiB/s'],
  [rate, null, '–'],
  [percent, 12.5, '13%'],
  [percent, null, '–'],
  [duration, 59, '0 min'],
  [duration, 3600, '1 h 0 min'],
  [duration, 90_000, '1 d 1 h'],
  [duration, null, '–'],
] as const)('%o of %s is "%s"', (format: (value: Figure) => string, value, text) => {
  expect(format(value)).toBe(text)
})

test('a share needs both its parts, and a whole that is more than nothing', () => {
  expect(share(1, 4)).toBe(25)
  expect([share(null, 4), share(1, null), share(0, 0)]).toEqual([null, null, null])
})

test('a sum leaves out what is missing, and is missing when all is', () => {
  expect(sum(1, null, 2)).toBe(3)
  expect(sum(null, null)).toBeNull()
})
