import { beforeAll, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, callback, create, listen, named, page, ready, ref, unlisten } from '../harness.ts'
import { expectAccessible } from './shown.ts'

beforeAll(() => ready('MDIWidget'))

const actions = ['page-switch', 'page-close', 'child-added', 'child-removed']

/** A workspace #1 of 600 × 400 px with nothing in it. */
function workspace() {
  const here = page()
  here.send(create(1, 'MDIWidget'), call(1, 'resize', 600, 400))
  const { element } = here.widget(1)
  here.root.append(element)
  const windows = () => [...element.querySelectorAll<HTMLElement>('.tw-mdisub-window')]
  const window = (title: string) => windows().find((one) => one.ariaLabel === title)!
  const button = (title: string, does: string) =>
    window(title).querySelector<HTMLElement>(`[data-does=${does}]`)!
  const bar = (title: string) => window(title).querySelector<HTMLElement>('.tw-title-bar')!
  const docked = () => [...element.querySelectorAll<HTMLElement>('.tw-mdi-bar')]
  const box = (title: string) => {
    const [outer, inner] = [element, window(title)].map((one) => one.getBoundingClientRect())
    return [inner!.x - outer!.x, inner!.y - outer!.y, inner!.width, inner!.height]
  }
  /** Puts label #`wid` into a window of this title. */
  const add = (wid: number, title: string, options: Readonly<Record<string, Json>> = {}) => {
    here.send(create(wid, 'Label', `In ${title}`))
    return here.ask(1, 'add_widget', ref(wid), { title, ...options })
  }
  const front = () => windows().find((one) => one.classList.contains('tw-front'))?.ariaLabel
  return { ...here, element, windows, window, button, bar, docked, box, add, front }
}

/** The same with windows "A" (label #2, at 10, 20) and "B" (#3, at 200, 40), each of 200 × 150 px. */
function two() {
  const here = workspace()
  here.add(2, 'A', { x: 10, y: 20, width: 200, height: 150 })
  here.add(3, 'B', { x: 200, y: 40, width: 200, height: 150 })
  here.send(...actions.map((action) => listen(1, action)))
  return here
}

const label = (wid: number) => named(wid, 'Label')

test('a child is put into a window in front, which is answered; both are told', () => {
  const { send, sent, add, window, box } = workspace()
  send(listen(1, 'page-switch'), listen(1, 'child-added'))
  const answer = add(2, 'A', { x: 10, y: 20, width: 200, height: 150 })
  expect(answer).toEqual(named(-1, 'MDISubWindow'))
  expect([window('A').innerText.trim(), box('A')]).toEqual([
    expect.stringMatching(/^A\s+In A$/),
    [10, 20, 200, 150],
  ])
  expect(sent()).toEqual([
    callback(1, 'page-switch', label(2)),
    callback(1, 'child-added', label(2)),
  ])
})

test('without a place windows are staggered; without a size they have 300 × 300 px', () => {
  const { add, box } = workspace()
  for (const [at, title] of ['A', 'B', 'C'].entries()) add(at + 2, title)
  expect(['A', 'B', 'C'].map(box)).toEqual([
    [0, 0, 300, 300],
    [32, 32, 300, 300],
    [64, 64, 300, 300],
  ])
})

test('windows that come before the workspace is on the page are staggered too', () => {
  const { send, widget } = page()
  send(create(1, 'MDIWidget'))
  for (const wid of [2, 3]) send(create(wid, 'MDISubWindow'), call(1, 'add_widget', ref(wid)))
  send(call(1, 'tile_windows'))
  expect([2, 3].map((wid) => widget(wid).element.style.cssText)).toEqual([
    expect.stringMatching(/left: 0px; top: 0px/),
    expect.stringMatching(/left: 32px; top: 32px/),
  ])
})

test('a title is text', () => {
  const { add, window } = workspace()
  add(2, '<b>x</b>')
  expect(window('<b>x</b>').querySelector('h2')!.innerText).toBe('<b>x</b>')
})

test('an icon stands in front of the title', () => {
  const { add, window } = workspace()
  const url = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='
  add(2, 'A', { icon_url: url })
  expect(window('A').querySelector('img')!.src).toBe(url)
})

