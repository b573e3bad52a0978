import { beforeAll, expect, test, vi } from 'vitest'
import { page as browser, userEvent } from 'vitest/browser'
import type { ServerMessage } from '../../../src/protocol/messages.ts'
import { call, callback, create, listen, named, page, ready, ref } from '../harness.ts'
import { expectAccessible } from './shown.ts'

beforeAll(() => ready('MenuBar'))

/**
 * A bar #1 of File (#2: Open #3, a line #4, Recent #5 with a.txt #6 and b.txt #7, Quit #8), Edit (#9: Wrap #10,
 * which can be checked, Undo #11, disabled) and Help (#12, an action).
 */
function bar(...more: readonly ServerMessage[]) {
  const here = page()
  here.send(
    create(1, 'MenuBar'),
    create(2, 'Menu', { text: 'File' }),
    create(3, 'MenuAction', { text: 'Open' }),
    create(4, 'Separator'),
    create(5, 'Menu', { text: 'Recent' }),
    create(6, 'MenuAction', { text: 'a.txt' }),
    create(7, 'MenuAction', { text: 'b.txt' }),
    create(8, 'MenuAction', { text: 'Quit' }),
    create(9, 'Menu', { text: 'Edit' }),
    create(10, 'MenuAction', { text: 'Wrap', checkable: true }),
    create(11, 'MenuAction', { text: 'Undo' }),
    create(12, 'MenuAction', { text: 'Help' }),
    call(11, 'set_enabled', false),
    ...[3, 4, 5, 8].map((wid) => call(2, 'add_widget', ref(wid))),
    ...[6, 7].map((wid) => call(5, 'add_widget', ref(wid))),
    ...[10, 11].map((wid) => call(9, 'add_widget', ref(wid))),
    ...[2, 9, 12].map((wid) => call(1, 'add_widget', ref(wid))),
    ...[3, 6, 7, 8, 10, 11, 12].map((wid) => listen(wid, 'activated')),
    call(1, 'set_label', 'Main'),
    ...more,
  )
  here.root.append(here.widget(1).element)
  const buttons = () => [...here.root.querySelectorAll<HTMLButtonElement>('.tw-menu-item')]
  const item = (text: string) => buttons().find(({ textContent }) => textContent === text)!
  const panel = (wid: number) => here.widget(wid).element.querySelector<HTMLElement>('[role=menu]')!
  const isOpen = (wid: number) => panel(wid).matches(':popover-open')
  const open = () => [2, 5, 9].filter(isOpen)
  const active = () => document.activeElement?.textContent
  return { ...here, item, panel, open, active }
}

test('a click opens a menu below its name, a second one closes it', async () => {
  const { item, open, panel } = bar()
  await userEvent.click(item('File'))
  expect([open(), item('File').ariaExpanded]).toEqual([[2], 'true'])
  await vi.waitFor(() => {
    const { left, bottom } = item('File').getBoundingClientRect()
    const box = panel(2).getBoundingClientRect()
    expect([Math.abs(box.left - left) < 9, box.top >= bottom]).toEqual([true, true])
  })
  await userEvent.click(item('File'))
  expect([open(), item('File').ariaExpanded]).toEqual([[], 'false'])
})

test('a click on an entry reports it and closes everything', async () => {
  const { item, open, sent } = bar()
  await userEvent.click(item('File'))
  await userEvent.click(item('Open'))
  expect([open(), sent()]).toEqual([[], [callback(3, 'activated')]])
})

test('a check mark goes on and off, and is told', async () => {
  const { item, sent, ask, send } = bar()
  for (const expected of [true, false]) {
    await userEvent.click(item('Edit'))
    await userEvent.click(item('Wrap'))
    expect(sent()).toEqual([callback(10, 'activated', expected)])
    expect([ask(10, 'get_checked'), ask(10, 'get_state')]).toEqual([expected, expected])
  }
  send(call(10, 'set_checked', true))
  expect([item('Wrap').ariaChecked, item('Wrap').role, sent()]).toEqual([
    'true',
    'menuitemcheckbox',
    [],
  ])
  send(call(10, 'set_state', false))
  expect(item('Wrap').ariaChecked).toBe('false')
})

test('an entry without a check mark has no state', () => {
  const { item, send, ask } = bar()
  send(call(3, 'set_checked', true))
  expect([ask(3, 'get_checked'), item('Open').ariaChecked, item('Open').role]).toEqual([
    false,
    null,
    'menuitem',
  ])
})

test('while a menu is open the mouse opens the others by going there', async () => {
  const { item, open } = bar()
  await userEvent.hover(item('Edit'))
  expect(open()).toEqual([])
  await userEvent.click(item('File'))
  await userEvent.hover(item('Edit'))
  expect(open()).toEqual([9])
})

