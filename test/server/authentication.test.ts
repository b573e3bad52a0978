// The application says who comes in: asked once, in time, and never for a page that may not connect anyway.

import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { settingsOf } from '../../src/server/options.ts'
import { ManualClock } from '../../src/testing/manual-clock.ts'
import { door } from './door.ts'
import { expectSoon } from './expect-soon.ts'
import { refusal, visit } from './visitor.ts'

type Authenticate = (request: IncomingMessage) => unknown

test('without it everybody comes in, as nobody in particular', async () => {
  const { url, visitors } = await door()
  await visit(url)
  expect(visitors.map(({ user }) => user)).toEqual([undefined])
})

test.each<[string, unknown]>([
  ['an object', { name: 'Ada' }],
  ['true', true],
  ['an empty text', ''],
  ['zero', 0],
])('what it returns is the user: %s', async (_what, user) => {
  const { url, visitors } = await door({ authenticate: () => user })
  await visit(url)
  expect(visitors.map((visitor) => visitor.user)).toEqual([user])
})

test('it sees the request, and may take its time', async () => {
  const authenticate: Authenticate = async ({ headers }) => {
    await nextTurn()
    return headers.cookie
  }
  const { url, visitors, heard } = await door({ authenticate })
  const { socket } = await visit(url, { headers: { cookie: 'login=Ada' } })
  socket.send('first')
  await expectSoon(() => heard).toEqual(['first'])
  expect(visitors.map(({ user }) => user)).toEqual(['login=Ada'])
})

test.each<[string, Authenticate]>([
  ['null', () => null],
  ['undefined', () => undefined],
  ['false', () => false],
  ['a promise of null', () => Promise.resolve(null)],
  ['a promise of false', async () => false],
])('%s is a refusal, and no error', async (_what, authenticate) => {
  const onError = vi.fn<(error: unknown, where: string) => void>()
  const { url, visitors } = await door({ authenticate, onError })
  expect(await refusal(url)).toEqual({ status: 401, text: 'You may not connect here.' })
  expect([visitors, onError.mock.calls]).toEqual([[], []])
})

test.each<[string, Authenticate]>([
  [
    'throws',
    () => {
      throw new Error('no database')
    },
  ],
  ['rejects', () => Promise.reject(new Error('no database'))],
])('when it %s, it refuses for now, and the error is told', async (_what, authenticate) => {
  const onError = vi.fn<(error: unknown, where: string) => void>()
  const { url, visitors } = await door({ authenticate, onError })
  expect(await refusal(url)).toEqual({
    status: 500,
    text: 'Who you are could not be found out; the log of the server says why.',
  })
  expect(onError.mock.calls).toEqual([[new Error('no database'), 'authenticate']])
  expect(visitors).toEqual([])
})

test('a page that is refused is told so, for it sees no status', async () => {
  const { url, visitors } = await door({
    authenticate: () => null,
    origins: ['https://app.example'],
  })
  const { ended } = await visit(url, { origin: 'https://app.example' })
  expect(await ended).toEqual({ code: 4401, reason: 'You may not connect here.' })
  expect(visitors).toEqual([])
})

test('it is not asked about a page that may not connect', async () => {
  const authenticate = vi.fn<Authenticate>(() => true)
  const { url } = await door({ authenticate })
  expect(await refusal(url, { origin: 'https://evil.example' })).toMatchObject({ status: 403 })
  expect(authenticate).not.toHaveBeenCalled()
})

test('who asks for a WebSocket that cannot be is refused, whoever he is', async () => {
  const { url, visitors } = await door({ authenticate: () => true })
  const line = await asking(url, { version: 7 })
  expect(String(await once(line, 'data'))).toMatch(/^HTTP\/1\.1 400 /)
  expect(visitors).toEqual([])
})

test('no answer within ten seconds is a refusal; what comes later is not heard', async () => {
  const clock = new ManualClock()
  const onError = vi.fn<(error: unknown, where: string) => void>()
  const asked: Question[] = []
  const authenticate = () => {
    const one = question()
    asked.push(one)
    return one.promise
  }
  const { url, visitors } = await door({ authenticate, onError }, clock)

  const answers = [refusal(url), refusal(url)]
  await expectSoon(() => asked.length).toBe(2)
  clock.advance(9999)
  await nextTurn()
  expect(clock.waiting).toBe(2)
  clock.advance(1)
  const late = { status: 503, text: 'It takes too long to find out who you are.' }
  expect(await Promise.all(answers)).toEqual([late, late])

  asked[0]!.resolve('somebody')
  asked[1]!.reject(new Error('at last'))
  await expectSoon(() => onError.mock.calls).toEqual([[new Error('at last'), 'authenticate']])
  expect([visitors, clock.waiting]).toEqual([[], 0])
})

