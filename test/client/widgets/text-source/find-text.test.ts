import { expect, test } from 'vitest'
import { matchesOf } from '../../../../src/client/widgets/text-source/find-text.ts'

test.each<[string, string, number, boolean, [number, number][]]>([
  [
    'one one',
    'one',
    0,
    false,
    [
      [0, 3],
      [4, 7],
    ],
  ],
  ['one one', 'one', 1, false, [[4, 7]]],
  [
    'One one',
    'ONE',
    0,
    true,
    [
      [0, 3],
      [4, 7],
    ],
  ],
  ['aaa', 'aa', 0, false, [[0, 2]]],
  ['a.b axb', 'a.b', 0, true, [[0, 3]]],
  ['(a) [b] \\ $ / {c}', '[b] \\ $ / {', 0, true, [[4, 15]]],
  ['İstanbul ist', 'IST', 0, true, [[9, 12]]],
  ['STRASSE straße', 'straße', 0, true, [[8, 14]]],
  [
    '😀a😀',
    '😀',
    0,
    true,
    [
      [0, 2],
      [3, 5],
    ],
  ],
  ['abc', '', 0, false, []],
  ['abc', 'x', 0, true, []],
  ['abc', 'a', 9, true, []],
])('in %j, %j from %i on, case ignored %s: %j', (text, query, start, isCaseIgnored, found) => {
  const matches = [...matchesOf(text, query, { start, isCaseIgnored })]
  expect(matches.map(({ from, to }) => [from, to])).toEqual(found)
})
