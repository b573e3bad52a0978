import { expect, test } from 'vitest'
import {
  evenFormat,
  type NumberStyle,
  shortFormat,
} from '../../../src/client/widgets/format-number.ts'

/** In the language of the machine that runs the test. */
const local = (value: number, decimals: number): string =>
  value.toLocaleString(undefined, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
const percent = (value: number, decimals: number): string =>
  value.toLocaleString(undefined, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    style: 'unit',
    unit: 'percent',
  })

test.each<[NumberStyle, number, string, string]>([
  [{ format: 'number' }, 1234.5, local(1234.5, 1), local(1234.5, 1)],
  [{ format: 'number', decimals: 2 }, 3, local(3, 2), '3'],
  [{ format: 'number', unit: ' ms' }, 7, '7 ms', '7 ms'],
  [{ format: 'percent' }, 12, percent(12, 1), percent(12, 0)],
  [{ format: 'percent', decimals: 0 }, 12.4, percent(12, 0), percent(12, 0)],
  [{ format: 'bytes' }, 0, '0 B', '0 B'],
  [{ format: 'bytes' }, 1023, `${local(1023, 0)} B`, `${local(1023, 0)} B`],
  [{ format: 'bytes' }, 1024, `${local(1, 1)} KiB`, '1 KiB'],
  [{ format: 'bytes' }, 1536, `${local(1.5, 1)} KiB`, `${local(1.5, 1)} KiB`],
  [{ format: 'bytes' }, 1024 ** 2 - 1, `${local(1, 1)} MiB`, '1 MiB'],
  [{ format: 'bytes', unit: '/s' }, 5 * 1024 ** 3, `${local(5, 1)} GiB/s`, '5 GiB/s'],
  [{ format: 'bytes' }, -2048, `${local(-2, 1)} KiB`, `${local(-2, 0)} KiB`],
  [{ format: 'duration' }, 0, '0s', '0s'],
  [{ format: 'duration' }, 59.6, '1m 0s', '1m 0s'],
  [{ format: 'duration' }, 3_725, '1h 2m', '1h 2m'],
  [{ format: 'duration' }, 90_000, '1d 1h', '1d 1h'],
  [{ format: 'duration' }, -5, '-5s', '-5s'],
])('%o shows %d as %s in a column, as %s on an axis', (style, value, even, short) => {
  expect([evenFormat(style)(value), shortFormat(style)(value)]).toEqual([even, short])
})
