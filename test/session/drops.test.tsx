// Files that a user drops, all the way from the browser's frames to the handlers of a component.

import { beforeEach, describe, expect, test } from 'vitest'
import { Label, TopLevel } from 'treewire'
import { newPage, open, Recorder } from './recorder.ts'
import type { Opened } from './recorder.ts'

let log: string[]
let dropped: unknown[]
let opened: Opened

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
          dropped.push(payload)
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
const drop = {
  type: 'drop',
  time_stamp: 1,
  viewport_x: 11,
  viewport_y: 22,
  x: 1,
  y: 2,
  button_trigger: 0,
  button_mask: 0,
  modifiers: [],
  types: ['Files'],
  text: null,
  url: null,
  html: null,
}
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
        { ...second, data: 'data:;base64,QUJDREVG' },
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
  chunk({ num_chunks: 2, data: 'data:,A' })
  opened.receive('{"type":"result","id":1}')
  opened.fire(2, 'drop-end', { ...drop, files: [] })
  chunk({ num_chunks: 2, chunk_index: 1, data: 'B' })
  expect(dropped).toMatchObject([{ files: [] }, { files: [{ data: 'data:,AB' }] }])
})

describe('an upload ends the connection, and only that,', () => {
  test.each<[string, () => void, RegExp]>([
    [
      'when it is too large',
      () => announce([{ ...file, size: 1001 }]),
      /^4413 Transfer 1 brings 1001 bytes, the limit is 1000$/,
    ],
    [
      'when it brings more than it announced',
      () => {
        announce([file])
        chunk({ data: 'x'.repeat(5000) })
      },
      /^4413 Transfer 1 brings \d+ bytes, /,
    ],
    [
      'when a chunk is missing',
      () => {
        announce([file])
        chunk({ chunk_index: 1, num_chunks: 2 })
      },
      /^4400 Transfer 1 expects "chunk_index" 0 in its next chunk, got 1$/,
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
    expect([opened.session.isOver, opened.errors, dropped]).toEqual([false, [], []])
  })
})

test('an upload that was cut off by the end of the line is forgotten', () => {
  announce([file])
  chunk({ num_chunks: 2, data: 'data:,A' })
  const peer = new Recorder()
  opened.session.attach(peer, newPage)
  opened.session.receive(
    peer,
    JSON.stringify({
      type: 'callback',
      wid: 2,
      action: 'drop-end',
      args: [{ ...drop, transfer_id: 1, files: [file] }],
    }),
  )
  expect(peer.closed).toEqual([])
  expect(dropped).toEqual([])
})

test('what arrives for a widget that has gone meanwhile is dropped', () => {
  announce([file])
  opened.session.mount(() => <Label />)
  chunk()
  expect([log, opened.peer.closed, opened.errors]).toEqual([[], [], []])
})
