// Every message of both directions: what is let in, and the sentence that keeps the rest out.

import { describe, expect, test } from 'vitest'
import { asClientMessage, asServerMessage, CloseCode, ProtocolError } from 'treewire/protocol'

const call = { type: 'call', wid: 1, method: 'set_text', args: ['a'] }
const listen = { type: 'listen', wid: 1, action: 'activated' }
const callback = { type: 'callback', wid: 1, action: 'activated', args: [] }
const chunk = {
  type: 'file-chunk',
  wid: 1,
  transfer_id: 1,
  file_index: 0,
  file_count: 1,
  chunk_index: 0,
  num_chunks: 1,
  data: 'data:,',
}
const { data: _, ...piece } = { ...chunk, type: 'binary-chunk' }
const bytesCall = { type: 'binary-call', wid: 1, method: 'set_binary_image', args: ['png'] }
const inPieces = { ...bytesCall, type: 'binary-call-chunked', transfer_id: 1, num_chunks: 2 }
const pieceDown = { type: 'binary-chunk', transfer_id: 1, chunk_index: 0, num_chunks: 2 }
const font = { type: 'register-font', family: 'Inter', url: 'inter.woff2' }

const serverTypes =
  'init, welcome, session-info, heard, reconstruct-start, reconstruct-end, create, call, batch, listen, unlisten, binary-call, binary-call-chunked, binary-chunk, register-font, set-default-font, open-url, download, upload'

describe('a server message', () => {
  test.each([
    [{ type: 'init' }],
    [{ type: 'init', id: 0 }],
    [{ type: 'init', id: 'first' }],
    [{ type: 'create', class: 'Button' }],
    [{ type: 'create', class: 'Button', wid: 1, args: ['Save', {}], id: 1 }],
    [{ type: 'call', wid: 1, method: 'show' }],
    [{ ...call, id: 4 }],
    [listen],
    [{ ...listen, type: 'unlisten', id: 5 }],
    [{ ...listen, unknown: 'fields are let through' }],
    [bytesCall],
    [{ ...bytesCall, id: 1 }],
    [inPieces],
    [{ ...inPieces, shape: [2, 2], dtype: 'float32' }],
    [pieceDown],
    [{ ...pieceDown, encoding: 'base64', data: 'AAAA' }],
    [font],
    [{ ...font, weight: 'bold', style: 'italic', id: 3 }],
    [{ type: 'set-default-font', font: null }],
    [{ type: 'set-default-font', font: { family: 'Inter', size: 14 } }],
    [{ type: 'open-url', url: 'https://example.com/' }],
    [{ type: 'download', url: 'x', name: 'a.csv' }],
    [{ type: 'upload', transfer_id: 1, command: 'stop' }],
    [{ type: 'welcome', heard: 0, kept: 'nothing' }],
    [{ type: 'session-info', session_id: 12, token: 'abc' }],
    [{ type: 'heard', count: 7, id: 3 }],
    [{ type: 'reconstruct-start', next_wid: 40, id: 1 }],
    [{ type: 'reconstruct-end' }],
    [{ ...call, silent: true }],
    [{ type: 'batch', id: 2 }],
    [{ type: 'batch', calls: [{ wid: 1, method: 'show' }] }],
  ])('%j is one', (message) => {
    expect(asServerMessage(message)).toBe(message)
  })

  test.each([
    [{ type: 'init', id: null }, '"init" needs "id" to be a number or a string, got null'],
    [{ type: 'init', id: [0] }, '"init" needs "id" to be a number or a string, got array'],
    [{ type: 'create' }, '"create" needs "class" to be a string, got undefined'],
    [{ type: 'create', class: 7 }, '"create" needs "class" to be a string, got 7'],
    [
      { type: 'create', class: 'A', wid: '1' },
      '"create" needs "wid" to be a whole number, got string',
    ],
    [
      { type: 'create', class: 'A', wid: null },
      '"create" needs "wid" to be a whole number, got null',
    ],
    [{ type: 'create', class: 'A', args: 'a' }, '"create" needs "args" to be an array, got string'],
    [{ type: 'create', class: 'A', args: {} }, '"create" needs "args" to be an array, got object'],
    [{ ...call, wid: undefined }, '"call" needs "wid" to be a whole number, got undefined'],
    [{ ...call, wid: 1.5 }, '"call" needs "wid" to be a whole number, got 1.5'],
    [{ ...call, wid: 2 ** 53 }, '"call" needs "wid" to be a whole number, got 9007199254740992'],
    [{ ...call, method: null }, '"call" needs "method" to be a string, got null'],
    [{ ...call, args: null }, '"call" needs "args" to be an array, got null'],
    [{ ...call, id: true }, '"call" needs "id" to be a number or a string, got boolean'],
    [{ ...listen, wid: true }, '"listen" needs "wid" to be a whole number, got boolean'],
    [{ ...listen, action: 1 }, '"listen" needs "action" to be a string, got 1'],
    [{ type: 'unlisten', wid: 1 }, '"unlisten" needs "action" to be a string, got undefined'],
    [
      { ...pieceDown, encoding: 'hex' },
      `"binary-chunk" needs "encoding" to be 'binary' or 'base64', got string`,
    ],
    [
      { ...inPieces, num_chunks: undefined },
      '"binary-call-chunked" needs "num_chunks" to be a whole number, got undefined',
    ],
    [
      { type: 'set-default-font', font: 'Inter' },
      '"set-default-font" needs "font" to be an object or null, got string',
    ],
    [
      { type: 'set-default-font' },
      '"set-default-font" needs "font" to be an object or null, got undefined',
    ],
    [
      { type: 'upload', transfer_id: 1, command: 'go' },
      `"upload" needs "command" to be 'pause', 'resume' or 'stop', got string`,
    ],
    [
      { type: 'welcome', heard: 1, kept: 'all' },
      `"welcome" needs "kept" to be 'page', 'session' or 'nothing', got string`,
    ],
    [{ ...call, silent: 1 }, '"call" needs "silent" to be true or false, got 1'],
    [{ type: 'batch', calls: [7] }, '"batch" needs "calls" to be objects, got number'],
    [{ type: 'batch', calls: [{ wid: 1 }] }, '"call" needs "method" to be a string, got undefined'],
    [
      { type: 'unlisten', action: 'a' },
      '"unlisten" needs "wid" to be a whole number, got undefined',
    ],
  ])('%j is none', (message, reason) => {
    expect(refusal(asServerMessage, message)).toEqual([CloseCode.badMessage, reason])
  })

  test.each([callback, chunk, { type: 'result' }, { type: 'error', error: 'x' }])(
    'never has the type of a client message: $type',
    (message) => {
      expect(refusal(asServerMessage, message)).toEqual([
        4400,
        `Unknown message type "${message.type}". Known: ${serverTypes}`,
      ])
    },
  )
})

