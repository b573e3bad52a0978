import { beforeAll, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { call, callback, create, listen, page, ready, ref } from '../harness.ts'
import { expectAccessible } from './shown.ts'

beforeAll(() => ready('Menu'))

/** A menu #1 that stands nowhere, of Cut #2, Copy #3 and More #4, in which Find #5 stands. */
function context() {
  const here = page()
  here.send(
    create(1, 'Menu', { text: 'Text' }),
    create(2, 'MenuAction', { text: 'Cut' }),
    create(3, 'MenuAction', { text: 'Copy' }),
    create(4, 'Menu', { text: 'More' }),
    create(5, 'MenuAction', { text: 'Find' }),
    ...[2, 3, 4].map((wid) => call(1, 'add_widget', ref(wid))),
    call(4, 'add_widget', ref(5)),
    ...[2, 3, 5].map((wid) => listen(wid, 'activated')),
  )
  const panel = here.widget(1).element.querySelector<HTMLElement>('[role=menu]')!
  const isOpen = () => panel.matches(':popover-open')
  const active = () => document.activeElement?.textContent
  return { ...here, panel, isOpen, active }
}

test('it is nowhere on the page until it pops up, at the place it was told', async () => {
  const { send, root, isOpen, panel } = context()
  expect(root.childElementCount).toBe(0)
  send(call(1, 'popup', 120, 80))
  expect([isOpen(), panel.ariaLabel]).toEqual([true, 'Text'])
  await vi.waitFor(() => {
    const { left, top } = panel.getBoundingClientRect()
    expect([left, top]).toEqual([120, 80])
  })
})

test('of several dialogs it stands in the one that is in front, wherever that stands', () => {
  const { send, widget } = context()
  send(...[10, 11].map((wid) => create(wid, 'Dialog', 'Ask', [['OK', true]], { modal: true })))
  send(...[10, 11].map((wid) => call(wid, 'show')))
  send(call(10, 'hide'), call(10, 'show'), call(1, 'popup', 20, 20))
  expect(widget(1).element.closest('dialog')).toBe(widget(10).element)
})

test('without a place it is in the corner, and at the edge it stays in sight', async () => {
  const { send, panel } = context()
  send(call(1, 'popup'))
  await vi.waitFor(() => expect(panel.getBoundingClientRect().left).toBe(8))
  send(call(1, 'popup', window.innerWidth - 5, window.innerHeight - 5))
  await vi.waitFor(() => {
    const { right, bottom } = panel.getBoundingClientRect()
    expect(right).toBeLessThanOrEqual(window.innerWidth - 8)
    expect(bottom).toBeLessThanOrEqual(window.innerHeight - 4)
  })
})

test('a click on an entry reports it; the menu is gone, and the focus where it was', async () => {
  const { send, sent, root, isOpen } = context()
  const field = document.createElement('input')
  root.append(field)
  field.focus()
  send(call(1, 'popup', 100, 100))
  await userEvent.click(root.querySelectorAll('.tw-menu-action')[1]!)
  expect([isOpen(), sent(), document.activeElement]).toEqual([
    false,
    [callback(3, 'activated')],
    field,
  ])
  expect([...root.children]).toEqual([field])
})

test('keys are heard at once: the arrow goes to the first, Escape closes', async () => {
  const { send, sent, active, isOpen } = context()
  send(call(1, 'popup', 100, 100))
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  expect(active()).toBe('Copy')
  await userEvent.keyboard('m{ArrowRight}')
  expect(active()).toBe('Find')
  await userEvent.keyboard('{Escape}{Escape}')
  expect([isOpen(), sent()]).toEqual([false, []])
})

test('after another key a letter begins a new search', async () => {
  const { send, active } = context()
  send(call(1, 'popup', 100, 100))
  await userEvent.keyboard('c{ArrowDown}m')
  expect(active()).toBe('More')
})

test('a press elsewhere closes it', async () => {
  const { send, root, isOpen } = context()
  const outside = document.createElement('div')
  outside.style.cssText = 'position: fixed; inset: auto 0 0 auto; width: 40px; height: 40px'
  root.append(outside)
  send(call(1, 'popup', 10, 10))
  await userEvent.click(outside)
  expect(isOpen()).toBe(false)
})

test('over a modal dialog it can be used', async () => {
  const { send, sent, root } = context()
  send(create(10, 'Dialog', 'Modal', [], { modal: true }), call(10, 'popup'))
  send(call(1, 'popup', 20, 20))
  await userEvent.click(root.querySelector('.tw-menu-action')!)
  expect(sent()).toEqual([callback(2, 'activated')])
})

test('a sub-menu is not opened by itself', () => {
  const { send, sent } = context()
  send({ ...call(4, 'popup'), id: 1 })
  expect(sent()).toMatchObject([
    { type: 'error', error: 'Menu #4 is a sub-menu, which cannot be opened by itself' },
  ])
})

test('a long menu scrolls', async () => {
  const { send, panel } = context()
  for (let wid = 20; wid < 100; wid++) {
    send(create(wid, 'MenuAction', { text: `Entry ${wid}` }), call(1, 'add_widget', ref(wid)))
  }
  send(call(1, 'popup', 10, 10))
  await vi.waitFor(() =>
    expect(panel.getBoundingClientRect().bottom).toBeLessThanOrEqual(window.innerHeight),
  )
  expect(panel.scrollHeight).toBeGreaterThan(panel.clientHeight)
  await userEvent.keyboard('{End}')
  const { bottom } = document.activeElement!.getBoundingClientRect()
  expect(bottom).toBeLessThanOrEqual(panel.getBoundingClientRect().bottom)
})

test('it drops down from a label that has it, by mouse and by keyboard', async () => {
  const { send, widget, root, isOpen, active } = context()
  send(create(10, 'Label', 'Options', { menu: ref(1) }))
  const { element } = widget(10)
  root.append(element)
  expect([element.ariaHasPopup, element.ariaExpanded, element.role]).toEqual([
    'menu',
    'false',
    'button',
  ])
  await userEvent.click(element)
  expect([isOpen(), element.ariaExpanded]).toEqual([true, 'true'])
  await userEvent.click(element)
  expect([isOpen(), element.ariaExpanded]).toEqual([false, 'false'])
  element.focus()
  await userEvent.keyboard('{Enter}')
  expect([isOpen(), active()]).toEqual([true, 'Cut'])
  await userEvent.keyboard('{Escape}')
  expect([isOpen(), document.activeElement]).toEqual([false, element])
  send(call(10, 'set_menu', null))
  await userEvent.click(element)
  expect([isOpen(), element.ariaHasPopup, element.role]).toEqual([false, null, null])
})

test('what is no menu is refused by a label', () => {
  const { send, sent } = context()
  send(create(10, 'Label'), { ...call(10, 'set_menu', ref(2)), id: 1 })
  expect(sent()).toMatchObject([
    { type: 'error', error: 'Label.set_menu needs "menu" to be a Menu, got #2' },
  ])
})

test('destroyed while open it is gone', () => {
  const { send, root } = context()
  send(call(1, 'popup', 10, 10), call(1, 'destroy'))
  expect(root.childElementCount).toBe(0)
})

test('axe has nothing to say about it', async () => {
  const here = context()
  here.send(call(1, 'popup', 10, 10))
  await userEvent.keyboard('{ArrowDown}')
  await expectAccessible(here)
})
