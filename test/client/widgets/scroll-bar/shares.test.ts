import { expect, test } from 'vitest'
import {
  asShare,
  asThumb,
  dragged,
  keyTarget,
  pageOf,
  pressTarget,
  wheeled,
} from '../../../../src/client/widgets/scroll-bar/shares.ts'

test('shares are kept from 0 to 1, thumbs from 0.01', () => {
  expect([-1, 0.3, 2].map(asShare)).toEqual([0, 0.3, 1])
  expect([-1, 0.3, 2].map(asThumb)).toEqual([0.01, 0.3, 1])
})

test.each([
  [0.5, 1],
  [0.2, 0.25],
  [0.1, 1 / 9],
  [1, 0],
])('with %d in sight a page is %d of the way', (thumb, page) => {
  expect(pageOf(thumb)).toBeCloseTo(page)
})

test.each([
  [80, 160, 0.5],
  [-16, 160, -0.1],
  [5, 0, 0],
])('%d px of %d scroll by %d', (px, way, share) => {
  expect(dragged(px, way)).toBeCloseTo(share)
})

test.each([
  [100, 200, 0.5, 0.5],
  [-50, 200, 0.2, -0.0625],
  [100, 200, 1, 0],
  [100, 0, 0.5, 0],
])(
  'a wheel of %d px over a bar of %d with a thumb of %d scrolls by %d',
  (px, length, thumb, by) => {
    expect(wheeled(px, length, thumb)).toBeCloseTo(by)
  },
)

test.each([
  ['ArrowDown', 0.525],
  ['ArrowUp', 0.475],
  ['PageDown', 0.75],
  ['PageUp', 0.25],
  ['Home', 0],
  ['End', 1],
])('%s leads from 0.5 to %d', (key, target) => {
  expect(keyTarget(key, ['ArrowUp', 'ArrowDown'], 0.5, 0.2)).toBeCloseTo(target)
})

test.each(['ArrowLeft', 'Enter', 'constructor'])('%s leads nowhere', (key) => {
  expect(keyTarget(key, ['ArrowUp', 'ArrowDown'], 0.5, 0.2)).toBeUndefined()
})

test('keys do not lead beyond the ends', () => {
  expect(keyTarget('PageDown', ['ArrowUp', 'ArrowDown'], 0.9, 0.5)).toBe(1)
})

// The thumb is 40 px long and begins at 80.
test.each([
  [10, 0.25],
  [79, 0.25],
  [80, 0.5],
  [120, 0.5],
  [121, 0.75],
  [199, 0.75],
])('a press at %d px leads to %d', (at, target) => {
  const bar = { scroll: 0.5, thumb: 0.2, length: 200, thumbLength: 40 }
  expect(pressTarget(at, bar)).toBeCloseTo(target)
})