describe('a client message', () => {
  test.each([
    [{ type: 'result' }],
    [{ type: 'result', id: 1, wid: 3 }],
    [{ type: 'result', id: 'x', value: null }],
    [{ type: 'result', id: 1, value: { any: [1, 'thing'] } }],
    [{ type: 'error', error: 'Unknown widget id: 4' }],
    [{ type: 'error', id: 9, error: '' }],
    [callback],
    [{ ...callback, args: [{ __wid__: 4 }, 1] }],
    [chunk],
    [piece],
    [{ ...callback, seq: 3 }],
    [{ type: 'hello', session_id: 'a', token: 'b', seen: 0 }],
    [{ type: 'viewport', width: 800, height: 600.5 }],
    [{ type: 'result', id: 0, session_id: 1, token: 'b' }],
    [{ ...piece, file_index: undefined, file_count: undefined, encoding: 'base64', data: '' }],
  ])('%j is one', (message) => {
    expect(asClientMessage(message)).toBe(message)
  })

  test.each([
    [{ type: 'result', id: {} }, '"result" needs "id" to be a number or a string, got object'],
    [{ type: 'result', wid: 0.5 }, '"result" needs "wid" to be a whole number, got 0.5'],
    [{ type: 'error' }, '"error" needs "error" to be a string, got undefined'],
    [{ type: 'error', error: ['x'] }, '"error" needs "error" to be a string, got array'],
    [
      { type: 'error', id: null, error: '' },
      '"error" needs "id" to be a number or a string, got null',
    ],
    [{ ...callback, wid: '1' }, '"callback" needs "wid" to be a whole number, got string'],
    [{ ...callback, wid: NaN }, '"callback" needs "wid" to be a whole number, got NaN'],
    [{ ...callback, wid: Infinity }, '"callback" needs "wid" to be a whole number, got Infinity'],
    [{ ...callback, wid: undefined }, '"callback" needs "wid" to be a whole number, got undefined'],
    [{ ...callback, action: [] }, '"callback" needs "action" to be a string, got array'],
    [{ ...callback, action: undefined }, '"callback" needs "action" to be a string, got undefined'],
    [{ ...callback, args: undefined }, '"callback" needs "args" to be an array, got undefined'],
    [{ ...callback, args: 'x' }, '"callback" needs "args" to be an array, got string'],
    [{ ...callback, args: { length: 1 } }, '"callback" needs "args" to be an array, got object'],
    [{ ...chunk, data: undefined }, '"file-chunk" needs "data" to be a string, got undefined'],
    [{ ...chunk, data: 5 }, '"file-chunk" needs "data" to be a string, got 5'],
  ])('%j is none', (message, reason) => {
    expect(refusal(asClientMessage, message)).toEqual([CloseCode.badMessage, reason])
  })

  const counts = ['wid', 'transfer_id', 'file_index', 'file_count', 'chunk_index', 'num_chunks']
  const values = [
    [undefined, 'undefined'],
    ['1', 'string'],
    [0.1, '0.1'],
    [NaN, 'NaN'],
    [null, 'null'],
  ]

  test.each(counts.flatMap((field) => values.map(([value, name]) => ({ field, value, name }))))(
    'with "$field" $name is no file-chunk',
    ({ field, value, name }) => {
      expect(refusal(asClientMessage, { ...chunk, [field]: value })).toEqual([
        4400,
        `"file-chunk" needs "${field}" to be a whole number, got ${name}`,
      ])
    },
  )

  test.each([call, listen, { type: 'init' }, { type: 'create', class: 'A' }])(
    'never has the type of a server message: $type',
    (message) => {
      expect(refusal(asClientMessage, message)).toEqual([
        4400,
        `Unknown message type "${message.type}". Known: hello, result, error, callback, viewport, file-chunk, binary-chunk`,
      ])
    },
  )
})

