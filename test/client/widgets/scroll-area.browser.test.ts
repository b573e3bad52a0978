import { describe, expect, test, vi } from 'vitest'
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

test('from right to left it scrolls to the left, and its shares count from the right', async () => {
  const { send, ask, sent, element, root } = area()
  root.dir = 'rtl'
  send(call(1, 'set_scroll_position', 0.5, 0.25), listen(1, 'scrolled'))
  expect([element.scrollLeft, element.scrollTop]).toEqual([-100, 100])
  expect(ask(1, 'get_scroll_position')).toEqual([0.5, 0.25])
  element.scrollLeft = -200
  await vi.waitFor(() => expect(sent()).toEqual([callback(1, 'scrolled', 1, 0.25)]))
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

test('out of sight it is scrolled as it was, and nothing is told', async () => {
  const { send, sent, element, root } = area()
  send(listen(1, 'scrolled'))
  element.scrollTop = 200
  await vi.waitFor(() => expect(sent()).toEqual([callback(1, 'scrolled', 0, 0.5)]))
  root.hidden = true
  await new Promise((done) => setTimeout(done, 400))
  root.hidden = false
  await new Promise((done) => setTimeout(done, 400))
  expect([element.scrollTop, sent()]).toEqual([200, []])
})

test('content that grows moves the shares, which is told', async () => {
  const { send, sent, element } = area()
  element.scrollTop = 200
  send(listen(1, 'scrolled'), call(2, 'resize', 300, 900))
  await vi.waitFor(() => expect(sent()).toEqual([callback(1, 'scrolled', 0, 0.25)]))
})

describe('follow', () => {
  /** The content is as high as given now, and the page has been laid out. */
  async function grown({ send }: Pick<ReturnType<typeof area>, 'send'>, height: number) {
    send(call(2, 'resize', 300, height))
    await framed()
  }

  async function framed() {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
  }

  test('starts at the end, and stays there while the content grows and the area shrinks', async () => {
    const here = area({ follow: true })
    await framed()
    expect(here.element.scrollTop).toBe(400)
    await grown(here, 900)
    expect(here.element.scrollTop).toBe(800)
    here.send(call(1, 'resize', 100, 60))
    await framed()
    expect(here.element.scrollTop).toBe(840)
  })

  test('leaves who has scrolled back where they are, until they are at the end again', async () => {
    const here = area({ follow: true })
    await framed()
    await userEvent.wheel(here.element, { delta: { y: -100 } })
    await vi.waitFor(() => expect(here.element.scrollTop).toBe(300))
    await grown(here, 900)
    expect(here.element.scrollTop).toBe(300)
    here.element.focus()
    await userEvent.keyboard('{End}')
    await vi.waitFor(() => expect(here.element.scrollTop).toBe(800))
    await grown(here, 1000)
    expect(here.element.scrollTop).toBe(900)
  })

  test('takes content that grows under a step to the end for no step back', async () => {
    const here = area({ follow: true })
    await framed()
    here.send(call(1, 'set_scroll_position', 0, 0.5), call(1, 'set_scroll_position', 0, 1))
    await grown(here, 900)
    expect(here.element.scrollTop).toBe(800)
  })

  test('is not disturbed by what goes above, wherever one is', async () => {
    const here = page()
    here.send(create(1, 'ScrollArea', { follow: true }), create(2, 'VBox'))
    const rows = Array.from({ length: 10 }, (_, at) => 3 + at)
    here.send(
      ...rows.flatMap((wid) => [create(wid, 'Label', `${wid}`), call(wid, 'resize', 50, 50)]),
    )
    here.send(...rows.map((wid) => call(2, 'add_widget', ref(wid))), call(1, 'resize', 100, 100))
    here.send(call(1, 'set_widget', ref(2)))
    const { element } = here.widget(1)
    here.root.append(element)
    await framed()
    expect(element.scrollTop).toBe(400)
    here.send(create(20, 'Label', 'new'), call(20, 'resize', 50, 50))
    here.send(call(2, 'add_widget', ref(20)), call(2, 'remove', ref(3), true))
    await framed()
    expect(element.scrollTop).toBe(400)
    element.scrollTop = 225
    await framed()
    here.send(call(2, 'remove', ref(4), true))
    await framed()
    expect(element.scrollTop).toBe(175)
  })

  test('goes on after it was out of sight', async () => {
    const here = area({ follow: true })
    await framed()
    here.send(call(1, 'hide'))
    await framed()
    await grown(here, 900)
    here.send(call(1, 'show'))
    await framed()
    expect(here.element.scrollTop).toBe(800)
  })

  test('can be switched on and off, and goes nowhere by that', async () => {
    const here = area()
    here.send(call(1, 'set_follow', true))
    await grown(here, 900)
    expect(here.element.scrollTop).toBe(0)
    here.send(call(1, 'set_scroll_position', 0, 1))
    await grown(here, 1000)
    expect(here.element.scrollTop).toBe(900)
    here.send(call(1, 'set_follow', false))
    await grown(here, 1100)
    expect(here.element.scrollTop).toBe(900)
  })

  test('watches nothing after its end', () => {
    const { element, send } = area({ follow: true })
    const removed = vi.spyOn(element, 'removeEventListener')
    const disconnect = vi.spyOn(ResizeObserver.prototype, 'disconnect')
    send(call(1, 'destroy'))
    expect(removed).toHaveBeenCalledWith('scroll', expect.any(Function))
    expect(disconnect).toHaveBeenCalled()
  })
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
