import { beforeAll, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, ready } from '../harness.ts'
import { events, expectAccessible, shown } from './shown.ts'

beforeAll(() => ready('Dial'))

const picture = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='

/** A dial of 100 × 100 px. */
function dial(options: Json = {}) {
  const here = shown(['activated'], 'Dial', options)
  here.calls(['set_knob_diameter', 100])
  return { ...here, knob: here.find('[role=slider]') }
}

type Spot = { readonly x: number; readonly y: number }
const [left, top, right]: readonly Spot[] = [
  { x: 5, y: 50 },
  { x: 50, y: 5 },
  { x: 95, y: 50 },
]

async function drag(knob: HTMLElement, from: Spot, to: Spot): Promise<void> {
  await userEvent.dragAndDrop(knob, knob, { sourcePosition: from, targetPosition: to, steps: 4 })
}

test.each([
  [{}, 50],
  [{ value: 200 }, 100],
  [{ value: -1 }, 0],
  [{ value: 2.6 }, 3],
  [{ dtype: 'float', step: 0.1, max: 1, value: 0.3 }, 0.3],
  [{ min: -10, max: 10, value: -7 }, -7],
])('made with %j its value is %s', (options, value) => {
  expect(dial(options).answer('get_value')).toBe(value)
})

test.each([
  ['clockwise', left!, top!, 'activated(83)'],
  ['back', top!, left!, 'activated(17)'],
])('turned %s by a quarter it is a third further; told when let go', async (_, from, to, told) => {
  const { knob, sent } = dial()
  await drag(knob, from, to)
  expect(events(sent())).toEqual([told])
})

test('turned beyond its end it stays there, and comes back at once', async () => {
  const { knob, sent } = dial({ value: 90 })
  await drag(knob, left!, top!)
  await drag(knob, top!, left!)
  expect(events(sent())).toEqual(['activated(100)', 'activated(67)'])
})

test('it stops at steps', async () => {
  const { knob, sent } = dial({ step: 25, value: 25 })
  await drag(knob, top!, right!)
  expect(events(sent())).toEqual(['activated(50)'])
})

test('with track every value on the way is told', async () => {
  const { knob, sent } = dial({ track: true, step: 10 })
  await drag(knob, left!, top!)
  const told = events(sent())
  expect(told.at(-1)).toBe('activated(80)')
  expect(told.length).toBeGreaterThan(1)
})

test('set_tracking changes when it tells', async () => {
  const { knob, sent, calls } = dial({ track: true, step: 10 })
  calls(['set_tracking', false])
  await drag(knob, left!, top!)
  expect(events(sent())).toEqual(['activated(80)'])
})

test('a click on it turns nothing', async () => {
  const { knob, sent, answer } = dial()
  await userEvent.click(knob, { position: left! })
  expect([answer('get_value'), sent()]).toEqual([50, []])
})

test.each([
  ['{ArrowRight}', 55],
  ['{ArrowUp}', 55],
  ['{ArrowLeft}', 45],
  ['{ArrowDown}', 45],
  ['{PageUp}', 100],
  ['{PageDown}', 0],
  ['{Home}', 0],
  ['{End}', 100],
])('%s makes 50 %s', async (key, value) => {
  const { knob, sent } = dial({ step: 5 })
  knob.focus()
  await userEvent.keyboard(key)
  expect(events(sent())).toEqual([`activated(${value})`])
})

test('the wheel turns it only while it has the focus', async () => {
  const { knob, sent, answer } = dial()
  await userEvent.wheel(knob, { delta: { y: -100 } })
  expect(answer('get_value')).toBe(50)
  knob.focus()
  await userEvent.wheel(knob, { delta: { y: -100 } })
  await expect.poll(() => events(sent())).toEqual(['activated(51)'])
})

test('with Ctrl the wheel is for the browser, which zooms the page', () => {
  const { knob, sent } = dial()
  knob.focus()
  const options = { deltaY: -100, ctrlKey: true, bubbles: true, cancelable: true }
  expect(knob.dispatchEvent(new WheelEvent('wheel', options))).toBe(true)
  expect(events(sent())).toEqual([])
})

