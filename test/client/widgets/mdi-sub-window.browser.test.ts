import { beforeAll, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, callback, create, listen, named, page, ready, ref, unlisten } from '../harness.ts'

beforeAll(() => ready('MDIWidget', 'MDISubWindow'))

/** A sub-window #2 at 40, 50, of 300 × 200 px, around a label #3, in a workspace #1 of 700 × 500 px. */
function subWindow(options: Json = { title: 'Tool' }, actions: readonly string[] = []) {
  const here = page()
  here.send(create(1, 'MDIWidget'), call(1, 'resize', 700, 500))
  here.root.append(here.widget(1).element)
  here.send(create(2, 'MDISubWindow', options), create(3, 'Label', 'In'))
  here.send(call(2, 'set_position', 40, 50), call(2, 'resize', 300, 200))
  here.send(call(2, 'set_widget', ref(3)), call(1, 'add_widget', ref(2)))
  here.send(...actions.map((action) => listen(2, action)))
  const { element } = here.widget(2)
  const bar = element.querySelector<HTMLElement>('.tw-title-bar')!
  const button = (does: string) => bar.querySelector<HTMLElement>(`[data-does=${does}]`)!
  const desk = element.parentElement!
  const box = () => {
    const [outer, inner] = [desk, element].map((one) => one.getBoundingClientRect())
    return [inner!.x - outer!.x, inner!.y - outer!.y, inner!.width, inner!.height]
  }
  return { ...here, element, bar, button, desk, box }
}

/** Drags from the middle of an element by so many px. */
async function dragBy(element: HTMLElement, desk: HTMLElement, x: number, y: number) {
  const [from, to] = [element, desk].map((one) => one.getBoundingClientRect())
  const sourcePosition = { x: Math.round(from!.width / 2), y: Math.round(from!.height / 2) }
  const targetPosition = {
    x: from!.x - to!.x + sourcePosition.x + x,
    y: from!.y - to!.y + sourcePosition.y + y,
  }
  await userEvent.dragAndDrop(element, desk, { sourcePosition, targetPosition, force: true })
}

test('it stands in its workspace as it is, with its child in it', () => {
  const { box, element, ask } = subWindow()
  expect([box(), element.ariaLabel, element.innerText.trim()]).toEqual([
    [40, 50, 300, 200],
    'Tool',
    expect.stringMatching(/^Tool\s+In$/),
  ])
  expect([ask(1, 'get_children'), ask(1, 'get_subwin', ref(2)), ask(2, 'get_child')]).toEqual([
    [named(2, 'MDISubWindow')],
    named(2, 'MDISubWindow'),
    named(3, 'Label'),
  ])
})

test('it is dragged by its title bar, and tells where it went', async () => {
  const { bar, desk, box, sent } = subWindow({ title: 'Tool' }, ['move'])
  await dragBy(bar, desk, 100, 80)
  expect([box(), sent()]).toEqual([[140, 130, 300, 200], [callback(2, 'move', 140, 130)]])
})

test('it cannot be dragged beyond the upper and left edges; beyond the others the workspace scrolls', async () => {
  const { bar, desk, box, sent } = subWindow({ title: 'Tool' }, ['move'])
  await dragBy(bar, desk, -100, -60)
  expect([box(), sent()]).toEqual([[0, 0, 300, 200], [callback(2, 'move', 0, 0)]])
  await dragBy(bar, desk, 500, 0)
  expect([box()[0], desk.scrollWidth >= 800]).toEqual([500, true])
})

test('dragged out of sight it stops while it can still be taken hold of', async () => {
  const { bar, box } = subWindow()
  const { x, y } = bar.getBoundingClientRect()
  const drag = (type: string, at: readonly [number, number]) =>
    bar.dispatchEvent(
      new PointerEvent(type, { isPrimary: true, clientX: at[0], clientY: at[1], bubbles: true }),
    )
  bar.setPointerCapture = () => undefined
  drag('pointerdown', [x + 100, y + 10])
  drag('pointermove', [x + 3000, y + 3000])
  drag('pointerup', [x + 3000, y + 3000])
  expect(box().slice(0, 2)).toEqual([700 - 32, 500 - 32])
})

