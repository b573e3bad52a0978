import { expect, test } from 'vitest'
import { call, create, page, ref } from '../harness.ts'

test('it is on the page only while it is shown', () => {
  const { send, root, ask } = page()
  send(create(1, 'Page'))
  expect([root.children.length, ask(1, 'is_visible')]).toEqual([0, false])
  send(call(1, 'show'), call(1, 'show'))
  expect([root.children.length, ask(1, 'is_visible')]).toEqual([1, true])
  send(call(1, 'hide'), call(1, 'hide'))
  expect([root.children.length, ask(1, 'is_visible')]).toEqual([0, false])
})

test('it is the main part, as high as the window and as high as its child', () => {
  const { send, widget, ask } = page()
  send(create(1, 'Page'), create(2, 'Label'), call(1, 'set_widget', ref(2)), call(1, 'show'))
  expect([widget(1).element.tagName, ask(1, 'get_size')]).toEqual([
    'MAIN',
    [document.body.clientWidth, window.innerHeight],
  ])
  expect(widget(2).element.offsetHeight).toBe(window.innerHeight)
  send(call(2, 'resize', null, 3000))
  expect((ask(1, 'get_size') as number[])[1]).toBe(3000)
})

test('its theme is that of the whole page until it ends', () => {
  const { send, root } = page()
  send(create(1, 'Page', { theme: 'dark' }))
  expect([root.dataset['theme'], getComputedStyle(root).colorScheme]).toEqual(['dark', 'dark'])
  send(call(1, 'set_theme', 'light'))
  expect([root.dataset['theme'], getComputedStyle(root).colorScheme]).toEqual(['light', 'light'])
  send(call(1, 'set_theme', 'system'))
  expect([root.dataset['theme'], getComputedStyle(root).colorScheme]).toEqual([
    undefined,
    'light dark',
  ])
  send(call(1, 'set_theme', 'dark'), call(1, 'destroy'))
  expect(root.dataset['theme']).toBeUndefined()
})

test('what was there before a window has chosen is there again when it ends', () => {
  const { send, root } = page()
  root.dataset['theme'] = 'dark'
  root.dir = 'rtl'
  send(create(1, 'Page', { theme: 'light', direction: 'ltr' }), call(1, 'set_theme', 'dark'))
  expect([root.dataset['theme'], root.dir]).toEqual(['dark', 'ltr'])
  send(call(1, 'set_theme', 'light'), call(1, 'destroy'))
  expect([root.dataset['theme'], root.dir]).toEqual(['dark', 'rtl'])
})

test('a window that says nothing of the theme leaves that of the others', () => {
  const { send, root } = page()
  send(create(1, 'Page', { theme: 'dark' }), create(2, 'TopLevel'), call(2, 'destroy'))
  expect(root.dataset['theme']).toBe('dark')
})

test('its density and its direction are those of the whole page until it ends', () => {
  const { send, root } = page()
  send(create(1, 'Page', { density: 'compact', direction: 'rtl' }))
  expect([root.dataset['density'], getComputedStyle(root).direction]).toEqual(['compact', 'rtl'])
  send(call(1, 'set_density', 'comfortable'), call(1, 'set_direction', 'ltr'))
  expect([root.dataset['density'], root.dir]).toEqual([undefined, 'ltr'])
  send(call(1, 'set_direction', 'auto'), call(1, 'set_density', 'compact'))
  expect([root.dataset['density'], root.dir]).toEqual(['compact', ''])
  send(call(1, 'set_direction', 'rtl'), call(1, 'destroy'))
  expect([root.dataset['density'], root.dir]).toEqual([undefined, ''])
})

test('controls are lower where the page is compact, and no target is below 24 px', () => {
  const { send, widget } = page()
  const height = () => widget(2).element.offsetHeight
  send(create(1, 'Page'), create(2, 'Button', 'Go'), call(1, 'set_widget', ref(2)), call(1, 'show'))
  const comfortable = height()
  send(call(1, 'set_density', 'compact'))
  expect([comfortable, height()]).toEqual([30, 24])
})

test('one that fits is as high as the window whatever is in it', () => {
  const { send, ask } = page()
  send(create(1, 'Page', { fit: true }), create(2, 'Label'), call(2, 'resize', null, 3000))
  send(call(1, 'set_widget', ref(2)), call(1, 'show'))
  expect((ask(1, 'get_size') as number[])[1]).toBe(window.innerHeight)
  send(call(1, 'set_fit', false))
  expect((ask(1, 'get_size') as number[])[1]).toBe(3000)
})
