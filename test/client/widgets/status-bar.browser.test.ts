import { expect, onTestFinished, test, vi } from 'vitest'
import type { Json } from '../../../src/protocol/messages.ts'
import { call } from '../harness.ts'
import { expectAccessible, shown } from './shown.ts'

function bar(...args: readonly Json[]) {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  return shown([], 'StatusBar', ...args)
}

test('a message is text, never markup', () => {
  const { element, calls } = bar()
  calls(['set_message', 'a <b>bold</b> word'])
  expect(element.textContent).toBe('a <b>bold</b> word')
  expect(element.childElementCount).toBe(0)
})

test('a message with a duration goes away after so many seconds', () => {
  const { element, calls } = bar()
  calls(['set_message', 'Saved', 1.5])
  vi.advanceTimersByTime(1499)
  expect(element.textContent).toBe('Saved')
  vi.advanceTimersByTime(1)
  expect(element.textContent).toBe('')
})

test('without a duration it stands', () => {
  const { element, calls } = bar()
  calls(['set_message', 'Ready', null])
  vi.advanceTimersByTime(1e9)
  expect(element.textContent).toBe('Ready')
})

test('the time of one message does not take the next one away', () => {
  const { element, calls } = bar()
  calls(['set_message', 'one', 1], ['set_message', 'two'])
  vi.advanceTimersByTime(5000)
  expect(element.textContent).toBe('two')
})

test('a time longer than a browser can wait for is no time at all', () => {
  const { element, calls } = bar()
  calls(['set_message', 'long', 1e10])
  vi.advanceTimersByTime(1000)
  expect(element.textContent).toBe('long')
})

test('clear blanks it at once, and its height stays', () => {
  const { element, calls } = bar()
  calls(['set_message', 'x', 1])
  const { offsetHeight } = element
  calls(['clear'])
  expect(element.textContent).toBe('')
  expect(element.offsetHeight).toBe(offsetHeight)
  expect(vi.getTimerCount()).toBe(0)
})

test('colours and the side of the text are set, and set back', () => {
  const { element, calls } = bar({ halign: 'right' })
  const side = () => getComputedStyle(element).textAlign
  expect(side()).toBe('end')
  calls(['set_color', 'rgb(1, 2, 3)', 'rgb(4, 5, 6)'], ['set_halign', 'center'])
  expect(element.style.backgroundColor).toBe('rgb(1, 2, 3)')
  expect(element.style.color).toBe('rgb(4, 5, 6)')
  expect(side()).toBe('center')
  calls(['set_color', '', ''], ['set_halign', 'left'])
  expect(side()).toBe('start')
  expect(element.style.color).toBe('')
})

test('it is read out politely, and axe has nothing to say', async () => {
  const here = shown([], 'StatusBar')
  here.calls(['set_message', 'Ready'])
  expect(here.element.role).toBe('status')
  await expectAccessible(here)
})

test('its time ends with it', () => {
  const here = bar()
  here.calls(['set_message', 'x', 1])
  here.send(call(1, 'destroy'))
  expect(vi.getTimerCount()).toBe(0)
})
