// Files that a user drops, all the way from the browser's frames to the handlers of a component.

import { beforeEach, describe, expect, test } from 'vitest'
import { Label, TopLevel } from 'treewire'
import { foreigner, newPage, open, Recorder } from './recorder.ts'
import type { UploadedFile } from 'treewire'
import type { Opened } from './recorder.ts'
import { dropOf } from './drop.ts'

let log: string[]
let dropped: unknown[]
let opened: Opened

/** A file as what is in it. */
function plain({ name, size, type, data }: UploadedFile): object {
  return { name, size, type, data }
}

/** Label 2 takes drops, label 3 does not. */
function openPage(maxUploadBytes = 1000): Opened {
  log = []
  dropped = []
  const page = open(
    <TopLevel>
      <Label
        onDropStart={({ files }) => log.push(`start ${files.map(({ name }) => name).join()}`)}
        onDropProgress={({ transferred_bytes, total_bytes, complete }) =>
          log.push(`${transferred_bytes}/${total_bytes}${complete ? ' complete' : ''}`)
        }
        onDropEnd={(payload) => {
          log.push('end')
          dropped.push({ ...payload, files: payload.files.map(plain) })
        }}
      />
    </TopLevel>,
    { maxUploadBytes },
  )
  page.peer.take()
  return page
}

beforeEach(() => {
  opened = openPage()
})

/** What a drop brings besides its files. */
const drop = dropOf({ viewport_x: 11, viewport_y: 22, x: 1, y: 2 })
const file = { name: 'a.txt', size: 3, type: 'text/plain' }
const second = { name: 'b.bin', size: 6, type: '' }

function announce(files: readonly object[], transfer_id = 1): void {
  opened.fire(2, 'drop-end', { ...drop, transfer_id, files })
}

function chunk(fields: object = {}): void {
  opened.receive({
    type: 'file-chunk',
    wid: 2,
    transfer_id: 1,
    file_index: 0,
    file_count: 1,
    chunk_index: 0,
    num_chunks: 1,
    data: 'data:text/plain;base64,QUJD',
    ...fields,
  })
}

function binaryChunk(fields: object = {}): void {
  const place = { file_index: 0, file_count: 1, chunk_index: 0, num_chunks: 1 }
  opened.receive({ type: 'binary-chunk', wid: 2, transfer_id: 1, ...place, ...fields })
}

test('bytes come behind their header, or in base64', () => {
  announce([file, second])
  binaryChunk({ file_count: 2, encoding: 'binary' })
  opened.receiveBytes(Buffer.from('ABC'))
  binaryChunk({ file_count: 2, file_index: 1, encoding: 'base64', data: 'QUJDREVG' })
  expect(dropped).toMatchObject([
    {
      files: [
        { ...file, data: 'data:text/plain;base64,QUJD' },
        { ...second, data: 'data:application/octet-stream;base64,QUJDREVG' },
      ],
    },
  ])
})

test('an upload that is too large ends alone: the page is told to stop, and the application why', () => {
  announce([{ ...file, size: 1001 }])
  binaryChunk()
  opened.receiveBytes(new Uint8Array(1001))
  opened.session.flush()
  expect(opened.peer.take()).toEqual(['v upload 1 stop'])
  expect(opened.errors).toEqual([
    '#2.drop-end: An upload has failed: The files have 1001 bytes together, the limit is 1000',
  ])
  expect([opened.peer.closed, dropped]).toEqual([[], []])
})

test('a page that is not ours is not told what it does not understand', () => {
  const page = open(<Label onDropEnd={() => {}} />, { maxUploadBytes: 2 })
  const peer = new Recorder()
  page.session.attach(peer, foreigner)
  peer.take()
  const files = { ...drop, transfer_id: 1, files: [file] }
  const announcement = { type: 'callback', wid: 1, action: 'drop-end', args: [files] }
  page.session.receive(peer, JSON.stringify(announcement))
  page.session.flush()
  expect([peer.take(), page.errors.length]).toEqual([[], 1])
})

