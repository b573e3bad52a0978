import { expect, test } from 'vitest'
import { listDiffer, textDiffer } from '../../src/widgets/differ-tail.ts'

test.each([
  ['a', 'a', []],
  ['', 'a', [['set', ['a']]]],
  ['a', 'ab c', [['add', ['b c']]]],
  ['ab', 'a', [['set', ['a']]]],
  ['ab', 'cab', [['set', ['cab']]]],
  ['a', '', [['set', ['']]]],
])('the text %j becomes %j by %j', (before, after, calls) => {
  expect(textDiffer('set', 'add')(before, after, {})).toEqual(calls)
})

test.each([
  [[], [], []],
  [[], [['fill']], [['set', [[['fill']]]]]],
  [[['fill']], [['fill']], []],
  [[['fill']], [['fill'], ['clip']], [['add', [[['clip']]]]]],
  [[['fill']], [['clip']], [['set', [[['clip']]]]]],
  [[['fill'], ['clip']], [['fill']], [['set', [[['fill']]]]]],
  [[['fill']], [], [['set', [[]]]]],
])('the list %j becomes %j by %j', (before, after, calls) => {
  expect(listDiffer('set', 'add')(before, after, {})).toEqual(calls)
})
