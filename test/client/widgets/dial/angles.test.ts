import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { angleOf, arc, direction, turnBetween } from '../../../../src/client/widgets/dial/angles.ts'

test.each([
  [0, -135],
  [0.5, 0],
  [1, 135],
])('a share of %d stands at %d°', (share, angle) => {
  expect(angleOf(share)).toBe(angle)
})

test.each([
  [0, -1, 0],
  [1, 0, 90],
  [-1, 0, -90],
  [1, 1, 135],
])('%d, %d lies at %d°', (x, y, angle) => {
  expect(direction(x, y)).toBeCloseTo(angle)
})

test.each([
  [0, 90, 90],
  [90, 0, -90],
  [170, -170, 20],
  [-170, 170, -20],
  [-90, 180, -90],
])('from %d° to %d° is a turn of %d°', (before, after, turn) => {
  expect(turnBetween(before, after)).toBe(turn)
})

test('a turn leads from one direction to the other, never more than half way round', () => {
  const angles = fc.integer({ min: -180, max: 180 })
  fc.assert(
    fc.property(angles, angles, (before, after) => {
      const turn = turnBetween(before, after)
      expect(Math.abs(turn)).toBeLessThanOrEqual(180)
      expect((((before + turn - after) % 360) + 360) % 360).toBe(0)
    }),
  )
})

test('an arc goes clockwise, the long way where it is more than a half', () => {
  expect(arc(10, -90, 0)).toBe('M-10 0A10 10 0 0 1 0 -10')
  expect(arc(10, -135, 135)).toMatch(/A10 10 0 1 1/)
})
