// Text in, messages out, and back without a loss.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  CloseCode,
  decodeClientFrame,
  decodeServerFrame,
  encode,
  ProtocolError,
} from 'treewire/protocol'
import type { ClientMessage, Json, ServerMessage } from 'treewire/protocol'

// The same walks in every run.
fc.configureGlobal({ seed: 1 })

// What a JSON text cannot tell apart: -0 is 0.
const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)) as Json)
const args = fc.array(json, { maxLength: 4 })
const wid = fc.integer()
const id = fc.option(fc.oneof(fc.integer(), fc.string()), { nil: undefined })
const name = fc.string({ unit: 'binary' })
const count = fc.nat()

const serverMessage = fc.oneof(
  fc.record({ type: fc.constant('init'), id }),
  fc.record({ type: fc.constant('create'), id, wid, class: name, args }),
  fc.record({ type: fc.constant('call'), id, wid, method: name, args }),
  fc.record({ type: fc.constantFrom('listen', 'unlisten'), id, wid, action: name }),
) as fc.Arbitrary<ServerMessage>

const clientMessage = fc.oneof(
  fc.record({ type: fc.constant('result'), id, wid, value: json }),
  fc.record({ type: fc.constant('error'), id, error: name }),
  fc.record({ type: fc.constant('callback'), wid, action: name, args }),
  fc.record({
    type: fc.constant('file-chunk'),
    wid,
    transfer_id: count,
    file_index: count,
    file_count: count,
    chunk_index: count,
    num_chunks: count,
    data: name,
  }),
) as fc.Arbitrary<ClientMessage>

test('server messages come out as they went in', () => {
  fc.assert(
    fc.property(fc.array(serverMessage), (messages) => {
      expect(decodeServerFrame(encode(messages))).toEqual(messages)
    }),
  )
})

test('client messages come out as they went in', () => {
  fc.assert(
    fc.property(fc.array(clientMessage), (messages) => {
      expect(decodeClientFrame(encode(messages))).toEqual(messages)
    }),
  )
})

test('a frame is one array, in the order of the messages', () => {
  expect(
    encode([
      { type: 'create', wid: 1, class: 'Label', args: ['a'] },
      { type: 'call', wid: 1, method: 'show', args: [], id: 7 },
    ]),
  ).toBe(
    '[{"type":"create","wid":1,"class":"Label","args":["a"]},{"type":"call","wid":1,"method":"show","args":[],"id":7}]',
  )
})

test.each([
  ['{"type":"result","id":1}', [{ type: 'result', id: 1 }]],
  ['[{"type":"result","id":1}]', [{ type: 'result', id: 1 }]],
  ['[{"type":"result","id":0}]', [{ type: 'result', id: 0 }]],
  ['[{"type":"result","id":-1}]', [{ type: 'result', id: -1 }]],
  ['[{"type":"result","id":1e3}]', [{ type: 'result', id: 1000 }]],
  ['[{"type":"result","id":999999999999999}]', [{ type: 'result', id: 999_999_999_999_999 }]],
  ['[{"type":"result","id":9007199254740993}]', [{ type: 'result', id: 9_007_199_254_740_992 }]],
  ['[]', []],
  [' [ ] ', []],
])('the frame %s holds %j', (text, messages) => {
  expect(decodeClientFrame(text)).toEqual(messages)
})

test.each([
  ['', 'A frame must be JSON, got ""'],
  ['{{', 'A frame must be JSON, got "{{"'],
  ['undefined', 'A frame must be JSON, got "undefined"'],
  ['NaN', 'A frame must be JSON, got "NaN"'],
  [
    '[{"type":"result","id":07}]',
    String.raw`A frame must be JSON, got "[{\"type\":\"result\",\"id\":07}]"`,
  ],
  ['[{"type":"result"}', String.raw`A frame must be JSON, got "[{\"type\":\"result\"}"`],
  [
    `{"type":"result"${' '.repeat(99)}`,
    String.raw`A frame must be JSON, got "{\"type\":\"result\"${' '.repeat(24)}"`,
  ],
  ['null', 'A message must be an object, got null'],
  ['"result"', 'A message must be an object, got string'],
  ['[[{"type":"result"}]]', 'A message must be an object, got array'],
  ['[null]', 'A message must be an object, got null'],
  [
    '[{"type":"result"},{"type":"callback","wid":1,"args":[]}]',
    '"callback" needs "action" to be a string, got undefined',
  ],
])('refuses %s', (text, reason) => {
  expect(() => decodeClientFrame(text)).toThrow(new ProtocolError(reason, CloseCode.badMessage))
})

test('one wrong message refuses the whole frame, also downwards', () => {
  expect(() => decodeServerFrame('[{"type":"init"},{"type":"call","method":"show"}]')).toThrow(
    '"call" needs "wid" to be a whole number, got undefined',
  )
})

test('the cause of a frame that is not JSON is kept', () => {
  expect(() => decodeServerFrame('{')).toThrow(
    expect.objectContaining({ name: 'ProtocolError', cause: expect.any(SyntaxError) as unknown }),
  )
})