describe.each([
  ['server', asServerMessage],
  ['client', asClientMessage],
])('a %s message', (_, check) => {
  test.each([
    [null, 'null'],
    [undefined, 'undefined'],
    [7, 'number'],
    ['init', 'string'],
    [true, 'boolean'],
    [[], 'array'],
    [[{ type: 'init' }], 'array'],
    [[[{ type: 'result' }]], 'array'],
  ])('is an object, not %j', (value, kind) => {
    expect(refusal(check, value)).toEqual([4400, `A message must be an object, got ${kind}`])
  })

  test.each([
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'Init',
    '',
    ' init',
  ])('has no type "%s"', (type) => {
    const message = JSON.parse(`{"type":${JSON.stringify(type)}}`) as unknown
    expect(refusal(check, message)[1]).toMatch(
      `Unknown message type ${JSON.stringify(type)}. Known: `,
    )
  })

  test.each([
    [{}, 'undefined'],
    [{ type: null }, 'null'],
    [{ type: 4 }, '4'],
    [{ type: ['result'] }, 'array'],
    [{ type: {} }, 'object'],
  ])('has a type that is text, unlike %j', (message, shown) => {
    expect(refusal(check, message)[1]).toMatch(`Unknown message type ${shown}. Known: `)
  })

  test('takes no field from a prototype', () => {
    const parsed = JSON.parse('{"type":"error","__proto__":{"error":"x"}}') as unknown
    const inherits = Object.assign(Object.create({ error: 'x', class: 'A' }) as object, {
      type: check === asClientMessage ? 'error' : 'create',
    })
    expect(() => check(parsed)).toThrow(ProtocolError)
    expect(refusal(check, inherits)[1]).toMatch(/ to be a string, got undefined$/)
  })

  test.each([
    ['its type', (deep: unknown) => ({ type: deep })],
    ['a field that no shape names', (deep: unknown) => ({ type: 'result', x: deep })],
  ])('may be nested as deep as it will in %s: it is refused in one sentence', (_, message) => {
    const deep = JSON.parse('['.repeat(200_000) + ']'.repeat(200_000)) as unknown
    expect(() => check(message(deep))).toThrow(ProtocolError)
  })

  test('that is refused is not printed at length', () => {
    const [, reason] = refusal(check, { type: 'x'.repeat(10_000) })
    expect(reason.length).toBeLessThan(400)
  })
})

/** The code and the sentence with which `check` refuses a value. */
function refusal(check: (value: unknown) => unknown, value: unknown): [number, string] {
  try {
    check(value)
  } catch (error) {
    if (error instanceof ProtocolError) return [error.code, error.message]
    throw error
  }
  throw new Error(`Nothing was refused about ${JSON.stringify(value)}`)
}
