// As many places go together as can, without looking at all of them.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CommonPlace, commonPlaces } from '../../src/testing/common-places.ts'

test.each<[string, string, readonly CommonPlace[]]>([
  ['', '', []],
  ['abc', '', []],
  ['abc', 'xyz', []],
  [
    'abc',
    'abc',
    [
      [0, 0],
      [1, 1],
      [2, 2],
    ],
  ],
  [
    'abc',
    'ac',
    [
      [0, 0],
      [2, 1],
    ],
  ],
  ['ab', 'ba', [[1, 0]]],
  [
    'xaby',
    'ab',
    [
      [1, 0],
      [2, 1],
    ],
  ],
])('of "%s" and "%s"', (before, after, places) => {
  expect(compared(Array.from(before), Array.from(after)).places).toEqual(places)
})

const lists = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 60 })

test('they hold the same, ascend in both lists, and are as many as can be', () => {
  fc.assert(
    fc.property(lists, lists, (before, after) => {
      const { places } = compared(before, after)
      expectToGoTogether(places, before, after)
      expect(places.length).toBe(mostOf(before, after))
    }),
  )
})

test('of 20,000 places with 60 changes each takes a few steps, not one for each pair', () => {
  const before = Array.from({ length: 20_000 }, (_, at) => `line ${at % 7000}`)
  const after = before.flatMap((line, at) => {
    if (at % 1000 === 1) return []
    if (at % 1000 === 300) return ['other']
    return at % 1000 === 600 ? [line, 'new'] : [line]
  })
  const { places, steps } = compared(before, after)
  expect(places.length).toBe(20_000 - 40)
  expect(steps).toBeLessThan(10 * before.length)
})

test('places in another order still go together, with steps in proportion', () => {
  // Of this prime the cubes are each place once.
  const before = Array.from({ length: 5003 }, (_, at) => `line ${at}`)
  const after = before.map((_, at) => before[at ** 3 % before.length]!)
  const { places, steps } = compared(before, after)
  expectToGoTogether(places, before, after)
  expect(places.length).toBeGreaterThan(20)
  expect(steps).toBeLessThan(1000 * before.length)
})

function compared(before: readonly string[], after: readonly string[]) {
  let steps = 0
  const places = commonPlaces(before.length, after.length, (row, column) => {
    steps++
    return before[row] === after[column]
  })
  return { places, steps }
}

function expectToGoTogether(
  places: readonly CommonPlace[],
  before: readonly string[],
  after: readonly string[],
): void {
  let last: CommonPlace = [-1, -1]
  for (const [row, column] of places) {
    expect([row > last[0], column > last[1], before[row]]).toEqual([true, true, after[column]])
    last = [row, column]
  }
}

/** The plain meaning: how many of what is left of both, for every place in both. */
function mostOf(before: readonly string[], after: readonly string[]): number {
  let below = Array.from(after, () => 0).concat(0)
  for (const line of before.toReversed()) {
    const row = below.slice()
    for (let at = after.length - 1; at >= 0; at--) {
      row[at] = line === after[at] ? below[at + 1]! + 1 : Math.max(below[at]!, row[at + 1]!)
    }
    below = row
  }
  return below[0]!
}
