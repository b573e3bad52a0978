import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { near, nearest } from '../../src/widgets/nearest.ts'

test.each([
  ['Buton', 'Button'],
  ['button', 'Button'],
  ['TogleButon', 'ToggleButton'],
  ['Vbox', 'VBox'],
  ['', 'VBox'],
])('%j probably means %s', (word, meant) => {
  expect(nearest(word, ['Button', 'ToggleButton', 'VBox'])).toBe(meant)
})

test('of words equally near the first is taken', () => {
  expect(nearest('c', ['a', 'b'])).toBe('a')
})

test('without words there is nothing to mean', () => {
  expect(nearest('a', [])).toBe('')
})

test.each([
  ['Load of machine-2O', 'Load of machine-20'],
  ['lod of machine-20', 'Load of machine-20'],
  ['Svae', undefined],
  ['Sav', undefined],
  ['Save', 'Save'],
  ['save ', 'Save'],
  ['', undefined],
  ['Nothing like it', undefined],
])('%j is like %j', (word, meant) => {
  expect(near(word, ['Save', 'Load of machine-20', ''])).toBe(meant)
})

test('no other word takes fewer edits', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 })
  fc.assert(
    fc.property(word, fc.array(word, { minLength: 1, maxLength: 5 }), (given, words) => {
      const least = Math.min(...words.map((other) => plainEdits(given, other)))
      expect(plainEdits(given, nearest(given, words))).toBe(least)
    }),
    { seed: 1 },
  )
})

/** The meaning of an edit, word for word: drop a letter, put one in, or exchange one. */
function plainEdits(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const exchange = plainEdits(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1)
  return Math.min(exchange, plainEdits(a.slice(1), b) + 1, plainEdits(a, b.slice(1)) + 1)
}
