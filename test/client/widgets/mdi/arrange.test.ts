import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cascadeSpot, keptInside, tiles } from '../../../../src/client/widgets/mdi/arrange.ts'

test.each([
  [0, [0, 0]],
  [1, [32, 32]],
  [4, [128, 128]],
  [5, [0, 0]],
  [6, [32, 32]],
])('staggered in 800 × 300 px, window %d stands at %j', (index, spot) => {
  expect(cascadeSpot(index, { width: 800, height: 300 })).toEqual(spot)
})

test('without room every window stands in the corner', () => {
  expect(cascadeSpot(3, { width: 100, height: 100 })).toEqual([0, 0])
})

test('before the workspace is on the page, windows are staggered all the same', () => {
  expect(cascadeSpot(3, { width: 0, height: 0 })).toEqual([96, 96])
})

test.each([
  [0, []],
  [1, ['4,4 392×292']],
  [2, ['4,4 194×292', '202,4 194×292']],
  [3, ['4,4 194×144', '202,4 194×144', '4,152 392×144']],
])('%d windows side by side stand at %j', (count, expected) => {
  const found = tiles(count, { width: 400, height: 300 })
  expect(found.map(({ x, y, width, height }) => `${x},${y} ${width}×${height}`)).toEqual(expected)
})

test('windows side by side never lie over one another, nor outside of the room', () => {
  const sides = fc.integer({ min: 100, max: 3000 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), sides, sides, (count, width, height) => {
      const found = tiles(count, { width, height })
      for (const [at, one] of found.entries()) {
        expect(one.x + one.width).toBeLessThanOrEqual(width)
        expect(one.y + one.height).toBeLessThanOrEqual(height)
        for (const other of found.slice(at + 1)) {
          const isBeside = one.x + one.width <= other.x || other.x + other.width <= one.x
          const isUnder = one.y + one.height <= other.y || other.y + other.height <= one.y
          expect(isBeside || isUnder).toBe(true)
        }
      }
    }),
  )
})

const before = { width: 200, height: 100 }
const reach = { width: 600, height: 400 }

test.each([
  [
    'moved inside',
    { x: 5, y: 6, width: 200, height: 100 },
    { x: 5, y: 6, width: 200, height: 100 },
  ],
  [
    'pushed out',
    { x: -5, y: -6, width: 200, height: 100 },
    { x: 0, y: 0, width: 200, height: 100 },
  ],
  [
    'pushed out of sight',
    { x: 900, y: 700, width: 200, height: 100 },
    { x: 568, y: 368, width: 200, height: 100 },
  ],
  [
    'sized out of sight',
    { x: 500, y: 6, width: 900, height: 100 },
    { x: 500, y: 6, width: 900, height: 100 },
  ],
  [
    'pulled out',
    { x: -5, y: -6, width: 220, height: 130 },
    { x: 0, y: 0, width: 215, height: 124 },
  ],
])('%s, %j becomes %j', (_, rect, kept) => {
  expect(keptInside(rect, before, reach)).toEqual(kept)
})
