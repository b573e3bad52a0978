// How many messages a frame has.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { messageCount } from '../../src/session/message-count.ts'

test.each([
  ['{}', 1],
  ['[]', 0],
  ['[{}]', 1],
  ['[{},{}]', 2],
  [' [ {} , {} ] ', 2],
  ['{"type":"call","args":[{"a":1},{"b":{}}]}', 1],
  ['[{"args":[[{}],{}]},{"args":[]}]', 2],
  [String.raw`[{"text":"a quote \" and {"},{"text":"a backslash \\"},{}]`, 3],
  ['[{"text":"[{},{}]"}]', 1],
  ['', 0],
  ['beat', 0],
  ['[{"text":"no end', 1],
])('%s has %d', (frame, count) => {
  expect(messageCount(frame)).toBe(count)
})

test('it is what reading the frame would give', () => {
  const messages = fc.array(fc.dictionary(fc.string(), fc.jsonValue()))
  fc.assert(
    fc.property(messages, (all) => {
      expect(messageCount(JSON.stringify(all))).toBe(all.length)
    }),
  )
})
