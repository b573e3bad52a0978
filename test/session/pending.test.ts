// Questions and their answers: matched by id and by who was asked, given up after a time, all failed at once.

import { beforeEach, describe, expect, test, vi } from 'vitest'
import { Pending } from '../../src/session/pending.ts'
import { ManualClock } from '../../src/testing/manual-clock.ts'

let clock: ManualClock
let pending: Pending

beforeEach(() => {
  clock = new ManualClock()
  pending = new Pending(1000, clock)
})

/** Asks viewer 0, and sends the question under this id. */
function ask(id: number, what = 'Label #1 get_text', viewer = 0) {
  const { answer, onId } = pending.ask(what, viewer)
  onId(id)
  return answer
}

describe('a question', () => {
  test.each([1, 0, 99])('with id %j gets the answer of that id', async (id) => {
    const asked = ask(id)
    expect(pending.answer(5, 0, 'no')).toBe(false)
    expect(pending.answer(id, 0, 'yes')).toBe(true)
    await expect(asked).resolves.toBe('yes')
  })

  test('may be answered with nothing', async () => {
    const asked = ask(1)
    pending.answer(1, 0, undefined)
    await expect(asked).resolves.toBeUndefined()
  })

  test('with id 1 is not answered by "1"', async () => {
    const asked = ask(1)
    expect(pending.answer('1', 0, 'text')).toBe(false)
    pending.answer(1, 0, 'number')
    await expect(asked).resolves.toBe('number')
  })

  test('may be answered in any order', async () => {
    const asked = [1, 2, 3].map((id) => ask(id))
    for (const id of [3, 1, 2]) pending.answer(id, 0, id * 10)
    await expect(Promise.all(asked)).resolves.toEqual([10, 20, 30])
  })

  test('is answered once', () => {
    void ask(1)
    expect([pending.answer(1, 0, 'a'), pending.answer(1, 0, 'b'), pending.fail(1, 0, 'c')]).toEqual(
      [true, false, false],
    )
  })

  test('is answered by nobody but who was asked', async () => {
    const asked = ask(1, 'what', 4)
    expect([pending.answer(1, 0, 'a'), pending.fail(1, 0, 'b')]).toEqual([false, false])
    expect(pending.answer(1, 4, 'mine')).toBe(true)
    await expect(asked).resolves.toBe('mine')
  })

  test('that the browser could not answer fails with its words', async () => {
    const asked = ask(1)
    expect(pending.fail(1, 0, 'Unknown method: get_txet on Label')).toBe(true)
    await expect(asked).rejects.toThrow(new Error('Unknown method: get_txet on Label'))
  })

  test.each<[string, (pending: Pending) => Promise<unknown>]>([
    ['was sent', () => ask(1, 'Slider #4 get_value')],
    ['was never sent', () => pending.ask('Slider #4 get_value', 0).answer],
  ])('that %s is given up after its time, and not before', async (_, begin) => {
    const failed = vi.fn<(error: Error) => void>()
    const asked = begin(pending).catch(failed)
    clock.advance(999)
    await Promise.resolve()
    expect(failed).not.toHaveBeenCalled()
    clock.advance(1)
    await asked
    expect(failed).toHaveBeenCalledWith(
      new Error(
        'Slider #4 get_value got no answer within 1000 ms. Is the browser still there? The option "callTimeout" sets the time',
      ),
    )
    expect(pending.answer(1, 0, 'late')).toBe(false)
  })

  test('that is sent after it was given up waits for no answer', async () => {
    const { answer, onId } = pending.ask('what', 0)
    pending.failAll('gone')
    await expect(answer).rejects.toThrow('gone')
    onId(1)
    expect(pending.answer(1, 0, 'late')).toBe(false)
  })
})

test('nobody is told of an answer that nobody asked for', () => {
  expect([pending.answer(1, 0, 'x'), pending.fail(1, 0, 'x')]).toEqual([false, false])
})

describe('failAll', () => {
  test('fails every question by its name, and leaves the pending usable', async () => {
    const asked = [ask(1, 'Label #1 get_text', 0), ask(2, 'Slider #2 get_value', 1)]
    pending.failAll('the session has ended')
    const results = await Promise.allSettled(asked)
    expect(results.map((one) => (one as PromiseRejectedResult).reason as Error)).toEqual([
      new Error('Label #1 get_text got no answer: the session has ended'),
      new Error('Slider #2 get_value got no answer: the session has ended'),
    ])
    const again = ask(1)
    pending.answer(1, 0, 'b')
    await expect(again).resolves.toBe('b')
  })

  test('of one viewer leaves what others were asked', async () => {
    const [mine, yours] = [ask(1, 'a', 0), ask(2, 'b', 1)]
    pending.failAll('the browser is gone', 0)
    await expect(mine).rejects.toThrow('a got no answer: the browser is gone')
    pending.answer(2, 1, 'here')
    await expect(yours).resolves.toBe('here')
  })
})

test('no timer is left after an answer, a failure, a time-out or failAll', async () => {
  const asked = [1, 2, 3, 4].map((id) => ask(id).catch(() => 'failed'))
  expect(clock.waiting).toBe(4)
  pending.answer(1, 0, 'x')
  pending.fail(2, 0, 'x')
  expect(clock.waiting).toBe(2)
  pending.failAll('x')
  expect(clock.waiting).toBe(0)
  await expect(Promise.all(asked)).resolves.toEqual(['x', 'failed', 'failed', 'failed'])
})
