import { expect, test, vi } from 'vitest'
import type { ServerMessage } from '../../src/protocol/messages.ts'
import type { Button } from '../../src/client/widgets/button.ts'
import { call, callback, create, listen, named, page, ref, unlisten } from './harness.ts'

const window1: readonly ServerMessage[] = [create(1, 'VBox'), create(2, 'Label', 'Hello')]

test('an array is answered by one array, after the callbacks it causes', () => {
  const { send, sentTexts } = page()
  send(
    { ...create(1, 'VBox'), id: 1 },
    create(2, 'Label', 'Hello'),
    listen(1, 'child-added'),
    { ...call(1, 'add_widget', ref(2)), id: 2 },
    { ...call(1, 'num_children'), id: 'three' },
  )
  expect(sentTexts()).toEqual([
    '{"type":"callback","wid":1,"action":"child-added","args":[{"__wid__":2,"__class__":"Label"}]}',
    '[{"type":"result","id":1,"wid":1,"next_wid":2},{"type":"result","id":2},{"type":"result","id":"three","value":1}]',
  ])
})

test('a single message is answered by a single message', () => {
  const { sendText, sentTexts } = page()
  sendText('{"type":"create","id":7,"class":"Label","wid":3}')
  expect(sentTexts()).toEqual(['{"type":"result","id":7,"wid":3,"next_wid":4}'])
})

test('messages without an id are answered only when they fail', () => {
  const { send, sent } = page()
  send(create(1, 'Label'), call(1, 'set_text', 'a'), call(9, 'set_text', 'a'), { type: 'init' })
  expect(sent()).toEqual([{ type: 'error', error: 'Unknown widget id: 9' }])
})

test.each([
  ['no JSON', '{{', 'A frame must be JSON, got "{{"'],
  ['no object', '[5]', 'A message must be an object, got number'],
  ['null', 'null', 'A message must be an object, got null'],
  ['an unknown type', '{"type":"reload"}', 'Unknown message type: reload'],
  ['a type that every object has', '{"type":"constructor"}', 'Unknown message type: constructor'],
  ['no type', '{}', 'Unknown message type: undefined'],
  ['an unknown class', '{"type":"create","class":"Knob"}', 'Unknown widget class: Knob'],
  [
    'a class that every object has',
    '{"type":"create","class":"__proto__"}',
    'Unknown widget class: __proto__',
  ],
  ['an unknown wid', '{"type":"call","wid":5,"method":"show"}', 'Unknown widget id: 5'],
  [
    'an unknown wid in a reference, at any depth',
    '{"type":"call","wid":1,"method":"set_text","args":[{"a":[{"__wid__":77}]}]}',
    'Unknown widget id: 77',
  ],
  [
    'an unknown method',
    '{"type":"call","wid":1,"method":"explode"}',
    'Unknown method: explode on Label',
  ],
  [
    'a method that every object has',
    '{"type":"call","wid":1,"method":"constructor"}',
    'Unknown method: constructor on Label',
  ],
  [
    'a member that is no method of the catalog',
    '{"type":"call","wid":1,"method":"listened","args":["map"]}',
    'Unknown method: listened on Label',
  ],
  [
    'a wrong field',
    '{"type":"call","wid":"1","method":"show"}',
    '"call" needs "wid" to be a whole number, got string',
  ],
  [
    'args that are no array',
    '{"type":"call","wid":1,"method":"set_text","args":"x"}',
    '"call" needs "args" to be an array, got string',
  ],
  [
    'an argument of the wrong type',
    '{"type":"call","wid":1,"method":"set_text","args":[5]}',
    'Label.set_text needs "text" to be string, got 5',
  ],
  [
    'an argument that is missing',
    '{"type":"call","wid":1,"method":"set_text"}',
    'Label.set_text needs "text" to be string, got nothing',
  ],
  [
    'an argument that is none of the choices',
    '{"type":"call","wid":1,"method":"set_halign","args":["middle"]}',
    `Label.set_halign needs "align" to be 'left'|'center'|'right', got "middle"`,
  ],
  [
    'a constructor argument of the wrong type',
    '{"type":"create","class":"Button","args":[[]]}',
    'Button needs "text" to be string, got []',
  ],
  [
    'an option of the wrong type',
    '{"type":"create","class":"Button","args":["Save",{"variant":"loud"}]}',
    `Button needs "variant" to be 'default'|'primary'|'danger'|'quiet', got "loud"`,
  ],
  [
    'options that are no object',
    '{"type":"create","class":"Button","args":["Save",5]}',
    'Button needs its options to be an object, got 5',
  ],
  [
    'a wid that is taken',
    '{"type":"create","class":"Button","wid":1}',
    'Widget id 1 is taken by a Label',
  ],
])('%s is an error, and the rest goes on', (_what, text, error) => {
  const { send, sendText, sent, ask } = page()
  send(create(1, 'Label', 'before'))
  sendText(text)
  expect(sent()).toEqual([{ type: 'error', error }])
  expect(ask(1, 'get_text')).toBe('before')
})

