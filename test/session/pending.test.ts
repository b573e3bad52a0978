// Questions and their answers: matched by id, given up after a time, all failed at once.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Pending } from '../../src/session/pending.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('a question', () => {
  test.each([1, 0, -1, 'text', ''])('with id %j gets the answer of that id', async (id) => {
    const pending = new Pending(1000)
    const asked = pending.ask(id, 'Label #1 get_text')
    expect(pending.answer('other', 'no')).toBe(false)
    expect(pending.answer(id, 'yes')).toBe(true)
    await expect(asked).resolves.toBe('yes')
  })

  test('may be answered with nothing', async () => {
    const pending = new Pending(1000)
    const asked = pending.ask(1, 'what')
    pending.answer(1, undefined)
    await expect(asked).resolves.toBeUndefined()
  })

  test('tells 1 from "1"', async () => {
    const pending = new Pending(1000)
    const [number, text] = [pending.ask(1, 'a'), pending.ask('1', 'b')]
    pending.answer('1', 'text')
    pending.answer(1, 'number')
    await expect(Promise.all([number, text])).resolves.toEqual(['number', 'text'])
  })

  test('may be answered in any order', async () => {
    const pending = new Pending(1000)
    const asked = [1, 2, 3].map((id) => pending.ask(id, `${id}`))
    for (const id of [3, 1, 2]) pending.answer(id, id * 10)
    await expect(Promise.all(asked)).resolves.toEqual([10, 20, 30])
  })

  test('is answered once', () => {
    const pending = new Pending(1000)
    void pending.ask(1, 'what')
    expect([pending.answer(1, 'a'), pending.answer(1, 'b'), pending.fail(1, 'c')]).toEqual([
      true,
      false,
      false,
    ])
  })

  test('that the browser could not answer fails with its words', async () => {
    const pending = new Pending(1000)
    const asked = pending.ask(1, 'what')
    expect(pending.fail(1, 'Unknown method: get_txet on Label')).toBe(true)
    await expect(asked).rejects.toThrow(new Error('Unknown method: get_txet on Label'))
  })

  test('is given up after its time, and not before', async () => {
    const pending = new Pending(1000)
    const failed = vi.fn<(error: Error) => void>()
    void pending.ask(1, 'Slider #4 get_value').catch(failed)
    await vi.advanceTimersByTimeAsync(999)
    expect(failed).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(failed).toHaveBeenCalledWith(
      new Error(
        'Slider #4 get_value got no answer within 1000 ms. Is the browser still there? The option "callTimeout" sets the time',
      ),
    )
    expect(pending.answer(1, 'late')).toBe(false)
  })
})

test('nobody is told of an answer that nobody asked for', () => {
  const pending = new Pending(1000)
  expect([pending.answer(1, 'x'), pending.fail(1, 'x')]).toEqual([false, false])
})

test('failAll fails every question by its name, and leaves the pending usable', async () => {
  const pending = new Pending(1000)
  const asked = [pending.ask(1, 'Label #1 get_text'), pending.ask(2, 'Slider #2 get_value')]
  pending.failAll('the browser is gone')
  const results = await Promise.allSettled(asked)
  expect(results.map((one) => (one as PromiseRejectedResult).reason as Error)).toEqual([
    new Error('Label #1 get_text got no answer: the browser is gone'),
    new Error('Slider #2 get_value got no answer: the browser is gone'),
  ])
  const again = pending.ask(1, 'a')
  pending.answer(1, 'b')
  await expect(again).resolves.toBe('b')
})

test('no timer is left after an answer, a failure, a time-out or failAll', async () => {
  const pending = new Pending(1000)
  const asked = [1, 2, 3, 4].map((id) => pending.ask(id, 'x').catch(() => 'failed'))
  expect(vi.getTimerCount()).toBe(4)
  pending.answer(1, 'x')
  pending.fail(2, 'x')
  expect(vi.getTimerCount()).toBe(2)
  pending.failAll('x')
  expect(vi.getTimerCount()).toBe(0)
  await expect(Promise.all(asked)).resolves.toEqual(['x', 'failed', 'failed', 'failed'])
})
