// What all widgets have from their base, shown on labels and buttons.

import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, callback, create, listen, page, unlisten } from '../harness.ts'

function label(text = 'Text') {
  const here = page()
  here.send(create(1, 'Label', text))
  const { element } = here.widget(1)
  here.root.append(element)
  return {
    ...here,
    element,
    set: (method: string, ...args: Json[]) => here.ask(1, method, ...args),
  }
}

test.each<[string, Json[], Record<string, string>, Json[], Record<string, string>]>([
  [
    'set_bg',
    ['rgb(1, 2, 3)'],
    { backgroundColor: 'rgb(1, 2, 3)' },
    [null],
    { backgroundColor: 'rgba(0, 0, 0, 0)' },
  ],
  [
    'set_min_size',
    [50, 60],
    { minWidth: '50px', minHeight: '60px' },
    [null, null],
    { minWidth: '0px', minHeight: '0px' },
  ],
  [
    'set_max_size',
    [50, null],
    { maxWidth: '50px', maxHeight: 'none' },
    [null, null],
    { maxWidth: '100%' },
  ],
  ['resize', [120, 40], { width: '120px', height: '40px' }, [null, 30], { height: '30px' }],
  ['set_padding', [7], { padding: '7px' }, [0], { padding: '0px' }],
  ['set_padding', [[1, 2, 3, 4]], { padding: '2px 3px 4px 1px' }, [0], { padding: '0px' }],
  [
    'set_font',
    ['Georgia', 12, 'bold', 'italic'],
    { fontFamily: 'Georgia', fontSize: '16px', fontWeight: '700', fontStyle: 'italic' },
    ['', null, null, null],
    { fontSize: '13px', fontWeight: '400', fontStyle: 'normal' },
  ],
  ['set_cursor', ['crosshair'], { cursor: 'crosshair' }, [null], { cursor: 'auto' }],
  [
    'set_border_width',
    [3],
    { borderWidth: '3px', borderStyle: 'solid' },
    [0],
    { borderWidth: '0px', borderStyle: 'none' },
  ],
  ['set_allow_text_selection', [true], { userSelect: 'text' }, [false], { userSelect: 'none' }],
])('%s(%j) is seen, and %j undoes it', (method, args, look, undo, plain) => {
  const { element, set } = label()
  set(method, ...args)
  expect(getComputedStyle(element)).toMatchObject(look)
  set(method, ...undo)
  expect(getComputedStyle(element)).toMatchObject(plain)
})

test('a border has the colour that is set', () => {
  const { element, set } = label()
  set('set_border_width', 1)
  set('set_border_color', 'rgb(9, 8, 7)')
  expect(getComputedStyle(element).borderTopColor).toBe('rgb(9, 8, 7)')
})

test('it says its size and position', () => {
  const { set } = label()
  set('resize', 120, 40)
  expect(set('get_size')).toEqual([120, 40])
  expect(set('get_position')).toEqual([expect.any(Number), expect.any(Number)])
})

test('hidden it takes no room, and shown it does again', () => {
  const { element, set } = label()
  set('hide')
  expect([set('is_visible'), element.getClientRects().length]).toEqual([false, 0])
  set('show')
  expect([set('is_visible'), element.getClientRects().length]).toEqual([true, 1])
})

test('it keeps what it was told', () => {
  const { set } = label()
  set('set_tooltip', 'a hint')
  set('set_expanding', true)
  expect([
    set('get_tooltip'),
    set('get_expanding'),
    set('is_container'),
    set('get_enabled'),
  ]).toEqual(['a hint', { horizontal: true, vertical: false }, false, true])
  set('set_tooltip', null)
  expect(set('get_tooltip')).toBe('')
})

test('a label is the accessible name, empty takes it away', () => {
  const { element, set } = label()
  set('set_label', 'Name')
  expect(element.getAttribute('aria-label')).toBe('Name')
  expect(element.role).toBe('group')
  set('set_label', '')
  expect(element.hasAttribute('aria-label')).toBe(false)
})

test('what is disabled cannot be clicked', () => {
  const { send, sent, widget, root } = page()
  send(create(1, 'Button', 'Save'), listen(1, 'activated'), call(1, 'set_enabled', false))
  root.append(widget(1).element)
  widget(1).element.click()
  send(call(1, 'set_enabled', true))
  widget(1).element.click()
  expect(sent()).toEqual([callback(1, 'activated')])
})

