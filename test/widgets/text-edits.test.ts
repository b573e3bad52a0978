import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applyEdits,
  areTidy,
  compose,
  diffText,
  plainBreaks,
  rebase,
  type TextEdit,
  type TextEdits,
} from '../../src/widgets/text-edits.ts'

const edit = (from: number, to: number, insert: string): TextEdit => ({ from, to, insert })

test.each<[TextEdits, string]>([
  [[], 'abcdef'],
  [[edit(0, 0, 'x')], 'xabcdef'],
  [[edit(6, 6, 'x')], 'abcdefx'],
  [[edit(1, 3, '')], 'adef'],
  [[edit(0, 1, 'A'), edit(3, 5, 'DEE')], 'AbcDEEf'],
])('%j makes abcdef %s', (edits, after) => {
  expect(applyEdits('abcdef', edits)).toBe(after)
})

test.each<[string, string, TextEdits]>([
  ['abc', 'abc', []],
  ['', 'abc', [edit(0, 0, 'abc')]],
  ['abc', '', [edit(0, 3, '')]],
  ['abc', 'abXc', [edit(2, 2, 'X')]],
  ['aaa', 'aaaa', [edit(3, 3, 'a')]],
  ['aaaa', 'aaa', [edit(3, 4, '')]],
  ['one two three', 'one 2 three', [edit(4, 7, '2')]],
  ['x😀', 'x😁', [edit(1, 3, '😁')]],
  ['😀x', '🐀x', [edit(0, 2, '🐀')]],
  ['a😀b', 'ab', [edit(1, 3, '')]],
])('from %j to %j is %j', (before, after, edits) => {
  expect(diffText(before, after)).toEqual(edits)
})

test.each([
  ['a\r\nb', 'a\nb'],
  ['a\rb\n\r', 'a\nb\n\n'],
  ['\r\r\n', '\n\n'],
  ['plain\n', 'plain\n'],
])('%j has the line breaks of %j', (text, plain) => {
  expect(plainBreaks(text)).toBe(plain)
})

test.each<[string, TextEdits, boolean]>([
  ['nothing', [], true],
  ['edits apart from each other', [edit(0, 1, ''), edit(2, 2, 'x')], true],
  ['edits that touch', [edit(0, 1, ''), edit(1, 2, 'x')], false],
  ['edits out of order', [edit(3, 3, 'x'), edit(0, 0, 'x')], false],
  ['an edit that does nothing', [edit(1, 1, '')], false],
  ['an edit that ends before it begins', [edit(2, 1, 'x')], false],
  ['an edit beyond the end', [edit(3, 5, 'x')], false],
  ['an edit before the start', [edit(-1, 1, 'x')], false],
  ['an offset that is no whole number', [edit(0.5, 1, 'x')], false],
])('%s: %j is tidy or not', (_what, edits, isTidy) => {
  expect(areTidy(edits, 4)).toBe(isTidy)
})

describe('carried over another edit', () => {
  test.each<[string, TextEdit, TextEdit, TextEdits]>([
    ['what stands in front stays', edit(0, 1, 'x'), edit(4, 5, 'yy'), [edit(0, 1, 'x')]],
    ['what stands behind moves', edit(4, 5, 'x'), edit(0, 1, 'yy'), [edit(5, 6, 'x')]],
    ['what is gone stays gone', edit(1, 5, ''), edit(2, 4, ''), [edit(1, 3, '')]],
    ['what is gone all of it is nothing', edit(2, 3, ''), edit(1, 4, ''), []],
    [
      'what was put in between stays',
      edit(1, 5, ''),
      edit(3, 3, 'y'),
      [edit(1, 3, ''), edit(4, 6, '')],
    ],
    ['into what was replaced: behind it', edit(3, 3, 'x'), edit(1, 5, 'yy'), [edit(3, 3, 'x')]],
    ['at the same place: in front', edit(3, 3, 'x'), edit(3, 3, 'yy'), [edit(3, 3, 'x')]],
  ])('%s', (_what, one, other, carried) => {
    expect(rebase([one], [other], true)).toEqual(carried)
  })

  test('whoever is not first comes behind at the same place', () => {
    expect(rebase([edit(3, 3, 'x')], [edit(3, 3, 'yy')], false)).toEqual([edit(5, 5, 'x')])
  })
})

/** Tidy edits of a text of this length; what is put in is taken from `letters`. */
function editsOf(length: number, letters: readonly string[]): fc.Arbitrary<TextEdits> {
  const insert = fc.string({ unit: fc.constantFrom(...letters), maxLength: 3 })
  const one = fc.tuple(fc.nat(length), fc.nat(4), insert)
  return fc.array(one, { maxLength: 5 }).map((all) => {
    const sorted = all
      .map(([from, count, text]) => edit(from, Math.min(length, from + count), text))
      .toSorted((a, b) => a.from - b.from)
    const tidy: TextEdit[] = []
    for (const next of sorted) {
      const isFree = next.from > (tidy.at(-1)?.to ?? -1)
      if (isFree && (next.from < next.to || next.insert !== '')) tidy.push(next)
    }
    return tidy
  })
}

