import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { call, callback, create, listen, page, ref } from '../harness.ts'

test('each click reports whether it is pressed now', async () => {
  const { send, sent, widget, root, ask } = page()
  send(create(1, 'ToggleButton', 'Pause'), listen(1, 'activated'))
  const { element } = widget(1)
  root.append(element)
  await userEvent.click(element)
  expect([ask(1, 'get_state'), element.ariaPressed]).toEqual([true, 'true'])
  await userEvent.keyboard(' ')
  expect([ask(1, 'get_state'), element.ariaPressed]).toEqual([false, 'false'])
  expect(sent()).toEqual([callback(1, 'activated', true), callback(1, 'activated', false)])
})

test('a call changes it silently', () => {
  const { send, sent, ask } = page()
  send(create(1, 'ToggleButton'), listen(1, 'activated'), call(1, 'set_state', true))
  expect([ask(1, 'get_state'), sent()]).toEqual([true, []])
})

test.each([
  ['a name', 'g', 'g'],
  ['a member', null, ref(1)],
])(
  'of a group given by %s one is pressed at most; the others say nothing',
  async (_by, first, second) => {
    const { send, sent, widget, root, ask } = page()
    send(
      create(1, 'ToggleButton', 'A', { group: first }),
      create(2, 'ToggleButton', 'B', { group: second }),
    )
    send(listen(1, 'activated'), listen(2, 'activated'))
    root.append(widget(1).element, widget(2).element)
    await userEvent.click(widget(1).element)
    await userEvent.click(widget(2).element)
    expect([ask(1, 'get_state'), ask(2, 'get_state')]).toEqual([false, true])
    await userEvent.click(widget(2).element)
    expect(ask(2, 'get_state')).toBe(false)
    expect(sent()).toEqual([
      callback(1, 'activated', true),
      callback(2, 'activated', true),
      callback(2, 'activated', false),
    ])
  },
)

test('a group of something else is refused', () => {
  const { send, sent } = page()
  send(create(1, 'Label'), create(2, 'ToggleButton', 'B', { group: ref(1) }))
  expect(sent()).toEqual([
    { type: 'error', error: 'ToggleButton needs "group" to be a name or a ToggleButton' },
  ])
})

test('a member that is destroyed leaves its group', () => {
  const { send, ask } = page()
  const group = { group: 'g' }
  send(create(1, 'ToggleButton', 'A', group), create(2, 'ToggleButton', 'B', group))
  send(call(1, 'destroy'), call(2, 'set_state', true))
  expect(ask(2, 'get_state')).toBe(true)
})
