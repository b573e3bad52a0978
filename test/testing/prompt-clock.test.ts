// A clock that stands still, but for what is due at once.

import { expect, test } from 'vitest'
import { PromptClock } from '../../src/testing/prompt-clock.ts'

test('does what is due at once at the end of the turn, and waits with the rest', async () => {
  const clock = new PromptClock()
  const done: string[] = []
  clock.setTimeout(() => done.push('later'), 1)
  clock.setTimeout(() => done.push('at once'), 0)
  expect(done).toEqual([])
  await Promise.resolve()
  expect(done).toEqual(['at once'])
  clock.advance(1)
  expect(done).toEqual(['at once', 'later'])
})

test('does it when it is asked, with all that comes of it', () => {
  const clock = new PromptClock()
  const done: number[] = []
  const count = (): void => {
    done.push(done.length)
    if (done.length < 3) clock.setTimeout(count, 0)
  }
  clock.setTimeout(count, 0)
  clock.settle()
  expect([done, clock.now()]).toEqual([[0, 1, 2], 0])
})

test('says what went wrong when it is asked next, and once', async () => {
  const clock = new PromptClock()
  clock.setTimeout(() => {
    throw new Error('boom')
  }, 0)
  await Promise.resolve()
  expect(() => clock.settle()).toThrow('boom')
  expect(() => clock.settle()).not.toThrow()
})