describe('two lists made one', () => {
  test.each<[string, TextEdits, TextEdits, TextEdits]>([
    ['nothing and nothing', [], [], []],
    ['nothing more', [edit(1, 2, 'x')], [], [edit(1, 2, 'x')]],
    ['one in front', [edit(4, 5, 'x')], [edit(0, 1, 'yy')], [edit(0, 1, 'yy'), edit(4, 5, 'x')]],
    ['one behind', [edit(0, 1, 'xx')], [edit(5, 6, 'y')], [edit(0, 1, 'xx'), edit(4, 5, 'y')]],
    ['typed on', [edit(1, 1, 'a')], [edit(2, 2, 'b')], [edit(1, 1, 'ab')]],
    ['typed in front', [edit(1, 1, 'b')], [edit(1, 1, 'a')], [edit(1, 1, 'ab')]],
    ['typed within', [edit(1, 2, 'xxx')], [edit(2, 3, 'y')], [edit(1, 2, 'xyx')]],
    ['taken back', [edit(1, 1, 'abc')], [edit(1, 4, '')], []],
    ['taken back and more', [edit(2, 2, 'abc')], [edit(1, 6, '')], [edit(1, 3, '')]],
    ['over several', [edit(1, 2, 'x'), edit(4, 4, 'yy')], [edit(0, 5, '-')], [edit(0, 4, '-y')]],
    ['between two', [edit(1, 1, 'x'), edit(2, 2, 'y')], [edit(2, 3, '')], [edit(1, 2, 'xy')]],
    ['two at once', [edit(2, 2, 'xx')], [edit(1, 3, ''), edit(4, 5, '')], [edit(1, 3, 'x')]],
  ])('%s', (_what, one, next, both) => {
    expect(compose(one, next)).toEqual(both)
  })

  test('do what they do one after the other', () => {
    const inTurn = fc.nat(12).chain((length) =>
      editsOf(length, ['x', 'y']).chain((one) => {
        const text = '0123456789ab'.slice(0, length)
        const after = applyEdits(text, one)
        return editsOf(after.length, ['X', 'Y']).map((next) => ({ text, one, next, after }))
      }),
    )
    fc.assert(
      fc.property(inTurn, ({ text, one, next, after }) => {
        const both = compose(one, next)
        expect(areTidy(both, text.length)).toBe(true)
        expect(applyEdits(text, both)).toBe(applyEdits(after, next))
      }),
      { numRuns: 5000 },
    )
  })
})

const twoWays = fc
  .nat(12)
  .chain((length) =>
    fc.tuple(
      fc.constant('0123456789ab'.slice(0, length)),
      editsOf(length, ['x', 'y', 'z']),
      editsOf(length, ['X', 'Y', 'Z']),
    ),
  )

test('both ways around two lists of edits come to the same text', () => {
  fc.assert(
    fc.property(twoWays, ([text, one, other]) => {
      const otherLast = rebase(other, one, false)
      const oneLast = rebase(one, other, true)
      const first = applyEdits(text, one)
      const second = applyEdits(text, other)
      expect(areTidy(otherLast, first.length)).toBe(true)
      expect(areTidy(oneLast, second.length)).toBe(true)
      expect(applyEdits(first, otherLast)).toBe(applyEdits(second, oneLast))
    }),
    { numRuns: 5000 },
  )
})

test('what one removes is gone and what both put in is there, whatever the order', () => {
  fc.assert(
    fc.property(twoWays, ([text, one, other]) => {
      const both = applyEdits(applyEdits(text, one), rebase(other, one, false))
      const letters = (edits: TextEdits) => edits.map(({ insert }) => insert).join('')
      expect([...both.matchAll(/[xyz]/g)].join('')).toBe(letters(one))
      expect([...both.matchAll(/[XYZ]/g)].join('')).toBe(letters(other))
      const removed = (edits: TextEdits, at: number) =>
        edits.some(({ from, to }) => from <= at && at < to)
      const left = text.split('').filter((_, at) => !removed(one, at) && !removed(other, at))
      expect(both.replaceAll(/[xyzXYZ]/g, '')).toBe(left.join(''))
    }),
    { numRuns: 2000 },
  )
})

test('the difference of two texts turns one into the other, and cuts no character in two', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '😁', '🐀'), maxLength: 8 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const edits = diffText(before, after)
      expect(applyEdits(before, edits)).toBe(after)
      for (const { from, to, insert } of edits) {
        const parts = [before.slice(0, from), before.slice(to), insert]
        expect(parts.filter((part) => /\p{Surrogate}/u.test(part))).toEqual([])
      }
    }),
  )
})
