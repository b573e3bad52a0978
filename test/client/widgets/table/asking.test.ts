import { expect, test } from 'vitest'
import { Asking, stretchFor } from '../../../../src/client/widgets/table/asking.ts'

test.each([
  ['a page before and behind at first', [0, 30], undefined, 1, [0, 60]],
  ['nothing while all is there', [0, 30], [0, 60], 45, undefined],
  ['nothing in the middle of what was asked', [40, 70], [10, 100], 1000, undefined],
  ['more when the edge below is near', [60, 90], [10, 100], 1000, [30, 120]],
  ['more when the edge above is near', [20, 50], [10, 100], 1000, [0, 80]],
  ['nothing at the very end', [970, 1000], [900, 1030], 1000, undefined],
  ['all anew after a jump', [500, 530], [0, 60], 1000, [470, 560]],
  ['at least twenty rows around', [5, 6], undefined, 1000, [0, 26]],
] as const)('asks for %s', (_what, [start, end], asked, total, wanted) => {
  const stretch = (of: readonly [number, number] | undefined) => of && { start: of[0], end: of[1] }
  expect(stretchFor({ start, end }, stretch(asked), total)).toEqual(stretch(wanted))
})

function asking() {
  const asked: string[] = []
  const one = new Asking(({ start, end }) => asked.push(`${start}-${end}`))
  const see = (start: number) => one.see({ start, end: start + 20 }, 1000)
  return { one, see, taken: () => asked.splice(0) }
}

test('one question is under way at a time, and the last that was wanted follows', () => {
  const { one, see, taken } = asking()
  for (const start of [0, 100, 200, 300]) see(start)
  expect(taken()).toEqual(['0-40'])
  one.answered()
  expect(taken()).toEqual(['280-340'])
  one.answered()
  expect(taken()).toEqual([])
})

test('what the server tells of its own accord leads to no question', () => {
  const { one, see, taken } = asking()
  see(0)
  one.answered()
  taken()
  one.answered()
  expect(taken()).toEqual([])
})

test('the same is asked for again when the order is another', () => {
  const { one, see, taken } = asking()
  one.again()
  expect(taken()).toEqual([])
  see(0)
  one.again()
  one.answered()
  expect(taken()).toEqual(['0-40', '0-40'])
})
