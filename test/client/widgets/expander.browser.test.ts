import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, callback, create, listen, page, ref } from '../harness.ts'

function expander(options: Json = { title: 'More' }) {
  const here = page()
  here.send(create(1, 'Expander', options), listen(1, 'toggled'), create(2, 'Button', 'In'))
  here.send(call(1, 'set_widget', ref(2)))
  const { element } = here.widget(1)
  here.root.append(element)
  const isShown = () => here.widget(2).element.getClientRects().length > 0
  return { ...here, element, header: element.querySelector('button')!, isShown }
}

test('it starts folded, and its title says so', () => {
  const { header, isShown, ask } = expander()
  expect([header.textContent, header.ariaExpanded, isShown(), ask(1, 'get_collapsed')]).toEqual([
    'More',
    'false',
    false,
    true,
  ])
})

test('a click on the title, and Space, fold and open it', async () => {
  const { header, isShown, sent } = expander()
  await userEvent.click(header)
  expect([isShown(), header.ariaExpanded]).toEqual([true, 'true'])
  await userEvent.keyboard(' ')
  expect([isShown(), header.ariaExpanded]).toEqual([false, 'false'])
  expect(sent()).toEqual([callback(1, 'toggled', false), callback(1, 'toggled', true)])
})

test('what is folded is no stop of the Tab key', async () => {
  const { header } = expander()
  await userEvent.tab()
  expect(document.activeElement).toBe(header)
  await userEvent.tab()
  expect(document.activeElement).not.toBe(header)
  expect(document.activeElement?.textContent).not.toBe('In')
})

test('calls report only what changes', () => {
  const { send, sent } = expander()
  send(call(1, 'set_collapsed', true), call(1, 'set_collapsed', false), call(1, 'toggleContent'))
  expect(sent()).toEqual([callback(1, 'toggled', false), callback(1, 'toggled', true)])
})

test('one that cannot fold is always open', async () => {
  const { header, send, sent, isShown } = expander({ title: 'Fixed', collapsible: false })
  await userEvent.click(header, { force: true })
  send(call(1, 'set_collapsed', true), call(1, 'toggleContent'))
  expect([isShown(), sent(), header.disabled]).toEqual([true, [], true])
})

test('its title, its colour and its shadow can be chosen', () => {
  const { header, element, send } = expander({ title: 'A', bg_color: 'rgb(1, 2, 3)', shadow: true })
  send(call(1, 'set_title', '<b>'))
  expect(header.textContent).toBe('<b>')
  expect(getComputedStyle(header).backgroundColor).toBe('rgb(1, 2, 3)')
  expect(getComputedStyle(element).boxShadow).not.toBe('none')
})

test('disabled it neither folds nor lets its child be used', () => {
  const { send, element, header } = expander()
  send(call(1, 'set_enabled', false))
  expect([element.inert, header.disabled]).toEqual([true, false])
  send(call(1, 'set_enabled', true))
  expect(element.inert).toBe(false)
})