test('added again, by itself or by its window, a child takes the new options and is last in the order', () => {
  const { send, ask, window, box, front, sent } = two()
  send(call(1, 'add_widget', ref(2), { title: 'Other', x: 50, y: 60 }))
  expect([box('Other'), front(), ask(1, 'index_of', ref(2))]).toEqual([[50, 60, 200, 150], 'B', 1])
  expect([window('A'), sent()]).toEqual([undefined, []])
  send(call(1, 'add_widget', ref(-2), { title: 'Last' }))
  expect([box('Last'), ask(1, 'get_children')]).toEqual([
    [200, 40, 200, 150],
    [label(2), label(3)],
  ])
})

test('pressing a window, or going into it with the keyboard, brings it to the front; told once', async () => {
  const { send, sent, front, window, bar } = two()
  await userEvent.click(window('A'), { position: { x: 20, y: 100 } })
  await userEvent.click(window('A'), { position: { x: 20, y: 100 } })
  expect([front(), sent()]).toEqual(['A', [callback(1, 'page-switch', label(2))]])
  bar('B').focus()
  expect([front(), sent()]).toEqual(['B', [callback(1, 'page-switch', label(3))]])
  send(call(1, 'set_index', 0), call(1, 'set_index', 7))
  expect([front(), sent()]).toEqual(['A', [callback(1, 'page-switch', label(2))]])
})

test('taken by its title bar, a window gets the keyboard, there where it had it last', async () => {
  const { bar, window } = two()
  const [inA, inB] = [window('A'), window('B')].map((one) => {
    const field = document.createElement('input')
    one.querySelector('.tw-mdi-content')!.prepend(field)
    return field
  })
  await userEvent.click(inB!)
  await userEvent.click(bar('A'), { position: { x: 20, y: 10 } })
  expect(document.activeElement).toBe(bar('A'))
  await userEvent.click(inA!)
  await userEvent.click(bar('A'), { position: { x: 20, y: 10 } })
  expect(document.activeElement).toBe(inA)
  await userEvent.click(bar('B'), { position: { x: 20, y: 10 } })
  expect(document.activeElement).toBe(inB)
})

test('what is in front lies over the others', () => {
  const { send, root } = two()
  const seen = () => {
    const { left, top } = root.querySelector('.tw-mdi-desk')!.getBoundingClientRect()
    return document.elementFromPoint(left + 205, top + 120)!.closest('section')!.ariaLabel
  }
  expect(seen()).toBe('B')
  send(call(1, 'set_index', 0))
  expect(seen()).toBe('A')
})

test('windows and children are found by one another, by index and by place', () => {
  const { ask, send } = two()
  send(create(9, 'Label'))
  expect([ask(1, 'get_index'), ask(1, 'index_of', ref(3)), ask(1, 'index_of', ref(9))]).toEqual([
    1, 1, -1,
  ])
  expect([ask(1, 'index_to_widget', 0), ask(1, 'index_to_widget', 5)]).toEqual([label(2), null])
  expect(ask(1, 'get_subwindows')).toEqual([-1, -2].map((wid) => named(wid, 'MDISubWindow')))
  expect([ask(1, 'get_subwin', ref(3)), ask(1, 'get_subwin', ref(9))]).toEqual([
    named(-2, 'MDISubWindow'),
    null,
  ])
  expect([ask(-2, 'get_child'), ask(1, 'get_children')]).toEqual([label(3), [label(2), label(3)]])
  expect([ask(1, 'get_child_position', ref(2)), ask(1, 'get_child_size', ref(-1))]).toEqual([
    [10, 20],
    [200, 150],
  ])
  expect([ask(1, 'get_child_position', ref(9)), ask(1, 'get_child_size', ref(9))]).toEqual([
    [0, 0],
    [0, 0],
  ])
  expect([ask(1, 'get_configuration', ref(2)), ask(1, 'get_configuration', ref(9))]).toEqual([
    { x: 10, y: 20, width: 200, height: 150, title: 'A' },
    null,
  ])
})

test('calls move and size the window of a child without a word', () => {
  const { send, sent, box } = two()
  send(call(1, 'move_child', ref(2), 30, 40), call(1, 'resize_child', ref(2), 250, 180))
  send(call(1, 'set_resistance', 0.5))
  expect([box('A'), sent()]).toEqual([[30, 40, 250, 180], []])
})

