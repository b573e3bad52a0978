import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isHeadingTo } from '../../../../src/client/widgets/menu/aim.ts'

const right = { left: 200, right: 300, top: 50, bottom: 250 }
const left = { left: 0, right: 100, top: 50, bottom: 250 }

test.each([
  ['straight to it', [110, 60], [130, 60], right, true],
  ['down along the diagonal', [110, 60], [140, 110], right, true],
  ['to its lower corner', [110, 60], [199, 245], right, true],
  ['a bit past the corner', [110, 60], [199, 255], right, true],
  ['straight down', [110, 60], [110, 90], right, false],
  ['steeply down', [110, 60], [115, 120], right, false],
  ['away from it', [110, 60], [100, 60], right, false],
  ['up past its top', [110, 60], [150, 30], right, false],
  ['to the left', [190, 60], [150, 90], left, true],
  ['away to the right', [190, 60], [195, 60], left, false],
  ['over the edge, into it', [195, 60], [205, 70], right, true],
  ['along its edge', [200, 100], [200, 120], right, true],
])('a step %s: %j to %j', (_way, [x, y], [toX, toY], box, expected) => {
  expect(isHeadingTo({ x: x!, y: y! }, { x: toX!, y: toY! }, box)).toBe(expected)
})

test('any straight way to a point of the near edge heads there all along', () => {
  const share = fc.double({ min: 0.01, max: 1, noNaN: true })
  const from = fc.record({
    x: fc.integer({ min: 0, max: 190 }),
    y: fc.integer({ min: 0, max: 300 }),
  })
  fc.assert(
    fc.property(from, fc.integer({ min: 50, max: 250 }), share, (start, aim, part) => {
      const to = {
        x: start.x + (right.left - start.x) * part,
        y: start.y + (aim - start.y) * part,
      }
      expect(isHeadingTo(start, to, right)).toBe(true)
    }),
  )
})
