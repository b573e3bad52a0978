import { expect, test } from 'vitest'
import { call, create, named, page, ref } from '../harness.ts'

function frame(title = 'Details') {
  const here = page()
  here.send(create(1, 'Frame', { title }), create(2, 'Label', 'In'), create(3, 'Label', 'Other'))
  here.send(call(1, 'set_widget', ref(2)))
  const { element } = here.widget(1)
  here.root.append(element)
  return { ...here, element }
}

test('its title is text, and names the group', () => {
  const { element, send, ask } = frame('<b>')
  expect([element.role, element.ariaLabel, element.innerText]).toEqual(['group', '<b>', '<b>\nIn'])
  send(call(1, 'set_text', 'New'))
  expect([element.ariaLabel, ask(1, 'get_text')]).toEqual(['New', 'New'])
})

test('without a title there is no line for it', () => {
  const { element, send } = frame()
  const height = element.offsetHeight
  send(call(1, 'set_title', ''))
  expect(element.offsetHeight).toBeLessThan(height - 15)
  expect(element.ariaLabel).toBeNull()
})

test('another child takes the place of the first, which lives on', () => {
  const { send, ask, element, remote } = frame()
  send(call(1, 'set_widget', ref(3)))
  expect([ask(1, 'get_children'), element.innerText]).toEqual([
    [named(3, 'Label')],
    'Details\nOther',
  ])
  expect(remote.widget(2)).toBeDefined()
})

test('its padding is around the child, not around the title', () => {
  const { send, widget, element } = frame('')
  send(call(1, 'set_padding', [20, 10, 0, 0]))
  const [inner, outer] = [widget(2).element, element].map((one) => one.getBoundingClientRect())
  expect([inner!.x - outer!.x, inner!.y - outer!.y]).toEqual([21, 11])
})

test('its child fills it', () => {
  const { send, widget } = frame('')
  send(call(1, 'resize', 200, 100), call(1, 'set_padding', [1, 1, 1, 1]))
  expect([widget(2).element.offsetWidth, widget(2).element.offsetHeight]).toEqual([196, 96])
})