test('the close button tells it, then a window that was made for a child closes by itself', async () => {
  const { button, sent, windows, widget, ask } = two()
  await userEvent.click(button('B', 'close'))
  expect(sent()).toEqual([
    callback(1, 'page-close', label(3)),
    callback(1, 'page-switch', label(2)),
    callback(1, 'child-removed', label(3)),
  ])
  expect([windows().length, widget(3).parent, ask(1, 'num_children')]).toEqual([1, null, 1])
  expect(() => widget(-2)).toThrow('There is no widget #-2')
})

test('there is a close button only while somebody listens', () => {
  const { button, send } = two()
  expect(button('A', 'close').hidden).toBe(false)
  send(unlisten(1, 'page-close'))
  expect(button('A', 'close').hidden).toBe(true)
})

test.each([
  ['remove', [ref(3), false], true],
  ['remove', [ref(3), true], false],
  ['close_child', [ref(3)], true],
  ['remove', [ref(-2)], true],
] as const)('%s with %j takes a child out, without a question', (method, args, isAlive) => {
  const { send, sent, remote, ask } = two()
  send(call(1, method, ...args))
  expect(sent()).toEqual([
    callback(1, 'page-switch', label(2)),
    callback(1, 'child-removed', label(3)),
  ])
  expect([ask(1, 'num_children'), remote.widget(3) !== undefined]).toEqual([1, isAlive])
  expect(remote.widget(-2)).toBeUndefined()
})

test('when a child ends, its window ends; when the window ends, the child lives on', () => {
  const { send, remote, ask } = two()
  send(call(2, 'destroy'), call(-2, 'destroy'))
  expect([remote.widget(-1), remote.widget(-2), ask(1, 'num_children')]).toEqual([
    undefined,
    undefined,
    0,
  ])
  expect([remote.widget(2), ask(1, 'get_index')]).toEqual([undefined, -1])
  expect(remote.widget(3)).toBeDefined()
})

test('when the window with the focus goes, the focus goes to the one in front, or stays in the workspace', async () => {
  const { send, bar, element } = two()
  bar('B').focus()
  await userEvent.keyboard('{Delete}')
  expect(document.activeElement).toBe(bar('A'))
  send(call(1, 'remove', ref(2), true))
  expect(document.activeElement).toBe(element)
})

test('when the workspace ends, all that is in it ends', () => {
  const { send, remote } = two()
  send(call(1, 'destroy'))
  expect([1, 2, 3, -1, -2].map((wid) => remote.widget(wid))).toEqual(Array(5).fill(undefined))
})

test('minimised, a window is a bar below; its bar restores it, and the focus goes along', async () => {
  const { send, button, bar, docked, window, front, sent } = two()
  send(call(1, 'set_index', 1))
  sent()
  await userEvent.click(button('B', 'minimize'))
  expect([docked().map((one) => one.innerText), front()]).toEqual([['B'], 'A'])
  expect([window('B').getClientRects().length, document.activeElement]).toEqual([0, docked()[0]])
  await userEvent.keyboard('{Enter}')
  expect([docked(), front(), document.activeElement]).toEqual([[], 'B', bar('B')])
  expect(sent()).toEqual([2, 3].map((wid) => callback(1, 'page-switch', label(wid))))
})

test('a double click on the title bar maximises, another restores', async () => {
  const { bar, box, button } = two()
  await userEvent.dblClick(bar('A'), { position: { x: 20, y: 10 } })
  expect([box('A'), button('A', 'maximize').ariaLabel]).toEqual([[0, 0, 600, 400], 'Restore'])
  await userEvent.dblClick(bar('A'), { position: { x: 20, y: 10 } })
  expect([box('A'), button('A', 'maximize').ariaLabel]).toEqual([[10, 20, 200, 150], 'Maximize'])
})

test('maximised, a window fills the workspace, however it was scrolled', () => {
  const { send, box } = two()
  send(call(1, 'move_child', ref(2), 900, 20), call(1, 'set_scroll_position', 1, 0))
  send(call(-2, 'toggle_maximize'))
  expect(box('B')).toEqual([0, 0, 600, 400])
})

test('a maximised window fills the workspace again after one beyond its edge had the focus', () => {
  const { send, bar, box } = two()
  send(call(1, 'move_child', ref(3), 900, 40))
  send(call(-1, 'toggle_maximize'))
  bar('B').focus()
  expect(box('A')[0]).toBeLessThan(0)
  bar('A').focus()
  expect(box('A')).toEqual([0, 0, 600, 400])
})

