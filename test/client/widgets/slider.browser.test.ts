import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call } from '../harness.ts'
import { events, expectAccessible, shown } from './shown.ts'

function slider(options: Json = {}) {
  const here = shown(['activated'], 'Slider', options)
  return { ...here, input: here.find('input') }
}

/** Moves the thumb as dragging does: an `input` for each position, a `change` at the end. */
function drag(input: HTMLInputElement, ...positions: readonly number[]): void {
  for (const position of positions) {
    input.valueAsNumber = position
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

test.each([
  [{}, 50],
  [{ value: 200 }, 100],
  [{ value: -1 }, 0],
  [{ value: 2.6 }, 3],
  [{ dtype: 'float', step: 0.1, max: 1, value: 0.3 }, 0.3],
  [{ min: -10, max: 10, value: -7 }, -7],
])('made with %j its value is %s', (options, value) => {
  expect(slider(options).answer('get_value')).toBe(value)
})

test.each([
  [false, ['activated(80)']],
  [true, ['activated(60)', 'activated(70)', 'activated(80)']],
])('with track %s a drag tells %j', (track, expected) => {
  const here = slider({ track })
  drag(here.input, 60, 70, 80)
  expect(events(here.sent())).toEqual(expected)
})

test('a drag back to where it began tells nothing', () => {
  const here = slider()
  drag(here.input, 60, 50)
  expect(here.sent()).toEqual([])
})

test('a click on the track goes there', async () => {
  const here = slider()
  await userEvent.click(here.input, { position: { x: 2, y: 15 } })
  expect(events(here.sent())).toEqual(['activated(0)'])
})

test.each([
  ['{ArrowRight}', 55],
  ['{ArrowUp}', 55],
  ['{ArrowLeft}', 45],
  ['{ArrowDown}', 45],
  ['{Home}', 0],
  ['{End}', 100],
])('%s makes 50 %s, lying or standing', async (key, value) => {
  for (const orientation of ['horizontal', 'vertical']) {
    const here = slider({ orientation, step: 5 })
    here.input.focus()
    if (orientation === 'vertical' && /Right|Left/.test(key)) continue
    await userEvent.keyboard(key)
    expect(events(here.sent())).toEqual([`activated(${value})`])
    here.dispose()
  }
})

test('standing, it is higher than wide, and its top is its greatest value', async () => {
  const here = slider({ orientation: 'vertical' })
  const { width, height } = here.input.getBoundingClientRect()
  expect(height).toBeGreaterThan(2 * width)
  expect(here.input.getAttribute('aria-orientation')).toBe('vertical')
  await userEvent.click(here.input, { position: { x: width / 2, y: 2 } })
  expect(events(here.sent())).toEqual(['activated(100)'])
})

test.each([
  ['l', (number: DOMRect, input: DOMRect) => number.right <= input.left],
  ['r', (number: DOMRect, input: DOMRect) => number.left >= input.right],
  ['t', (number: DOMRect, input: DOMRect) => number.bottom <= input.top],
  ['b', (number: DOMRect, input: DOMRect) => number.top >= input.bottom],
] as const)('the number stands on the side %s, lying or standing', (side, isThere) => {
  for (const orientation of ['horizontal', 'vertical']) {
    const here = slider({ orientation, show_value: true, show_value_position: side })
    const number = here.find('.tw-slider-number').getBoundingClientRect()
    expect([orientation, isThere(number, here.input.getBoundingClientRect())]).toEqual([
      orientation,
      true,
    ])
    here.dispose()
  }
})

test.each([
  [{}, '50'],
  [{ decimals: 1 }, '50.0'],
  [{ dtype: 'float', step: 0.01, max: 1, value: 0.5 }, '0.50'],
  [{ dtype: 'float', step: 0.01, max: 1, value: 0.5, decimals: 1 }, '0.5'],
])('with %j the number is %s, for assistive technology too', (options, text) => {
  const here = slider({ ...options, show_value: true })
  expect(here.find('.tw-slider-number').textContent).toBe(text)
  expect(here.input.ariaValueText).toBe(text)
})

test('the number follows the thumb', () => {
  const here = slider({ show_value: true })
  drag(here.input, 60)
  expect(here.find('.tw-slider-number').textContent).toBe('60')
  here.calls(['set_decimals', 2])
  expect(here.find('.tw-slider-number').textContent).toBe('60.00')
})

test('the server sets values without an echo, kept within the limits', () => {
  const here = slider()
  here.calls(['set_value', 70], ['set_limits', 0, 60])
  expect(here.answer('get_value')).toBe(60)
  here.calls(['set_limits', 0, 1000, 250], ['set_value', 500])
  expect(here.answer('get_value')).toBe(500)
  drag(here.input, 500)
  expect(here.sent()).toEqual([])
})

test('set_tracking changes when it tells', () => {
  const here = slider()
  here.calls(['set_tracking', true])
  drag(here.input, 60, 70)
  expect(events(here.sent())).toEqual(['activated(60)', 'activated(70)'])
})

test('the wheel moves it only while it has the focus', async () => {
  const here = slider()
  await userEvent.wheel(here.input, { delta: { y: -100 } })
  expect(here.input.value).toBe('50')
  here.input.focus()
  await userEvent.wheel(here.input, { delta: { y: -100 } })
  await expect.poll(() => events(here.sent())).toEqual(['activated(51)'])
})

test('with Ctrl the wheel is for the browser, which zooms the page', () => {
  const { input, sent } = slider()
  input.focus()
  const options = { deltaY: -100, ctrlKey: true, bubbles: true, cancelable: true }
  expect(input.dispatchEvent(new WheelEvent('wheel', options))).toBe(true)
  expect(events(sent())).toEqual([])
})

test('without a step every value is allowed', () => {
  expect(slider({ dtype: 'float', step: 0, value: 33.3 }).answer('get_value')).toBe(33.3)
})

test('axe has nothing to say', async () => {
  await expectAccessible(slider({ show_value: true }))
  await expectAccessible(slider({ orientation: 'vertical' }))
})

test('after its end nothing is told', () => {
  const here = slider({ track: true })
  here.send(call(1, 'destroy'))
  drag(here.input, 60)
  expect(here.sent()).toEqual([])
})
