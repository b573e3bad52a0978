import { expect, test } from 'vitest'
import {
  intentOf,
  type Line,
  type MenuIntent,
  placeAfter,
} from '../../../../src/client/widgets/menu/keys.ts'

const event = (key: string, held: Readonly<Record<string, boolean>> = {}) =>
  ({
    key,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    isComposing: false,
    ...held,
  }) as KeyboardEvent

test.each<[Line, string, MenuIntent | undefined, MenuIntent | undefined]>([
  ['menu', 'ArrowDown', 'next', 'next'],
  ['menu', 'ArrowUp', 'previous', 'previous'],
  ['menu', 'ArrowRight', 'deeper', 'back'],
  ['menu', 'ArrowLeft', 'back', 'deeper'],
  ['menu', 'Home', 'first', 'first'],
  ['menu', 'End', 'last', 'last'],
  ['menu', 'Escape', 'close', 'close'],
  ['menu', 'Tab', 'leave', 'leave'],
  ['menu', 'x', 'search', 'search'],
  ['menu', ' ', undefined, undefined],
  ['menu', 'Enter', undefined, undefined],
  ['bar', 'ArrowRight', 'next', 'previous'],
  ['bar', 'ArrowLeft', 'previous', 'next'],
  ['bar', 'ArrowDown', 'open', 'open'],
  ['bar', 'ArrowUp', 'openLast', 'openLast'],
  ['bar', 'Tab', undefined, undefined],
  ['tools', 'ArrowRight', 'next', 'previous'],
  ['tools', 'ArrowDown', undefined, undefined],
  ['tools', 'x', undefined, undefined],
  ['upright tools', 'ArrowDown', 'next', 'next'],
  ['upright tools', 'ArrowRight', undefined, undefined],
])('in a %s %j means %j, from right to left %j', (line, key, plain, mirrored) => {
  expect(intentOf(event(key), line, false)).toBe(plain)
  expect(intentOf(event(key), line, true)).toBe(mirrored)
})

test.each(['altKey', 'ctrlKey', 'metaKey', 'isComposing'])(
  'with %s a key is none of ours',
  (held) => {
    expect(intentOf(event('ArrowDown', { [held]: true }), 'menu', false)).toBe(undefined)
  },
)

test.each<[MenuIntent, number, number, number]>([
  ['next', -1, 3, 0],
  ['next', 2, 3, 0],
  ['previous', -1, 3, 2],
  ['previous', 0, 3, 2],
  ['previous', 2, 3, 1],
  ['first', 1, 3, 0],
  ['last', 1, 3, 2],
  ['search', 1, 3, 1],
  ['next', -1, 0, -1],
])('%s from %j of %j leads to %j', (intent, current, count, expected) => {
  expect(placeAfter(intent, current, count)).toBe(expected)
})
