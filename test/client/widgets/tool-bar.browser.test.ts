import { beforeAll, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json, ServerMessage } from '../../../src/protocol/messages.ts'
import { call, callback, create, listen, page, ready, ref } from '../harness.ts'
import { expectAccessible } from './shown.ts'

beforeAll(() => ready('ToolBar'))

const url = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='

/** A bar #1 of Save #2, Bold #3 (a toggle), a line #4, a field #5, View #6 (with a menu #7 of Zoom #8), Last #9. */
function bar(options: Json = {}, ...more: readonly ServerMessage[]) {
  const here = page()
  here.send(
    create(1, 'ToolBar', options),
    create(2, 'ToolBarAction', { text: 'Save' }),
    create(3, 'ToolBarAction', { text: 'Bold', toggle: true }),
    create(4, 'Separator'),
    create(5, 'TextEntry'),
    call(5, 'set_label', 'Search'),
    create(6, 'ToolBarAction', { text: 'View' }),
    create(7, 'Menu'),
    create(8, 'MenuAction', { text: 'Zoom' }),
    create(9, 'Button', 'Last'),
    call(7, 'add_widget', ref(8)),
    call(6, 'set_widget', ref(7)),
    ...[2, 3, 4, 5, 6, 9].map((wid) => call(1, 'add_widget', ref(wid))),
    ...[2, 3, 6, 8].map((wid) => listen(wid, 'activated')),
    call(1, 'set_label', 'Tools'),
    ...more,
  )
  here.root.append(here.widget(1).element)
  const element = (wid: number) => here.widget(wid).element
  const panel = () => element(7).querySelector('[role=menu]')!
  const isOpen = () => panel().matches(':popover-open')
  const active = () => document.activeElement?.textContent
  return { ...here, element, isOpen, panel, active }
}

test('a click reports; one of a toggle tells whether it is pressed', async () => {
  const { element, sent, ask, send } = bar()
  await userEvent.click(element(2))
  await userEvent.click(element(3))
  expect([ask(3, 'get_state'), element(3).ariaPressed]).toEqual([true, 'true'])
  await userEvent.click(element(3))
  expect(sent()).toEqual([
    callback(2, 'activated'),
    callback(3, 'activated', true),
    callback(3, 'activated', false),
  ])
  send(call(3, 'set_state', true), call(2, 'set_state', true))
  expect([ask(3, 'get_state'), ask(2, 'get_state'), element(2).ariaPressed, sent()]).toEqual([
    true,
    false,
    null,
    [],
  ])
})

test.each([
  ['a name', 'g', 'g'],
  ['a member', null, ref(20)],
])('of a group given by %s one is pressed at most', async (_by, first, second) => {
  const { send, element, sent, ask } = bar(
    {},
    create(20, 'ToolBarAction', { text: 'Left', toggle: true, group: first }),
    create(21, 'ToolBarAction', { text: 'Right', group: second }),
    call(1, 'add_widget', ref(20)),
    call(1, 'add_widget', ref(21)),
    listen(20, 'activated'),
    listen(21, 'activated'),
  )
  await userEvent.click(element(20))
  await userEvent.click(element(21))
  expect([ask(20, 'get_state'), ask(21, 'get_state')]).toEqual([false, true])
  expect(sent()).toEqual([callback(20, 'activated', true), callback(21, 'activated', true)])
  send(call(20, 'set_state', true))
  expect([ask(21, 'get_state'), sent()]).toEqual([false, []])
})

test('one with a menu opens it and reports nothing', async () => {
  const { element, sent, isOpen, root } = bar()
  expect([element(6).ariaHasPopup, element(6).ariaExpanded]).toEqual(['menu', 'false'])
  await userEvent.click(element(6))
  expect([isOpen(), element(6).ariaExpanded, sent()]).toEqual([true, 'true', []])
  await userEvent.click(element(8))
  expect([isOpen(), element(6).ariaExpanded, sent()]).toEqual([
    false,
    'false',
    [callback(8, 'activated')],
  ])
  expect(root.childElementCount).toBe(1)
})

