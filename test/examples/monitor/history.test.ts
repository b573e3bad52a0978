// The window of figures that slides along.

import { expect, test } from 'vitest'
import { slide, window, type Point } from '../../../examples/monitor/history.ts'

const now = 1_700_000_000_000

test('the first point is alone: the axis is as wide without others', () => {
  expect(slide([], [now, 7])).toEqual([[now, 7]])
})

test('for each point that comes one goes, once the window is full', () => {
  let first: readonly Point[] = []
  for (let at = 0; at <= window; at += 1000) first = slide(first, [now + at, at])
  const second = slide(first, [now + window + 1000, 2])
  expect(second).toHaveLength(first.length)
  expect(second.slice(0, -1)).toEqual(first.slice(1))
})

test('nothing is older than the window', () => {
  let data: readonly Point[] = []
  for (let at = 0; at < 500; at++) data = slide(data, [now + at * 700, at])
  const [oldest] = data[0]!
  expect(oldest).toBeGreaterThanOrEqual(now + 499 * 700 - window)
})

test('a pause is a gap in the line', () => {
  const data = slide(slide([], [now, 1]), [now + 20_000, 2])
  expect(data.slice(-3)).toEqual([
    [now, 1],
    [now + 1, null],
    [now + 20_000, 2],
  ])
})

test('after a long pause the window begins anew', () => {
  const data = slide(slide([], [now, 1]), [now + 10 * window, 2])
  expect(data.filter(([, value]) => value !== null)).toEqual([[now + 10 * window, 2]])
})