test('windows are staggered, each as large as it is', () => {
  const { send, box } = two()
  send(call(-1, 'toggle_maximize'), call(1, 'cascade_windows'))
  expect([box('A'), box('B')]).toEqual([
    [0, 0, 200, 150],
    [32, 32, 200, 150],
  ])
})

test('windows are put side by side, but for those that are put aside', () => {
  const { send, box, add, element } = two()
  add(4, 'C')
  send(call(-1, 'toggle_shade'), call(-3, 'toggle_minimize'), call(1, 'tile_windows'))
  const height = box('A')[3]!
  expect([box('A'), box('B')]).toEqual([
    [4, 4, 294, height],
    [302, 4, 294, height],
  ])
  const desk = element.querySelector('.tw-mdi-desk')!
  expect(height).toBe(desk.clientHeight - 8)
  expect([desk.scrollWidth, desk.scrollHeight]).toEqual([desk.clientWidth, desk.clientHeight])
})

test('the workspace scrolls where windows reach beyond it, and tells it', async () => {
  const { send, sent, ask } = two()
  send(...actions.map((action) => unlisten(1, action)), listen(1, 'scrolled'))
  send(call(1, 'move_child', ref(2), 1000, 20), call(1, 'set_scroll_position', 0.5, 0))
  expect(ask(1, 'get_scroll_position')).toEqual([0.5, 0])
  await vi.waitFor(() => expect(sent()).toEqual([callback(1, 'scrolled', 0.5, 0)]))
})

test('the Tab key goes through the windows in their order', async () => {
  const { bar, button } = two()
  bar('A').focus()
  const stops = ['shade', 'minimize', 'maximize', 'close']
  for (const stop of stops) {
    await userEvent.tab()
    expect(document.activeElement).toBe(button('A', stop))
  }
  await userEvent.tab()
  expect(document.activeElement).toBe(bar('B'))
})

test.each([
  ['{PageDown}', 'B'],
  ['{PageUp}', 'B'],
  ['{PageDown}{PageDown}', 'A'],
  ['{Control>}{F6}{/Control}', 'B'],
  ['{Control>}{Shift>}{F6}{F6}{/Shift}{/Control}', 'A'],
])('on a title bar, %s goes to window %s', async (keys, title) => {
  const { bar, front } = two()
  bar('A').focus()
  await userEvent.keyboard(keys)
  expect([document.activeElement, front()]).toEqual([bar(title), title])
})

test('Ctrl+F6 goes on from anywhere in a window, and passes by those put aside', async () => {
  const { send, bar, widget } = two()
  send(create(5, 'TextEntry'), call(1, 'add_widget', ref(5), { title: 'C' }))
  send(call(-2, 'toggle_minimize'))
  widget(5).element.querySelector('input')!.focus()
  await userEvent.keyboard('{Control>}{F6}{/Control}')
  expect(document.activeElement).toBe(bar('A'))
  await userEvent.keyboard('{Control>}{F6}{/Control}')
  expect(document.activeElement).toBe(bar('C'))
})

test('where text runs from the right, windows stand where they did, and read from the right', () => {
  const { root, box, window } = two()
  root.dir = 'rtl'
  expect([box('A').slice(0, 2), getComputedStyle(window('A')).direction]).toEqual([[10, 20], 'rtl'])
})

test('its windows have names, and axe has nothing to say', async () => {
  const here = two()
  here.send(call(-1, 'toggle_minimize'), call(1, 'set_label', 'Desk'))
  expect(here.windows().map(({ role, ariaLabel }) => `${role} ${ariaLabel}`)).toEqual([
    'dialog A',
    'dialog B',
  ])
  await expectAccessible(here)
})

test.each<[string, Json[], string]>([
  [
    'add_widget',
    [ref(2), { width: 'wide' }],
    'MDIWidget.add_widget needs "options" to be MDIOptions',
  ],
  ['move_child', [ref(2), 1], 'MDIWidget.move_child needs "y" to be number, got nothing'],
  ['add_widget', [ref(1)], 'MDIWidget #1 cannot take #1, which it stands in'],
])('%s with %j is refused', (method, args, reason) => {
  const { ask, box } = two()
  expect(() => ask(1, method, ...args)).toThrow(reason)
  expect(box('A')).toEqual([10, 20, 200, 150])
})
