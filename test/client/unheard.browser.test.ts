// What the user does stands against what the server said before it heard of it.

import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { ServerMessage } from '../../src/protocol/messages.ts'
import { call, create, heard, listen, page, ready, ref, type TestPage, welcome } from './harness.ts'

beforeAll(() => ready('Expander', 'TabWidget', 'Chart'))

/** A page of ours that shows these, with the last of them on it. */
function shown(...messages: readonly ServerMessage[]): TestPage {
  const here = page()
  here.send(welcome('nothing'), create(100, 'Page'), create(99, 'VBox'), ...messages)
  const made = messages.flatMap((message) => (message.type === 'create' ? [message.wid!] : []))
  here.send(
    ...made.slice(0, 3).map((wid) => call(99, 'add_widget', ref(wid))),
    call(100, 'set_widget', ref(99)),
    call(100, 'show'),
  )
  here.sent()
  return here
}

test('a slider stays where the user has put it until the server has heard', async () => {
  const { send, ask, widget, sent } = shown(
    create(1, 'Slider', { min: 0, max: 100 }),
    listen(1, 'activated'),
  )
  widget(1).element.querySelector('input')!.focus()
  await userEvent.keyboard('{End}')
  expect(sent()).toEqual([{ type: 'callback', wid: 1, action: 'activated', args: [100], seq: 1 }])
  send({ ...call(1, 'set_value', 20), id: 7 })
  expect(sent()).toEqual([{ type: 'result', id: 7 }])
  expect(ask(1, 'get_value')).toBe(100)
  send(heard(0), call(1, 'set_value', 30))
  expect(ask(1, 'get_value')).toBe(100)
  send(heard(1), call(1, 'set_value', 40))
  expect(ask(1, 'get_value')).toBe(40)
})

test('what the user has not touched is set as ever', async () => {
  const { send, ask, widget } = shown(
    create(1, 'CheckBox', 'One'),
    create(2, 'CheckBox', 'Two'),
    listen(1, 'activated'),
  )
  await userEvent.click(widget(1).element)
  send(call(1, 'set_text', 'Eins'), call(1, 'set_state', false), call(2, 'set_state', true))
  expect([widget(1).element.textContent, ask(1, 'get_state'), ask(2, 'get_state')]).toEqual([
    'Eins',
    true,
    true,
  ])
})

test('what nobody listens to is not known to the server, and is set as ever', async () => {
  const { send, ask, widget } = shown(create(1, 'CheckBox', 'One'))
  await userEvent.click(widget(1).element)
  send(call(1, 'set_state', false))
  expect(ask(1, 'get_state')).toBe(false)
})

test('no member of a group is set while the server does not know which one is on', async () => {
  const { send, ask, widget } = shown(
    create(1, 'RadioButton', 'A', { group: 'g' }),
    create(2, 'RadioButton', 'B', { group: 'g' }),
    create(3, 'RadioButton', 'C', { group: 'g' }),
    create(4, 'RadioButton', 'D', { group: 'h' }),
    ...[1, 2, 3, 4].map((wid) => listen(wid, 'activated')),
  )
  const states = () => [1, 2, 3, 4].map((wid) => ask(wid, 'get_state'))
  await userEvent.click(widget(2).element)
  send(call(1, 'set_state', true), call(4, 'set_state', true))
  expect(states()).toEqual([false, true, false, true])
  send(heard(1), call(1, 'set_state', true))
  expect(states()).toEqual([true, false, false, true])
})

test('what the server has set itself does not stand against it', () => {
  const { send, ask } = shown(
    create(1, 'RadioButton', 'A', { group: 'g' }),
    create(2, 'RadioButton', 'B', { group: 'g' }),
    listen(1, 'activated'),
    listen(2, 'activated'),
  )
  send(call(1, 'set_state', true), call(2, 'set_state', true))
  expect([ask(1, 'get_state'), ask(2, 'get_state')]).toEqual([false, true])
})

test('toggle buttons of a group too', async () => {
  const { send, ask, widget } = shown(
    create(1, 'ToggleButton', 'A'),
    create(2, 'ToggleButton', 'B', { group: ref(1) }),
    listen(2, 'activated'),
  )
  await userEvent.click(widget(2).element)
  send(call(1, 'set_state', true))
  expect([ask(1, 'get_state'), ask(2, 'get_state')]).toEqual([false, true])
})

