// What is sent is the least that can be: for random pairs of trees the messages that turn one into the other are
// counted, and compared with the least number, which is found by trying everything.

import * as fc from 'fast-check'
import { test } from 'vitest'
import { expectLeast } from './expect-least.tsx'
import { pairs } from './random-trees.ts'
import type { Drawn } from './random-trees.ts'
import type { Tree } from './trees.tsx'

/** Checks so many random pairs. */
function expectLeastOf(drawn: Drawn, numRuns = 200): void {
  const property = fc.property(pairs(drawn), ([before, after]) => expectLeast(before, after))
  fc.assert(property, { numRuns })
}

const keyed = (names: string): Tree[] =>
  names.split('').map((key) => ({ kind: 'label', key, text: key, isLive: false }))

test('every order of up to four children becomes every other by the fewest messages', () => {
  for (const after of arrangements('abcdef', 4)) expectLeast(keyed('abcd'), keyed(after))
})

/** Every order of every subset of up to so many. */
function arrangements(names: string, most: number): string[] {
  if (most === 0) return ['']
  const longer = names
    .split('')
    .flatMap((name) => arrangements(names.replace(name, ''), most - 1).map((rest) => name + rest))
  return ['', ...longer]
}

const containers = ['box', 'frame'] as const
const splitters = ['high splitter', 'wide splitter'] as const
const groups = ['group', 'part'] as const

test('children with and without keys, their states and what is heard of them', () => {
  expectLeastOf({ most: 6 })
})

test('containers in containers', () => {
  expectLeastOf({ containers })
})

test('children with placements', () => {
  expectLeastOf({ hasStretches: true, containers })
})

test('what is fixed when a widget is made', () => {
  expectLeastOf({ containers: [...containers, ...splitters] })
})

test('groups and components among the children', () => {
  expectLeastOf({ groups })
})

test('lists', () => {
  expectLeastOf({ hasLists: true, containers })
})

test('choices', () => {
  expectLeastOf({ hasChoices: true, containers })
})

test('components that change by themselves while their parents change', () => {
  expectLeastOf({ groups: ['cell'], containers })
})

test('all of it', () => {
  expectLeastOf({
    containers: [...containers, ...splitters],
    groups: [...groups, 'cell'],
    hasLists: true,
    hasChoices: true,
    hasStretches: true,
  })
})