test('a sub-menu opens beside its entry when the mouse rests there, and closes when it goes on', async () => {
  const { item, open, panel, active } = bar()
  await userEvent.click(item('File'))
  await userEvent.hover(item('Recent'))
  await vi.waitFor(() => expect(open()).toEqual([2, 5]))
  expect([active(), item('Recent').ariaExpanded]).toEqual(['Recent', 'true'])
  await vi.waitFor(() => {
    const { right } = item('Recent').getBoundingClientRect()
    expect(panel(5).getBoundingClientRect().left).toBeGreaterThanOrEqual(right - 1)
  })
  await userEvent.hover(item('Open'))
  expect([open(), active()]).toEqual([[2], 'Open'])
})

test('a click on the entry of a sub-menu opens it and reports nothing', async () => {
  const { item, open, sent } = bar()
  await userEvent.click(item('File'))
  await userEvent.click(item('Recent'))
  expect(open()).toEqual([2, 5])
  await userEvent.click(item('b.txt'))
  expect([open(), sent()]).toEqual([[], [callback(7, 'activated')]])
})

test.each([
  ['{ArrowRight}', 'Edit', []],
  ['{ArrowLeft}', 'Help', []],
  ['{End}', 'Help', []],
  ['{End}{Home}', 'File', []],
  ['{End}{ArrowRight}', 'File', []],
  ['e', 'Edit', []],
  ['{ArrowDown}', 'Open', [2]],
  ['{Enter}', 'Open', [2]],
  [' ', 'Open', [2]],
  ['{ArrowUp}', 'Quit', [2]],
  ['{ArrowDown}{ArrowDown}', 'Recent', [2]],
  ['{ArrowDown}{ArrowUp}', 'Quit', [2]],
  ['{ArrowDown}{End}', 'Quit', [2]],
  ['{ArrowUp}{Home}', 'Open', [2]],
  ['{ArrowDown}r', 'Recent', [2]],
  ['{ArrowDown}r{ArrowRight}', 'a.txt', [2, 5]],
  ['{ArrowDown}r{Enter}', 'a.txt', [2, 5]],
  ['{ArrowDown}r{ArrowRight}{ArrowLeft}', 'Recent', [2]],
  ['{ArrowDown}r{ArrowRight}{Escape}', 'Recent', [2]],
  ['{ArrowDown}r{ArrowRight}{ArrowRight}', 'Wrap', [9]],
  ['{ArrowDown}{ArrowRight}', 'Wrap', [9]],
  ['{ArrowDown}{ArrowRight}{ArrowDown}', 'Wrap', [9]],
  ['{ArrowDown}{ArrowLeft}', 'Help', []],
  ['{ArrowDown}{Escape}', 'File', []],
  ['{ArrowDown}{ArrowRight}{Escape}', 'Edit', []],
])('the keys %s lead to %s, with %j open', async (keys, expected, menus) => {
  const { item, open, active, sent } = bar()
  item('File').focus()
  await userEvent.keyboard(keys)
  expect([active(), open(), sent()]).toEqual([expected, menus, []])
})

test('from right to left the arrow keys are mirrored, and sub-menus open to the left', async () => {
  const { item, open, active, panel, root } = bar()
  root.dir = 'rtl'
  item('File').focus()
  await userEvent.keyboard('{ArrowDown}r{ArrowLeft}')
  expect([active(), open()]).toEqual(['a.txt', [2, 5]])
  await vi.waitFor(() => {
    const { left } = item('Recent').getBoundingClientRect()
    expect(panel(5).getBoundingClientRect().right).toBeLessThanOrEqual(left + 1)
  })
  await userEvent.keyboard('{ArrowRight}{ArrowLeft}{ArrowLeft}')
  expect([active(), open()]).toEqual(['Wrap', [9]])
})

test('Enter and the space bar choose an entry; the focus goes back to the bar', async () => {
  const { item, open, active, sent } = bar()
  item('File').focus()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect([open(), active(), sent()]).toEqual([[], 'File', [callback(3, 'activated')]])
  await userEvent.keyboard('{ArrowRight}{ArrowDown} ')
  expect([open(), active(), sent()]).toEqual([[], 'Edit', [callback(10, 'activated', true)]])
})

test('the field that somebody typed in has the focus again when an entry was clicked', async () => {
  const { item, root, sent } = bar()
  const field = document.createElement('input')
  root.append(field)
  field.focus()
  await userEvent.click(item('File'))
  await userEvent.click(item('Open'))
  expect([document.activeElement, sent()]).toEqual([field, [callback(3, 'activated')]])
})

