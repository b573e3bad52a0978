// What is compressed, for whom, and what a browser may compress.

import { once } from 'node:events'
import type { Socket } from 'node:net'
import { constants, inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { deflatedFrame } from '../../src/server/deflated-frame.ts'
import { door } from './door.ts'
import { expectSoon } from './expect-soon.ts'
import { visit } from './visitor.ts'

/** The smallest that `maxFrameBytes` may be. */
const LEAST = 614_400

/** As a mount sends them. */
const rows = Array.from({ length: 4000 }, (_, wid) => ({
  type: 'create',
  wid,
  class: 'Label',
  args: [`label ${wid}`],
}))
const mount = JSON.stringify(rows)

/** Hardly anything that repeats itself. */
const noise = Array.from({ length: 60_000 }, (_, at) =>
  String.fromCharCode(0x4e00 + (Math.imul(at + 1, 2_654_435_761) >>> 20)),
).join('')

/** What has come through the line of whoever comes next, in bytes, besides the handshake. */
async function lineOf(options: Parameters<typeof door>[0], offers: boolean) {
  const { url, server, peers, heard } = await door(options)
  const lines = once(server, 'connection') as Promise<[Socket]>
  const visitor = await visit(url, { perMessageDeflate: offers })
  const [line] = await lines
  const before = line.bytesWritten
  return { ...visitor, url, peer: peers[0]!, heard, written: () => line.bytesWritten - before }
}

test.each([
  [true, true, 'permessage-deflate'],
  [true, false, ''],
  [false, true, ''],
])('asked for: %s, offered: %s, agreed on: %j', async (perMessageDeflate, offers, agreed) => {
  const { socket } = await lineOf({ perMessageDeflate }, offers)
  expect(socket.extensions).toBe(agreed)
})

test('a large text goes as a fraction of itself, and arrives whole', async () => {
  const { peer, frames, written } = await lineOf({ perMessageDeflate: true }, true)
  peer.send(mount)
  await expectSoon(() => frames.length).toBe(1)
  expect(frames[0]).toBe(mount)
  expect(written()).toBeLessThan(mount.length / 8)
})

test.each<[string, string | Buffer]>([
  ['a small text', 'x'.repeat(1023)],
  ['bytes', Buffer.alloc(5000)],
])('%s goes as it is', async (_what, frame) => {
  const { peer, frames, written } = await lineOf({ perMessageDeflate: true }, true)
  peer.send(frame)
  await expectSoon(() => frames.length).toBe(1)
  expect(written()).toBe(frame.length + 4)
})

test('who has not offered it gets large texts as they are', async () => {
  const { peer, frames, written } = await lineOf({ perMessageDeflate: true }, false)
  peer.send(mount)
  await expectSoon(() => frames.length).toBe(1)
  expect(written()).toBe(mount.length + 10)
})

test('frames of all kinds arrive in their order', async () => {
  const { peer, frames, socket } = await lineOf({ perMessageDeflate: true }, true)
  const sent = [mount, '[]', 'é', mount, noise, 'é'.repeat(5000), 'x'.repeat(70_000), '', mount]
  for (const frame of sent) peer.send(frame)
  peer.close(4410, 'The end')
  expect((await once(socket, 'close'))[0]).toBe(4410)
  expect(frames).toEqual(sent)
})

test.each([
  ['of less than 126 bytes', 'x'.repeat(2000), 'c1'],
  ['of less than 64 KiB', mount, 'c17e'],
  ['of more', noise, 'c17f'],
])('a frame %s can be inflated by itself', (_size, text, head) => {
  const frame = deflatedFrame(text)!
  expect(frame.toString('hex')).toMatch(new RegExp(`^${head}`))
  const start = { c17e: 4, c17f: 10 }[head] ?? 2
  const whole = Buffer.concat([frame.subarray(start), Buffer.from('0000ffff', 'hex')])
  const finishFlush = constants.Z_SYNC_FLUSH
  expect(inflateRawSync(whole, { finishFlush }).toString()).toBe(text)
})

test('what a browser has compressed is heard', async () => {
  const { socket, heard } = await lineOf({ perMessageDeflate: true }, true)
  socket.send(mount, { compress: true })
  socket.send('short', { compress: true })
  await expectSoon(() => heard.length).toBe(2)
  expect(heard).toEqual([mount, 'short'])
})

test('a small frame that grows beyond the limit ends the line unheard, and no other', async () => {
  const options = { perMessageDeflate: true, maxFrameBytes: LEAST }
  const { socket, ended, url, heard } = await lineOf(options, true)
  const other = await visit(url)
  socket.send(' '.repeat(LEAST * 100), { compress: true })
  expect(await ended).toEqual({
    code: 4413,
    reason: `A frame may have at most ${LEAST} bytes (maxFrameBytes)`,
  })
  expect(heard).toEqual([])
  expect(other.socket.readyState).toBe(other.socket.OPEN)
})
