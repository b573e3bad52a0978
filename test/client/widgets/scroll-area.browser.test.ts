import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, callback, create, listen, page, ref, unlisten } from '../harness.ts'

/** 100 × 100 px, with 300 × 500 px to scroll in it and no bars that take room. */
function area(options: Json = { thickness: 0 }) {
  const here = page()
  here.send(create(1, 'ScrollArea', options), create(2, 'Label', 'Large'))
  here.send(call(1, 'resize', 100, 100), call(2, 'resize', 300, 500), call(1, 'set_widget', ref(2)))
  const { element } = here.widget(1)
  here.root.append(element)
  return { ...here, element }
}

test('it scrolls to shares of the way, and says them', () => {
  const { send, ask, element } = area()
  send(call(1, 'set_scroll_position', 0.5, 0.25))
  expect([element.scrollLeft, element.scrollTop]).toEqual([100, 100])
  expect(ask(1, 'get_scroll_position')).toEqual([0.5, 0.25])
  send(call(1, 'set_scroll_percent', 1, 1))
  expect(ask(1, 'get_scroll_percent')).toEqual([1, 1])
})

test('the share that is in sight can be asked', () => {
  const { ask, send } = area()
  expect((ask(1, 'get_thumb_percent') as number[]).map((share) => share.toFixed(3))).toEqual([
    '0.333',
    '0.200',
  ])
  send(call(1, 'set_thumb_percent', 1, 1))
  expect(ask(1, 'get_scroll_position')).toEqual([0, 0])
})

test('coming to rest is told once, the wheel included', async () => {
  const { send, sent, element } = area()
  send(listen(1, 'scrolled'))
  element.scrollTop = 50
  element.scrollTop = 200
  await vi.waitFor(() => expect(sent()).toEqual([callback(1, 'scrolled', 0, 0.5)]))
  await userEvent.wheel(element, { delta: { y: 100 } })
  await vi.waitFor(() => expect(sent()).toEqual([callback(1, 'scrolled', 0, 0.75)]))
})

test('the keyboard scrolls it', async () => {
  const { element } = area()
  await userEvent.tab()
  expect(document.activeElement).toBe(element)
  await userEvent.keyboard('{End}')
  await vi.waitFor(() => expect(element.scrollTop).toBe(400))
})

test('content that grows moves the shares, which is told', async () => {
  const { send, sent, element } = area()
  element.scrollTop = 200
  send(listen(1, 'scrolled'), call(2, 'resize', 300, 900))
  await vi.waitFor(() => expect(sent()).toEqual([callback(1, 'scrolled', 0, 0.25)]))
})

test('nothing is told after nobody listens any more', async () => {
  const { send, sent, element } = area()
  const other = area()
  other.send(listen(1, 'scrolled'))
  send(listen(1, 'scrolled'), unlisten(1, 'scrolled'))
  element.scrollTop = 50
  other.element.scrollTop = 50
  await vi.waitFor(() => expect(other.sent()).toHaveLength(1))
  expect(sent()).toEqual([])
})

test('bars are shown as is asked, and area-resize tells how large they are', async () => {
  const { send, sent, element } = area({ hscrollbar: 'off', vscrollbar: 'on' })
  // Some browsers lay the bars over the content, where they take no room.
  const bar = element.offsetWidth - element.clientWidth
  expect(getComputedStyle(element)).toMatchObject({ overflowX: 'hidden', overflowY: 'scroll' })
  send(listen(1, 'area-resize'))
  await vi.waitFor(() =>
    expect(sent()).toEqual([callback(1, 'area-resize', 100 - bar, 100, bar, 0)]),
  )
  send(call(1, 'set_scroll_bar_visibility', 'off', 'off'), call(1, 'resize', 90, 100))
  await vi.waitFor(() => expect(sent()).toEqual([callback(1, 'area-resize', 90, 100, 0, 0)]))
})

test('a small child fills it', () => {
  const { send, widget } = area()
  send(call(2, 'resize', null, null))
  expect([widget(2).element.offsetWidth, widget(2).element.offsetHeight]).toEqual([100, 100])
})
