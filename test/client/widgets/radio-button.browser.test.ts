import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, callback, create, listen, page, ref } from '../harness.ts'

function radios(...groups: Json[]) {
  const here = page()
  for (const [at, group] of groups.entries()) {
    const wid = at + 1
    here.send(create(wid, 'RadioButton', `Choice ${wid}`, { group }), listen(wid, 'activated'))
    here.root.append(here.widget(wid).element)
  }
  const states = () => groups.map((_, at) => here.ask(at + 1, 'get_state'))
  return { ...here, states }
}

test.each<[string, Json[]]>([
  ['a name', ['g', 'g', 'g']],
  ['the first member', [null, ref(1), ref(1)]],
  ['any member', [null, ref(1), ref(2)]],
])('of a group given by %s one is on', async (_by, groups) => {
  const { widget, states, sent } = radios(...groups)
  await userEvent.click(widget(1).element)
  await userEvent.click(widget(3).element)
  expect(states()).toEqual([false, false, true])
  expect(sent()).toEqual([callback(1, 'activated', true), callback(3, 'activated', true)])
})

test('groups do not mix', async () => {
  const { widget, states } = radios('a', 'b', null, null)
  for (const wid of [1, 2, 3, 4]) await userEvent.click(widget(wid).element)
  expect(states()).toEqual([true, true, true, true])
})

test('arrow keys go around in the group, which is one stop of the Tab key', async () => {
  const { widget, states, sent } = radios('g', 'g', 'other')
  await userEvent.click(widget(1).element)
  await userEvent.keyboard('{ArrowDown}')
  expect(states()).toEqual([false, true, false])
  await userEvent.keyboard('{ArrowDown}')
  expect(states()).toEqual([true, false, false])
  await userEvent.tab()
  expect(widget(3).element.contains(document.activeElement)).toBe(true)
  expect(sent()).toEqual([1, 2, 1].map((wid) => callback(wid, 'activated', true)))
})

test('set_state(true) reports every time, and turns the others off', () => {
  const { send, states, sent } = radios('g', 'g')
  send(call(1, 'set_state', true), call(2, 'set_state', true), call(2, 'set_state', true))
  expect(states()).toEqual([false, true])
  expect(sent()).toEqual([1, 2, 2].map((wid) => callback(wid, 'activated', true)))
})

test('set_state(false) clears it silently', () => {
  const { send, states, sent } = radios('g')
  send(call(1, 'set_state', true))
  sent()
  send(call(1, 'set_state', false))
  expect([states(), sent()]).toEqual([[false], []])
})

test('members exclude each other even while one is not on the page', () => {
  const { send, states, widget } = radios('g', 'g')
  send(call(1, 'set_state', true))
  widget(1).element.remove()
  send(call(2, 'set_state', true))
  expect(states()).toEqual([false, true])
})

test('a group of something else is refused', () => {
  const { send, sent } = page()
  send(create(1, 'Label'), create(2, 'RadioButton', 'B', { group: ref(1) }))
  expect(sent()).toEqual([
    { type: 'error', error: 'RadioButton needs "group" to be a name or a RadioButton' },
  ])
})
