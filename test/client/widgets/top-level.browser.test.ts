import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json, ServerMessage } from '../../../src/protocol/messages.ts'
import { call, callback, create, listen, page, ref, unlisten } from '../harness.ts'

function toplevel(options: Json = { title: 'Tool' }, ...more: readonly ServerMessage[]) {
  const here = page()
  here.send(create(1, 'TopLevel', options), create(2, 'Label', 'In'), call(1, 'set_widget', ref(2)))
  here.send(...more, call(1, 'show'))
  const { element } = here.widget(1)
  const bar = element.querySelector<HTMLElement>('.tw-title-bar')!
  const button = (does: string) => bar.querySelector<HTMLElement>(`[data-does=${does}]`)!
  const box = () => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return [x, y, width, height]
  }
  return { ...here, element, bar, button, box }
}

const floating = [call(1, 'set_position', 50, 60), call(1, 'resize', 300, 200)]

test('without a size or a position it fills the window, and its title is the page’s', () => {
  const before = document.title
  const { box, send, element } = toplevel()
  expect([box(), document.title, element.role]).toEqual([
    [0, 0, window.innerWidth, window.innerHeight],
    'Tool',
    'main',
  ])
  send(call(1, 'set_title', 'Other'))
  expect(document.title).toBe('Other')
  send(call(1, 'hide'))
  expect(document.title).toBe(before)
})

test('with a size and a position it floats, and leaves the title of the page alone', () => {
  const before = document.title
  const { box, element } = toplevel({ title: 'Tool' }, ...floating)
  expect([box(), element.role, element.ariaLabel]).toEqual([[50, 60, 300, 200], 'dialog', 'Tool'])
  expect(document.title).toBe(before)
})

test('with a size only it floats in the middle', () => {
  const { box } = toplevel({ title: 'Tool' }, call(1, 'resize', 300, 200))
  expect(box()).toEqual([(window.innerWidth - 300) / 2, (window.innerHeight - 200) / 2, 300, 200])
})

test('when its size is taken away it fills the window again', () => {
  const { send, box } = toplevel({ title: 'Tool' }, call(1, 'resize', 300, 200))
  send(call(1, 'resize', null, null))
  expect(box()).toEqual([0, 0, window.innerWidth, window.innerHeight])
})

test('it has a title bar only with a title', () => {
  const { bar, send } = toplevel({})
  expect(bar.hidden).toBe(true)
  send(call(1, 'set_title', '<b>x</b>'))
  expect([bar.hidden, bar.innerText]).toEqual([false, '<b>x</b>'])
  send(call(1, 'set_title', null))
  expect(bar.hidden).toBe(true)
})

test('an icon stands in front of the title', () => {
  const url = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='
  const { bar, send } = toplevel({ title: 'Tool', icon: url })
  const icon = bar.querySelector('img')!
  expect([icon.src, icon.hidden]).toEqual([url, false])
  send(call(1, 'set_icon', null))
  expect(icon.hidden).toBe(true)
})

test('the close button is there only while somebody listens; it asks and closes nothing', async () => {
  const { button, send, sent, ask } = toplevel()
  expect(button('close').hidden).toBe(true)
  send(listen(1, 'close'))
  await userEvent.click(button('close'))
  expect([sent(), ask(1, 'is_visible')]).toEqual([[callback(1, 'close')], true])
  send(unlisten(1, 'close'))
  expect(button('close').hidden).toBe(true)
})

test('one that is not closeable has no close button', () => {
  const { button } = toplevel({ title: 'Tool', closeable: false }, listen(1, 'close'))
  expect(button('close').hidden).toBe(true)
})

test('it is dragged by its title bar and tells where it went', async () => {
  const { bar, box, sent, element } = toplevel({ title: 'Tool' }, ...floating, listen(1, 'move'))
  await userEvent.dragAndDrop(bar, document.body, {
    sourcePosition: { x: 100, y: 18 },
    targetPosition: { x: 230, y: 148 },
  })
  const [x, y] = box()
  expect([x !== 50, y !== 60]).toEqual([true, true])
  expect(box().slice(2)).toEqual([300, 200])
  expect(sent()).toEqual([callback(1, 'move', x!, y!)])
  expect(element.classList).toContain('tw-floating')
})