test('a right click on its bar opens a menu of what can be done to it', async () => {
  const { root, bar, sent } = subWindow({ title: 'Tool' }, ['close', 'window-state'])
  const entries = () => [...root.querySelectorAll<HTMLElement>('.tw-menu-panel > button')]
  await userEvent.click(bar, { button: 'right', position: { x: 60, y: 10 } })
  await vi.waitFor(() =>
    expect(entries().map((one) => one.textContent)).toEqual([
      'Minimize',
      'Maximize',
      'Roll up',
      'Send to back',
      'Close',
    ]),
  )
  await userEvent.click(entries()[1]!)
  await userEvent.click(bar, { button: 'right', position: { x: 60, y: 10 } })
  await vi.waitFor(() => expect(entries()[0]!.textContent).toBe('Restore'))
  await userEvent.keyboard('{End}{Enter}')
  expect(sent()).toEqual([callback(2, 'window-state', 'maximized'), callback(2, 'close')])
})

test('minimised by its menu, the focus goes along to its bar below', async () => {
  const { root, bar } = subWindow()
  bar.focus()
  await userEvent.click(bar, { button: 'right', position: { x: 60, y: 10 } })
  const first = () => root.querySelector('.tw-menu-panel > button')
  await vi.waitFor(() => expect(first()).not.toBeNull())
  await userEvent.click(first()!)
  expect(document.activeElement).toBe(root.querySelector('.tw-mdi-bar'))
})

test('in a scrolled workspace it is dragged from where it is', async () => {
  const { bar, desk, send, sent } = subWindow({ title: 'Tool' }, ['move'])
  send(call(2, 'set_position', 500, 400), call(1, 'set_scroll_position', 1, 1))
  expect(desk.scrollLeft).toBeGreaterThan(90)
  await dragBy(bar, desk, -50, -30)
  expect(sent()).toEqual([callback(2, 'move', 450, 370)])
})

test.each([
  ['e', 30, 0, [40, 50, 330, 200]],
  ['s', 0, 30, [40, 50, 300, 230]],
  ['w', -30, 0, [10, 50, 330, 200]],
  ['n', 0, -30, [40, 20, 300, 230]],
  ['se', 30, 20, [40, 50, 330, 220]],
  ['nw', -30, -20, [10, 30, 330, 220]],
  ['ne', 30, -20, [40, 30, 330, 220]],
  ['sw', -30, 20, [10, 50, 330, 220]],
  ['nw', -60, -70, [0, 0, 340, 250]],
])('its %s edge is pulled by %d, %d', async (edge, x, y, wanted) => {
  const { element, desk, box, sent } = subWindow({ title: 'Tool' }, ['move', 'resize'])
  await vi.waitFor(() => expect(sent()).toHaveLength(1))
  await dragBy(element.querySelector<HTMLElement>(`[data-edge=${edge}]`)!, desk, x, y)
  expect(box()).toEqual(wanted)
  const [left, top, width, height] = wanted
  const moved = /[nw]/.test(edge) ? [callback(2, 'move', left!, top!)] : []
  await vi.waitFor(() =>
    expect(sent()).toEqual(
      expect.arrayContaining([callback(2, 'resize', { width: width!, height: height! }), ...moved]),
    ),
  )
})

test.each([
  ['{ArrowRight}{ArrowDown}{ArrowDown}', [50, 70, 300, 200], 'move'],
  ['{ArrowLeft}{ArrowUp}', [30, 40, 300, 200], 'move'],
  ['{Shift>}{ArrowRight}{ArrowUp}{/Shift}', [40, 50, 310, 190], undefined],
])('the keys %s move and size it', async (keys, wanted, action) => {
  const { bar, box, sent } = subWindow({ title: 'Tool' }, ['move'])
  bar.focus()
  await userEvent.keyboard(keys)
  expect(box()).toEqual(wanted)
  const last = sent().at(-1)
  expect(last).toEqual(action && callback(2, action, wanted[0]!, wanted[1]!))
})

