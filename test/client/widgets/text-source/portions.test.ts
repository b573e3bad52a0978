import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { portionsOf } from '../../../../src/client/widgets/text-source/portions.ts'
import {
  applyEdits,
  areTidy,
  type TextEdit,
  type TextEdits,
} from '../../../../src/widgets/text-edits.ts'

const edit = (from: number, to: number, insert: string): TextEdit => ({ from, to, insert })

test.each<[string, TextEdits, TextEdits[]]>([
  ['nothing is one portion', [], [[]]],
  ['what fits is one', [edit(0, 1, 'a'), edit(3, 3, 'b')], [[edit(0, 1, 'a'), edit(3, 3, 'b')]]],
  [
    'a long text goes in from its end',
    [edit(2, 4, 'x'.repeat(70) + 'y'.repeat(60))],
    [[edit(2, 4, 'x'.repeat(40) + 'y'.repeat(60))], [edit(2, 2, 'x'.repeat(30))]],
  ],
  [
    'many edits go in from the last',
    [0, 10, 20, 30, 40, 50].map((at) => edit(at, at + 1, '')),
    [[10, 20, 30, 40, 50].map((at) => edit(at, at + 1, '')), [edit(0, 1, '')]],
  ],
  [
    'no character is cut in two',
    [edit(0, 0, `${'😀'.repeat(50)}x`)],
    [[edit(0, 0, `${'😀'.repeat(49)}x`)], [edit(0, 0, '😀')]],
  ],
])('%s', (_what, edits, portions) => {
  expect(portionsOf(edits, 100)).toEqual(portions)
})

test('portions, one after another, come to the same as all edits at once', () => {
  const one = fc.tuple(fc.nat(4), fc.nat(3), fc.string({ maxLength: 12 }))
  fc.assert(
    fc.property(fc.array(one, { maxLength: 6 }), fc.integer({ min: 1, max: 30 }), (steps, most) => {
      const edits: TextEdit[] = []
      for (const [gap, count, insert] of steps) {
        const from = (edits.at(-1)?.to ?? -1) + 1 + gap
        if (count > 0 || insert !== '') edits.push(edit(from, from + count, insert))
      }
      const text = 'abcdefghijklmnopqrstuvwxyz'.repeat(3)
      let after = text
      for (const portion of portionsOf(edits, most)) {
        expect(areTidy(portion, after.length)).toBe(true)
        after = applyEdits(after, portion)
      }
      expect(after).toBe(applyEdits(text, edits))
    }),
  )
})