test.each([
  ['not moveable', { title: 'Tool', moveable: false }, []],
  ['maximised', { title: 'Tool' }, [call(1, 'set_window_state', 'maximized')]],
])('one that is %s stays where it is', async (_why, options, more) => {
  const { bar, box, sent } = toplevel(options, ...floating, listen(1, 'move'), ...more)
  const before = box()
  await userEvent.dragAndDrop(bar, document.body, {
    sourcePosition: { x: 100, y: 18 },
    targetPosition: { x: 230, y: 148 },
  })
  expect([box(), sent()]).toEqual([before, []])
})

test.each([
  ['{ArrowRight}{ArrowDown}{ArrowDown}', [60, 80, 300, 200]],
  ['{ArrowLeft}{ArrowUp}', [40, 50, 300, 200]],
  ['{Shift>}{ArrowRight}{ArrowUp}{/Shift}', [50, 60, 310, 190]],
])('the keys %s move and size it', async (keys, wanted) => {
  const { bar, box } = toplevel({ title: 'Tool' }, ...floating)
  bar.focus()
  await userEvent.keyboard(keys)
  expect(box()).toEqual(wanted)
})

test('an edge is dragged; the size is told, and the place where the corner moved it', async () => {
  const { element, box, sent, send } = toplevel({ title: 'Tool' }, ...floating, listen(1, 'move'))
  const grip = element.querySelector('[data-edge=nw]')!
  await userEvent.dragAndDrop(grip, document.body, { targetPosition: { x: 30, y: 35 } })
  const [x, y, width, height] = box()
  expect([x! + width!, y! + height!]).toEqual([350, 260])
  expect(width).toBeGreaterThan(300)
  expect(sent()).toEqual([callback(1, 'move', x!, y!)])
  send(listen(1, 'resize'))
  await vi.waitFor(() =>
    expect(sent()).toEqual([callback(1, 'resize', { width: width!, height: height! })]),
  )
})

test('one that is not resizable has no grips', () => {
  const { element } = toplevel({ title: 'Tool', resizable: false }, ...floating)
  expect(element.querySelector('.tw-grip')!.getClientRects()).toHaveLength(0)
})

test.each<[string, (box: number[]) => boolean]>([
  [
    'maximized',
    ([x, y, width, height]) =>
      x === 0 && y === 0 && width === window.innerWidth && height === window.innerHeight,
  ],
  ['shaded', ([x, y, width, height]) => x === 50 && y === 60 && width === 300 && height! < 50],
  [
    'minimized',
    ([x, y, width, height]) =>
      x! < 20 && y! > window.innerHeight - 60 && width! < 300 && height! < 50,
  ],
])('%s is told, and undone', (state, looks) => {
  const { send, sent, ask, box } = toplevel(
    { title: 'Tool' },
    ...floating,
    listen(1, 'window-state'),
  )
  send(call(1, 'set_window_state', state), call(1, 'set_window_state', state))
  expect([looks(box()), ask(1, 'get_window_state')]).toEqual([true, state])
  send(call(1, `toggle_${state.replace(/d$/, '').replace('shade', 'shade')}`))
  expect(box()).toEqual([50, 60, 300, 200])
  expect(sent()).toEqual([
    callback(1, 'window-state', state),
    callback(1, 'window-state', 'normal'),
  ])
})

test('the buttons of the bar minimise, maximise and restore', async () => {
  const options = { title: 'Tool', minimizable: true, maximizable: true }
  const { button, sent } = toplevel(options, ...floating, listen(1, 'window-state'))
  await userEvent.click(button('minimize'))
  await userEvent.click(button('maximize'))
  expect(button('maximize').ariaLabel).toBe('Restore')
  await userEvent.click(button('maximize'))
  expect(sent()).toEqual(
    ['minimized', 'maximized', 'normal'].map((state) => callback(1, 'window-state', state)),
  )
})