test.each<[string, (line: Socket) => void]>([
  ['ends', (line) => void line.end()],
  ['breaks', (line) => void line.resetAndDestroy()],
  ['goes', (line) => void line.destroy()],
])('a line that %s meanwhile is let go, and nobody comes in', async (_what, leave) => {
  const clock = new ManualClock()
  const { promise, resolve } = question()
  const { url, server, visitors } = await door({ authenticate: () => promise }, clock)
  const line = await asking(url)
  await expectSoon(() => clock.waiting).toBe(1)
  leave(line)
  await expectSoon(() => clock.waiting).toBe(0)
  resolve('somebody')
  line.resume()
  await expectSoon(() => connections(server)).toBe(0)
  expect(visitors).toEqual([])
})

test('who talks before he has been let in is refused', async () => {
  const clock = new ManualClock()
  const { url, visitors } = await door({ authenticate: () => new Promise(() => {}) }, clock)
  const line = await asking(url)
  await expectSoon(() => clock.waiting).toBe(1)
  line.write(Buffer.alloc(100_000))
  expect(String(await once(line, 'data'))).toMatch(/^HTTP\/1\.1 400 .*silent until it is open/s)
  await once(line, 'close')
  expect([visitors, clock.waiting]).toEqual([[], 0])
})

test('when the server closes, who waits is refused at once', async () => {
  const authenticate = vi.fn<Authenticate>(() => new Promise(() => {}))
  const { url, sockets, visitors } = await door({ authenticate })
  const answer = refusal(url)
  await expectSoon(() => authenticate.mock.calls.length).toBe(1)
  await sockets.close()
  expect(await answer).toEqual({ status: 503, text: 'The server is closing.' })
  expect(visitors).toEqual([])
})

test('no more wait than there may be sessions', async () => {
  const clock = new ManualClock()
  const authenticate = () => new Promise(() => {})
  const { url } = await door({ authenticate, maxSessions: 2 }, clock)
  const waiting = [refusal(url), refusal(url)]
  await expectSoon(() => clock.waiting).toBe(2)
  expect(await refusal(url)).toEqual({
    status: 503,
    text: 'Too many wait to be let in; try later.',
  })
  clock.advance(10_000)
  await Promise.all(waiting)
  expect(clock.waiting).toBe(0)
})

test('no timer is left of those who came in', async () => {
  const clock = new ManualClock()
  const { url } = await door({ authenticate: () => true }, clock)
  await Promise.all(Array.from({ length: 20 }, () => visit(url)))
  expect(clock.waiting).toBe(0)
})

test('it has to be a function', () => {
  const given = { authenticate: 'everybody' } as unknown as Parameters<typeof settingsOf>[0]
  expect(() => settingsOf(given)).toThrow(
    'The option "authenticate" must be a function, got "everybody"',
  )
})

interface Question {
  readonly promise: Promise<unknown>
  readonly resolve: (user: unknown) => void
  readonly reject: (error: Error) => void
}

function question(): Question {
  let settle = {} as Pick<Question, 'resolve' | 'reject'>
  const promise = new Promise((resolve, reject) => {
    settle = { resolve, reject }
  })
  return { promise, ...settle }
}

/** A line that has asked for a WebSocket by hand. */
async function asking(url: string, { version = 13 } = {}): Promise<Socket> {
  const { hostname, port, host } = new URL(url)
  const line = connect(Number(port), hostname).on('error', () => undefined)
  await once(line, 'connect')
  const head = ['GET / HTTP/1.1', `Host: ${host}`, 'Connection: Upgrade', 'Upgrade: websocket']
  const key = Buffer.alloc(16).toString('base64')
  const keys = [`Sec-WebSocket-Key: ${key}`, `Sec-WebSocket-Version: ${version}`]
  line.write(`${[...head, ...keys].join('\r\n')}\r\n\r\n`)
  return line
}

function connections(server: { getConnections: (tell: CountConnections) => void }) {
  return new Promise<number>((resolve, reject) => {
    server.getConnections((error, count) => (error ? reject(error) : resolve(count)))
  })
}

type CountConnections = (error: Error | null, count: number) => void
