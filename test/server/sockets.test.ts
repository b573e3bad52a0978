// What comes up a line: who it is, what a frame may be, and when the line counts as dead.

import { once } from 'node:events'
import { createConnection, type Socket } from 'node:net'
import { expect, test, vi } from 'vitest'
import { WebSocketServer } from 'ws'
import type { Hello } from '../../src/session/peer.ts'
import { SessionRegistry } from '../../src/server/session-registry.ts'
import { Session } from '../../src/session/session.ts'
import { expectSoon } from './expect-soon.ts'
import { running } from './running.ts'
import { refusal, socketAt, visit, type Visitor } from './visitor.ts'

const PAGE = 'page-0123456789'

test.each<[string, Hello]>([
  ['', { page: undefined, seen: 0 }],
  [`?page=${PAGE}`, { page: PAGE, seen: 0 }],
  [`?page=${PAGE}&seen=17`, { page: PAGE, seen: 17 }],
  [`?page=${PAGE}&seen=-1`, { page: undefined, seen: 0 }],
  [`?page=${PAGE}&seen=1.5`, { page: undefined, seen: 0 }],
  [`?page=${PAGE}&seen=`, { page: undefined, seen: 0 }],
  ['?page=short&seen=1', { page: undefined, seen: 0 }],
  [`?page=${'x'.repeat(65)}`, { page: undefined, seen: 0 }],
  ['?page=__proto__?seen=1', { page: undefined, seen: 0 }],
  ['?seen=3', { page: undefined, seen: 0 }],
])('a client that says %j of itself is %j', async (query, hello) => {
  const attach = vi.spyOn(Session.prototype, 'attach')
  const app = await running()
  await visit(socketAt(app.url, `_treewire/socket${query}`))
  expect(attach.mock.calls.map(([, given]) => given)).toEqual([hello])
})

test.each<[string, string | Buffer, number, string]>([
  ['what is not JSON', '{{', 4400, 'A frame must be JSON, got "{{"'],
  ['an unknown type', '{"type":"__proto__"}', 4400, '__proto__'],
  [
    'a binary frame',
    Buffer.from('{}'),
    4400,
    'A binary frame needs a "binary-chunk" in front of it, got none',
  ],
  ['a large frame', ' '.repeat(101), 4413, 'A frame may have at most 100 bytes (maxFrameBytes)'],
  [
    'a large binary frame',
    Buffer.alloc(101),
    4413,
    'A frame may have at most 100 bytes (maxFrameBytes)',
  ],
])('%s ends the line, and no other', async (_what, frame, code, reason) => {
  const app = await running({ maxFrameBytes: 100 })
  const other = await visit(socketAt(app.url))
  const { socket, ended } = await visit(socketAt(app.url))
  socket.send(frame)

  const end = await ended
  expect(end.code).toBe(code)
  expect(end.reason).toContain(reason)
  await expectSoon(() => app.sessions.size).toBe(1)
  expect(other.socket.readyState).toBe(other.socket.OPEN)
})

test('a frame as large as may be is heard', async () => {
  const receive = vi.spyOn(Session.prototype, 'receive').mockReturnValue()
  const app = await running({ maxFrameBytes: 100 })
  const { socket } = await visit(socketAt(app.url))
  socket.send('x'.repeat(100))
  await expectSoon(() => receive.mock.calls.length).toBe(1)
})

test('nothing is heard from a line that we have closed', async () => {
  const receive = vi.spyOn(Session.prototype, 'receive').mockImplementation((peer) => {
    peer.close(4400, 'no more')
  })
  const app = await running()
  const { socket, ended } = await visit(socketAt(app.url))
  socket.send('first')
  socket.send(Buffer.from('binary'))
  socket.send('text')
  expect((await ended).code).toBe(4400)
  expect(receive.mock.calls.map(([, frame]) => frame)).toEqual(['first'])
})

test('a reason that is too long for its frame is cut', async () => {
  const app = await running({ onConnect: () => undefined })
  vi.spyOn(Session.prototype, 'receive').mockImplementation((peer) => {
    peer.close(4400, 'ä'.repeat(100))
    peer.send('to nobody')
  })
  const { socket, ended } = await visit(socketAt(app.url))
  socket.send('text')
  expect((await ended).reason).toBe(`${'ä'.repeat(60)}…`)
})

test('a line that breaks the rules of WebSockets ends alone', async () => {
  const app = await running()
  const other = await visit(socketAt(app.url))
  const line = await greeting(app.url)
  line.write(Buffer.from([0xff, 0xff, 0xff, 0xff])) // reserved bits, and a length that is a lie
  line.resume()
  await once(line, 'close')

  await expectSoon(() => app.sessions.size).toBe(1)
  expect(other.socket.readyState).toBe(other.socket.OPEN)
})

test('an error of ours refuses one browser, and is told', async () => {
  const onError = vi.fn<(error: unknown, where: string) => void>()
  const app = await running({ onError })
  vi.spyOn(WebSocketServer.prototype, 'handleUpgrade').mockImplementationOnce(() => {
    throw new Error('ours')
  })
  expect(await refusal(socketAt(app.url))).toEqual({
    status: 500,
    text: 'There can be no WebSocket; the log of the server says why.',
  })
  expect(onError.mock.calls).toEqual([[new Error('ours'), 'opening a WebSocket']])
  await visit(socketAt(app.url))
})

test('an error of ours after the handshake ends the line, and is told', async () => {
  const onError = vi.fn<(error: unknown, where: string) => void>()
  const app = await running({ onError })
  vi.spyOn(SessionRegistry.prototype, 'welcome').mockImplementationOnce(() => {
    throw new Error('ours')
  })
  const line = await greeting(app.url)
  line.resume()
  await once(line, 'close')
  expect(onError.mock.calls).toEqual([[new Error('ours'), 'opening a WebSocket']])
  await visit(socketAt(app.url))
})

test('a browser that leaves a ping unanswered is gone', async () => {
  const app = await running({ pingInterval: 20 })
  const { ended } = await visit(socketAt(app.url), { autoPong: false })
  expect((await ended).code).toBe(1006)
  await expectSoon(() => app.sessions.size).toBe(0)
})

test('a browser that answers stays, and is asked again', async () => {
  const receive = vi.spyOn(Session.prototype, 'receive').mockReturnValue()
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const app = await running()
  const visitor = await visit(socketAt(app.url))
  for (const round of [1, 2, 3]) {
    const asked = once(visitor.socket, 'ping')
    vi.advanceTimersByTime(30_000)
    await asked
    await heard(visitor, receive, round)
  }
  vi.useRealTimers()
  expect(visitor.socket.readyState).toBe(visitor.socket.OPEN)
})

test('pings can be turned off', async () => {
  const interval = vi.spyOn(globalThis, 'setInterval')
  const app = await running({ pingInterval: 0 })
  await visit(socketAt(app.url))
  expect(interval).not.toHaveBeenCalled()
})

test.each([true, false])('frames are compressed when asked for: %s', async (perMessageDeflate) => {
  const app = await running({ perMessageDeflate })
  const { socket } = await visit(socketAt(app.url))
  expect(socket.extensions).toBe(perMessageDeflate ? 'permessage-deflate' : '')
})

/** A frame comes after the pong that was sent before it. */
async function heard({ socket }: Visitor, receive: { mock: { calls: unknown[] } }, count: number) {
  socket.send('after the pong')
  await vi.waitUntil(() => receive.mock.calls.length === count)
}

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