test('an error carries the id of its message, and the others of the frame are carried out', () => {
  const { send, sent, ask } = page()
  send(
    create(1, 'Label'),
    { ...call(1, 'nonsense'), id: 4 },
    { type: 'call', id: 5, wid: 1, method: 'set_text', args: ['after'] },
  )
  expect(sent()).toEqual([
    { type: 'error', id: 4, error: 'Unknown method: nonsense on Label' },
    { type: 'result', id: 5 },
  ])
  expect(ask(1, 'get_text')).toBe('after')
})

test('null counts as left out where an optional argument cannot be null', () => {
  const { send, ask, sent } = page()
  send(
    create(1, 'Button', null, { variant: null }),
    create(2, 'VBox'),
    call(2, 'set_spacing', null),
  )
  expect(sent()).toEqual([])
  expect(ask(1, 'get_text')).toBe('')
})

test('options that the class does not have are passed over', () => {
  const { send, sent } = page()
  send(create(1, 'Button', 'Save', { __proto__x: 1, toString: 2, shape: 'round' }))
  expect(sent()).toEqual([])
})

test('widgets in results are references', () => {
  const { send, ask } = page()
  send(...window1, call(1, 'add_widget', ref(2)))
  expect(ask(1, 'get_children')).toEqual([named(2, 'Label')])
})

test('a widget that the browser numbers gets a negative wid', () => {
  const { sendText, sent, send, ask } = page()
  sendText('[{"type":"create","id":1,"class":"Label"},{"type":"create","id":2,"class":"Label"}]')
  expect(sent()).toEqual([
    { type: 'result', id: 1, wid: -1, next_wid: 1 },
    { type: 'result', id: 2, wid: -2, next_wid: 1 },
  ])
  send(call(-2, 'set_text', 'second'))
  expect(ask(-2, 'get_text')).toBe('second')
})

test('only what is listened to is reported, and once however often it is asked', () => {
  const { send, sent, widget, root } = page()
  send(create(1, 'Button', 'Save'))
  root.append(widget(1).element)
  widget(1).element.click()
  send(listen(1, 'activated'), listen(1, 'activated'))
  widget(1).element.click()
  send(unlisten(1, 'activated'))
  widget(1).element.click()
  expect(sent()).toEqual([callback(1, 'activated')])
})

test('any action may be listened to, names that objects have included', () => {
  const { send, sent } = page()
  send(create(1, 'Button'), listen(1, '__proto__'), listen(1, 'nonsense'), unlisten(1, 'never'))
  expect(sent()).toEqual([])
})

test('init destroys everything, and the numbers may be used again', () => {
  const { send, sent, remote, root } = page()
  send(create(1, 'TopLevel', { title: 'One' }), call(1, 'show'), { type: 'create', class: 'Label' })
  expect(root.children).toHaveLength(1)
  send({ type: 'init', id: 0 })
  expect(root.children).toHaveLength(0)
  expect(remote.widget(1)).toBeUndefined()
  send(create(1, 'Label'), { type: 'create', id: 1, class: 'Label' })
  expect(sent()).toEqual([
    { type: 'result', id: 0 },
    { type: 'result', id: 1, wid: -1, next_wid: 2 },
  ])
})

test('what a widget of before the init still says is not taken for that of a later one', () => {
  const { send, sent, widget } = page()
  send(create(1, 'Button'), listen(1, 'activated'))
  const { element } = widget(1)
  send({ type: 'init' }, create(1, 'Button'), listen(1, 'activated'))
  element.click()
  expect(sent()).toEqual([])
})

test('destroying a widget forgets all that is in it', () => {
  const { send, sent, remote, root } = page()
  send(
    create(1, 'TopLevel'),
    create(2, 'VBox'),
    create(3, 'HBox'),
    create(4, 'Label'),
    call(3, 'add_widget', ref(4)),
    call(2, 'add_widget', ref(3)),
    call(1, 'set_widget', ref(2)),
    call(1, 'show'),
    call(2, 'destroy'),
  )
  expect([1, 2, 3, 4].filter((wid) => remote.widget(wid))).toEqual([1])
  expect(root.querySelectorAll('.tw-widget')).toHaveLength(1)
  send(call(2, 'destroy'))
  expect(sent()).toEqual([{ type: 'error', error: 'Unknown widget id: 2' }])
})