test('what is disabled while it has the focus has it again with the next chance, if nobody else has', async () => {
  const { send, widget, root } = page()
  send(create(1, 'Button', 'Save'), create(2, 'Button', 'Other'))
  root.append(widget(1).element, widget(2).element)
  const disable = async () => {
    widget(1).element.focus()
    send(call(1, 'set_enabled', false), call(1, 'set_enabled', false))
    await vi.waitFor(() => expect(document.activeElement).toBe(document.body))
  }
  await disable()
  send(call(1, 'set_enabled', true))
  expect(document.activeElement).toBe(widget(1).element)
  await disable()
  widget(2).element.focus()
  send(call(1, 'set_enabled', true))
  expect(document.activeElement).toBe(widget(2).element)
  await disable()
  widget(2).element.focus()
  widget(2).element.blur()
  send(call(1, 'set_enabled', true))
  expect(document.activeElement).toBe(document.body)
})

test('what has the focus again does not scroll the page to itself', async () => {
  const { send, widget, root } = page()
  send(create(1, 'Button', 'Save'))
  root.style.height = '9000px'
  root.append(widget(1).element)
  widget(1).element.focus()
  send(call(1, 'set_enabled', false))
  await vi.waitFor(() => expect(document.activeElement).toBe(document.body))
  window.scrollTo(0, 5000)
  const before = window.scrollY
  send(call(1, 'set_enabled', true))
  expect(document.activeElement).toBe(widget(1).element)
  expect([window.scrollY, before > 0]).toEqual([before, true])
})

test('a disabled container makes all in it inert', () => {
  const { send, widget } = page()
  send(create(1, 'VBox'), call(1, 'set_enabled', false))
  expect(widget(1).element.inert).toBe(true)
})

test('anything can have the focus', () => {
  const { element, set } = label()
  set('set_focus')
  expect(document.activeElement).toBe(element)
})

test('a cursor of its own is used by its name, also when it is made after it was asked for', () => {
  const { element, set } = label()
  set('set_cursor', 'dot')
  set('add_cursor', 'dot', 'data:image/gif;base64,R0lGODlhAQABAAAAACw=', 3, 4)
  expect(element.style.cursor).toBe('url("data:image/gif;base64,R0lGODlhAQABAAAAACw=") 3 4, auto')
})

test('of two pictures of one name the later one is the cursor, however long the first one takes', async () => {
  const { element, set } = label()
  const first = 'data:image/gif;base64,R0lGODlhAQABAIAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=='
  set('set_cursor', 'dot')
  set('add_cursor', 'other', first, 0, 0, [8, 8])
  set('add_cursor', 'dot', first, 0, 0, [8, 8])
  set('add_cursor', 'dot', 'data:image/gif;base64,R0lGODlhAQABAAAAACw=', 3, 4)
  const later = element.style.cursor
  set('set_cursor', 'other')
  await vi.waitFor(() => expect(element.style.cursor).toContain('image/png'))
  set('set_cursor', 'dot')
  expect(element.style.cursor).toBe(later)
})

test('resize tells nothing before there is a box', async () => {
  const { send, sent, widget, root } = page()
  send(create(1, 'Label', 'Text'), listen(1, 'resize'))
  const frames = async () => {
    for (let at = 0; at < 3; at++) await new Promise(requestAnimationFrame)
  }
  await frames()
  expect(sent()).toEqual([])
  root.append(widget(1).element)
  await frames()
  expect(sent()).toHaveLength(1)
})

test('resize tells the content box, at first and when it changes, and not when it is not listened to', async () => {
  const { send, sent, set } = label()
  set('resize', 100, 50)
  set('set_padding', 5)
  send(listen(1, 'resize'))
  await vi.waitFor(() => expect(sent()).toEqual([callback(1, 'resize', { width: 90, height: 40 })]))
  set('resize', 110, 50)
  await vi.waitFor(() =>
    expect(sent()).toEqual([callback(1, 'resize', { width: 100, height: 40 })]),
  )
  send(unlisten(1, 'resize'))
  set('resize', 200, 50)
  await frames(2)
  expect(sent()).toEqual([])
})

