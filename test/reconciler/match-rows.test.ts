// Which old row an item goes on with, and which stretch of rows is touched at all.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyOf, stretchOf } from '../../src/reconciler/match-rows.ts'
import type { RowStretch } from '../../src/reconciler/match-rows.ts'
import type { RowProps } from '../../src/reconciler/node.ts'

type By = RowProps['by']

function stretch(before: readonly unknown[], items: readonly unknown[], by?: By): RowStretch {
  const rows = before.map((item) => ({ key: keyOf(item, by) }))
  return stretchOf(rows, before, { items, by, row: () => null })
}

/** `1-3 [2 -1]`: the old rows from 1 up to 3 become rows of which the first was at 2 and the second is new. */
function textOf({ start, oldEnd, newEnd, matches, hasNewItems }: RowStretch): string {
  expect(matches).toHaveLength(newEnd - start)
  return `${start}-${oldEnd} [${matches.join(' ')}]${hasNewItems ? ' new items' : ''}`
}

describe('an item is known', () => {
  const nobody = undefined
  test.each<[string, unknown, By, unknown]>([
    ['by itself', 'a', nobody, 'a'],
    ['by a field', { id: 7 }, 'id', 7],
    ['by a field that it does not have', {}, 'id', undefined],
    ['by what a function gives', 'Ab', (item: string) => item.toLowerCase(), 'ab'],
  ])('%s', (_, item, by, key) => {
    expect(keyOf(item, by)).toBe(key)
  })
})

// Rows and items as text, one a character: `A` has the key of `a` and is another item.
describe('rows are matched', () => {
  const lower = (item: string): string => item.toLowerCase()

  test.each([
    ['nothing with nothing', '', '', '0-0 []'],
    ['the same', 'abc', 'abc', '3-3 []'],
    ['the same keys, another item', 'abc', 'aBc', '3-3 [] new items'],
    ['all new', '', 'ab', '0-0 [-1 -1]'],
    ['all gone', 'ab', '', '0-2 []'],
    ['all others', 'ab', 'xy', '0-2 [-1 -1]'],
    ['one in front', 'ab', 'xab', '0-0 [-1]'],
    ['one behind', 'ab', 'abx', '2-2 [-1]'],
    ['one in the middle', 'ab', 'axb', '1-1 [-1]'],
    ['one gone from the front', 'xab', 'ab', '0-1 []'],
    ['one gone from the middle', 'axb', 'ab', '1-2 []'],
    ['one gone from the end', 'abx', 'ab', '2-3 []'],
    ['one replaced', 'axb', 'ayb', '1-2 [-1]'],
    ['two exchanged', 'axyb', 'ayxb', '1-3 [2 1]'],
    ['turned around', 'abcd', 'dcba', '0-4 [3 2 1 0]'],
    ['as in the drawing', 'abcdef', 'adxbf', '1-5 [3 -1 1]'],
    ['another item in front of the stretch', 'abcd', 'Acbd', '1-3 [2 1] new items'],
    ['another item behind the stretch', 'abcd', 'acbD', '1-3 [2 1] new items'],
    ['another item within the stretch', 'abcd', 'acBd', '1-3 [2 1] new items'],
    ['one key twice, as before', 'aab', 'aab', '3-3 []'],
    ['one key once more', 'aab', 'aaab', '2-2 [-1]'],
    ['one key once less', 'aaab', 'aab', '2-3 []'],
    ['one key twice: the first goes with the first', 'xaay', 'yaax', '0-4 [3 1 2 0]'],
    ['one key twice before, once after', 'xaay', 'yax', '0-4 [3 1 0]'],
    ['one key twice before, three times after', 'xaay', 'yaaax', '0-4 [3 1 2 -1 0]'],
    ['one key three times, among others', 'axaya', 'yaaax', '0-5 [3 0 2 4 1]'],
  ])('%s', (_, before, after, expected) => {
    expect(textOf(stretch(before.split(''), after.split(''), lower))).toBe(expected)
  })

  test.each<[string, readonly unknown[], readonly unknown[], string]>([
    ['NaN', [Number.NaN, 1], [1, Number.NaN], '0-2 [1 0]'],
    ['NaN in its place', [Number.NaN, 1], [Number.NaN, 1], '2-2 []'],
    ['undefined', [undefined, 1], [1, undefined], '0-2 [1 0]'],
    ['undefined in its place', [1, undefined], [1, undefined], '2-2 []'],
    ['null, false and undefined', [null, undefined, false], [false, null], '0-3 [2 0]'],
    ['numbers and texts', [1, '1'], ['1', 1], '0-2 [1 0]'],
    ['a number and its text', [1], ['1'], '0-1 [-1]'],
    ['NaN and its text', [Number.NaN], ['NaN'], '0-1 [-1]'],
    ['undefined and its text', [undefined], ['undefined'], '0-1 [-1]'],
    ['the two zeros, which a Map does not tell apart', [0, 'x'], ['x', -0], '0-2 [1 0]'],
    ['NaN twice', ['x', Number.NaN, Number.NaN], [Number.NaN, 'x'], '0-3 [1 0]'],
    ['undefined twice', ['x', undefined, undefined], [undefined, 'x'], '0-3 [2 0]'],
  ])('by themselves: %s', (_, before, after, expected) => {
    expect(textOf(stretch(before, after))).toBe(expected)
  })

  test('by a field', () => {
    const [a, b, other] = [{ id: 1 }, { id: 2 }, { id: 2 }]
    expect(textOf(stretch([a, b], [other, a], 'id'))).toBe('0-2 [1 0] new items')
    expect(textOf(stretch([a, b], [a, other], 'id'))).toBe('2-2 [] new items')
  })

  test('by themselves, an equal object is another one', () => {
    expect(textOf(stretch([{ id: 1 }], [{ id: 1 }]))).toBe('0-1 [-1]')
  })

  test('with what they are known by from when they were made, though the item has changed since', () => {
    const [a, b] = [{ id: 1 }, { id: 2 }]
    const rows = [{ key: 1 }, { key: 2 }]
    a.id = 3
    const given = { items: [b, { id: 1 }], by: 'id', row: () => null }
    expect(textOf(stretchOf(rows, [a, b], given))).toBe('0-2 [1 0] new items')
  })

  test('in a time that grows with their number, also where all have one key', () => {
    let asked = 0
    const by = (): string => {
      asked++
      return 'same'
    }
    const [before, after] = [0, 1].map((list) =>
      Array.from({ length: 1000 }, (_, at) => ({ list, at })),
    ) as [object[], object[]]
    expect(textOf(stretch(before, after, by))).toBe('1000-1000 [] new items')
    expect(asked).toBeLessThanOrEqual(3000)
  })
})

