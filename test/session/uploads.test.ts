// Files on their way up: the announcement waits for its last piece, progress is told of each, and what may not be
// ends the upload or the connection.

import { beforeEach, describe, expect, test } from 'vitest'
import { CloseCode } from 'treewire/protocol'
import type { BinaryChunkMessage, CallbackMessage, FileChunkMessage, Json } from 'treewire/protocol'
import type { Upload, UploadedFile } from 'treewire'
import { withFiles } from '../../src/session/announced.ts'
import { Uploads } from '../../src/session/uploads.ts'

const file = { name: 'a.txt', size: 3, type: 'text/plain' }
const limits = { perUpload: 100, perFile: 90, inMemory: 150 }

let told: CallbackMessage[]
let commands: string[]
let errors: string[]
/** The reasons of all that have not arrived. */
let failed: string[]
let heard: (action: string) => boolean
let uploads: Uploads
/** What the application does when it hears of an upload. */
let onUpload: (upload: Upload) => void

beforeEach(() => {
  told = []
  commands = []
  errors = []
  failed = []
  heard = (action) => action !== 'upload-failed'
  onUpload = () => {}
  const deliver = (callback: CallbackMessage): void => {
    if (callback.action === 'upload') onUpload(callback.args[0] as unknown as Upload)
    else told.push(callback)
  }
  uploads = new Uploads(limits, new Set(), {
    deliver,
    deliverLater: deliver,
    isHeard: (_, action) => heard(action),
    tell: (transfer, command) => commands.push(`${transfer} ${command}`),
    failed: (reason) => failed.push(reason),
    report: (error, where) => errors.push(`${where}: ${(error as Error).message}`),
  })
})

function callback(action: string, ...args: readonly Json[]): CallbackMessage {
  return { type: 'callback', wid: 4, action, args }
}

function announcement(transfer_id: number, files: readonly Json[] = [file]): CallbackMessage {
  return callback('drop-end', { transfer_id, files, x: 5 })
}

const place = { wid: 4, file_index: 0, file_count: 1, chunk_index: 0, num_chunks: 1 }

/** A piece of text. */
function text(transfer_id: number, fields: Partial<FileChunkMessage> = {}): void {
  const data = 'data:text/plain;base64,QUJD'
  const chunk: FileChunkMessage = { type: 'file-chunk', transfer_id, ...place, data, ...fields }
  uploads.take(chunk, chunk.data)
}

/** A piece of bytes. */
function piece(transfer_id: number, content: string, fields: Partial<BinaryChunkMessage> = {}) {
  uploads.take({ type: 'binary-chunk', transfer_id, ...place, ...fields }, Buffer.from(content))
}

function failures(): Json[] {
  return told.flatMap(({ action, args }) => (action === 'upload-failed' ? [args[0]!] : []))
}

function filesOf({ args: [payload] }: CallbackMessage): readonly UploadedFile[] {
  return (payload as unknown as { files: readonly UploadedFile[] }).files
}

test('an announcement waits, and comes again with its files when the last piece is there', () => {
  expect(uploads.announces(announcement(1))).toBe(true)
  expect(told).toEqual([])
  text(1, { num_chunks: 2, data: 'data:text/plain;bas' })
  expect(told.map(({ action }) => action)).toEqual(['drop-progress'])
  text(1, { num_chunks: 2, chunk_index: 1, data: 'e64,QUJD' })
  expect(told[1]).toEqual(
    callback('drop-progress', {
      transfer_id: 1,
      file_index: 0,
      chunk_index: 1,
      num_chunks: 2,
      transferred_bytes: 3,
      total_bytes: 3,
      complete: true,
    }),
  )
  expect(told[2]).toMatchObject({ action: 'drop-end', args: [{ transfer_id: 1, x: 5 }] })
  const [received] = filesOf(told[2]!)
  expect(received).toMatchObject({ ...file, isWhole: true, path: undefined })
  expect(received!.text()).toBe('ABC')
  expect(received!.data).toBe('data:text/plain;base64,QUJD')
})

test('pieces of bytes come in any order, of several files at once', () => {
  uploads.announces(announcement(1, [file, { ...file, name: 'b' }]))
  const of = { file_count: 2, num_chunks: 2 }
  piece(1, 'Z', { ...of, file_index: 1, chunk_index: 1 })
  piece(1, 'C', { ...of, file_index: 0, chunk_index: 1 })
  piece(1, 'XY', { ...of, file_index: 1 })
  piece(1, 'AB', { ...of, file_index: 0 })
  expect(filesOf(told.at(-1)!).map((one) => one.text())).toEqual(['ABC', 'XYZ'])
})

test('a piece that does not say of which file is of the only one', () => {
  uploads.announces(announcement(1))
  const { wid, chunk_index, num_chunks } = place
  const chunk = { type: 'binary-chunk', transfer_id: 1, wid, chunk_index, num_chunks } as const
  uploads.take(chunk, Buffer.from('ABC'))
  expect(filesOf(told.at(-1)!)[0]!.text()).toBe('ABC')
})

