// The lines of two lists in one: those of the first, those of the second, and nothing that both have twice.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { folded, lineDiff } from '../../src/testing/line-diff.ts'

test.each<[string, string, string]>([
  ['', '', ''],
  ['a b', 'a b', '  a|  b'],
  ['a b c', 'a c', '  a|- b|  c'],
  ['a c', 'a b c', '  a|+ b|  c'],
  ['a b', 'a c', '  a|- b|+ c'],
  ['', 'a', '+ a'],
  ['a', '', '- a'],
])('from "%s" to "%s"', (before, after, diff) => {
  expect(lineDiff(wordsOf(before), wordsOf(after)).join('|')).toBe(diff)
})

const lists = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 7 })

test('both are in it, in their order, and it is as short as can be', () => {
  fc.assert(
    fc.property(lists, lists, (before, after) => {
      const diff = lineDiff(before, after)
      const side = (sign: string): string[] =>
        diff.filter((line) => line[0] !== sign).map((line) => line.slice(2))
      expect([side('+'), side('-')]).toEqual([before, after])
      expect(diff.length).toBe(before.length + after.length - commonOf(before, after))
    }),
  )
})

test('of a long stretch that is in both only what is next to a difference is shown', () => {
  const before = Array.from('abcdefghijk')
  const after = before.map((line) => (line === 'f' ? 'x' : line))
  expect(folded(lineDiff(before, after)).join('|')).toBe(
    '  … 2 lines that are in both|  c|  d|  e|- f|+ x|  g|  h|  i|  … 2 lines that are in both',
  )
})

test('a single line is shown rather than counted', () => {
  expect(folded(lineDiff(Array.from('abcde'), Array.from('abcdx'))).join('|')).toBe(
    '  a|  b|  c|  d|- e|+ x',
  )
})

function wordsOf(text: string): string[] {
  return text === '' ? [] : text.split(' ')
}

/** The plain meaning, by trying. */
function commonOf([first, ...before]: readonly string[], after: readonly string[]): number {
  if (first === undefined) return 0
  const at = after.indexOf(first)
  const without = commonOf(before, after)
  return at < 0 ? without : Math.max(without, 1 + commonOf(before, after.slice(at + 1)))
}