test('a tab that the user has opened stays', async () => {
  const { send, ask, widget } = shown(
    create(1, 'TabWidget'),
    create(2, 'Label', 'one'),
    create(3, 'Label', 'two'),
    listen(1, 'page-switch'),
  )
  send(
    call(1, 'add_widget', ref(2), { title: 'One' }),
    call(1, 'add_widget', ref(3), { title: 'Two' }),
  )
  await userEvent.click(widget(1).element.querySelectorAll<HTMLElement>('[role=tab]')[1]!)
  expect(ask(1, 'get_index')).toBe(1)
  send(call(1, 'set_index', 0))
  expect(ask(1, 'get_index')).toBe(1)
  send(heard(1000), call(1, 'set_index', 0))
  expect(ask(1, 'get_index')).toBe(0)
})

test('an expander that the user has opened stays', async () => {
  const { send, widget } = shown(create(1, 'Expander', { title: 'More' }), listen(1, 'toggled'))
  const button = widget(1).element.querySelector('button')!
  await userEvent.click(button)
  expect(button.ariaExpanded).toBe('true')
  send(call(1, 'set_collapsed', true))
  expect(button.ariaExpanded).toBe('true')
  send(heard(1000), call(1, 'set_collapsed', true))
  expect(button.ariaExpanded).toBe('false')
})

test('a choice that the user has made stays, by text and by index', async () => {
  const { send, ask, widget } = shown(
    create(1, 'ComboBox', { items: ['a', 'b', 'c'] }),
    listen(1, 'activated'),
  )
  widget(1).element.querySelector('button')!.focus()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  expect(ask(1, 'get_text')).toBe('b')
  send(call(1, 'set_text', 'c'), call(1, 'set_index', 0))
  expect(ask(1, 'get_text')).toBe('b')
  send(heard(1), call(1, 'set_text', 'c'))
  expect(ask(1, 'get_text')).toBe('c')
})

test('a foreign server says nothing of what it has heard, and sets what it wants', async () => {
  const { send, ask, widget } = page()
  send(create(1, 'CheckBox', 'One'), listen(1, 'activated'))
  widget(1).element.click()
  send(call(1, 'set_state', false))
  expect(ask(1, 'get_state')).toBe(false)
})

test.each(['session', 'nothing'] as const)(
  'after a welcome with kept %s no mark is left',
  (kept) => {
    const { send, ask, widget } = shown(create(1, 'CheckBox', 'One'), listen(1, 'activated'))
    widget(1).element.click()
    send(welcome(kept, 0), create(1, 'CheckBox', 'One'), call(1, 'set_state', true))
    send(call(1, 'set_state', false))
    expect(ask(1, 'get_state')).toBe(false)
  },
)

/** A field with the focus, and what is told of it. */
async function field(text = '', ...actions: readonly string[]) {
  const here = shown(
    create(1, 'TextEntry', text),
    ...(actions.length > 0 ? actions : ['modified', 'activated']).map((one) => listen(1, one)),
  )
  const input = here.widget(1).element.querySelector('input')!
  input.focus()
  input.setSelectionRange(text.length, text.length)
  const told = () =>
    here
      .sent()
      .flatMap((one) =>
        one.type === 'callback' ? [`${one.seq} ${one.action} ${one.args[0] as string}`] : [],
      )
  return { ...here, input, told }
}

test('a field that its handler clears keeps the letters that came after', async () => {
  const { send, input, told } = await field()
  await userEvent.keyboard('hello{Enter}')
  expect(told()).toEqual(['1 modified hello', '2 activated hello'])
  await userEvent.keyboard(' you')
  send(heard(2), call(1, 'set_text', ''))
  expect(input.value).toBe(' you')
  await vi.waitFor(() => expect(told()).toEqual(['3 modified  you']))
})

test('what was told and not heard stays, and what the server has put in front of it is told', async () => {
  const { send, remote, input, told } = await field('a')
  await userEvent.keyboard('b')
  remote.flush()
  expect(told()).toEqual(['1 modified ab'])
  send(call(1, 'set_text', 'A!'))
  expect(input.value).toBe('A!b')
  remote.flush()
  expect(told()).toEqual(['2 modified A!b'])
  send(heard(1), call(1, 'set_text', 'AB!'))
  expect(input.value).toBe('A!b')
  send(heard(2), call(1, 'set_text', 'done'))
  expect(input.value).toBe('done')
})