test('removing a child destroys it only when asked', () => {
  const { send, remote } = page()
  const boxWith = [...window1, call(1, 'add_widget', ref(2))]
  send(...boxWith, call(1, 'remove', ref(2)))
  expect(remote.widget(2)).toBeDefined()
  send({ type: 'init' }, ...boxWith, call(1, 'remove', ref(2), true))
  expect(remote.widget(2)).toBeUndefined()
})

test('edits under way are told before any other event', () => {
  const { send, sent, widget } = page()
  send(create(1, 'Button'), listen(1, 'activated'), listen(1, 'edit'), create(2, 'Button'))
  const { link } = widget(1)
  link.edited(() => link.emit('edit', ['typed']))
  widget(2).element.click()
  expect(sent()).toEqual([])
  widget(1).element.click()
  expect(sent()).toEqual([callback(1, 'edit', 'typed'), callback(1, 'activated')])
})

test('the page knows the last numbered message it has carried out', () => {
  const { send, remote } = page()
  expect(remote.seen).toBe(0)
  send({ ...create(1, 'Label'), id: 12 }, { ...call(1, 'show'), id: 'text' })
  expect(remote.seen).toBe(12)
  send({ ...call(1, 'nonsense'), id: 13 }, call(1, 'show'))
  expect(remote.seen).toBe(13)
  send({ type: 'init', id: 1 })
  expect(remote.seen).toBe(1)
})

test('an answer that takes its time holds back its frame, and no other', async () => {
  const { send, sent, widget } = page()
  send(create(1, 'Label'), create(2, 'Label'))
  let settle: (text: string) => void = () => {}
  const slow = new Promise<string>((resolve) => (settle = resolve))
  vi.spyOn(widget(1) as unknown as Button, 'get_text').mockReturnValue(slow as never)
  send({ ...call(1, 'get_text'), id: 1 }, { ...call(2, 'get_text'), id: 2 })
  send({ ...call(2, 'get_text'), id: 3 })
  expect(sent()).toEqual([{ type: 'result', id: 3, value: '' }])
  settle('slow')
  await vi.waitFor(() =>
    expect(sent()).toEqual([
      { type: 'result', id: 1, value: 'slow' },
      { type: 'result', id: 2, value: '' },
    ]),
  )
})

test('a question that fails later is answered by an error', async () => {
  const { send, sent, widget } = page()
  send(create(1, 'Label'))
  const fails = Promise.reject(new Error('no text to be had'))
  vi.spyOn(widget(1) as unknown as Button, 'get_text').mockReturnValue(fails as never)
  send({ ...call(1, 'get_text'), id: 1 })
  await vi.waitFor(() =>
    expect(sent()).toEqual([{ type: 'error', id: 1, error: 'no text to be had' }]),
  )
})

test('a widget that cannot be destroyed does not keep the others', () => {
  const { send, remote, widget } = page()
  send(...window1)
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(widget(1), 'destroy').mockImplementation(() => {
    throw new Error('stuck')
  })
  send({ type: 'init' })
  expect(remote.widget(2)).toBeUndefined()
  expect(error.mock.calls).toEqual([['VBox #1 could not be destroyed:', new Error('stuck')]])
})

test('two pages in one document share nothing', () => {
  const one = page()
  const two = page()
  for (const { send } of [one, two]) send(create(1, 'RadioButton', 'A', { group: 'g' }))
  one.send(call(1, 'set_state', true))
  two.send(call(1, 'set_state', true))
  expect([one.ask(1, 'get_state'), two.ask(1, 'get_state')]).toEqual([true, true])
  one.send({ type: 'init' })
  expect(two.remote.widget(1)).toBeDefined()
  expect(two.remote.seen).toBe(0)
})

test('two pages in one document have no id in common', () => {
  const ids = [page(), page()].map(({ send, root, widget }) => {
    send(create(1, 'ComboBox', { error: 'Needed' }), create(2, 'TabWidget'), create(3, 'Label'))
    send(call(2, 'add_widget', ref(3), { title: 'A' }))
    root.append(widget(1).element, widget(2).element)
    return [...root.querySelectorAll('[id]')].map(({ id }) => id)
  })
  const all = ids.flat()
  expect([all.length, new Set(all).size]).toEqual([6, 6])
})
