// Which old child a new one goes on with, and which of them may stay where they are.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createElement } from 'treewire'
import type { Element } from 'treewire'
import { matchChildren } from '../../src/reconciler/match.ts'
import { longestIncreasing } from '../../src/widgets/longest-increasing.ts'

// A list of children as text, one a character: a letter is a key, `A` has the key of `a` and another
// type; `.` and `:` have no key and differ in type; `_` is an empty place.
function childrenOf(text: string): (Element | null)[] {
  return text.split('').map((sign) => {
    if (sign === '_') return null
    if (sign === '.' || sign === ':') return createElement(sign === '.' ? 'Label' : 'Button')
    const type = sign === sign.toLowerCase() ? 'Label' : 'Button'
    return createElement(type, { key: sign.toLowerCase() })
  })
}

function match(before: string, after: string): number[] {
  return [...matchChildren(childrenOf(before), childrenOf(after))]
}

describe('children are matched', () => {
  test.each([
    ['nothing with nothing', '', '', []],
    ['the same list', 'abc', 'abc', [0, 1, 2]],
    ['all new', '', 'ab', [-1, -1]],
    ['all gone', 'ab', '', []],
    ['one in front', 'ab', 'xab', [-1, 0, 1]],
    ['one behind', 'ab', 'abx', [0, 1, -1]],
    ['one in the middle', 'ab', 'axb', [0, -1, 1]],
    ['one gone from the middle', 'axb', 'ab', [0, 2]],
    ['turned around', 'abcd', 'dcba', [3, 2, 1, 0]],
    ['a key whose type differs is another child', 'ab', 'Ab', [-1, 1]],
    ['a key and a place are never paired', 'a.', '.a', [-1, 0]],
    ['no key: by position', '...', '..', [0, 1]],
    ['no key: another type is another child', '.:.', ':..', [-1, -1, 2]],
    ['an empty place keeps the place of its neighbours', '_.', '..', [-1, 1]],
    ['a place that becomes empty', '..', '_.', [-1, 1]],
    ['a place without key does not slide, also at the end', '..', 'x..', [-1, 1, -1]],
    ['keys pass places by', 'a.b', 'b.a', [2, 1, 0]],
    ['empty places are nobody', '___', '_a_', [-1, -1, -1]],
    ['a key twice: each old child is used once', 'aa', 'aaa', [0, 1, -1]],
    ['a key twice in the middle: the first is found', 'xaay', 'yaax', [3, 1, -1, 0]],
    ['a key twice before, once after', 'xaa', 'ax', [1, 0]],
  ])('%s', (_, before, after, matches) => {
    expect(match(before, after)).toEqual(matches)
  })

  test('numbers and texts are different keys', () => {
    const olds = [createElement('Label', { key: 1 })]
    expect([...matchChildren(olds, [createElement('Label', { key: '1' })])]).toEqual([-1])
  })

  const signs = fc.constantFrom(...'abcdefghABCD..::__'.split(''))
  const lists = fc.array(signs, { maxLength: 14 }).map((all) => all.join(''))
  const distinct = lists.map((text) =>
    text
      .split('')
      .filter((sign, at, all) => !/[a-z]/i.test(sign) || firstOf(sign, all) === at)
      .join(''),
  )

  function firstOf(sign: string, all: readonly string[]): number {
    return all.findIndex((other) => other.toLowerCase() === sign.toLowerCase())
  }

  test('as the plain rule says it, whatever the lists', () => {
    fc.assert(
      fc.property(distinct, distinct, (before, after) => {
        const plain = after.split('').map((sign, at) => {
          if (sign === '_') return -1
          return /[a-z]/i.test(sign) ? before.indexOf(sign) : before[at] === sign ? at : -1
        })
        expect(match(before, after)).toEqual(plain)
      }),
      { numRuns: 2000 },
    )
  })

  test('with their like and none twice, also when keys are used twice', () => {
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const matches = match(before, after)
        const used = matches.filter((at) => at >= 0)
        expect(new Set(used).size).toBe(used.length)
        const wrong = matches.filter((at, now) => at >= 0 && before[at] !== after[now])
        expect(wrong).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a longest increasing run', () => {
  test.each([
    [[], ''],
    [[0], '0'],
    [[0, 1, 2], '0 1 2'],
    [[2, 1, 0], '0'],
    [[1, 2, 0], '1 2'],
    [[3, 0, 1, 2], '0 1 2'],
    [[0, 2, 1, 3], '0 1 3'],
    [[-1, -1], ''],
    [[-1, 1, -1, 0, 2], '0 2'],
    [[5, -1, 6, 1, -1, 2, 3], '1 2 3'],
  ])('of %j is %j', (values, stays) => {
    expect(staying(values).join(' ')).toBe(stays)
  })

  function staying(values: readonly number[]): number[] {
    const marks = longestIncreasing(values)
    return values.filter((_, at) => marks[at] === 1)
  }

  /** The length of the longest increasing run, by trying for each value all before it. */
  function plainLength(values: readonly number[]): number {
    const lengths: number[] = []
    values.forEach((value, at) => {
      const before = lengths.filter((_, other) => other < at && values[other]! < value)
      lengths.push(1 + Math.max(0, ...before))
    })
    return Math.max(0, ...lengths.filter((_, at) => values[at]! >= 0))
  }

  const matches = fc
    .uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40 })
    .chain((values) => fc.tuple(fc.constant(values), fc.array(fc.nat(40), { maxLength: 10 })))
    .map(([values, gaps]) => gaps.reduce((all, at) => all.toSpliced(at, 0, -1), values))

  test('increases, is as long as can be, and has no negative value', () => {
    fc.assert(
      fc.property(matches, (values) => {
        const run = staying(values)
        expect(run).toEqual(run.toSorted((a, b) => a - b))
        expect(run.every((value) => value >= 0)).toBe(true)
        expect(run).toHaveLength(plainLength(values.filter((value) => value >= 0)))
      }),
      { numRuns: 2000 },
    )
  })
})