test('what the server makes up by itself cannot come from a browser', () => {
  const page = open(<Label onUpload={(upload) => log.push(`upload ${upload.id}`)} />)
  page.fire(1, 'upload', { id: 1, files: [] })
  expect(page.peer.closed).toEqual(['4400 Only the server tells "upload"'])
  expect(log).toEqual([])
})

test('a drop of two files: start, progress of each chunk, and the end with the data', () => {
  opened.fire(2, 'drop-start', {
    ...drop,
    files: [file, second].map((one) => ({ ...one, data: null })),
  })
  announce([file, second])
  chunk({ file_count: 2 })
  chunk({ file_count: 2, file_index: 1, num_chunks: 2, data: 'data:;base64,QUJD' })
  expect(dropped).toEqual([])
  chunk({ file_count: 2, file_index: 1, num_chunks: 2, chunk_index: 1, data: 'REVG' })
  expect(log).toEqual(['start a.txt,b.bin', '3/9', '6/9', '9/9 complete', 'end'])
  expect(dropped).toEqual([
    {
      ...drop,
      transfer_id: 1,
      files: [
        { ...file, data: 'data:text/plain;base64,QUJD' },
        { ...second, data: 'data:application/octet-stream;base64,QUJDREVG' },
      ],
    },
  ])
  expect([opened.errors, opened.peer.closed]).toEqual([[], []])
})

test('a drop without files ends at once', () => {
  opened.fire(2, 'drop-end', { ...drop, text: 'words', files: [] })
  expect(dropped).toEqual([{ ...drop, text: 'words', files: [] }])
})

test('other messages may come between the chunks', () => {
  announce([file])
  chunk({ num_chunks: 2, data: 'data:text/plain;base' })
  opened.receive('{"type":"result","id":1}')
  opened.fire(2, 'drop-end', { ...drop, files: [] })
  chunk({ num_chunks: 2, chunk_index: 1, data: '64,QUJD' })
  expect(dropped).toMatchObject([
    { files: [] },
    { files: [{ data: 'data:text/plain;base64,QUJD' }] },
  ])
})

describe('an upload ends the connection, and only that,', () => {
  test.each<[string, () => void, RegExp]>([
    [
      'when a chunk cannot be',
      () => {
        announce([file])
        chunk({ chunk_index: 2, num_chunks: 2 })
      },
      /^4400 Transfer 1 needs "chunk_index" to be from 0 to 1, got 2$/,
    ],
    [
      'when bytes come that nobody announced',
      () => opened.receiveBytes(Uint8Array.of(1)),
      /^4400 A binary frame needs a "binary-chunk" in front of it, got none$/,
    ],
    [
      'when the bytes do not come behind their header',
      () => {
        for (let at = 0; at < 65; at++) binaryChunk()
      },
      /^4400 A "binary-chunk" needs its binary frame right behind it$/,
    ],
    [
      'when bytes in base64 are none',
      () => {
        announce([file])
        binaryChunk({ encoding: 'base64' })
      },
      /^4400 "binary-chunk" in base64 needs "data" to be a string, got undefined$/,
    ],
    [
      'when nobody announced it',
      () => chunk({ transfer_id: 7 }),
      /^4400 No callback of widget 2 announced transfer 7$/,
    ],
    [
      'when its widget never was',
      () => opened.fire(99, 'drop-end', { ...drop, transfer_id: 1, files: [file] }),
      /^4404 There never was a widget 99$/,
    ],
    [
      'when the rest of its announcement is wrong',
      () => {
        opened.fire(2, 'drop-end', { ...drop, transfer_id: 1, files: [file], x: 'left' })
        chunk()
      },
      /^4400 Label\.drop-end needs "event" to be DropEndPayload, got /,
    ],
  ])('%s', (_, act, reason) => {
    act()
    expect(opened.peer.closed).toEqual([expect.stringMatching(reason)])
    expect([opened.session.isOver, dropped]).toEqual([false, []])
    // Of an upload that is cut off somebody has to hear.
    const lost = '#2.drop-end: An upload has failed: the browser is gone'
    expect(opened.errors.filter((error) => error !== lost)).toEqual([])
  })
})