test('a double click on the bar rolls it up, unless it is not shadeable', async () => {
  const first = toplevel({ title: 'Tool' }, ...floating)
  await userEvent.dblClick(first.bar)
  expect(first.ask(1, 'get_window_state')).toBe('shaded')
  first.dispose()
  const second = toplevel({ title: 'Tool', shadeable: false }, ...floating)
  await userEvent.dblClick(second.bar)
  expect(second.ask(1, 'get_window_state')).toBe('normal')
})

test('a double click on a button of the bar is two clicks and no more', async () => {
  const { button, ask } = toplevel({ title: 'Tool', lowerable: true }, ...floating)
  await userEvent.dblClick(button('lower'))
  expect(ask(1, 'get_window_state')).toBe('normal')
})

test('pressing a window brings it to the front, the button and the call send it back', async () => {
  const { send, widget, root, button, element } = toplevel(
    { title: 'Tool', lowerable: true },
    ...floating,
  )
  send(create(3, 'TopLevel', { title: 'Other' }), call(3, 'set_position', 250, 80))
  send(call(3, 'resize', 300, 200), call(3, 'show'))
  const front = () => {
    const at = document.elementFromPoint(300, 200)
    return [1, 3].find((wid) => widget(wid).element.contains(at))
  }
  expect(front()).toBe(3)
  await userEvent.click(element, { position: { x: 20, y: 100 } })
  expect(front()).toBe(1)
  await userEvent.click(button('lower'))
  expect(front()).toBe(3)
  send(call(1, 'raise_'))
  expect(front()).toBe(1)
  send(call(1, 'lower'))
  expect(front()).toBe(3)
  expect(root.children).toHaveLength(2)
})

test.each([
  ['beyond the right, above', [99_999, -500], () => [window.innerWidth - 200, 0]],
  ['beyond the left, below', [-500, 99_999], () => [0, window.innerHeight - 100]],
])('where the server puts it %s, it stands in the window', (_where, [x, y], wanted) => {
  const { send, box } = toplevel({ title: 'Tool' }, call(1, 'resize', 200, 100))
  send(call(1, 'set_position', x!, y!))
  expect(box()).toEqual([...wanted(), 200, 100])
})

test('its user may push it over the edge, but not all of its title bar', async () => {
  const { send, bar, box } = toplevel({ title: 'Tool' }, call(1, 'resize', 300, 100))
  send(call(1, 'set_position', window.innerWidth - 300, 60))
  bar.focus()
  await userEvent.keyboard('{ArrowRight>5/}')
  expect(box()[0]).toBe(window.innerWidth - 250)
  await userEvent.keyboard('{ArrowRight>40/}')
  expect(box()[0]).toBe(window.innerWidth - 80)
})

test('one that is larger than the window is cut to it', () => {
  const { box } = toplevel({ title: 'Tool' }, call(1, 'resize', 5000, 5000))
  expect(box()).toEqual([0, 0, window.innerWidth, window.innerHeight])
})

test('a label names it instead of its title', () => {
  const { element, send } = toplevel({ title: 'Tool' }, call(1, 'set_label', 'Named'))
  expect(element.ariaLabel).toBe('Named')
  send(call(1, 'set_label', ''))
  expect(element.ariaLabel).toBe('Tool')
})

test('the page has one main part only', () => {
  const { send, widget } = toplevel()
  send(create(3, 'TopLevel', { title: 'Second' }), call(3, 'show'))
  expect([widget(1).element.role, widget(3).element.role]).toEqual(['main', 'region'])
})

test('its padding is around its child', () => {
  const { widget, bar } = toplevel({ title: 'Tool' }, call(1, 'set_padding', 15))
  const { x, y } = widget(2).element.getBoundingClientRect()
  expect([x, y]).toEqual([15, bar.offsetHeight + 15])
})

const able = { title: 'Tool', minimizable: true, maximizable: true, lowerable: true }

