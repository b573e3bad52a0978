import { expect, test } from 'vitest'
import { LineHistory } from '../../src/widgets/line-history.ts'

function historyOf(limit: number, ...lines: readonly string[]): LineHistory {
  const history = new LineHistory(limit)
  for (const line of lines) history.add(line)
  return history
}

test('the way back ends at the oldest line, the way forth at what was being written', () => {
  const history = historyOf(5, 'one', 'two')
  expect([history.older('draft'), history.older('two'), history.older('one')]).toEqual([
    'two',
    'one',
    undefined,
  ])
  expect([history.newer(), history.newer(), history.newer()]).toEqual(['two', 'draft', undefined])
})

test.each([
  ['the oldest go first', 2, ['a', 'b', 'c'], ['c', 'b', undefined]],
  ['a limit of 0 keeps none', 0, ['a'], [undefined]],
  [
    'the same line twice in a row is kept once',
    5,
    ['a', 'a', 'b', 'a'],
    ['a', 'b', 'a', undefined],
  ],
  ['an empty line is not kept', 5, ['a', ''], ['a', undefined]],
] as const)('%s', (_, limit, lines, expected) => {
  const history = historyOf(limit, ...lines)
  expect(expected.map(() => history.older(''))).toEqual(expected)
})

test('entering a line goes back to the end', () => {
  const history = historyOf(5, 'one', 'two')
  history.older('')
  history.older('')
  history.add('three')
  expect(history.newer()).toBeUndefined()
  expect(history.older('')).toBe('three')
})
