import { expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call } from '../harness.ts'
import { events, expectAccessible, shown } from './shown.ts'

function spinBox(options: Json = {}) {
  const here = shown(['activated'], 'SpinBox', options)
  const [up, down] = here.element.querySelectorAll('button')
  return { ...here, input: here.find('input'), up: up!, down: down! }
}

test.each([
  [{}, '0', 0],
  [{ min: 5 }, '5', 5],
  [{ value: 7 }, '7', 7],
  [{ value: 700 }, '99', 99],
  [{ dtype: 'float', step: 0.25, value: 0.5 }, '0.50', 0.5],
  [{ dtype: 'float', step: 0.25, value: 0.5, decimals: 1 }, '0.5', 0.5],
  [{ value: 2.6 }, '3', 3],
])('made with %j it shows %s', (options, text, value) => {
  const { input, answer } = spinBox(options)
  expect(input.value).toBe(text)
  expect(answer('get_value')).toBe(value)
})

test.each([
  ['{ArrowUp}', 51],
  ['{ArrowDown}', 49],
  ['{PageUp}', 60],
  ['{PageDown}', 40],
])('%s makes 50 %s and tells it', async (key, value) => {
  const here = spinBox({ value: 50 })
  await userEvent.click(here.input)
  await userEvent.keyboard(key)
  expect(here.input.value).toBe(String(value))
  expect(events(here.sent())).toEqual([`activated(${value})`])
})

test('a step that changes nothing is not told', async () => {
  const here = spinBox({ value: 99 })
  await userEvent.click(here.input)
  await userEvent.keyboard('{ArrowUp}')
  expect(here.sent()).toEqual([])
})

test.each([
  ['12', '12', 12],
  ['200', '99', 99],
  ['-5', '0', 0],
  ['7.6', '8', 8],
  ['7,4', '7', 7],
  ['abc', '50', 50],
  ['', '50', 50],
])('%j typed and entered shows %j', async (typed, text, value) => {
  const here = spinBox({ value: 50 })
  await userEvent.fill(here.input, typed)
  expect(here.sent()).toEqual([])
  await userEvent.keyboard('{Enter}')
  expect(here.input.value).toBe(text)
  expect(events(here.sent())).toEqual([`activated(${value})`])
})

test('leaving the field commits what was typed, once; leaving it untouched tells nothing', async () => {
  const here = spinBox({ value: 50 })
  await userEvent.fill(here.input, '12')
  await userEvent.tab()
  expect(events(here.sent())).toEqual(['activated(12)'])
  await userEvent.click(here.input)
  await userEvent.tab()
  expect(here.sent()).toEqual([])
})

test('a step starts from what is typed', async () => {
  const here = spinBox({ value: 50 })
  await userEvent.fill(here.input, '20')
  await userEvent.keyboard('{ArrowUp}')
  expect(events(here.sent())).toEqual(['activated(21)'])
})

test('the buttons step, and the focus stays in the field', async () => {
  const here = spinBox({ value: 50 })
  await userEvent.click(here.up)
  await userEvent.click(here.down)
  await userEvent.click(here.down)
  expect(events(here.sent())).toEqual(['activated(51)', 'activated(50)', 'activated(49)'])
  expect(document.activeElement).toBe(here.input)
})

test('a button that is held down repeats until it is let go', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const here = spinBox({ value: 50 })
  here.up.dispatchEvent(new PointerEvent('pointerdown', { button: 0, bubbles: true }))
  expect(here.answer('get_value')).toBe(51)
  vi.advanceTimersByTime(390)
  expect(here.answer('get_value')).toBe(51)
  vi.advanceTimersByTime(20 + 3 * 60)
  expect(here.answer('get_value')).toBe(55)
  here.up.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }))
  vi.advanceTimersByTime(1000)
  expect(here.answer('get_value')).toBe(55)
})

test('one that is disabled while it is held down stops', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const here = spinBox({ value: 50 })
  here.up.dispatchEvent(new PointerEvent('pointerdown', { button: 0, bubbles: true }))
  here.calls(['set_enabled', false])
  vi.advanceTimersByTime(1000)
  expect(here.answer('get_value')).toBe(51)
})

test('with Ctrl the wheel is for the browser, which zooms the page', () => {
  const { input, sent } = spinBox()
  input.focus()
  const options = { deltaY: -100, ctrlKey: true, bubbles: true, cancelable: true }
  expect(input.dispatchEvent(new WheelEvent('wheel', options))).toBe(true)
  expect(events(sent())).toEqual([])
})

test('a click without a press, as assistive technology makes it, is one step', () => {
  const here = spinBox({ value: 50 })
  here.up.click()
  expect(events(here.sent())).toEqual(['activated(51)'])
})

test('the wheel steps only while it has the focus', async () => {
  const here = spinBox({ value: 50 })
  await userEvent.wheel(here.input, { delta: { y: -100 } })
  expect(here.input.value).toBe('50')
  here.input.focus()
  await userEvent.wheel(here.input, { delta: { y: -100 } })
  await expect.poll(() => here.input.value).toBe('51')
  await userEvent.wheel(here.input, { delta: { y: 100 } })
  await expect.poll(() => here.input.value).toBe('50')
})

test('the server sets values without an echo, kept within the limits', () => {
  const here = spinBox({ value: 50 })
  here.calls(['set_value', 70], ['set_limits', 10, 20], ['set_decimals', 1])
  expect(here.input.value).toBe('20.0')
  here.calls(['set_limits', 0, 200, 50], ['set_value', 150])
  expect(here.answer('get_value')).toBe(150)
  expect(here.sent()).toEqual([])
})

test('what is being typed is not run over by the server', async () => {
  const here = spinBox({ value: 50 })
  await userEvent.fill(here.input, '12')
  here.calls(['set_value', 70])
  expect(here.input.value).toBe('12')
  await userEvent.keyboard('{Enter}')
  expect(events(here.sent())).toEqual(['activated(12)'])
})

test('assistive technology knows the number and its limits', () => {
  const { input } = spinBox({ value: 7, min: 1, max: 9 })
  expect([input.role, input.ariaValueNow, input.ariaValueMin, input.ariaValueMax]).toEqual([
    'spinbutton',
    '7',
    '1',
    '9',
  ])
})

test('disabled, neither keys nor buttons do anything', async () => {
  const here = spinBox({ value: 50 })
  here.calls(['set_enabled', false])
  expect([here.input.disabled, here.up.disabled, here.down.disabled]).toEqual([true, true, true])
  here.calls(['set_enabled', true])
  await userEvent.click(here.up)
  expect(events(here.sent())).toEqual(['activated(51)'])
})

test('axe has nothing to say', async () => {
  await expectAccessible(spinBox({ error: 'Too few' }))
})

test('after its end nothing is told, and a button that is held down is let go', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const here = spinBox()
  here.up.dispatchEvent(new PointerEvent('pointerdown', { button: 0, bubbles: true }))
  here.sent()
  here.send(call(1, 'destroy'))
  here.up.click()
  here.input.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp' }))
  expect(vi.getTimerCount()).toBe(0)
  expect(here.sent()).toEqual([])
})
