import { expect, test } from 'vitest'
import { call } from '../harness.ts'
import { expectAccessible, shown } from './shown.ts'

const bar = () => shown([], 'ProgressBar')

test.each([
  [0.42, 0.42, '42%'],
  [0, 0, '0%'],
  [1, 1, '100%'],
  [1.5, 1, '100%'],
  [-1, 0, '0%'],
  [0.005, 0.005, '1%'],
])('%s is shown as %s, and read out as %s', (value, share, text) => {
  const { calls, answer, find } = bar()
  calls(['set_value', value])
  expect(answer('get_value')).toBeCloseTo(share, 10)
  const progress = find('progress')
  expect(progress.value).toBeCloseTo(share, 10)
  expect(progress.ariaValueText).toBe(text)
})

test('it begins at nothing, which is not the same as not knowing', () => {
  const { find, answer } = bar()
  expect(answer('get_value')).toBe(0)
  expect(find('progress').position).toBe(0)
})

test('while it is busy it says that, and not how far it has come', async () => {
  const here = bar()
  const { calls, answer, find } = here
  calls(['set_value', 0.4], ['set_busy', true], ['set_value', 0.5])
  const progress = find('progress')
  expect([progress.position, progress.ariaValueText, answer('get_value')]).toEqual([-1, null, 0.5])
  await expectAccessible(here)
  calls(['set_busy', false])
  expect([progress.position, progress.ariaValueText]).toEqual([0.5, '50%'])
})

test('it has a name even when nobody gives it one', () => {
  const { calls, find } = bar()
  expect(find('progress').ariaLabel).toBe('Test')
  calls(['set_label', ''])
  expect(find('progress').ariaLabel).toBe('Progress')
})

test('axe has nothing to say', async () => {
  await expectAccessible(bar())
})

test('after its end it is not on the page', () => {
  const here = bar()
  here.send(call(1, 'destroy'))
  expect(here.root.childElementCount).toBe(0)
})
