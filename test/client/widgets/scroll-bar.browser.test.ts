import { beforeAll, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, create, page, ready, ref } from '../harness.ts'
import { events, expectAccessible, shown } from './shown.ts'

beforeAll(() => ready('ScrollBar'))

/** A bar 200 px long. */
function bar(options: Json = {}) {
  const here = shown(['activated'], 'ScrollBar', options)
  const isUpright = (options as { orientation?: string }).orientation === 'vertical'
  here.calls(isUpright ? ['resize', null, 200] : ['resize', 200, null])
  const thumb = here.find('.tw-bar-thumb')
  const places = () =>
    events(here.sent()).map((event) => Number(Number(event.slice(10, -1)).toFixed(3)))
  return { ...here, thumb, places }
}

test('it begins at 0, with a fifth in sight', () => {
  const { answer, thumb, element } = bar()
  expect([answer('get_scroll_percent'), answer('get_thumb_percent')]).toEqual([0, 0.2])
  expect([thumb.offsetLeft, thumb.offsetWidth, element.offsetHeight]).toEqual([0, 40, 15])
})

test('calls move it without an echo, within its ends', () => {
  const { answer, calls, thumb, sent, element } = bar({ thickness: 20 })
  calls(['set_scroll_percent', 0.5], ['set_thumb_percent', 0.5])
  expect([thumb.offsetLeft, thumb.offsetWidth, element.offsetHeight]).toEqual([50, 100, 20])
  calls(['set_scroll_percent', 7], ['set_thumb_percent', 0])
  expect([answer('get_scroll_percent'), answer('get_thumb_percent'), sent()]).toEqual([1, 0.01, []])
  expect([thumb.offsetWidth, thumb.offsetLeft]).toEqual([24, 176])
})

test('in a row it takes its share of the spare room', () => {
  const { send, widget, root } = page()
  send(create(1, 'HBox'), call(1, 'resize', 300, 40), create(2, 'ScrollBar'))
  send(call(1, 'add_widget', ref(2), 1))
  root.append(widget(1).element)
  expect(widget(2).element.offsetWidth).toBe(300)
})

test.each([
  ['horizontal', '{ArrowRight}{ArrowRight}{ArrowLeft}{ArrowDown}', [0.025, 0.05, 0.025]],
  ['vertical', '{ArrowDown}{ArrowDown}{ArrowUp}{ArrowRight}', [0.025, 0.05, 0.025]],
  ['vertical', '{PageDown}{PageDown}{PageUp}{End}{End}{Home}', [0.25, 0.5, 0.25, 1, 0]],
])('%s, the keys %s lead to %j', async (orientation, keys, expected) => {
  const { element, places } = bar({ orientation })
  element.focus()
  await userEvent.keyboard(keys)
  expect(places()).toEqual(expected)
})

test('where text runs from the right, so does the bar', async () => {
  const { element, places, thumb, root } = bar()
  root.dir = 'rtl'
  expect(thumb.offsetLeft).toBe(160)
  element.focus()
  await userEvent.keyboard('{ArrowLeft}{ArrowRight}')
  await userEvent.click(element, { position: { x: 10, y: 7 } })
  expect(places()).toEqual([0.025, 0, 0.25])
})

test('a press on the track goes one page towards it', async () => {
  const { element, places, calls } = bar()
  await userEvent.click(element, { position: { x: 190, y: 7 } })
  calls(['set_scroll_percent', 1])
  await userEvent.click(element, { position: { x: 5, y: 7 } })
  expect(places()).toEqual([0.25, 0.75])
})

test.each([
  ['horizontal', { x: 17, y: 4 }, { x: 100, y: 7 }],
  ['vertical', { x: 4, y: 17 }, { x: 7, y: 100 }],
])('%s, the thumb is dragged; every step is told', async (orientation, from, to) => {
  const { element, thumb, places, answer } = bar({ orientation })
  await userEvent.dragAndDrop(thumb, element, {
    sourcePosition: from,
    targetPosition: to,
    steps: 4,
  })
  const told = places()
  expect([told.length > 1, told.at(-1)]).toEqual([true, 0.5])
  expect(told.toSorted((a, b) => a - b)).toEqual(told)
  expect(answer('get_scroll_percent')).toBeCloseTo(0.5)
})

test('a wheel moves it, at its end no more', async () => {
  const { element, places, calls } = bar({ orientation: 'vertical' })
  await userEvent.wheel(element, { delta: { y: 80 } })
  await expect.poll(places).toEqual([0.1])
  calls(['set_scroll_percent', 1])
  await userEvent.wheel(element, { delta: { y: 80 } })
  expect(places()).toEqual([])
})

test('lying, it takes a wheel that goes down, or across', async () => {
  const { element, places } = bar()
  await userEvent.wheel(element, { delta: { y: 80 } })
  await expect.poll(places).toEqual([0.1])
  await userEvent.wheel(element, { delta: { x: 80 } })
  await expect.poll(places).toEqual([0.2])
})

test('with everything in sight there is no thumb, and nothing moves it', async () => {
  const { element, calls, thumb, sent } = bar()
  calls(['set_thumb_percent', 1])
  element.focus()
  await userEvent.keyboard('{PageDown}{ArrowRight}')
  await userEvent.click(element, { position: { x: 190, y: 7 } })
  expect([thumb.getClientRects().length, sent()]).toEqual([0, []])
})

test('it says what it is and where, and axe has nothing to say', async () => {
  const here = bar({ orientation: 'vertical' })
  here.calls(['set_scroll_percent', 0.4])
  const { role, ariaOrientation, ariaValueNow, ariaValueMin, ariaValueMax } = here.element
  expect([role, ariaOrientation, ariaValueNow, ariaValueMin, ariaValueMax]).toEqual([
    'scrollbar',
    'vertical',
    '40',
    '0',
    '100',
  ])
  await expectAccessible(here)
})

test('disabled, it takes no input', async () => {
  const { element, calls, sent } = bar()
  calls(['set_enabled', false])
  element.focus()
  await userEvent.keyboard('{End}')
  expect(sent()).toEqual([])
})

test('an argument of the wrong type is refused, and it goes on', () => {
  const here = bar()
  expect(() => here.answer('set_scroll_percent', 'far')).toThrow(
    'ScrollBar.set_scroll_percent needs "pct" to be Percent, got "far"',
  )
  here.calls(['set_scroll_percent', 0.1])
  expect(here.answer('get_scroll_percent')).toBe(0.1)
})

test('after its end nothing is told', async () => {
  const here = bar()
  here.send(call(1, 'destroy'))
  here.root.append(here.element)
  here.element.focus()
  await userEvent.keyboard('{End}')
  expect(here.sent()).toEqual([])
})