test('progress has the name "drop-progress" for a drop and "progress" for anything else', () => {
  uploads.announces(announcement(1))
  uploads.announces(callback('activated', { transfer_id: 2, files: [file] }))
  piece(1, 'ABC')
  piece(2, 'ABC')
  expect(told.map(({ action }) => action)).toEqual([
    'drop-progress',
    'drop-end',
    'progress',
    'activated',
  ])
})

test('what follows the payload is kept', () => {
  uploads.announces(callback('activated', { transfer_id: 2, files: [file] }, 'more', 5))
  piece(2, 'ABC')
  expect(told[1]!.args.slice(1)).toEqual(['more', 5])
})

test('a file that could not be read is not whole, and has no data', () => {
  uploads.announces(announcement(1))
  piece(1, '')
  const [received] = filesOf(told.at(-1)!)
  expect([received!.isWhole, received!.data, received!.text()]).toEqual([false, null, ''])
})

test('a file has no bytes before it has arrived', () => {
  let early: Upload | undefined
  onUpload = (upload) => (early = upload)
  uploads.announces(announcement(1))
  expect(early).toMatchObject({ id: 1, totalBytes: 3, transferredBytes: 0 })
  expect(() => early!.files[0]!.bytes()).toThrow('"a.txt" has not arrived as a whole')
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

describe('files that nobody announces', () => {
  test('are files too, with the data that they bring along, or without', () => {
    const data = 'data:text/plain;base64,QUJD'
    const given = callback('drop-end', {
      files: [
        { ...file, data },
        { ...file, data: null },
      ],
    })
    expect(filesOf(withFiles(given)).map((one) => [one.isWhole, one.text()])).toEqual([
      [true, 'ABC'],
      [false, ''],
    ])
  })

  test('stay as they are before they come', () => {
    const start = callback('drop-start', { files: [{ ...file, data: null }] })
    expect(withFiles(start)).toBe(start)
  })
})

describe('an announcement is a mistake', () => {
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
  ])('of a file that is %s', (_, wrong) => {
    expectMistake(
      () => uploads.announces(announcement(1, [file, wrong])),
      /^An announced file needs "name", "size" \(bytes\) and "type"/,
    )
  })

  test('of a transfer that is under way', () => {
    uploads.announces(announcement(1))
    expectMistake(() => uploads.announces(announcement(1)), /^Transfer 1 is under way already$/)
  })
})

describe('a piece is a mistake', () => {
  test('that nobody announced', () => {
    expectMistake(() => piece(1, 'ABC'), /^No callback of widget 4 announced transfer 1$/)
  })

  test('of another widget', () => {
    uploads.announces(announcement(1))
    expectMistake(
      () => piece(1, 'ABC', { wid: 5 }),
      /^No callback of widget 5 announced transfer 1$/,
    )
  })

  test('after the last', () => {
    uploads.announces(announcement(1))
    piece(1, 'ABC')
    expectMistake(() => piece(1, 'ABC'), /^No callback of widget 4 announced/)
  })

  test('that came before', () => {
    uploads.announces(announcement(1))
    piece(1, 'A', { num_chunks: 2 })
    expectMistake(() => piece(1, 'A', { num_chunks: 2 }), /"chunk_index"/)
  })
})

test('what comes of an upload that was cleared is passed over', () => {
  heard = () => true
  uploads.announces(announcement(1))
  piece(1, 'A', { num_chunks: 2 })
  uploads.clear('the browser is gone')
  const before = [...told]
  piece(1, 'B', { num_chunks: 2, chunk_index: 1 })
  expect(told).toEqual(before)
})

