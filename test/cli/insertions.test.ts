// Text is put into code, and a source map says where everything was.

import { SourceMap } from 'node:module'
import { expect, test } from 'vitest'
import { inserted } from '../../src/cli/dev/insertions.ts'
import type { Insertion } from '../../src/cli/dev/insertions.ts'

/** Where each word of the outcome that was there before has been: line and column, from 1. */
function placesIn(code: string, insertions: readonly Insertion[]) {
  const { code: now, map } = inserted(code, insertions, '/p/app.tsx')
  const known = new SourceMap({ ...map, file: '', sourcesContent: [], sourceRoot: '' })
  return now.split('\n').flatMap((line, at) =>
    [...line.matchAll(/[a-z]+/g)].map(({ 0: word, index }) => {
      const found = known.findEntry(at, index)
      if (!('originalLine' in found)) throw new Error(`Nobody knows where ${word} was`)
      return [word, `${found.originalLine + 1}:${found.originalColumn + 1}`]
    }),
  )
}

test('words are found where they were', () => {
  const insertions = [
    { at: 0, text: 'A' },
    { at: 7, text: 'BCDEFGH(' },
    { at: 10, text: ')' },
  ]
  const code = 'one = two\nthree 😀 = four(five)\n\nsix'
  expect(inserted('one = two.three', insertions, '').code).toBe('Aone = tBCDEFGH(wo.)three')
  expect(
    placesIn(code, [
      { at: 6, text: 'MARK(' },
      { at: 9, text: ')' },
      { at: 19, text: 'M(' },
    ]),
  ).toEqual([
    ['one', '1:1'],
    ['two', '1:7'],
    ['three', '2:1'],
    ['four', '2:12'],
    ['five', '2:17'],
    ['six', '4:1'],
  ])
})

test('those at one place stay in their order, and the last may be lines', () => {
  const insertions = [
    { at: 3, text: '\nM()' },
    { at: 0, text: 'A;' },
    { at: 0, text: 'B;' },
  ]
  expect(inserted('run', insertions, '').code).toBe('A;B;run\nM()')
  expect(placesIn('run', insertions)).toEqual([['run', '1:1']])
})

test('steps of any length are told', () => {
  const code = `${' '.repeat(5000)}far\nnear`
  expect(placesIn(code, [{ at: 0, text: 'M'.repeat(70_000) }])).toEqual([
    ['far', '1:5001'],
    ['near', '2:1'],
  ])
})
