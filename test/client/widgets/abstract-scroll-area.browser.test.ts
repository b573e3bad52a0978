import { beforeAll, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, callback, create, listen, page, ready, ref, unlisten } from '../harness.ts'
import { expectAccessible } from './shown.ts'

beforeAll(() => ready('AbstractScrollArea'))

/** An area #1 of 200 × 100 px around a label #2. */
function area(options: Json = {}) {
  const here = page()
  here.send(create(1, 'AbstractScrollArea', options), call(1, 'resize', 200, 100))
  here.send(create(2, 'Label', 'Content'), call(1, 'set_widget', ref(2)), listen(1, 'scrolled'))
  const { element } = here.widget(1)
  here.root.append(element)
  const bar = (which: 'horizontal' | 'vertical') =>
    element.querySelector<HTMLElement>(`[aria-orientation=${which}]`)!
  const bars = () => [bar('horizontal'), bar('vertical')].map((one) => !one.hidden)
  return { ...here, element, bar, bars, viewport: widgetParent(here.widget(2).element) }
}

function widgetParent(element: HTMLElement): HTMLElement {
  return element.parentElement!
}

test('while all is in sight there are no bars, and the child has all the room', () => {
  const { bars, viewport, ask } = area()
  expect([bars(), viewport.offsetWidth, viewport.offsetHeight]).toEqual([[false, false], 200, 100])
  expect([ask(1, 'get_thumb_percent'), ask(1, 'get_scroll_percent')]).toEqual([
    [1, 1],
    [0, 0],
  ])
})

test('a bar comes with a thumb that is not full, and takes its room', () => {
  const { bars, viewport, send } = area({ thickness: 20 })
  send(call(1, 'set_thumb_percent', 0.5, 1))
  expect([bars(), viewport.offsetWidth, viewport.offsetHeight]).toEqual([[true, false], 200, 80])
  send(call(1, 'set_thumb_percent', 0.5, 0.5))
  expect([bars(), viewport.offsetWidth, viewport.offsetHeight]).toEqual([[true, true], 180, 80])
})

test.each([
  [
    ['on', 'off'],
    [true, false],
  ],
  [
    ['off', 'on'],
    [false, true],
  ],
  [['on'], [true, true]],
  [
    [null, 'off'],
    [true, false],
  ],
])('with the policies %j there are the bars %j, whatever the thumbs', (policies, expected) => {
  const { bars, send } = area()
  send(call(1, 'set_thumb_percent', 0.5, 0.5))
  send(call(1, 'set_scroll_bar_visibility', ...policies))
  expect(bars()).toEqual(expected)
})

test('the bars move by calls without an echo, and the child does not', () => {
  const { send, sent, ask, widget } = area()
  send(call(1, 'set_thumb_percent', 0.5, 0.5))
  const before = widget(2).element.getBoundingClientRect()
  send(call(1, 'set_scroll_percent', 0.25, 3))
  expect([ask(1, 'get_scroll_percent'), sent()]).toEqual([[0.25, 1], []])
  expect(widget(2).element.getBoundingClientRect()).toEqual(before)
})

test('the user moves a bar: both places are told at every step', async () => {
  const { send, sent, bar } = area()
  send(call(1, 'set_thumb_percent', 0.5, 0.5), call(1, 'set_scroll_percent', 0.25, 0))
  bar('vertical').focus()
  await userEvent.keyboard('{PageDown}')
  bar('horizontal').focus()
  await userEvent.keyboard('{Home}')
  expect(sent()).toEqual([callback(1, 'scrolled', 0.25, 1), callback(1, 'scrolled', 0, 1)])
})

test('a wheel over the viewport moves the bar of its direction', async () => {
  const { send, ask, viewport } = area()
  send(call(1, 'set_thumb_percent', 0.5, 0.5))
  await userEvent.wheel(viewport, { delta: { y: 20 } })
  await expect.poll(() => (ask(1, 'get_scroll_percent') as number[])[1]).toBeGreaterThan(0)
  expect((ask(1, 'get_scroll_percent') as number[])[0]).toBe(0)
  await userEvent.wheel(viewport, { delta: { x: 20 } })
  await expect.poll(() => (ask(1, 'get_scroll_percent') as number[])[0]).toBeGreaterThan(0)
})

test('a wheel over a viewport without bars tells nothing', async () => {
  const { sent, viewport } = area()
  await userEvent.wheel(viewport, { delta: { y: 20 } })
  expect(sent()).toEqual([])
})

test('its size is told, and that of the bars when they come and go', async () => {
  const { send, sent } = area()
  send(listen(1, 'area-resize'))
  const told = (...sizes: readonly number[]) =>
    vi.waitFor(() => expect(sent()).toEqual([callback(1, 'area-resize', ...sizes)]))
  await told(200, 100, 0, 0)
  send(call(1, 'set_thumb_percent', 0.5, 0.5))
  await told(200, 100, 15, 15)
  send(call(1, 'resize', 300, 100))
  await told(300, 100, 15, 15)
  send(unlisten(1, 'area-resize'), call(1, 'resize', 100, 100))
  await new Promise((resolve) => requestAnimationFrame(resolve))
  expect(sent()).toEqual([])
})

test('another child takes the place of the one before', () => {
  const { send, viewport, ask } = area()
  send(create(3, 'Label', 'Other'), call(1, 'set_widget', ref(3)))
  expect([viewport.innerText, ask(1, 'num_children')]).toEqual(['Other', 1])
})

test('its bars have names, and axe has nothing to say', async () => {
  const here = area()
  here.send(call(1, 'set_thumb_percent', 0.5, 0.5))
  expect([here.bar('horizontal').ariaLabel, here.bar('vertical').ariaLabel]).toEqual([
    'Scroll across',
    'Scroll down',
  ])
  const bars = [here.bar('horizontal'), here.bar('vertical')]
  const controlled = bars.map((bar) => bar.getAttribute('aria-controls'))
  expect(controlled).toEqual([here.viewport.id, here.viewport.id])
  await expectAccessible(here)
})

test('a policy that there is not is refused', () => {
  const { ask } = area()
  expect(() => ask(1, 'set_scroll_bar_visibility', 'sometimes')).toThrow(
    'AbstractScrollArea.set_scroll_bar_visibility needs "horizontal" to be ScrollbarPolicy, got "sometimes"',
  )
})