describe('an upload ends alone, and the handler is told', () => {
  beforeEach(() => {
    heard = () => true
  })

  test.each<[string, () => void, string, string]>([
    [
      'when it announces too much',
      () =>
        uploads.announces(
          announcement(1, [
            { ...file, size: 50 },
            { ...file, size: 51 },
          ]),
        ),
      'too-large',
      'The files have 101 bytes together, the limit is 100',
    ],
    [
      'when one of its files is too large',
      () => uploads.announces(announcement(1, [{ ...file, size: 91 }])),
      'too-large',
      '"a.txt" has 91 bytes, the limit is 90',
    ],
    [
      'when it brings more than it announced',
      () => {
        uploads.announces(announcement(1))
        piece(1, 'ABCD')
      },
      'too-large',
      'Transfer 1 brings 4 bytes, announced were 3',
    ],
    [
      'when its text means more than it announced',
      () => {
        uploads.announces(announcement(1))
        text(1, { data: 'data:;base64,QUJDRA==' })
      },
      'too-large',
      'Transfer 1 brings 4 bytes, announced were 3',
    ],
    [
      'when the application cancels it at once',
      () => {
        onUpload = (upload) => upload.cancel('not now')
        uploads.announces(announcement(1))
      },
      'cancelled',
      'not now',
    ],
    [
      'when the browser is gone',
      () => {
        uploads.announces(announcement(1))
        uploads.clear('the browser is gone')
      },
      'lost',
      'the browser is gone',
    ],
    [
      'when all uploads together would take too much memory',
      () => {
        uploads.announces(announcement(2, [{ ...file, size: 80 }]))
        uploads.announces(announcement(1, [{ ...file, size: 80 }]))
      },
      'too-many',
      'all uploads of a session may take 150 bytes of memory, now they would take 160',
    ],
    [
      'when it is the 17th at once',
      () => {
        for (let id = 2; id <= 17; id++) uploads.announces(announcement(id))
        uploads.announces(announcement(1))
      },
      'too-many',
      'at most 16 uploads may be under way at once',
    ],
  ])('%s', (_, act, reason, message) => {
    act()
    expect(failures()).toEqual([
      expect.objectContaining({ transfer_id: 1, reason, message, files: expect.any(Array) }),
    ])
    expect(commands).toEqual(reason === 'lost' ? [] : ['1 stop'])
    expect([errors, failed]).toEqual([[], [reason]])
  })

  test('and what still comes of it is passed over', () => {
    uploads.announces(announcement(1, [{ ...file, size: 91 }]))
    piece(1, 'x'.repeat(91))
    expect(told.map(({ action }) => action)).toEqual(['upload-failed'])
  })

  test('and makes room for the next', () => {
    uploads.announces(announcement(1, [{ ...file, size: 80 }]))
    heard = (action) => action !== 'drop-end'
    uploads.dropUnwanted()
    heard = () => true
    uploads.announces(announcement(2, [{ ...file, size: 80 }]))
    expect(failures()).toMatchObject([{ transfer_id: 1, reason: 'unwanted' }])
  })

  test('and its number may be used again', () => {
    onUpload = (upload) => upload.cancel()
    uploads.announces(announcement(1))
    onUpload = () => {}
    uploads.announces(announcement(1))
    piece(1, 'ABC')
    expect(told.map(({ action }) => action)).toEqual(['upload-failed', 'drop-progress', 'drop-end'])
  })

  test('in the middle, from a handler of its progress', () => {
    let upload: Upload | undefined
    onUpload = (begun) => (upload = begun)
    uploads.announces(announcement(1))
    upload!.signal.addEventListener('abort', () => errors.push(String(upload!.signal.reason)))
    heard = (action) => {
      if (told.some((one) => one.action === 'drop-progress')) upload!.cancel('enough')
      return action !== 'upload-failed'
    }
    piece(1, 'A', { num_chunks: 2 })
    uploads.dropUnwanted()
    expect(errors).toEqual(['Error: The upload has ended early: enough'])
    upload!.cancel('again')
    expect(commands).toEqual(['1 stop'])
  })
})

test('of a failure that nobody listens for onError is told, unless somebody wanted it', () => {
  uploads.announces(announcement(1, [{ ...file, size: 91 }]))
  onUpload = (upload) => upload.cancel()
  uploads.announces(announcement(2))
  expect(errors).toEqual([
    '#4.drop-end: An upload has failed: "a.txt" has 91 bytes, the limit is 90',
  ])
})

test('files that nobody waits for are passed over, and the browser is told to stop', () => {
  uploads.ignore(announcement(1))
  piece(1, 'ABC')
  expect([told, commands]).toEqual([[], ['1 stop']])
})

test('where files go is said at once or not at all', () => {
  let upload: Upload | undefined
  onUpload = (begun) => (upload = begun)
  uploads.announces(announcement(1))
  expect(() => upload!.to(() => undefined)).toThrow(
    /^Upload\.to says where files go before their first byte comes/,
  )
})

test('a name such as __proto__ in the payload stays plain data', () => {
  const payload = JSON.parse(
    '{"transfer_id":1,"files":[{"name":"__proto__","size":0,"type":""}],"__proto__":{"polluted":1}}',
  ) as Json
  uploads.announces(callback('drop-end', payload))
  piece(1, '')
  expect(JSON.stringify(told[1]!.args[0])).toContain('"__proto__":{"polluted":1}')
  expect((told[1]!.args[0] as { polluted?: unknown }).polluted).toBeUndefined()
})

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\ada\\notes.txt', 'notes.txt'],
  ['..', 'unnamed'],
  ['', 'unnamed'],
  ['a\u0000b\r\n.txt', 'ab.txt'],
  ['naïve — file.txt', 'naïve — file.txt'],
])('a file that calls itself %j is called %j', (name, wanted) => {
  uploads.announces(announcement(1, [{ ...file, name }]))
  piece(1, 'ABC')
  expect(filesOf(told.at(-1)!)[0]!.name).toBe(wanted)
})

function expectMistake(act: () => unknown, reason: RegExp): void {
  const message = expect.stringMatching(reason) as unknown
  const code = CloseCode.badMessage
  expect(act).toThrow(expect.objectContaining({ name: 'ProtocolError', code, message }))
}
