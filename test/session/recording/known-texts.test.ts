// Texts that are found in others.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { KnownTexts } from '../../../src/session/recording/known-texts.ts'

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'é'), maxLength: 10 })

test('the longest one that stands at a place, as looking for each of them finds it', () => {
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 12 }), letters, letters, (all, left, right) => {
      const known = new KnownTexts(100, 4)
      for (const text of all) known.add(text)
      for (const text of [left + right, left + (all[0] ?? '') + right]) {
        for (let at = 0; at < text.length; at++) {
          expect(known.lengthAt(text, at)).toBe(longestAt(all, text, at))
        }
      }
      for (const text of [...all, left]) expect(known.has(text)).toBe(all.includes(text))
    }),
  )
})

function longestAt(all: readonly string[], text: string, at: number): number {
  const standing = all.filter((one) => one.length >= 4 && text.startsWith(one, at))
  return Math.max(0, ...standing.map(({ length }) => length))
}

test('no more are kept than was said, and that there were more is told', () => {
  const known = new KnownTexts(2, 4)
  for (const text of ['one', 'four', 'one']) known.add(text)
  expect([known.isFull, known.has('one'), known.lengthAt('a four', 2)]).toEqual([false, true, 4])
  known.add('fives')
  expect([known.isFull, known.has('fives'), known.lengthAt('fives', 0)]).toEqual([true, false, 0])
})
