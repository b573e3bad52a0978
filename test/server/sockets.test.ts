// What comes up a line: who it is, what a frame may be, and when the line counts as dead.

import { once } from 'node:events'
import { createConnection, type Socket } from 'node:net'
import { expect, test, vi } from 'vitest'
import { WebSocketServer } from 'ws'
import type { ApplicationOptions } from '../../src/server/options.ts'
import type { Visitor } from '../../src/session/peer.ts'
import { door } from './door.ts'
import { expectSoon } from './expect-soon.ts'
import { running } from './running.ts'
import { refusal, socketAt, visit } from './visitor.ts'

const PAGE = 'page-0123456789'
/** The smallest that `maxFrameBytes` may be. */
const LEAST = 614_400

test.each<[string, Pick<Visitor, 'page' | 'isComingBack'>]>([
  ['', { page: undefined, isComingBack: false }],
  [`?page=${PAGE}`, { page: PAGE, isComingBack: false }],
  [`?page=${PAGE}&resume=1`, { page: PAGE, isComingBack: true }],
  [`?resume=1&page=${PAGE}`, { page: PAGE, isComingBack: true }],
  [`?page=${PAGE}&resume=0`, { page: PAGE, isComingBack: false }],
  ['?page=short&resume=1', { page: undefined, isComingBack: false }],
  [`?page=${'x'.repeat(65)}`, { page: undefined, isComingBack: false }],
  ['?page=__proto__?resume=1', { page: undefined, isComingBack: false }],
  ['?resume=1', { page: undefined, isComingBack: false }],
])('a client that says %j of itself is %j', async (query, said) => {
  const { url, visitors } = await door()
  await visit(url + query)
  expect(visitors).toEqual([{ ...said, address: '127.0.0.1', user: undefined }])
})

test.each<[string, string | Buffer, string]>([
  ['what is not JSON', '{{', 'A frame must be JSON, got "{{"'],
  ['an unknown type', '{"type":"__proto__"}', '__proto__'],
  [
    'a binary frame',
    Buffer.from('{}'),
    'A binary frame needs a "binary-chunk" in front of it, got none',
  ],
])('%s ends the line, and no other', async (_what, frame, reason) => {
  const app = await running()
  const other = await visit(socketAt(app.url, '?page=another-page'))
  const { socket, ended } = await visit(socketAt(app.url, `?page=${PAGE}`))
  socket.send(frame)

  const end = await ended
  expect(end.code).toBe(4400)
  expect(end.reason).toContain(reason)
  expect(other.socket.readyState).toBe(other.socket.OPEN)
})

test.each<[string, string | Buffer]>([
  ['a large frame', ' '.repeat(LEAST + 1)],
  ['a large binary frame', Buffer.alloc(LEAST + 1)],
])('%s ends the line unheard, and no other', async (_what, frame) => {
  const { url, heard, left } = await door({ maxFrameBytes: LEAST })
  const other = await visit(url)
  const { socket, ended } = await visit(url)
  socket.send(frame)

  const reason = `A frame may have at most ${LEAST} bytes (maxFrameBytes)`
  expect(await ended).toEqual({ code: 4413, reason })
  await expectSoon(left).toBe(1)
  expect([heard, other.socket.readyState]).toEqual([[], other.socket.OPEN])
})

test('a frame as large as may be is heard', async () => {
  const { url, heard } = await door({ maxFrameBytes: LEAST })
  const { socket } = await visit(url)
  const [text, bytes] = ['x'.repeat(LEAST), Buffer.alloc(LEAST)]
  for (const frame of [text, bytes]) socket.send(frame)
  await expectSoon(() => heard).toHaveLength(2)
  // Compared as a whole: a matcher looks at each byte, which takes seconds.
  expect([heard[0] === text, bytes.equals(heard[1] as Buffer)]).toEqual([true, true])
})

test('nothing is heard from a line that we have closed', async () => {
  const { url, heard, peers } = await door()
  const { socket, ended } = await visit(url)
  peers[0]!.close(4400, 'no more')
  socket.send(Buffer.from('binary'))
  socket.send('text')
  expect((await ended).code).toBe(4400)
  expect(heard).toEqual([])
})

test('what was said before a line is closed still arrives, whoever closes it', async () => {
  const { url, sockets, peers } = await door()
  const [first, second] = [await visit(url), await visit(url)]
  sockets.writeTogether(() => {
    for (const peer of peers) peer.send('the last word')
    peers[0]!.close(4400, 'no more')
    void sockets.close()
  })
  expect([(await first.ended).code, (await second.ended).code]).toEqual([4400, 1001])
  expect([first.frames, second.frames]).toEqual([['the last word'], ['the last word']])
})