test('one that is not resizable has no grips, and no keys that size it', async () => {
  const { element, bar, box } = subWindow({ title: 'Tool', resizable: false })
  expect(element.querySelector('.tw-grip')!.getClientRects()).toHaveLength(0)
  bar.focus()
  await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}')
  expect(box()).toEqual([40, 50, 300, 200])
})

test('its size is told at first and by calls, as its content box', async () => {
  const { send, sent } = subWindow({ title: 'Tool' }, ['resize', 'move'])
  const told = (width: number, height: number) =>
    vi.waitFor(() => expect(sent()).toEqual([callback(2, 'resize', { width, height })]))
  await told(300, 200)
  send(call(2, 'resize', 320, 180))
  await told(320, 180)
  send(call(2, 'resize', null, 150))
  await told(300, 150)
})

test('a size that it has for a while only is not told', async () => {
  const { send, sent, box } = subWindow({ title: 'Tool' }, ['resize'])
  await vi.waitFor(() => expect(sent()).toHaveLength(1))
  for (const state of ['maximized', 'shaded', 'minimized', 'normal']) {
    send(call(2, 'set_window_state', state))
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  }
  expect([sent(), box()]).toEqual([[], [40, 50, 300, 200]])
  send(unlisten(2, 'resize'), call(2, 'resize', 100, 100))
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  expect(sent()).toEqual([])
})

test.each<[string, string, (box: number[]) => boolean]>([
  ['maximized', 'toggle_maximize', (box) => box.join() === '0,0,700,500'],
  [
    'shaded',
    'toggle_shade',
    ([x, y, width, height]) => x === 40 && y === 50 && width === 300 && height! < 50,
  ],
  ['minimized', 'toggle_minimize', ([, , width]) => width === 0],
])('%s is told, and undone', (state, toggle, looks) => {
  const { send, sent, ask, box } = subWindow({ title: 'Tool' }, ['window-state'])
  send(call(2, 'set_window_state', state), call(2, 'set_window_state', state))
  expect([looks(box()), ask(2, 'get_window_state')]).toEqual([true, state])
  send(call(2, toggle))
  expect([box(), sent()]).toEqual([
    [40, 50, 300, 200],
    [callback(2, 'window-state', state), callback(2, 'window-state', 'normal')],
  ])
})

test('the buttons of the bar roll up, maximise, minimise and restore', async () => {
  const { button, sent, root } = subWindow({ title: 'Tool' }, ['window-state'])
  await userEvent.click(button('shade'))
  expect(button('shade').ariaLabel).toBe('Roll down')
  await userEvent.click(button('shade'))
  await userEvent.click(button('maximize'))
  expect(button('shade').hidden).toBe(true)
  await userEvent.click(button('minimize'))
  await userEvent.click(root.querySelector<HTMLElement>('.tw-mdi-bar')!)
  expect(sent()).toEqual(
    ['shaded', 'normal', 'maximized', 'minimized', 'normal'].map((state) =>
      callback(2, 'window-state', state),
    ),
  )
})

test('one that is not shadeable has no button for it', () => {
  expect(subWindow({ title: 'Tool', shadeable: false }).button('shade').hidden).toBe(true)
})

test('on the title bar, Enter maximises and restores', async () => {
  const { bar, ask } = subWindow()
  bar.focus()
  await userEvent.keyboard('{Enter}')
  expect(ask(2, 'get_window_state')).toBe('maximized')
  await userEvent.keyboard('{Enter}')
  expect(ask(2, 'get_window_state')).toBe('normal')
})

test('maximised, it is not dragged', async () => {
  const { bar, desk, send, box, sent } = subWindow({ title: 'Tool' }, ['move'])
  send(call(2, 'toggle_maximize'))
  await dragBy(bar, desk, 50, 50)
  expect([box(), sent()]).toEqual([[0, 0, 700, 500], []])
})