describe('an upload whose line drops', () => {
  const lost = '#2.drop-end: An upload has failed: '
  const place = { type: 'file-chunk', wid: 2, transfer_id: 1, file_index: 0, file_count: 1 }
  const piece = (chunk_index: number): object => ({
    ...place,
    chunk_index,
    num_chunks: 2,
    data: chunk_index === 0 ? 'data:,AB' : 'C',
  })
  const heard = (peer: Recorder, ...messages: readonly object[]): void =>
    opened.session.receive(peer, JSON.stringify(messages))

  test('goes on over the next one', () => {
    announce([file])
    heard(opened.peer, piece(0))
    opened.session.detach(opened.peer)
    const next = new Recorder()
    opened.session.attach(next, { ...newPage, seen: 1 })
    heard(next, piece(1))
    expect(dropped).toMatchObject([{ files: [{ ...file }] }])
    expect([log, opened.errors]).toEqual([['1/3', '3/3 complete', 'end'], []])
  })

  test('fails when its page is told everything anew, as soon as all has come that it had told', () => {
    announce([file])
    opened.session.detach(opened.peer)
    const next = new Recorder()
    opened.session.attach(next, newPage)
    heard(next, piece(0))
    expect(opened.errors).toEqual([])
    heard(next, { type: 'result', id: idIn(next) })
    expect(opened.errors).toEqual([`${lost}the page was told everything anew`])
    heard(next, piece(1))
    expect([next.closed, dropped]).toEqual([[], []])
  })

  test('arrives though its page is told everything anew, if all of it had been told', () => {
    announce([file])
    opened.session.detach(opened.peer)
    const next = new Recorder()
    opened.session.attach(next, newPage)
    heard(next, piece(0), piece(1), { type: 'result', id: idIn(next) })
    expect([dropped.length, opened.errors]).toEqual([1, []])
  })

  test('fails when its page is forgotten, as that of a client that is not ours at once', () => {
    const peer = new Recorder()
    opened.session.attach(peer, foreigner)
    const files = { ...drop, transfer_id: 1, files: [file] }
    heard(peer, { type: 'result', id: idIn(peer) })
    heard(peer, { type: 'callback', wid: 2, action: 'drop-end', args: [files] })
    opened.session.detach(peer)
    expect(opened.errors).toEqual([`${lost}the browser is gone`])
  })

  test('and the session ends, fails and says so', () => {
    announce([file])
    opened.session.destroy()
    expect(opened.errors).toEqual([`${lost}the session has ended`])
  })

  test('in front of the bytes of a piece is told the piece again', () => {
    announce([file])
    const place = { file_index: 0, file_count: 1, chunk_index: 0, num_chunks: 1, seq: 1 }
    binaryChunk(place)
    opened.session.detach(opened.peer)
    const next = new Recorder()
    opened.session.attach(next, { ...newPage, seen: 1 })
    expect(next.welcomes).toEqual(['[{"type":"welcome","heard":0,"kept":"page"}]'])
    heard(next, { type: 'binary-chunk', wid: 2, transfer_id: 1, ...place })
    opened.session.receive(next, Buffer.from('ABC'))
    expect(dropped).toHaveLength(1)
  })

  function idIn(peer: Recorder): number {
    const frame = JSON.parse(peer.takeFrames().at(-1)!) as { id: number }[]
    return frame.at(-1)!.id
  }
})

test('what arrives for a widget that has gone meanwhile is dropped', () => {
  announce([file])
  opened.session.mount(() => <Label />)
  chunk()
  expect([log, opened.peer.closed, opened.errors]).toEqual([[], [], []])
})
