import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, callback, create, listen, page } from '../harness.ts'

function button(...args: Json[]) {
  const here = page()
  here.send(create(1, 'Button', ...args), listen(1, 'activated'))
  const element = here.widget(1).element as HTMLButtonElement
  here.root.append(element)
  return { ...here, element }
}

test('a click, Enter and Space are reported', async () => {
  const { element, sent } = button('Save')
  await userEvent.click(element)
  await userEvent.keyboard('{Enter}')
  await userEvent.keyboard(' ')
  expect(sent()).toEqual([
    callback(1, 'activated'),
    callback(1, 'activated'),
    callback(1, 'activated'),
  ])
})

test('it is a native button that submits nothing', () => {
  const { element } = button('Save')
  expect([element.tagName, element.type]).toEqual(['BUTTON', 'button'])
})

test('markup in its text is text', () => {
  const { element, ask } = button('<b>Save</b>')
  expect(element.textContent).toBe('<b>Save</b>')
  expect(ask(1, 'get_text')).toBe('<b>Save</b>')
  expect(element.querySelector('b')).toBeNull()
})

test('an icon stands in front of the text until it is removed', () => {
  const { element, send, ask } = button('Save')
  const url = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='
  send(call(1, 'set_icon', url, [24, 20]))
  const icon = element.firstElementChild as HTMLImageElement
  expect([icon.src, icon.alt, icon.style.width, icon.style.height]).toEqual([
    url,
    '',
    '24px',
    '20px',
  ])
  expect(ask(1, 'get_icon')).toBe(url)
  send(call(1, 'set_icon', '', null))
  expect(element.querySelector('img')).toBeNull()
  expect(ask(1, 'get_icon')).toBeNull()
})

test('null leaves a colour, empty gives it back to the theme', () => {
  const { element, send } = button('Save')
  send(call(1, 'set_color', 'rgb(1, 2, 3)', 'rgb(4, 5, 6)'), call(1, 'set_color', null, ''))
  expect([element.style.backgroundColor, element.style.color]).toEqual(['rgb(1, 2, 3)', ''])
})

test('its hover colours win over its own, and only while the mouse is there', async () => {
  const { element, send } = button('Save')
  send(call(1, 'set_color', 'rgb(1, 2, 3)'), call(1, 'set_hover', 'rgb(9, 9, 9)', 'rgb(8, 8, 8)'))
  const look = () => [getComputedStyle(element).backgroundColor, getComputedStyle(element).color]
  expect(look()[0]).toBe('rgb(1, 2, 3)')
  await userEvent.hover(element)
  expect(look()).toEqual(['rgb(9, 9, 9)', 'rgb(8, 8, 8)'])
  send(call(1, 'set_hover', null, null))
  expect(look()[0]).toBe('rgb(1, 2, 3)')
})

test('its variants look different', () => {
  const { element, send } = button('Save', { variant: 'primary' })
  const looks = new Set([getComputedStyle(element).backgroundColor])
  for (const variant of ['default', 'danger', 'quiet']) {
    send(call(1, 'set_variant', variant))
    looks.add(getComputedStyle(element).backgroundColor)
  }
  expect(looks.size).toBe(4)
})