test('the close button and the Delete key ask, and it stays', async () => {
  const { send, sent, button, bar, element } = subWindow({ title: 'Tool' }, ['close'])
  send(listen(1, 'page-close'))
  await userEvent.click(button('close'))
  bar.focus()
  await userEvent.keyboard('{Delete}')
  const asked = [callback(2, 'close'), callback(1, 'page-close', named(2, 'MDISubWindow'))]
  expect([sent(), element.isConnected]).toEqual([[...asked, ...asked], true])
})

test('its close button is there only while somebody listens', async () => {
  const { send, button, bar, sent } = subWindow()
  expect(button('close').hidden).toBe(true)
  bar.focus()
  await userEvent.keyboard('{Delete}')
  send(listen(2, 'close'))
  expect([button('close').hidden, sent()]).toEqual([false, []])
  send(unlisten(2, 'close'))
  expect(button('close').hidden).toBe(true)
})

test('one that is not closable has none at all', () => {
  expect(subWindow({ title: 'Tool', closable: false }, ['close']).button('close').hidden).toBe(true)
})

test('close takes it out of its workspace without a question; it lives on', () => {
  const { send, sent, element, ask } = subWindow({ title: 'Tool' }, ['close'])
  send(listen(1, 'child-removed'), call(2, 'close'))
  expect([sent(), element.isConnected, ask(1, 'num_children')]).toEqual([
    [callback(1, 'child-removed', named(2, 'MDISubWindow'))],
    false,
    0,
  ])
  send(call(1, 'add_widget', ref(2)))
  expect(element.isConnected).toBe(true)
})

test('calls send it to the back and to the front', () => {
  const { send, ask, sent } = subWindow()
  send(create(4, 'MDISubWindow'), call(1, 'add_widget', ref(4)), listen(1, 'page-switch'))
  send(call(2, 'raise_'), call(2, 'lower'))
  expect([ask(1, 'get_index'), sent()]).toEqual([
    1,
    [2, 4].map((wid) => callback(1, 'page-switch', named(wid, 'MDISubWindow'))),
  ])
})

test('its title is text, set anew in its bar below too', () => {
  const { send, element, root } = subWindow()
  send(call(2, 'toggle_minimize'), call(2, 'set_title', '<i>x</i>'))
  expect([element.ariaLabel, root.querySelector<HTMLElement>('.tw-mdi-bar')!.innerText]).toEqual([
    '<i>x</i>',
    '<i>x</i>',
  ])
})

test('a label names it instead of its title', () => {
  const { send, element } = subWindow()
  send(call(2, 'set_label', 'Named'))
  expect(element.ariaLabel).toBe('Named')
  send(call(2, 'set_label', ''))
  expect(element.ariaLabel).toBe('Tool')
})

test('move is set_position, and neither is told', () => {
  const { send, sent, box } = subWindow({ title: 'Tool' }, ['move'])
  send(call(2, 'move', 70, 80))
  expect(box().slice(0, 2)).toEqual([70, 80])
  send(call(2, 'set_position', -70, -80))
  expect([box().slice(0, 2), sent()]).toEqual([[0, 0], []])
})

test('another child takes the place of the one before; it goes by a call', () => {
  const { send, ask, element, remote } = subWindow()
  send(create(5, 'Label', 'Other'), call(2, 'set_widget', ref(5)))
  expect([element.innerText, ask(2, 'get_child')]).toEqual([
    expect.stringContaining('Other'),
    named(5, 'Label'),
  ])
  send(call(2, 'remove_all', true))
  expect([ask(2, 'get_child'), remote.widget(5)]).toEqual([null, undefined])
})

test('when it ends, its child ends', () => {
  const { send, remote, ask } = subWindow()
  send(call(1, 'remove', ref(2), true))
  expect([remote.widget(2), remote.widget(3), ask(1, 'num_children')]).toEqual([
    undefined,
    undefined,
    0,
  ])
})

test('a state that there is not is refused', () => {
  const { ask } = subWindow()
  expect(() => ask(2, 'set_window_state', 'huge')).toThrow(
    'MDISubWindow.set_window_state needs "state" to be WindowState, got "huge"',
  )
})
