// Files on their way up: the announcement waits for its last chunk, progress is told of each.

import { beforeEach, describe, expect, test } from 'vitest'
import type { CallbackMessage, FileChunkMessage, Json } from 'treewire/protocol'
import { Uploads } from '../../src/session/uploads.ts'

const file = { name: 'a.txt', size: 3, type: 'text/plain' }

let told: CallbackMessage[]
let uploads: Uploads

beforeEach(() => {
  told = []
  uploads = new Uploads(100, { deliver: (callback) => told.push(callback), isThere: () => true })
})

function callback(action: string, ...args: readonly Json[]): CallbackMessage {
  return { type: 'callback', wid: 4, action, args }
}

function announcement(transfer_id: number, files: readonly Json[] = [file]): CallbackMessage {
  return callback('drop-end', { transfer_id, files, x: 5 })
}

function chunk(transfer_id: number, fields: Partial<FileChunkMessage> = {}): FileChunkMessage {
  return {
    type: 'file-chunk',
    wid: 4,
    transfer_id,
    file_index: 0,
    file_count: 1,
    chunk_index: 0,
    num_chunks: 1,
    data: 'data:text/plain;base64,QUJD',
    ...fields,
  }
}

test('an announcement waits, and comes again with the data when the last chunk is there', () => {
  expect(uploads.announces(announcement(1))).toBe(true)
  expect(told).toEqual([])
  uploads.take(chunk(1, { num_chunks: 2, data: 'data:text/plain;bas' }))
  expect(told.map(({ action }) => action)).toEqual(['drop-progress'])
  uploads.take(chunk(1, { num_chunks: 2, chunk_index: 1, data: 'e64,QUJD' }))
  expect(told.slice(1)).toEqual([
    callback('drop-progress', {
      transfer_id: 1,
      file_index: 0,
      chunk_index: 1,
      num_chunks: 2,
      transferred_bytes: 3,
      total_bytes: 3,
      complete: true,
    }),
    callback('drop-end', {
      transfer_id: 1,
      x: 5,
      files: [{ ...file, data: 'data:text/plain;base64,QUJD' }],
    }),
  ])
})

test('progress has the name "drop-progress" for a drop and "progress" for anything else', () => {
  uploads.announces(announcement(1))
  uploads.announces(callback('activated', { transfer_id: 2, files: [file] }))
  uploads.take(chunk(1))
  uploads.take(chunk(2))
  expect(told.map(({ action }) => action)).toEqual([
    'drop-progress',
    'drop-end',
    'progress',
    'activated',
  ])
})

test('what follows the payload is kept', () => {
  uploads.announces(callback('activated', { transfer_id: 2, files: [file] }, 'more', 5))
  uploads.take(chunk(2))
  expect(told[1]!.args.slice(1)).toEqual(['more', 5])
})

test('two uploads at once do not mix', () => {
  uploads.announces(announcement(1))
  uploads.announces(announcement(2))
  uploads.take(chunk(2, { num_chunks: 2, data: 'b1' }))
  uploads.take(chunk(1, { data: 'a1' }))
  uploads.take(chunk(2, { num_chunks: 2, chunk_index: 1, data: 'b2' }))
  const ends = told.filter(({ action }) => action === 'drop-end')
  expect(ends.map(({ args }) => args[0])).toMatchObject([
    { transfer_id: 1, files: [{ data: 'a1' }] },
    { transfer_id: 2, files: [{ data: 'b1b2' }] },
  ])
})

test.each<[string, readonly Json[]]>([
  ['nothing', []],
  ['null', [null]],
  ['text', ['file']],
  ['a list', [[file]]],
  ['no files', [{ transfer_id: 1, files: [] }]],
  ['files that are no list', [{ transfer_id: 1, files: { length: 1 } }]],
  ['files without a transfer', [{ files: [file] }]],
  ['a transfer that is no number', [{ transfer_id: '1', files: [file] }]],
  ['files in the second argument', [1, { transfer_id: 1, files: [file] }]],
])('a callback with %s announces nothing', (_, args) => {
  expect(uploads.announces(callback('drop-end', ...args))).toBe(false)
})

describe('an announcement is refused', () => {
  test.each<[string, Json]>([
    ['null', null],
    ['a name', 'a.txt'],
    ['no name', { size: 3, type: '' }],
    ['a name that is none', { ...file, name: 5 }],
    ['no type', { name: 'a', size: 3 }],
    ['no size', { name: 'a', type: '' }],
    ['a size in words', { ...file, size: '3' }],
    ['a size below 0', { ...file, size: -1 }],
    ['half a byte', { ...file, size: 0.5 }],
    ['a size beyond numbers', { ...file, size: 2 ** 53 }],
  ])('for a file that is %s', (_, wrong) => {
    expectRefused(
      () => uploads.announces(announcement(1, [file, wrong])),
      4400,
      /^An announced file needs "name", "size" \(bytes\) and "type"/,
    )
  })

  test('for more bytes than are allowed', () => {
    expectRefused(
      () => uploads.announces(announcement(1, [file, { ...file, size: 98 }])),
      4413,
      /^Transfer 1 brings 101 bytes, the limit is 100$/,
    )
  })

  test('for the 17th upload under way', () => {
    for (let id = 1; id <= 16; id++) uploads.announces(announcement(id))
    expectRefused(
      () => uploads.announces(announcement(17)),
      4400,
      /^At most 16 uploads may be under way at once$/,
    )
    uploads.take(chunk(1))
    expect(uploads.announces(announcement(17))).toBe(true)
  })

  test('for a transfer that is under way', () => {
    uploads.announces(announcement(1))
    expectRefused(() => uploads.announces(announcement(1)), 4400, /1/)
  })
})

describe('a chunk is refused', () => {
  test('that nobody announced', () => {
    expectRefused(
      () => uploads.take(chunk(1)),
      4400,
      /^No callback of widget 4 announced transfer 1$/,
    )
  })

  test('of another widget', () => {
    uploads.announces(announcement(1))
    expectRefused(
      () => uploads.take(chunk(1, { wid: 5 })),
      4400,
      /^No callback of widget 5 announced transfer 1$/,
    )
  })

  test('after the last', () => {
    uploads.announces(announcement(1))
    uploads.take(chunk(1))
    expectRefused(() => uploads.take(chunk(1)), 4400, /^No callback of widget 4 announced/)
  })

  test('that is not the next', () => {
    uploads.announces(announcement(1))
    expectRefused(() => uploads.take(chunk(1, { chunk_index: 1 })), 4400, /"chunk_index" 0/)
  })

  test('when all uploads were cleared', () => {
    uploads.announces(announcement(1))
    uploads.clear()
    expectRefused(() => uploads.take(chunk(1)), 4400, /^No callback of widget 4 announced/)
  })
})

test('a name such as __proto__ in the payload stays plain data', () => {
  const payload = JSON.parse(
    '{"transfer_id":1,"files":[{"name":"__proto__","size":0,"type":""}],"__proto__":{"polluted":1}}',
  ) as Json
  uploads.announces(callback('drop-end', payload))
  uploads.take(chunk(1, { data: '' }))
  expect(JSON.stringify(told[1]!.args[0])).toContain('"__proto__":{"polluted":1}')
  expect((told[1]!.args[0] as { polluted?: unknown }).polluted).toBeUndefined()
})

function expectRefused(act: () => unknown, code: number, reason: RegExp): void {
  const message = expect.stringMatching(reason) as unknown
  expect(act).toThrow(expect.objectContaining({ name: 'ProtocolError', code, message }))
}
