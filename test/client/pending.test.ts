import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Pending } from '../../src/client/pending.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

function told() {
  const list: string[] = []
  const tell = (what: string) => () => list.push(what)
  return { list, tell }
}

test('an edit is told 300 ms after the last one', () => {
  const { list, tell } = told()
  const pending = new Pending()
  pending.edited(1, tell('a'))
  vi.advanceTimersByTime(299)
  pending.edited(1, tell('ab'))
  vi.advanceTimersByTime(299)
  expect(list).toEqual([])
  vi.advanceTimersByTime(1)
  expect(list).toEqual(['ab'])
})

test('a flush tells all edits at once, in the order they were begun, and only once', () => {
  const { list, tell } = told()
  const pending = new Pending()
  pending.edited(2, tell('two'))
  pending.edited(1, tell('one'))
  pending.edited(2, tell('two again'))
  pending.flush()
  expect(list).toEqual(['two again', 'one'])
  pending.flush()
  vi.advanceTimersByTime(1000)
  expect(list).toEqual(['two again', 'one'])
})

test('telling one edit may flush the others', () => {
  const { list, tell } = told()
  const pending = new Pending()
  pending.edited(1, () => {
    pending.flush()
    list.push('one')
  })
  pending.edited(2, tell('two'))
  pending.flush()
  expect(list).toEqual(['two', 'one'])
})

test('an edit of a widget that is gone is dropped', () => {
  const { list, tell } = told()
  const pending = new Pending()
  pending.edited(1, tell('one'))
  pending.edited(2, tell('two'))
  pending.forget(1)
  pending.flush()
  expect(list).toEqual(['two'])
})

test('after a clear nothing is told and no timer is left', () => {
  const { list, tell } = told()
  const pending = new Pending()
  pending.edited(1, tell('one'))
  pending.clear()
  expect(vi.getTimerCount()).toBe(0)
  vi.advanceTimersByTime(1000)
  expect(list).toEqual([])
})