test('Tab reaches the bar once, closes its menus, and goes on', async () => {
  const { item, root, open } = bar()
  const [before, after] = [document.createElement('button'), document.createElement('button')]
  root.prepend(before)
  root.append(after)
  before.focus()
  await userEvent.tab()
  expect(document.activeElement).toBe(item('File'))
  await userEvent.keyboard('{ArrowRight}{ArrowDown}')
  await userEvent.tab()
  expect([document.activeElement, open()]).toEqual([after, []])
  await userEvent.tab({ shift: true })
  expect(document.activeElement).toBe(item('Edit'))
})

test('a finger that slides over a menu makes nothing active', async () => {
  const { item, active, open } = bar()
  await userEvent.click(item('File'))
  const before = active()
  const slide = { bubbles: true, pointerType: 'touch', movementX: 3, clientX: 5 }
  item('Recent').dispatchEvent(new PointerEvent('pointermove', slide))
  expect([active(), open()]).toEqual([before, [2]])
})

test('in a narrow window a sub-menu opens where it can be seen', async () => {
  const { innerWidth, innerHeight } = window
  await browser.viewport(320, 600)
  const { item, panel, open, send } = bar()
  send(call(6, 'set_text', 'A rather long name of a file.txt'))
  await userEvent.click(item('File'))
  await userEvent.click(item('Recent'))
  expect(open()).toEqual([2, 5])
  await vi.waitFor(() => {
    const { left, right } = panel(5).getBoundingClientRect()
    expect([left >= 0, right <= 320]).toEqual([true, true])
  })
  await browser.viewport(innerWidth, innerHeight)
})

test('a disabled entry is passed over and does nothing', async () => {
  const { item, sent, active } = bar()
  item('Edit').focus()
  await userEvent.keyboard('{ArrowDown}{End}')
  expect(active()).toBe('Wrap')
  await userEvent.click(item('Undo'), { force: true })
  expect(sent()).toEqual([])
})

test('a press elsewhere closes all menus and reports nothing', async () => {
  const { item, open, root, sent } = bar()
  const outside = document.createElement('div')
  outside.style.cssText = 'position: fixed; inset: auto 0 0 auto; width: 40px; height: 40px'
  root.append(outside)
  await userEvent.click(item('File'))
  await userEvent.click(item('Recent'))
  await userEvent.click(outside)
  expect([open(), sent()]).toEqual([[], []])
})

test('the focus that goes elsewhere closes all menus', async () => {
  const { item, open, root } = bar()
  const field = document.createElement('input')
  root.append(field)
  await userEvent.click(item('File'))
  field.focus()
  expect([open(), document.activeElement]).toEqual([[], field])
})

test('an action that stands in the bar itself is used there', async () => {
  const { item, open, sent } = bar()
  await userEvent.click(item('File'))
  await userEvent.click(item('Help'))
  expect([open(), sent()]).toEqual([[], [callback(12, 'activated')]])
})

test('entries, sub-menus, dividers and menus come, move and go', () => {
  const { send, item, panel, widget, ask } = bar()
  const texts = (line: Element) =>
    [...line.children].map((child) => child.querySelector('.tw-menu-item-text')?.textContent ?? '—')
  expect(texts(panel(2))).toEqual(['Open', '—', 'Recent', 'Quit'])
  send(call(2, 'insert_before', ref(8), ref(4)), call(2, 'insert_before', ref(5), ref(3)))
  expect(texts(panel(2))).toEqual(['Recent', 'Open', 'Quit', '—'])
  send(call(2, 'remove', ref(4), true), call(2, 'remove', ref(5), true))
  expect(texts(panel(2))).toEqual(['Open', 'Quit'])
  send(call(1, 'insert_before', ref(9), ref(2)))
  expect(texts(widget(1).element)).toEqual(['Edit', 'File', 'Help'])
  send(call(1, 'remove', ref(2)))
  expect([texts(widget(1).element), item('File')]).toEqual([['Edit', 'Help'], undefined])
  send(call(2, 'remove_all', true))
  expect(ask(2, 'num_children')).toBe(0)
})

test('a menu that goes while it is open takes everything along', async () => {
  const { send, item, root, active } = bar()
  item('File').focus()
  await userEvent.keyboard('{ArrowDown}r{ArrowRight}')
  send(call(2, 'remove', ref(5), true))
  expect(active()).not.toBe('a.txt')
  await userEvent.keyboard('{End}')
  expect(active()).toBe('Quit')
  send(call(1, 'remove', ref(2), true))
  expect(root.querySelector(':popover-open')).toBe(null)
})