test.each(['{Enter}', ' ', '{ArrowDown}'])(
  '%s opens a menu at its first entry, Escape gives the focus back',
  async (key) => {
    const { element, active, isOpen } = bar()
    element(6).focus()
    await userEvent.keyboard(key)
    expect([active(), isOpen()]).toEqual(['Zoom', true])
    await userEvent.keyboard('{Escape}')
    expect([document.activeElement, isOpen()]).toEqual([element(6), false])
  },
)

test('a menu is taken away, by reference or as a child', async () => {
  const { send, element, isOpen, sent, root } = bar()
  send(call(6, 'remove', ref(7)))
  await userEvent.click(element(6))
  expect([isOpen(), sent(), element(6).ariaHasPopup]).toEqual([
    false,
    [callback(6, 'activated')],
    null,
  ])
  send(call(6, 'set_menu', ref(7)))
  await userEvent.click(element(6))
  expect(isOpen()).toBe(true)
  send(call(6, 'set_menu', null))
  expect([isOpen(), root.childElementCount]).toEqual([false, 1])
})

test('a menu that is a child ends with its action, or when it is removed so', () => {
  const { send, remote } = bar()
  send(call(6, 'remove', ref(7), true))
  expect([remote.widget(7), remote.widget(8)]).toEqual([undefined, undefined])
  send(create(7, 'Menu'), call(6, 'set_widget', ref(7)), call(6, 'destroy'))
  expect(remote.widget(7)).toBe(undefined)
})

test('what is no menu is refused', () => {
  const { send, sent } = bar()
  send({ ...call(6, 'set_widget', ref(5)), id: 1 }, { ...call(6, 'set_menu', ref(5)), id: 2 })
  const error = 'ToolBarAction.set_menu needs "menu" to be a Menu, got #5'
  expect(sent()).toMatchObject([
    { type: 'error', error },
    { type: 'error', error },
  ])
  send(create(20, 'ToolBarAction', { group: ref(5) }))
  expect(sent()).toMatchObject([
    { error: 'ToolBarAction needs "group" to be a name or a ToolBarAction' },
  ])
})

test.each([
  [{}, '{ArrowRight}', 'Bold'],
  [{}, '{ArrowRight}{ArrowRight}', 'View'],
  [{}, '{ArrowLeft}', 'Last'],
  [{}, '{End}', 'Last'],
  [{}, '{End}{Home}', 'Save'],
  [{ orientation: 'vertical' }, '{ArrowDown}{ArrowDown}', 'View'],
  [{ orientation: 'vertical' }, '{ArrowDown}{ArrowDown}{ArrowDown}', 'Last'],
  [{ orientation: 'vertical' }, '{ArrowUp}', 'Last'],
])('in a bar of %j the keys %s lead to %s', async (options, keys, expected) => {
  const { element, active } = bar(options)
  element(2).focus()
  await userEvent.keyboard(keys)
  expect(active()).toBe(expected)
})

test('Tab reaches one of its buttons, the last that was used, and every field', async () => {
  const { element, root } = bar()
  const before = document.createElement('button')
  root.prepend(before)
  before.focus()
  await userEvent.tab()
  expect(document.activeElement).toBe(element(2))
  await userEvent.keyboard('{ArrowRight}')
  await userEvent.tab()
  expect(element(5).contains(document.activeElement)).toBe(true)
  await userEvent.tab({ shift: true })
  expect(document.activeElement).toBe(element(3))
})

test('when the button that Tab reaches is disabled or goes, another one is reached', async () => {
  const { send, element } = bar()
  const reached = () => [2, 3, 6, 9].filter((wid) => element(wid).tabIndex === 0)
  await vi.waitFor(() => expect(reached()).toEqual([2]))
  send(call(2, 'set_enabled', false))
  await vi.waitFor(() => expect(reached()).toContain(3))
  send(call(1, 'remove', ref(9)))
  expect(element(9).tabIndex).toBe(0)
})

