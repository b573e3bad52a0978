// The two ways of counting agree, and on cases that a person can count too.

import { describe, expect, test } from 'vitest'
import { bySubsets, searched } from './container.ts'
import type { ContainerChange } from './container.ts'

/** Names in front of which stands `!` have another placement afterwards. */
function change(before: string, after: string): ContainerChange {
  const misplaced = new Set([...after.matchAll(/!(.)/g)].map(([, name]) => name!))
  return { before: before.split(''), after: after.replaceAll('!', '').split(''), misplaced }
}

test.each([
  ['nothing', 'abc', 'abc', 0],
  ['one comes', 'abc', 'abxc', 1],
  ['one goes', 'abc', 'ac', 1],
  ['two change places', 'abcd', 'dbca', 2],
  ['the first goes to the end', 'abcd', 'bcda', 1],
  ['all turn around', 'abcd', 'dcba', 3],
  ['all go', 'abcd', '', 1],
  ['all go, and two others come', 'abcd', 'xy', 3],
  ['all but one go', 'abcd', 'b', 3],
  ['the only one is another one', 'a', 'x', 2],
  ['one has another placement', 'abc', 'a!bc', 1],
  ['the one that has another placement moves too', 'ab', '!ba', 1],
  ['all have another placement, and turn around', 'abc', '!c!b!a', 3],
  ['one goes, one comes, one moves', 'abcd', 'dabx', 3],
])('%s: from "%s" to "%s" is %i', (_, before, after, count) => {
  expect([searched(change(before, after)), bySubsets(change(before, after))]).toEqual([
    count,
    count,
  ])
})

describe('of all changes', () => {
  test('among five names the two counts are the same', () => {
    for (const after of arrangements('abcde')) {
      for (const before of ['', 'a', 'ab', 'abc', 'abcd']) {
        expect([after, bySubsets(change(before, after))]).toEqual([
          after,
          searched(change(before, after)),
        ])
      }
    }
  })

  test('among three names with any placements the two counts are the same', () => {
    for (const plain of arrangements('abc')) {
      for (const after of withMarks(plain)) {
        expect([after, bySubsets(change('abc', after))]).toEqual([
          after,
          searched(change('abc', after)),
        ])
      }
    }
  })
})

/** Every order of every subset. */
function arrangements(names: string): string[] {
  return [
    '',
    ...names
      .split('')
      .flatMap((name) => arrangements(names.replace(name, '')).map((rest) => name + rest)),
  ]
}

/** With every choice of names that have another placement. */
function withMarks(names: string): string[] {
  if (names === '') return ['']
  return withMarks(names.slice(1)).flatMap((rest) => [names[0] + rest, `!${names[0]}${rest}`])
}
