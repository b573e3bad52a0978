// Which note is for which message.

import { expect, test } from 'vitest'
import type { ServerMessage } from '../../../src/protocol/messages.ts'
import { Doers, keys } from '../../../src/inspector/seen/doers.ts'

const ref = (wid: number) => ({ __wid__: wid })
const call = (wid: number, method: string, ...args: readonly object[]): ServerMessage =>
  ({ type: 'call', wid, method, args }) as ServerMessage

test.each<[string, string, ServerMessage]>([
  ['a new widget', keys.create(4), { type: 'create', wid: 4, class: 'Label' }],
  ['a setter', keys.call(4, 'set_text'), call(4, 'set_text')],
  ['a child that is put', keys.put(5), call(4, 'add_widget', ref(5))],
  [
    'a child that is put in front of another',
    keys.put(5),
    call(4, 'insert_before', ref(5), ref(6)),
  ],
  ['a child that ends', keys.end(4), call(4, 'remove', ref(5))],
  ['all children that end', keys.end(4), call(4, 'remove_all')],
  ['who listens', keys.listen(4, 'activated'), { type: 'listen', wid: 4, action: 'activated' }],
  [
    'who listens no longer',
    keys.unlisten(4, 'activated'),
    { type: 'unlisten', wid: 4, action: 'activated' },
  ],
  [
    'a call with bytes',
    keys.call(4, 'set_image'),
    { type: 'binary-call', wid: 4, method: 'set_image' },
  ],
])('%s', (_what, key, message) => {
  const doers = new Doers()
  const doer = { component: 'App', nodes: [], by: 'render', why: 'first render' }
  doers.note(key, doer)
  expect(doers.takeFor(message)).toBe(doer)
})

test('a setter whose value is a widget is not taken for a child', () => {
  const doers = new Doers()
  const [setter, put] = ['menu', 'render'].map((by) => ({
    component: 'App',
    nodes: [],
    by,
    why: '',
  }))
  doers.note(keys.put(5), put!)
  doers.note(keys.call(4, 'set_menu'), setter!)
  expect(doers.takeFor(call(4, 'set_menu', ref(5)))).toBe(setter)
})

test('notes for the same are taken in their order', () => {
  const doers = new Doers()
  const [one, two] = ['a', 'b'].map((why) => ({ component: 'App', nodes: [], by: 'text', why }))
  doers.note(keys.call(4, 'set_text'), one!)
  doers.note(keys.call(4, 'set_text'), two!)
  expect([1, 2].map(() => doers.takeFor(call(4, 'set_text'))?.why)).toEqual(['a', 'b'])
})

test('what nobody has noted is nobody’s', () => {
  expect(new Doers().takeFor(call(4, 'set_text'))).toBeUndefined()
  expect(new Doers().takeFor({ type: 'open-url', url: '/' })).toBeUndefined()
})
