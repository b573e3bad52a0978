// Moments in which two things happen at once: a new line before the end of the old one is known, a page that comes
// while something is being said, a page that is slow and goes.

import { expect, test } from 'vitest'
import { effect, Label, MDIWidget, Session, signal, TableView, TopLevel } from 'treewire'
import type { AnyHandle } from 'treewire'
import { ManualClock } from 'treewire/testing'
import { open, Recorder } from './recorder.ts'
import { dropOf } from './drop.ts'

const drop = dropOf({
  viewport_x: 1,
  viewport_y: 1,
  x: 1,
  y: 2,
  transfer_id: 1,
  files: [{ name: 'x', size: 6, type: '' }],
})

function announcement(wid: number, seq: number) {
  return { type: 'callback', wid, action: 'drop-end', args: [drop], seq }
}

function piece(wid: number, chunk_index: number, seq: number) {
  const place = { transfer_id: 1, file_index: 0, file_count: 1, chunk_index, num_chunks: 2 }
  return { type: 'binary-chunk', wid, ...place, encoding: 'binary', seq }
}

function say(session: Session, peer: Recorder, message: object): void {
  session.receive(peer, JSON.stringify(message))
}

test('an upload goes on over a new line, though its piece was cut off from its header on the old one', () => {
  const sizes: number[] = []
  const { session, peer } = open(
    <Label onDropEnd={({ files }) => sizes.push(...files.map(({ size }) => size))} />,
  )
  say(session, peer, announcement(1, 1))
  say(session, peer, piece(1, 0, 2))
  const next = new Recorder()
  session.attach(next, { page: 'page', seen: 1 })
  session.detach(peer)
  say(session, next, piece(1, 0, 2))
  session.receive(next, Buffer.from('abc'))
  say(session, next, piece(1, 1, 3))
  session.receive(next, Buffer.from('def'))
  expect([sizes, next.closed]).toEqual([[6], []])
})

test('who comes is told once what an effect says because of it, as those are who were there', () => {
  const { session, peer } = open(null)
  const log = session.create('TextArea')
  session.flush()
  peer.take()
  const stop = effect(() => void log.call('append_text', `${session.browsers.value} `))
  session.flush()
  peer.take()
  const next = new Recorder()
  session.attach(next, { page: 'next' })
  session.flush()
  stop()
  const appended = (lines: readonly string[]) => lines.filter((one) => one.includes('append_text'))
  expect(appended(peer.take())).toEqual(['v call #1 append_text "2 "'])
  expect(appended(next.take())).toEqual([
    'v call #1 append_text "1 "',
    'v call #1 append_text "2 "',
  ])
})

test('an effect on the number of browsers that throws leaves no page blank', () => {
  const session = new Session({ onError: () => undefined })
  session.mount(() => <Label text="a" />)
  const stop = effect(() => {
    if (session.browsers.value > 0) throw new Error('a mistake of the application')
  })
  const peer = new Recorder()
  expect(() => session.attach(peer, { page: 'page' })).toThrow('a mistake of the application')
  stop()
  session.flush()
  expect(peer.take()).toEqual(['v create #1 Label "a"'])
})

test('a question about what a page has made by itself is asked of that page alone', async () => {
  const windows: AnyHandle[] = []
  const { session, peer } = open(
    <MDIWidget onPageSwitch={(window) => void windows.push(window as AnyHandle)} />,
  )
  const other = new Recorder()
  session.attach(other, { page: 'other' })
  const ref = { __wid__: -1, __class__: 'MDISubWindow' }
  say(session, peer, { type: 'callback', wid: 1, action: 'page-switch', args: [ref] })
  session.detach(peer)
  session.flush()
  other.take()
  const size = windows[0]!.call('get_size') as Promise<unknown>
  session.flush()
  expect(other.take()).toEqual([])
  session.destroy()
  await expect(size).rejects.toThrow('the session has ended')
})

test('bytes for what a page has made by itself go as bytes, under its own number', () => {
  const images: AnyHandle[] = []
  const { session, peer } = open(
    <MDIWidget onPageSwitch={(window) => void images.push(window as AnyHandle)} />,
  )
  const ref = { __wid__: -1, __class__: 'Image' }
  say(session, peer, { type: 'callback', wid: 1, action: 'page-switch', args: [ref] })
  session.flush()
  peer.takeFrames()
  images[0]!.call('set_binary_image', Uint8Array.of(1, 2, 3), 'png')
  session.flush()
  expect(peer.takeFrames().at(-1)).toMatch(/^{"type":"binary-call","id":\d+,"wid":-1,/)
  expect(peer.binary).toEqual([Uint8Array.of(1, 2, 3)])
})

test('the upload of a page that was slow and goes ends when it is given up, like any other', () => {
  const clock = new ManualClock()
  const text = signal('')
  const failures: string[] = []
  const { session, peer } = open(
    <Label
      text={text}
      onDropEnd={() => undefined}
      onUploadFailed={({ reason }) => failures.push(reason)}
    />,
    { clock, maxWindowBytes: 1000, maxBacklogBytes: 1000, windowTime: 5000 },
  )
  say(session, peer, announcement(1, 1))
  Object.assign(peer, { backlog: 5000 })
  text.value = 'x'.repeat(3000)
  session.flush()
  session.detach(peer)
  clock.advance(5000)
  expect(failures).toEqual(['lost'])
})

test('uploads of all pages of a session are counted together', () => {
  const failures: string[] = []
  const { session, peer } = open(
    <Label onDropEnd={() => undefined} onUploadFailed={({ reason }) => failures.push(reason)} />,
    { maxUploadMemory: 10 },
  )
  const other = new Recorder()
  session.attach(other, { page: 'other' })
  say(session, peer, announcement(1, 1))
  say(session, other, announcement(1, 1))
  expect(failures).toEqual(['too-many'])
})

test('rows that were asked for before a page was emptied are not answered into the table that it shows now', () => {
  const clock = new ManualClock()
  const { session, peer } = open(
    <TopLevel>
      <TableView
        columns={[{ label: 'N', key: 'n' }]}
        source={({ start, end }) => ({
          rows: Array.from({ length: end - start }, (_, at) => ({ n: start + at })),
          total: 1000,
        })}
      />
    </TopLevel>,
    { clock, windowTime: 0 },
  )
  session.detach(peer)
  clock.advance(1)
  const next = new Recorder()
  session.attach(next, { page: 'page', seen: 1 })
  session.flush()
  next.take()
  const wanted = { type: 'callback', wid: 2, action: 'rows_wanted', args: [0, 2, []] }
  say(session, next, { ...wanted, seq: 1 })
  session.flush()
  expect(next.take().filter((line) => line.includes('put_rows'))).toEqual([])
  say(session, next, { ...wanted, seq: 2, life: 1 })
  session.flush()
  expect(next.take().filter((line) => line.includes('put_rows'))).toHaveLength(1)
})

test('an address is opened by a page that can hear of it', () => {
  const text = signal('')
  const { session, peer } = open(<Label text={text} />, {
    maxWindowBytes: 1000,
    maxBacklogBytes: 1000,
  })
  const slow = new Recorder()
  session.attach(slow, { page: 'slow' })
  Object.assign(slow, { backlog: 5000 })
  text.value = 'x'.repeat(3000)
  session.flush()
  peer.take()
  session.openUrl('https://example.com/')
  session.flush()
  expect(peer.take()).toEqual(['v open-url "https://example.com/"'])
  session.destroy()
})