test('a text that is not what was typed upon gives way to what was typed', async () => {
  const { send, remote, input, told } = await field('old')
  input.select()
  await userEvent.keyboard('new')
  send(call(1, 'set_text', 'other'))
  expect(input.value).toBe('new')
  remote.flush()
  expect(told()).toEqual(['1 modified new'])
})

test('saying the same again is no edit', async () => {
  const { send, remote, input, told } = await field('a')
  await userEvent.keyboard('b')
  remote.flush()
  told()
  send(call(1, 'set_text', 'a'))
  remote.flush()
  expect([input.value, told()]).toEqual(['ab', []])
})

/** A TextArea; somebody types at its end. */
function area(text: string, ...before: readonly ServerMessage[]) {
  const here = shown(create(1, 'TextArea', text), listen(1, 'modified'), ...before)
  const field = here.widget(1).element.querySelector('textarea')!
  const type = (typed: string): void => {
    field.value += typed
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  const told = () =>
    here
      .sent()
      .flatMap((one) => (one.type === 'callback' ? [`${one.seq} ${one.args[0] as string}`] : []))
  return { ...here, field, type, told }
}

const append = (text: string) => call(1, 'append_text', text)

test('what the server has added it does not say twice when it says all', () => {
  const { send, remote, field, type, told } = area('a', append('\r\nb'))
  type('X')
  send(call(1, 'set_text', 'a\nbc'))
  expect(field.value).toBe('a\nbcX')
  remote.flush()
  expect(told()).toEqual(['1 a\nbcX'])
})

test('what it adds comes in front of what was typed behind its text, and the whole is told', () => {
  const { send, remote, field, type, told } = area('a')
  type('X')
  remote.flush()
  expect(told()).toEqual(['1 aX'])
  send(append('b'))
  type('Y')
  send(append('c'))
  expect(field.value).toBe('abcXY')
  send(call(1, 'set_text', 'abcd'))
  expect(field.value).toBe('abcdXY')
  remote.flush()
  expect(told()).toEqual(['2 abcdXY'])
  send(heard(2), append('e'), call(1, 'set_text', 'abcdXYe!'))
  expect(field.value).toBe('abcdXYe!')
})

test.each([
  ['nothing', '', 'X', 'Xb'],
  ['another text', 'a', 'X', 'Xb'],
])('what is added to what was typed over %s comes last', (_, text, typed, whole) => {
  const { send, remote, field, type, told } = area(text)
  field.value = ''
  type(typed)
  send(append('b'))
  expect(field.value).toBe(whole)
  send(call(1, 'set_text', 'other'))
  expect(field.value).toBe(whole)
  remote.flush()
  expect(told()).toEqual([`1 ${whole}`])
})

test('lines that are dropped in front are dropped from what both know, too', () => {
  const { send, field, type } = area(
    '',
    call(1, 'set_limit', 2),
    append('a\n'),
    append('b\n'),
    append('c\n'),
  )
  expect(field.value).toBe('b\nc\n')
  type('X')
  send(call(1, 'set_text', 'b\nc\n'))
  expect(field.value).toBe('b\nc\nX')
})

test('the caret of who types stays behind what was typed', () => {
  const { send, field, type } = area('a')
  field.focus()
  type('X')
  field.setSelectionRange(2, 2)
  send(append('b'))
  expect([field.value, field.selectionStart]).toEqual(['abX', 3])
})

test('who types without a rest is heard after a second', () => {
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const { send, widget, sent } = page()
  send(welcome('nothing'), create(1, 'TextArea'), listen(1, 'modified'))
  const area = widget(1).element.querySelector('textarea')!
  for (let letters = 1; letters <= 20; letters++) {
    area.value = 'x'.repeat(letters)
    area.dispatchEvent(new InputEvent('input', { bubbles: true }))
    vi.advanceTimersByTime(100)
  }
  expect(sent().map((one) => one.type === 'callback' && one.args)).toEqual([
    ['x'.repeat(10)],
    ['x'.repeat(20)],
  ])
})
