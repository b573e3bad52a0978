import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, create, listen, page, ready, ref } from '../harness.ts'

function label(...args: Json[]) {
  const here = page()
  here.send(create(1, 'Label', ...args))
  const { element } = here.widget(1)
  here.root.append(element)
  return { ...here, element }
}

test('markup is text, and lines are kept', () => {
  const { element, ask } = label('<img src=x onerror=alert(1)>\nsecond')
  expect([element.children.length, ask(1, 'get_text')]).toEqual([
    0,
    '<img src=x onerror=alert(1)>\nsecond',
  ])
  expect(element.offsetHeight).toBeGreaterThan(30)
})

test('an empty one is as high as one with a word', () => {
  const { element, send } = label(null)
  const height = element.offsetHeight
  send(call(1, 'set_text', 'word'))
  expect([element.offsetHeight, height]).toEqual([height, height])
  expect(height).toBeGreaterThan(10)
})

test.each([
  ['title', 'heading', '1'],
  ['heading', 'heading', '2'],
  ['body', null, null],
  ['caption', null, null],
])('variant %s has role %s and level %s', (variant, role, level) => {
  const { element, send } = label('Text', { variant })
  expect([element.role, element.ariaLevel]).toEqual([role, level])
  send(call(1, 'set_variant', 'body'))
  expect([element.role, element.ariaLevel]).toEqual([null, null])
})

test('variants and tones look different', () => {
  const { element, send } = label('Text')
  const looks = (method: string, values: readonly string[]) =>
    new Set(
      values.map((value) => {
        send(call(1, method, value))
        const { color, fontSize, fontFamily, fontWeight } = getComputedStyle(element)
        return [color, fontSize, fontFamily, fontWeight].join()
      }),
    ).size
  expect(looks('set_variant', ['body', 'title', 'heading', 'caption', 'figure', 'code'])).toBe(6)
  send(call(1, 'set_variant', 'body'))
  expect(looks('set_tone', ['normal', 'muted', 'accent', 'success', 'warning', 'danger'])).toBe(6)
})

test('it is aligned across and down', () => {
  const { element, send } = label('Text', { halign: 'right' })
  send(call(1, 'resize', 200, 100), call(1, 'set_valign', 'bottom'))
  const { textAlign, alignContent } = getComputedStyle(element)
  expect([textAlign, alignContent]).toEqual(['end', 'end'])
})

test('its colours can be set and given back', () => {
  const { element, send } = label('Text')
  send(call(1, 'set_color', 'red', 'blue'), call(1, 'set_color', '', null))
  expect([element.style.background, element.style.color]).toEqual(['', 'blue'])
})

test('an interactive one reports pointer, keys and focus', async () => {
  const { element, send, sent } = label('Text', { interactive: true })
  const actions = [
    'pointer-down',
    'pointer-up',
    'click',
    'dblclick',
    'key-down',
    'key-up',
    'focus-in',
    'focus-out',
    'contextmenu',
    'enter',
  ]
  send(...actions.map((action) => listen(1, action)))
  await userEvent.hover(element)
  await userEvent.dblClick(element)
  await userEvent.keyboard('a')
  element.blur()
  await userEvent.click(element, { button: 'right' })
  const messages = sent().filter((message) => message.type === 'callback')
  expect(new Set(messages.map(({ action }) => action))).toEqual(new Set(actions))
  expect(messages.find(({ action }) => action === 'pointer-down')?.args).toEqual([
    {
      type: 'pointerdown',
      time_stamp: expect.any(Number),
      viewport_x: expect.any(Number),
      viewport_y: expect.any(Number),
      x: expect.any(Number),
      y: expect.any(Number),
      button_trigger: 1,
      button_mask: 1,
      modifiers: [],
      pointer_id: expect.any(Number),
      pointer_type: 'mouse',
      pressure: 0.5,
      is_primary: true,
    },
  ])
  expect(messages.find(({ action }) => action === 'key-down')?.args).toMatchObject([
    { type: 'keydown', key: 'a', keycode: 'KeyA', modifiers: [] },
  ])
  expect(messages.find(({ action }) => action === 'contextmenu')?.args).toMatchObject([
    { button_trigger: 3 },
  ])
})

test('the masks of the buttons are 1 left, 2 middle, 4 right', () => {
  const { element, send, sent } = label('Text', { interactive: true })
  send(listen(1, 'pointer-move'))
  for (const buttons of [0, 1, 2, 4, 7]) {
    element.dispatchEvent(new PointerEvent('pointermove', { buttons, shiftKey: true }))
    // A move waits for the next frame of the screen, or for what follows it.
    element.dispatchEvent(new PointerEvent('pointerup'))
  }
  expect(sent()).toMatchObject(
    [0, 1, 4, 2, 7].map((button_mask) => ({
      args: [{ button_mask, button_trigger: 0, modifiers: ['shift'] }],
    })),
  )
})

test('one that is not interactive reports nothing and is no stop of the Tab key', async () => {
  const { element, send, sent } = label('Text')
  send(listen(1, 'click'))
  await userEvent.click(element)
  expect([sent(), element.tabIndex]).toEqual([[], -1])
})

test('without its menu it is no stop of the Tab key any more', async () => {
  await ready('Menu')
  const { element, send } = label('Text')
  send(create(2, 'Menu'), call(1, 'set_menu', ref(2)))
  expect([element.role, element.tabIndex]).toEqual(['button', 0])
  send(call(1, 'set_menu', null))
  expect([element.role, element.hasAttribute('tabindex')]).toEqual([null, false])
})
