// The rules of a list of tasks.

import { describe, expect, test } from 'vitest'
import * as tasks from '../../examples/todo/tasks.ts'
import type { Filter } from '../../examples/todo/tasks.ts'

const three: tasks.Tasks = [
  { id: 1, text: 'one', isDone: false },
  { id: 2, text: 'two', isDone: true },
  { id: 3, text: 'three', isDone: false },
]

const idsOf = (list: tasks.Tasks): number[] => list.map(({ id }) => id)

describe('add', () => {
  test('trims the text and numbers on from the highest id', () => {
    expect(tasks.add(three, '  four ').at(-1)).toEqual({ id: 4, text: 'four', isDone: false })
  })

  test.each(['', '   '])('adds nothing for %j', (text) => {
    expect(tasks.add(three, text)).toBe(three)
  })
})

test('marking one leaves the others the objects they were', () => {
  const marked = tasks.mark(three, 1, true)
  expect(marked[0]).toEqual({ id: 1, text: 'one', isDone: true })
  expect(marked[1]).toBe(three[1])
  expect(marked[2]).toBe(three[2])
})

test('marking all leaves those that are marked already', () => {
  const marked = tasks.markAll(three, true)
  expect(marked.every(({ isDone }) => isDone)).toBe(true)
  expect(marked[1]).toBe(three[1])
})

test('removing takes out the one of that id', () => {
  expect(idsOf(tasks.remove(three, 2))).toEqual([1, 3])
})

test.each<[Filter, number[]]>([
  ['all', [1, 2, 3]],
  ['open', [1, 3]],
  ['done', [2]],
])('the filter "%s" shows %j', (filter, ids) => {
  expect(idsOf(tasks.shownBy(filter, three))).toEqual(ids)
})
