// Changes of which the fewest messages are not found by looking at one list of children: each a pair of trees, with
// the least number of messages that a person would count.

import { expect, test } from 'vitest'
import { expectLeast } from './expect-least.tsx'
import { leastForChildren } from './least.ts'
import type { Tree } from './trees.tsx'
import { widgetsOf } from './widgets.ts'

type Before = readonly Tree[]
type After = readonly Tree[]

const label = (key?: string, text = 'x'): Tree => ({ kind: 'label', key, text, isLive: false })
const button = (key?: string): Tree => ({ kind: 'button', key, text: 'x', isHeard: false })
const stretched = (key: string, stretch: number): Tree => ({
  kind: 'label',
  key,
  text: 'x',
  isLive: false,
  stretch,
})
const group = (key: string | undefined, ...of: Tree[]): Tree => ({ kind: 'group', key, of })
const cell = (key: string | undefined, ...of: Tree[]): Tree => ({ kind: 'cell', key, of })
const wide = (key: string | undefined, ...of: Tree[]): Tree => ({ kind: 'wide splitter', key, of })
const high = (key: string | undefined, ...of: Tree[]): Tree => ({ kind: 'high splitter', key, of })
const choice = (isOn: boolean, key?: string): Tree => ({ kind: 'choice', key, isOn })

test.each<[string, Before, After, number]>([
  ['an empty group moves', [group('g'), label('a')], [label('a'), group('g')], 0],
  [
    'empty groups move past the only widget',
    [group('g'), group('h'), label('a')],
    [label('a'), group('g'), group('h')],
    0,
  ],
  [
    'a group of two moves past one widget',
    [group('g', label('a'), label('b')), label('c')],
    [label('c'), group('g', label('a'), label('b'))],
    1,
  ],
  [
    'one widget moves past a group of two',
    [label('c'), group('g', label('a'), label('b'))],
    [group('g', label('a'), label('b')), label('c')],
    1,
  ],
  [
    'a group moves and loses most of its widgets',
    [group('g', label('a'), label('b'), label('c')), label('d'), label('e')],
    [label('d'), label('e'), group('g', label('c'))],
    3,
  ],
  [
    'a group moves and is turned around inside',
    [group('g', label('a'), label('b'), label('c')), label('d'), label('e')],
    [label('d'), label('e'), group('g', label('c'), label('b'), label('a'))],
    3,
  ],
  [
    'one of two that change places has another placement',
    [stretched('a', 0), stretched('b', 0)],
    [stretched('b', 0), stretched('a', 1)],
    1,
  ],
  [
    'the other one of the two has',
    [stretched('a', 0), stretched('b', 0)],
    [stretched('b', 1), stretched('a', 0)],
    1,
  ],
  [
    'what is made anew changes places with another one',
    [wide('a'), label('b')],
    [label('b'), high('a')],
    3,
  ],
  ['the other way round', [label('b'), wide('a')], [high('a'), label('b')], 3],
  ['what is made anew has a new child', [wide('a')], [high('a', label('b'))], 5],
  ['what is made anew loses a child', [wide('a', label('b'))], [high('a')], 3],
  [
    'what is made anew has a child with another text',
    [wide('a', label('b', 'x'))],
    [high('a', label('b', 'y'))],
    5,
  ],
  [
    'what is made anew has children in another order',
    [wide('a', label('b'), label('c'))],
    [high('a', label('c'), label('b'))],
    7,
  ],
  ['all are made anew', [wide('a'), wide('b')], [high('a'), high('b')], 5],
  ['all are made anew, one in the other', [wide('a', wide('b'))], [high('a', high('b'))], 5],
  [
    'what is in each of two groups is replaced',
    [group('g', label()), group('h', label())],
    [group('g', button()), group('h', button())],
    5,
  ],
  [
    'the only widgets go with a group and beside it',
    [group('g', label()), label('a')],
    [group('g')],
    1,
  ],
  [
    'all go from a group, and one comes in front of it',
    [group('g', label(), label())],
    [label('a'), group('g')],
    3,
  ],
  [
    'a choice is all there is, and one comes in front',
    [choice(true, 'c')],
    [label('a'), choice(false, 'c')],
    5,
  ],
  ['two choices are all there is', [choice(true), choice(true)], [choice(false), choice(false)], 5],
  [
    'what is in each of two components is replaced',
    [cell('g', label()), cell('h', label())],
    [cell('g', button()), cell('h', button())],
    5,
  ],
  [
    'what is in each of two components goes',
    [cell('g', label()), cell('h', label())],
    [cell('g'), cell('h')],
    1,
  ],
  [
    'a component loses its widgets while it moves',
    [cell('g', label(), label()), label('a')],
    [label('a'), cell('g')],
    2,
  ],
  [
    'a component loses all but one while it moves',
    [label('a'), label('b'), cell('g', label('c'), label('d'), label('e'))],
    [cell('g', label('d')), label('a'), label('b')],
    3,
  ],
  [
    'a component loses its only widget while its parent loses all others',
    [cell('g', label()), label('a')],
    [cell('g')],
    1,
  ],
])('%s', (_, before, after, least) => {
  expect(leastForChildren(widgetsOf(before), widgetsOf(after))).toBe(least)
  expectLeast(before, after)
})