interface Item {
  readonly key: unknown
  /** Of two items with one key, whether they are the same item. */
  readonly version: number
}

const object = { a: 'key' }
const keys = fc.constantFrom<unknown>('a', 'b', 'c', 1, '1', Number.NaN, undefined, null, object)
const lists = fc.array(fc.tuple(keys, fc.nat(1)), { maxLength: 12 })
/** A list, and another that is most often much like it. */
const pairs = fc
  .tuple(lists, lists, fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { maxLength: 3 }))
  .chain(([before, other, moves]) =>
    fc.tuple(fc.constant(before), fc.constantFrom(other, moved(before, moves))),
  )

function moved<One>(all: readonly One[], moves: readonly (readonly [number, number])[]): One[] {
  const after = [...all]
  for (const [from, to] of moves) after.splice(to, 0, ...after.splice(from, 1))
  return after
}

/** Equal ones are the same item. */
function itemsOf(...all: (readonly (readonly [key: unknown, version: number])[])[]): Item[][] {
  const made = new Map<unknown, Item[]>()
  return all.map((list) =>
    list.map(([key, version]) => {
      const items = made.get(key) ?? []
      made.set(key, items)
      return (items[version] ??= { key, version })
    }),
  )
}

/** For each item the old position of its row, or -1. */
function fullMatches({ start, oldEnd, newEnd, matches }: RowStretch, count: number): number[] {
  return Array.from({ length: count }, (_, at) => {
    if (at < start) return at
    return at < newEnd ? matches[at - start]! : at - newEnd + oldEnd
  })
}

function isSameKey(one: Item, other: Item): boolean {
  return one.key === other.key || Object.is(one.key, other.key)
}

describe('whatever the lists', () => {
  const runs = { numRuns: 2000 }

  test('each item has the row of its key, if no key is there twice', () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        const [before, after] = itemsOf(...pair.map(withoutCopies)) as [Item[], Item[]]
        const plain = after.map((item) => before.findIndex((old) => isSameKey(old, item)))
        expect(fullMatches(stretch(before, after, 'key'), after.length)).toEqual(plain)
      }),
      runs,
    )
  })

  test('each goes with its like, none twice, as many as can be', () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        const [before, after] = itemsOf(...pair) as [Item[], Item[]]
        const matches = fullMatches(stretch(before, after, 'key'), after.length)
        const used = matches.filter((at) => at >= 0)
        expect(new Set(used).size).toBe(used.length)
        expect(matches.every((at, now) => at < 0 || isSameKey(before[at]!, after[now]!))).toBe(true)
        for (const item of [...before, ...after]) {
          const isLike = (other: Item): boolean => isSameKey(other, item)
          const likes = matches.filter((at, now) => at >= 0 && isLike(after[now]!))
          const wanted = Math.min(before.filter(isLike).length, after.filter(isLike).length)
          expect(likes).toHaveLength(wanted)
        }
      }),
      runs,
    )
  })

  test('the stretch leaves out all that is the same at the start, then all that is at the end', () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        const [before, after] = itemsOf(...pair) as [Item[], Item[]]
        const { start, oldEnd, newEnd, hasNewItems } = stretch(before, after, 'key')
        const shorter = Math.min(before.length, after.length)
        const isSame = (old: number, now: number): boolean => isSameKey(before[old]!, after[now]!)
        let [plainStart, end] = [0, 0]
        while (plainStart < shorter && isSame(plainStart, plainStart)) plainStart++
        while (
          end < shorter - plainStart &&
          isSame(before.length - 1 - end, after.length - 1 - end)
        )
          end++
        const matches = fullMatches(stretch(before, after, 'key'), after.length)
        const isNew = matches.some((at, now) => at >= 0 && before[at] !== after[now])
        expect([start, oldEnd, newEnd]).toEqual([
          plainStart,
          before.length - end,
          after.length - end,
        ])
        expect(hasNewItems).toBe(isNew)
      }),
      runs,
    )
  })
})

test('many rows of one key are gone through once', { timeout: 5000 }, () => {
  const many = Array.from({ length: 60_000 }, (_, at) => at)
  const before = many.map((at) => ({ key: at % 2 }))
  const after = many.map((at) => ({ key: at < 40_000 ? 1 : 0 }))
  const found = stretch(before, after, 'key').matches.filter((at) => at >= 0)
  expect(new Set(found).size).toBe(found.length)
})

function withoutCopies<One>(
  list: readonly (readonly [key: unknown, one: One])[],
): (readonly [key: unknown, one: One])[] {
  return [...new Map(list.map((one) => [one[0], one])).values()]
}