test('pgwidgets’ own methods make menus and give them', async () => {
  const { send, ask, sent, item, root } = bar()
  const wid = (value: unknown) => (value as { __wid__: number }).__wid__
  const view = ask(1, 'add_name', 'View')
  expect(view).toEqual({ __wid__: wid(view), __class__: 'Menu' })
  expect(ask(1, 'get_menu', 'View')).toEqual(view)
  const zoom = ask(wid(view), 'add_name', 'Zoom', true)
  expect(zoom).toMatchObject({ __class__: 'MenuAction' })
  send(call(wid(view), 'add_separator'))
  const more = ask(wid(view), 'add_menu', 'More')
  expect(ask(wid(view), 'get_menu', 'More')).toEqual(more)
  expect(ask(wid(view), 'get_menu', 'Less')).toBe(null)
  expect(ask(wid(view), 'num_children')).toBe(2)
  send(create(20, 'Menu'), listen(wid(zoom), 'activated'))
  expect(ask(wid(view), 'add_menu', 'Last', ref(20))).toEqual(named(20, 'Menu'))
  await userEvent.click(item('View'))
  expect(root.querySelectorAll('[role=menu]:popover-open hr')).toHaveLength(1)
  await userEvent.click(item('Zoom'))
  expect(sent()).toEqual([callback(wid(zoom), 'activated', true)])
})

test('add_menu puts a menu in under a name, with an icon that may stand alone', () => {
  const { send, item, ask } = bar()
  const url = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='
  const options = { icon_url: url, iconsize: [20, 10], icon_only: true }
  send(create(20, 'Menu'), call(1, 'add_menu', ref(20), 'Tools', options))
  const tools = item('Tools')
  const image = tools.querySelector('img')!
  expect([tools.ariaLabel, image.src, image.style.width]).toEqual(['Tools', url, '20px'])
  expect(tools.querySelector<HTMLElement>('.tw-menu-item-text')!.hidden).toBe(true)
  expect(ask(1, 'get_menu', 'Tools')).toEqual(named(20, 'Menu'))
})

test('texts and icons change; a name stands in for a text', () => {
  const { send, ask, item } = bar()
  const url = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='
  send(call(3, 'set_text', '<b>Open</b>'), call(3, 'set_icon', url), call(2, 'set_text', 'Files'))
  send(create(20, 'MenuAction', { name: 'Named' }))
  expect([ask(3, 'get_text'), ask(20, 'get_text')]).toEqual(['<b>Open</b>', 'Named'])
  expect(item('<b>Open</b>').querySelector('img')!.src).toBe(url)
  send(call(3, 'set_icon', ''), call(20, 'set_text', 'Other'), call(20, 'set_text', null))
  expect(item('<b>Open</b>').querySelector('img')).toBe(null)
  expect([item('Files').textContent, ask(20, 'get_text')]).toEqual(['Files', 'Named'])
})

test.each([
  ['MenuBar', 'add_menu', [ref(30), 'x'], 'MenuBar.add_menu needs "menu" to be a Menu, got #30'],
  ['Menu', 'add_menu', ['x', ref(30)], 'Menu.add_menu needs "menu" to be a Menu, got #30'],
  ['MenuBar', 'add_name', [3], 'MenuBar.add_name needs "name" to be string, got 3'],
])('%s.%s(%j) is refused', (className, method, args, error) => {
  const { send, sent } = bar(create(30, 'Label'), create(31, 'MenuBar'), create(32, 'Menu'))
  send({ ...call(className === 'Menu' ? 32 : 31, method, ...args), id: 1 })
  expect(sent()).toMatchObject([{ type: 'error', error }])
})

test('disabled or hidden, a bar closes its menus', async () => {
  const { send, item, open } = bar()
  await userEvent.click(item('File'))
  send(call(1, 'set_enabled', false))
  expect(open()).toEqual([])
  send(call(1, 'set_enabled', true))
  await userEvent.click(item('File'))
  send(call(1, 'hide'))
  expect(open()).toEqual([])
})

test('a hidden menu has no entry, and is passed over', async () => {
  const { send, item, active } = bar()
  send(call(9, 'hide'), call(1, 'set_focus'))
  expect(active()).toBe('File')
  await userEvent.keyboard('{ArrowRight}')
  expect([active(), item('Edit').checkVisibility()]).toEqual(['Help', false])
})

test('axe has nothing to say, closed or open', async () => {
  const here = bar()
  await expectAccessible(here)
  here.item('File').focus()
  await userEvent.keyboard('{ArrowDown}r{ArrowRight}')
  await expectAccessible(here)
})

test('destroyed while open it lets everything go', async () => {
  const { send, item, root } = bar()
  const kinds = new Set(['pointerdown', 'focusout'])
  const added = vi.spyOn(document, 'addEventListener')
  await userEvent.click(item('File'))
  const signals = added.mock.calls
    .filter(([kind]) => kinds.has(kind))
    .map(([, , options]) => (options as AddEventListenerOptions).signal!)
  expect(signals.map(({ aborted }) => aborted)).toEqual([false, false])
  send(call(1, 'destroy'))
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true])
  expect(root.querySelector('[role=menu]')).toBe(null)
})
