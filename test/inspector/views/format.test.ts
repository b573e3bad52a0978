// Figures and rows as people read them.

import { expect, test } from 'vitest'
import { isIn } from '../../../src/inspector/views/filter.ts'
import { age, bytes, counted, duration, moment } from '../../../src/inspector/views/format.ts'
import {
  messageRow,
  messageRows,
  textOfMessage,
} from '../../../src/inspector/views/message-rows.ts'
import type { LoggedMessage } from '../../../src/inspector/seen/message-log.ts'

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1023, '1023 B'],
  [1400, '1.4 KiB'],
  [250_000, '244 KiB'],
  [1024 ** 2 - 1, '1.0 MiB'],
  [3_000_000, '2.9 MiB'],
  [5_000_000_000_000, '4657 GiB'],
])('%d bytes', (count, text) => {
  expect(bytes(count)).toBe(text)
})

test.each([
  [undefined, '–'],
  [0.314, '0.31 ms'],
  [12.4, '12 ms'],
  [3400, '3.4 s'],
])('%d milliseconds', (time, text) => {
  expect(duration(time)).toBe(text)
})

test.each([
  [45_000, '45 s'],
  [180_000, '3 min'],
  [7_500_000, '2 h 5 min'],
])('%d milliseconds of age', (time, text) => {
  expect(age(time)).toBe(text)
})

test('moments count from when somebody began to look, things in one or many', () => {
  expect([moment(1234.5, 1000), counted(1, 'widget'), counted(0, 'widget')]).toEqual([
    '0.234',
    '1 widget',
    '0 widgets',
  ])
})

test.each([
  ['', true],
  ['  ', true],
  ['LABEL', true],
  ['12', true],
  ['button', false],
])('whether a row has %j in it', (filter, is) => {
  expect(isIn({ widget: 'Label #4', bytes: 12 }, filter)).toBe(is)
})

const logged = (message: object, more: Partial<LoggedMessage> = {}): LoggedMessage => ({
  number: 1,
  time: 5,
  direction: 'down',
  message: message as LoggedMessage['message'],
  bytes: 10,
  widget: 'Label #4',
  viewers: [0, 2],
  doer: undefined,
  nodes: [],
  isRetold: false,
  changes: [],
  ...more,
})

test.each<[string, object, string, string]>([
  ['a setter', { type: 'call', wid: 4, method: 'set_text', args: ['a'] }, 'set_text', '"a"'],
  [
    'a child',
    { type: 'call', wid: 4, method: 'add_widget', args: [{ __wid__: 5 }, 1] },
    'add_widget',
    '#5, 1',
  ],
  ['a new widget', { type: 'create', wid: 4, class: 'Label', args: [] }, 'create Label', ''],
  ['who listens', { type: 'listen', wid: 4, action: 'activated' }, 'listen activated', ''],
  ['an event', { type: 'callback', wid: 4, action: 'activated' }, 'callback activated', ''],
  ['an answer', { type: 'result', id: 1, value: [1, 2] }, 'result', '[1,2]'],
  ['bytes', { type: 'bytes', length: 12 }, 'bytes', ''],
])('%s as a row', (_what, message, what, args) => {
  expect(messageRow(logged(message), 0)).toMatchObject({ what, args, browser: '1, 3', way: 'v' })
})

test('what is told anew says so', () => {
  const row = messageRow(logged({ type: 'listen', wid: 4, action: 'map' }, { isRetold: true }), 0)
  expect([row.by, row.why]).toEqual(['told anew', 'a browser came, or was too slow'])
})

test('the newest come first, and no more than 500', () => {
  const many = Array.from({ length: 600 }, (_, at) => logged({ type: 'call' }, { number: at + 1 }))
  const rows = messageRows(many, { shown: 'everything', filter: '', start: 0, node: undefined })
  expect([rows.length, rows[0]!.number, rows.at(-1)!.number]).toEqual([500, '600', '101'])
})

test('a message that is very long is cut', () => {
  const message = { type: 'call', wid: 4, method: 'set_text', args: ['x'.repeat(100_000)] }
  expect(textOfMessage(logged(message))).toHaveLength(20_000)
})