test('dividers stand across the bar, in both directions', () => {
  expect(bar().element(4).ariaOrientation).toBe('vertical')
  expect(bar({ orientation: 'vertical' }).element(4).ariaOrientation).toBe('horizontal')
})

test('pgwidgets’ own methods append actions, dividers and spacers', async () => {
  const { send, ask, sent, element } = bar()
  const wid = (value: unknown) => (value as { __wid__: number }).__wid__
  const plain = ask(1, 'add_action', 'Plain')
  expect(plain).toMatchObject({ __class__: 'ToolBarAction' })
  send(call(1, 'add_separator'), call(1, 'add_spacer'))
  const pin = ask(1, 'add_action', { icon_url: url, iconsize: [20, 20], text: 'Pin', toggle: true })
  send(listen(wid(pin), 'activated'))
  const kinds = [...element(1).children].slice(-4).map(({ tagName }) => tagName)
  expect([kinds, ask(1, 'num_children')]).toEqual([['BUTTON', 'HR', 'DIV', 'BUTTON'], 8])
  await userEvent.click(element(wid(pin)))
  expect(sent()).toEqual([callback(wid(pin), 'activated', true)])
  expect(element(1).lastElementChild!.getBoundingClientRect().right).toBeGreaterThan(
    element(1).getBoundingClientRect().right - 10,
  )
  send(call(1, 'remove_all', true))
  expect(element(1).childElementCount).toBe(0)
})

test('children come, move and go', () => {
  const { send, element } = bar()
  send(call(1, 'insert_before', ref(9), ref(2)), call(1, 'remove', ref(4), true))
  expect([...element(1).children]).toEqual([9, 2, 3, 5, 6].map(element))
})

test('one with an icon only is named by its label, or else its hint', () => {
  const { send, element, ask } = bar()
  send(call(2, 'set_text', null), call(2, 'set_icon', url), call(2, 'set_tooltip', 'Save it'))
  expect([element(2).ariaLabel, ask(2, 'get_text')]).toEqual(['Save it', ''])
  send(call(2, 'set_label', 'Save'))
  expect(element(2).ariaLabel).toBe('Save')
  send(call(2, 'set_label', ''), call(2, 'set_text', 'Save'), call(2, 'set_icon', ''))
  expect([element(2).ariaLabel, element(2).querySelector('img')]).toEqual([null, null])
})

test.each([{}, { orientation: 'vertical' }])(
  'in a narrow place nothing of a %j is cut off',
  (options) => {
    const { element, root } = bar(options)
    root.style.inlineSize = '150px'
    const { right } = element(1).getBoundingClientRect()
    expect(right - element(1).getBoundingClientRect().left).toBeLessThanOrEqual(200)
    for (const wid of [2, 3, 5, 6, 9]) {
      expect(element(wid).getBoundingClientRect().right).toBeLessThanOrEqual(right)
    }
    root.style.inlineSize = ''
  },
)

test('disabled or hidden, an action closes its menu', async () => {
  const { send, element, isOpen } = bar()
  await userEvent.click(element(6))
  send(call(6, 'set_enabled', false))
  expect([isOpen(), (element(6) as HTMLButtonElement).disabled]).toEqual([false, true])
  send(call(6, 'set_enabled', true))
  await userEvent.click(element(6))
  send(call(6, 'hide'))
  expect(isOpen()).toBe(false)
})

test('destroyed while a menu is open it takes it along', async () => {
  const { send, element, root, remote } = bar()
  await userEvent.click(element(6))
  send(call(1, 'destroy'))
  expect([root.childElementCount, remote.widget(7)]).toEqual([0, undefined])
})

test('axe has nothing to say, with its menu closed or open', async () => {
  const here = bar()
  await expectAccessible(here)
  here.element(6).focus()
  await userEvent.keyboard('{Enter}')
  await expectAccessible(here)
})
