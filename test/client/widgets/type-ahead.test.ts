import { expect, test } from 'vitest'
import { TypeAhead } from '../../../src/client/widgets/type-ahead.ts'

const items = ['Apple', 'Apricot', 'Banana', 'Blue berry', 'Blueberry', 'cherry']

/** Types the letters 100 ms apart; each search begins where the last one ended. */
function found(letters: string, from = -1): number {
  const search = new TypeAhead()
  return letters
    .split('')
    .reduce((current, letter, at) => search.find(letter, at * 100, items, current), from)
}

test.each([
  ['a', -1, 0],
  ['C', -1, 5],
  ['ap', -1, 0],
  ['apr', -1, 1],
  ['aa', -1, 1],
  ['aaa', -1, 0],
  ['b', 2, 3],
  ['b', 4, 2],
  ['blue ', -1, 3],
  ['blueb', -1, 4],
  ['x', -1, -1],
])('%j from item %s goes to item %s', (letters, from, expected) => {
  expect(found(letters, from)).toBe(expected)
})

test('after a pause a letter begins a new search', () => {
  const search = new TypeAhead()
  expect(search.find('b', 0, items, -1)).toBe(2)
  expect(search.isTyping(699)).toBe(true)
  expect(search.isTyping(700)).toBe(false)
  expect(search.find('c', 700, items, 2)).toBe(5)
})
