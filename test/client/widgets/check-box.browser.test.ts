import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { call, callback, create, listen, page } from '../harness.ts'

function box() {
  const here = page()
  here.send(create(1, 'CheckBox', 'Follow'), listen(1, 'activated'))
  const { element } = here.widget(1)
  here.root.append(element)
  return { ...here, element, input: element.querySelector('input')! }
}

test('a click on the box, a click on its label and Space are reported', async () => {
  const { input, element, sent } = box()
  await userEvent.click(input)
  await userEvent.click(element.querySelector('span')!)
  await userEvent.keyboard(' ')
  expect(sent()).toEqual([true, false, true].map((state) => callback(1, 'activated', state)))
})

test('a call changes it silently', () => {
  const { send, sent, ask, input } = box()
  send(call(1, 'set_state', true))
  expect([ask(1, 'get_state'), input.checked, sent()]).toEqual([true, true, []])
})

test('its label is its accessible name', () => {
  const { send, input } = box()
  expect(input.labels?.[0]?.textContent).toBe('Follow')
  send(call(1, 'set_text', '<i>'))
  expect(input.labels?.[0]?.textContent).toBe('<i>')
})

test('disabled it cannot be ticked', async () => {
  const { send, sent, element } = box()
  send(call(1, 'set_enabled', false))
  await userEvent.click(element, { force: true })
  expect(sent()).toEqual([])
})

test.each(['light', 'dark'])('in the %s an empty box is as the field beside it', (theme) => {
  const { root, input } = box()
  root.dataset['theme'] = theme
  const surface = document.createElement('div')
  surface.className = 'tw-field-box'
  root.append(surface)
  const look = (element: Element) => {
    const { backgroundColor, borderColor } = getComputedStyle(element)
    return [backgroundColor, borderColor]
  }
  expect(look(input)).toEqual(look(surface))
})

test('the focus goes to the box', () => {
  const { send, input } = box()
  send(call(1, 'set_focus'))
  expect(document.activeElement).toBe(input)
})