test('map tells where it came into sight, each time', async () => {
  const { send, sent, set, element, root } = label()
  set('resize', 100, 50)
  const box = element.getBoundingClientRect()
  const there = {
    x: 0,
    y: 0,
    viewport_x: Math.round(box.x),
    viewport_y: Math.round(box.y),
    width: 100,
    height: 50,
  }
  send(listen(1, 'map'))
  expect(sent()).toEqual([callback(1, 'map', there)])
  root.hidden = true
  await frames(2)
  root.hidden = false
  await vi.waitFor(() => expect(sent()).toEqual([callback(1, 'map', there)]))
})

test('map waits while it is out of sight', async () => {
  const { send, sent, root, element } = label()
  root.hidden = true
  send(listen(1, 'map'))
  await frames(2)
  expect(sent()).toEqual([])
  root.hidden = false
  await vi.waitFor(() => expect(sent()).toHaveLength(1))
  expect(element.isConnected).toBe(true)
})

test('text that is dropped is told at once', () => {
  const { send, sent, element } = label()
  send(listen(1, 'drop-start'), listen(1, 'drop-end'))
  drop(element, { 'text/plain': 'https://example.org/a' })
  expect(sent()).toMatchObject(
    ['drop-start', 'drop-end'].map((action) => ({
      action,
      args: [
        {
          type: 'drop',
          types: ['text/plain'],
          text: 'https://example.org/a',
          url: 'https://example.org/a',
          html: null,
          files: [],
          modifiers: [],
        },
      ],
    })),
  )
})

test('nothing can be dropped before somebody listens, or after', () => {
  const { send, sent, element } = label()
  expect(drop(element, { 'text/plain': 'a' })).toBe(true)
  send(listen(1, 'drop-start'), listen(1, 'drag-over'), unlisten(1, 'drop-start'))
  expect(drop(element, { 'text/plain': 'a' })).toBe(false)
  send(unlisten(1, 'drag-over'))
  expect(drop(element, { 'text/plain': 'a' })).toBe(true)
  expect(sent()).toEqual([])
})

test('dragging over it tells what is offered', () => {
  const { send, sent, element } = label()
  send(listen(1, 'drag-over'))
  const data = new DataTransfer()
  data.setData('text/html', '<b>a</b>')
  const drag = (type: string, clientX: number) => {
    const options = { dataTransfer: data, clientX, cancelable: true, bubbles: true }
    return element.dispatchEvent(new DragEvent(type, options))
  }
  drag('dragover', 5)
  const over = { action: 'drag-over', args: [{ type: 'dragover', types: ['text/html'] }] }
  expect(sent()).toMatchObject([over])
  expect([drag('dragover', 5), sent()]).toEqual([false, []])
  drag('dragover', 6)
  drag('dragleave', 6)
  drag('dragover', 6)
  expect(sent()).toMatchObject([over, over])
})

test('where something can be dropped is seen while it is over it', () => {
  const { send, element } = label()
  send(listen(1, 'drop-end'))
  const inner = element.appendChild(document.createElement('i'))
  const seen = (type: string, target: Element, relatedTarget: Element | null = null) => {
    const dataTransfer = new DataTransfer()
    target.dispatchEvent(new DragEvent(type, { bubbles: true, dataTransfer, relatedTarget }))
    return getComputedStyle(element).outlineStyle
  }
  expect([
    seen('dragover', element),
    seen('dragleave', element, inner),
    seen('dragleave', inner),
    seen('dragover', inner),
    seen('drop', inner),
  ]).toEqual(['dashed', 'dashed', 'none', 'dashed', 'none'])
})

test('Tab goes from one control to the next in the order of the page', async () => {
  const { send, widget, root } = page()
  send(create(1, 'Button', 'One'), create(2, 'CheckBox', 'Two'))
  root.append(widget(1).element, widget(2).element)
  await userEvent.tab()
  expect(document.activeElement).toBe(widget(1).element)
  await userEvent.tab()
  expect(widget(2).element.contains(document.activeElement)).toBe(true)
})

/** Whether the browser would have taken the drop itself. */
function drop(element: Element, texts: Readonly<Record<string, string>>): boolean {
  const data = new DataTransfer()
  for (const [type, text] of Object.entries(texts)) data.setData(type, text)
  return element.dispatchEvent(
    new DragEvent('drop', { dataTransfer: data, cancelable: true, bubbles: true }),
  )
}

async function frames(count: number): Promise<void> {
  for (let at = 0; at < count; at++) await new Promise(requestAnimationFrame)
}