test('what is written together has not left before, and arrives in its order, bytes too', async () => {
  const { url, sockets, peers } = await door()
  const { frames } = await visit(url)
  sockets.writeTogether(() => {
    for (const frame of ['a', 'b', 'é', Buffer.from('bytes'), 'c']) peers[0]!.send(frame)
    expect(peers[0]!.backlog).toBe(3)
  })
  expect(peers[0]!.backlog).toBe(0)
  await expectSoon(() => frames).toEqual(['a', 'b', 'é', 'bytes', 'c'])
})

test('a reason that is too long for its frame is cut', async () => {
  const { url, peers } = await door()
  const { ended } = await visit(url)
  peers[0]!.close(4400, 'ä'.repeat(100))
  peers[0]!.send('to nobody')
  expect((await ended).reason).toBe(`${'ä'.repeat(60)}…`)
})

test('a line that breaks the rules of WebSockets ends alone', async () => {
  const { url, left } = await door()
  const other = await visit(url)
  const line = await greeting(url)
  line.write(Buffer.from([0xff, 0xff, 0xff, 0xff])) // reserved bits, and a length that is a lie
  line.resume()
  await once(line, 'close')

  await expectSoon(left).toBe(1)
  expect(other.socket.readyState).toBe(other.socket.OPEN)
})

test('an error of ours refuses one browser, and is told', async () => {
  const onError = vi.fn<(error: unknown, where: string) => void>()
  const { url } = await door({ onError })
  vi.spyOn(WebSocketServer.prototype, 'handleUpgrade').mockImplementationOnce(() => {
    throw new Error('ours')
  })
  expect(await refusal(url)).toEqual({
    status: 500,
    text: 'There can be no WebSocket; the log of the server says why.',
  })
  expect(onError.mock.calls).toEqual([[new Error('ours'), 'opening a WebSocket']])
  await visit(url)
})

test.each<[string, ApplicationOptions]>([
  ['at once', {}],
  ['when it was asked who comes', { authenticate: () => true }],
])(
  'an error of ours after the handshake ends the line, and is told: %s',
  async (_when, options) => {
    const onError = vi.fn<(error: unknown, where: string) => void>()
    const { url, visitors } = await door({ ...options, onError })
    vi.spyOn(visitors as unknown[], 'push').mockImplementationOnce(() => {
      throw new Error('ours')
    })
    const line = await greeting(url)
    line.resume()
    await once(line, 'close')
    expect(onError.mock.calls).toEqual([[new Error('ours'), 'opening a WebSocket']])
    await visit(url)
  },
)

test('a browser that leaves a ping unanswered is gone', async () => {
  const { url, left } = await door({ pingInterval: 20 })
  const { ended } = await visit(url, { autoPong: false })
  expect((await ended).code).toBe(1006)
  await expectSoon(left).toBe(1)
})

test('so is one that goes on talking', async () => {
  const { url, left } = await door({ pingInterval: 20 })
  const { socket, ended } = await visit(url, { autoPong: false })
  const timer = setInterval(() => socket.send('{}'), 1)
  expect((await ended).code).toBe(1006)
  clearInterval(timer)
  await expectSoon(left).toBe(1)
})

test('a browser that answers stays, and is asked again', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const { url, heard } = await door()
  const { socket } = await visit(url)
  for (const round of [1, 2, 3]) {
    const asked = once(socket, 'ping')
    vi.advanceTimersByTime(30_000)
    await asked
    socket.send('after the pong')
    await vi.waitUntil(() => heard.length === round)
  }
  vi.useRealTimers()
  expect(socket.readyState).toBe(socket.OPEN)
})

test('pings of a browser are answered, but not to one that takes no answer', async () => {
  const { url, peers, heard } = await door()
  const { socket } = await visit(url)
  socket.ping('first')
  expect(String((await once(socket, 'pong'))[0])).toBe('first')

  socket.pause()
  const most = 1024 * 1024
  while (peers[0]!.backlog <= most) peers[0]!.send('x'.repeat(most))
  const before = peers[0]!.backlog
  for (let at = 0; at < 50; at++) socket.ping('x'.repeat(125))
  socket.send('after the pings')
  await expectSoon(() => heard).toEqual(['after the pings'])
  expect(peers[0]!.backlog).toBeLessThanOrEqual(before)
})

test('pings can be turned off', async () => {
  const interval = vi.spyOn(globalThis, 'setInterval')
  const { url } = await door({ pingInterval: 0 })
  await visit(url)
  expect(interval).not.toHaveBeenCalled()
})

/** A line that has asked for a WebSocket by hand, and got the beginning of an answer. */
async function greeting(url: string): Promise<Socket> {
  const { hostname, port, host } = new URL(url)
  const line = createConnection(Number(port), hostname)
  const key = Buffer.alloc(16).toString('base64')
  const head = ['GET / HTTP/1.1', `Host: ${host}`, 'Connection: Upgrade', 'Upgrade: websocket']
  const keys = [`Sec-WebSocket-Key: ${key}`, 'Sec-WebSocket-Version: 13']
  line.write(`${[...head, ...keys].join('\r\n')}\r\n\r\n`)
  await once(line, 'data')
  return line
}
