import { ChangeSet } from '@codemirror/state'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Anchors, type Gravity } from '../../../../src/client/widgets/text-source/anchors.ts'

interface Edit {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** The plain meaning of an edit that either puts in or removes. */
function moved(offset: number, gravity: Gravity, { from, to, insert }: Edit): number {
  if (from < to) return offset - Math.max(0, Math.min(offset, to) - from)
  const isBehind = offset > from || (offset === from && gravity === 'right')
  return isBehind ? offset + insert.length : offset
}

test.each<[Gravity, number, Edit, number]>([
  ['left', 3, { from: 3, to: 3, insert: 'xx' }, 3],
  ['right', 3, { from: 3, to: 3, insert: 'xx' }, 5],
  ['left', 5, { from: 1, to: 2, insert: '' }, 4],
  ['right', 2, { from: 1, to: 4, insert: '' }, 1],
  ['left', 0, { from: 5, to: 6, insert: 'xx' }, 0],
  ['right', 9, { from: 0, to: 0, insert: 'x' }, 10],
])('a place of gravity %s at %i is, after %j, at %i', (gravity, offset, edit, then) => {
  const anchors = new Anchors()
  const anchor = anchors.add(offset, gravity, () => undefined)
  anchors.map(ChangeSet.of([edit], 10))
  expect(anchor.offset).toBe(then)
  expect(moved(offset, gravity, edit)).toBe(then)
})

const step = fc.record({
  from: fc.nat(12),
  count: fc.nat(4),
  insert: fc.string({ unit: fc.constantFrom('x', 'y'), maxLength: 3 }),
})

test('over any walk of insertions and deletions places are where the plain meaning says', () => {
  const walk = fc.array(step, { maxLength: 20 })
  const start = fc.tuple(fc.nat(12), fc.constantFrom<Gravity>('left', 'right'))
  fc.assert(
    fc.property(walk, start, (steps, [offset, gravity]) => {
      let length = 12
      let expected = offset
      const anchors = new Anchors()
      const anchor = anchors.add(offset, gravity, () => undefined)
      for (const { from: wanted, count, insert: text } of steps) {
        const from = Math.min(wanted, length)
        const to = Math.min(from + count, length)
        // Either puts in or removes: what a replacement does to places within is CodeMirror's affair.
        const edit = { from, to, insert: from === to ? text : '' }
        anchors.map(ChangeSet.of([edit], length))
        expected = moved(expected, gravity, edit)
        length += edit.insert.length - (to - from)
        expect(anchor.offset).toBe(expected)
      }
    }),
  )
})

test('a place that is lost is told once, and is forgotten without a word', () => {
  const anchors = new Anchors()
  const lost: string[] = []
  const [a, b, c] = ['a', 'b', 'c'].map((name) => anchors.add(0, 'left', () => lost.push(name)))
  anchors.lose(a!)
  anchors.lose(a!)
  anchors.forget(b!)
  anchors.loseAll()
  expect([lost, anchors.count]).toEqual([['a', 'c'], 0])
  expect([a!.isValid, b!.isValid, c!.isValid]).toEqual([false, true, false])
})