test('the server sets values without an echo, kept within the limits', () => {
  const { calls, answer, sent } = dial()
  calls(['set_value', 70], ['set_limits', 0, 60])
  expect(answer('get_value')).toBe(60)
  calls(['set_limits', 0, 1000, 250], ['set_value', 500])
  expect([answer('get_value'), sent()]).toEqual([500, []])
})

test.each([
  ['b', (number: DOMRect, knob: DOMRect) => number.top >= knob.bottom],
  ['ur', (number: DOMRect, knob: DOMRect) => number.left >= knob.right && number.top === knob.top],
  ['ul', (number: DOMRect, knob: DOMRect) => number.right <= knob.left && number.top === knob.top],
  [
    'lr',
    (number: DOMRect, knob: DOMRect) => number.left >= knob.right && number.bottom === knob.bottom,
  ],
  [
    'll',
    (number: DOMRect, knob: DOMRect) => number.right <= knob.left && number.bottom === knob.bottom,
  ],
])('the number stands at %s, whichever way text runs', (show_value_position, isThere) => {
  const { find, knob, root } = dial({ show_value: true, show_value_position })
  for (const dir of ['ltr', 'rtl']) {
    root.dir = dir
    const number = find('.tw-dial-number').getBoundingClientRect()
    expect([dir, isThere(number, knob.getBoundingClientRect())]).toEqual([dir, true])
  }
})

test('without show_value there is no number', () => {
  expect(dial().element.querySelector('.tw-dial-number')).toBe(null)
})

test.each([
  [{}, '50'],
  [{ decimals: 1 }, '50.0'],
  [{ dtype: 'float', step: 0.01, max: 1, value: 0.5 }, '0.50'],
])('with %j the number is %s, for assistive technology too', (options, text) => {
  const { find, knob } = dial({ ...options, show_value: true })
  expect([find('.tw-dial-number').textContent, knob.ariaValueText]).toEqual([text, text])
})

test('set_decimals shows the number anew', () => {
  const { find, calls } = dial({ show_value: true })
  calls(['set_decimals', 2])
  expect(find('.tw-dial-number').textContent).toBe('50.00')
})

test('its diameter is set', () => {
  const { knob, calls } = dial()
  calls(['set_knob_diameter', 40])
  expect([knob.offsetWidth, knob.offsetHeight]).toEqual([40, 40])
})

test('a picture takes the place of the knob, turns with the value, and goes', () => {
  const { find, calls } = dial()
  const image = find('img')
  calls(['set_icon', picture, 30], ['set_value', 100])
  expect([image.hidden, image.offsetWidth, image.style.rotate]).toEqual([false, 30, '135deg'])
  calls(['set_icon', picture])
  expect(image.offsetWidth).toBe(64)
  calls(['set_icon', null])
  expect([image.hidden, image.hasAttribute('src')]).toEqual([true, false])
})

test('it says what it is, and axe has nothing to say', async () => {
  const here = dial({ show_value: true, min: -5, max: 5, value: 1 })
  const { ariaValueMin, ariaValueMax, ariaValueNow, ariaLabel } = here.knob
  expect([ariaValueMin, ariaValueMax, ariaValueNow, ariaLabel]).toEqual(['-5', '5', '1', 'Test'])
  await expectAccessible(here)
})

test('an argument of the wrong type is refused, and it goes on', () => {
  const here = dial()
  expect(() => here.answer('set_value', 'full')).toThrow(
    'Dial.set_value needs "num" to be number, got "full"',
  )
  here.calls(['set_value', 4])
  expect(here.answer('get_value')).toBe(4)
})

test('after its end nothing is told', async () => {
  const here = dial({ track: true })
  here.send(call(1, 'destroy'))
  here.root.append(here.element)
  here.knob.focus()
  await userEvent.keyboard('{End}')
  expect(here.sent()).toEqual([])
})