test.each([
  [able, [], ['Minimize', 'Maximize', 'Roll up', 'Send to back', 'Close']],
  [
    able,
    [call(1, 'set_window_state', 'maximized')],
    ['Restore', 'Minimize', 'Roll up', 'Send to back', 'Close'],
  ],
  [{ title: 'Tool', shadeable: false, closeable: false }, [call(1, 'toggle_shade')], ['Restore']],
  [{ title: 'Tool' }, [unlisten(1, 'close')], ['Roll up']],
])('a right click on the bar of one with %j offers %j', async (options, more, expected) => {
  const { bar, root } = toplevel(options, ...floating, listen(1, 'close'), ...more)
  await userEvent.click(bar, { button: 'right' })
  await vi.waitFor(() => expect(entriesOf(root)).toEqual(expected))
})

test('each entry of the menu does what it says', async () => {
  const { bar, root, ask, sent, send } = toplevel(able, ...floating, listen(1, 'close'))
  const choose = async (text: string) => {
    await userEvent.click(bar, { button: 'right' })
    await vi.waitFor(() => expect(entriesOf(root)).toContain(text))
    await userEvent.click(entryOf(root, text))
    expect(entriesOf(root)).toEqual([])
    return ask(1, 'get_window_state')
  }
  expect(await choose('Roll up')).toBe('shaded')
  expect(await choose('Restore')).toBe('normal')
  expect(await choose('Maximize')).toBe('maximized')
  expect(await choose('Minimize')).toBe('minimized')
  send(call(1, 'set_window_state', 'normal'))
  await choose('Send to back')
  await choose('Close')
  expect(sent()).toEqual([callback(1, 'close')])
})

test('the icon opens the menu, by mouse and keyboard, only while there is something to do', async () => {
  const icon = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='
  const { bar, root, send } = toplevel({ title: 'Tool', icon })
  const button = bar.querySelector<HTMLButtonElement>('.tw-title-bar-menu')!
  expect(button.disabled).toBe(true)
  send(...floating)
  await userEvent.click(button)
  await vi.waitFor(() => expect(entriesOf(root)).toEqual(['Roll up']))
  await userEvent.keyboard('{Escape}')
  expect(entriesOf(root)).toEqual([])
  button.focus()
  await userEvent.keyboard('{Enter}')
  await vi.waitFor(() => expect(entriesOf(root)).toEqual(['Roll up']))
  send(call(1, 'destroy'))
  expect(root.childElementCount).toBe(0)
})

test('a second click on the icon closes the menu, and whether it is open is said', async () => {
  const icon = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='
  const { bar, root } = toplevel({ title: 'Tool', icon }, ...floating)
  const button = bar.querySelector<HTMLButtonElement>('.tw-title-bar-menu')!
  const state = () => [button.ariaExpanded, entriesOf(root).length]
  expect(state()).toEqual(['false', 0])
  await userEvent.click(button)
  await vi.waitFor(() => expect(state()).toEqual(['true', 1]))
  await userEvent.click(button)
  expect([...state(), document.activeElement]).toEqual(['false', 0, button])
  await userEvent.click(bar, { button: 'right' })
  await vi.waitFor(() => expect(state()).toEqual(['false', 1]))
})

test.each([
  [{}, 'Move with arrow keys, size with Shift and arrow keys'],
  [{ resizable: false }, 'Move with arrow keys'],
  [{ moveable: false }, null],
])('the bar of one with %j says what keys do: %s', (options, label) => {
  const { bar } = toplevel({ title: 'Tool', ...options }, ...floating)
  expect([bar.ariaLabel, bar.hasAttribute('tabindex')]).toEqual([label, label !== null])
})

test('one that fills the page leaves the right click to the browser', () => {
  const { bar } = toplevel(able)
  const event = new MouseEvent('contextmenu', { bubbles: true, cancelable: true })
  expect(bar.dispatchEvent(event)).toBe(true)
})

function entriesOf(root: HTMLElement): string[] {
  return [...root.querySelectorAll('[role=menu] [role=menuitem]')].map(
    ({ textContent }) => textContent,
  )
}

function entryOf(root: HTMLElement, text: string): Element {
  const entries = [...root.querySelectorAll('[role=menuitem]')]
  return entries.find(({ textContent }) => textContent === text)!
}
