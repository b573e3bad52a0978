// What Prometheus is answered, over HTTP: the text, where it is, and who is told nothing.

import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { describe, expect, test, vi } from 'vitest'
import { createElement, Label } from 'treewire'
import { Measured } from '../telemetry/measured.ts'
import { ask } from './ask.ts'
import type { Answer } from './ask.ts'
import { expectSoon } from './expect-soon.ts'
import { application, listening, running } from './running.ts'
import { refusal, socketAt, visit } from './visitor.ts'

const SOCKET = '_treewire/socket?page=page-0123456789'
const METRICS = '_treewire/metrics'

function valuesIn({ text }: Answer, start: string): string[] {
  return text.split('\n').filter((line) => line.startsWith(start))
}

test('a server that measures tells it at the path of the page, from sessions to bytes', async () => {
  const app = await running({ metrics: true })
  app.onConnect((session) => session.mount(() => createElement(Label, { text: 'here' })))
  const { frames } = await visit(socketAt(app.url, SOCKET))
  await expectSoon(() => frames).toHaveLength(2)
  const answer = await ask(app.url + METRICS)
  expect(answer.status).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-type': 'text/plain; version=0.0.4; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  })
  const bytes = frames.join('').length
  expect(valuesIn(answer, 'treewire_')).toEqual(
    expect.arrayContaining([
      'treewire_session_active 1',
      'treewire_session_opened_total 1',
      'treewire_browser_connected 1',
      'treewire_network_messages_total{network_io_direction="transmit"} 3',
      `treewire_network_io_bytes_total{network_io_direction="transmit"} ${bytes}`,
      'treewire_network_backlog_bytes 0',
    ]),
  )
  expect(valuesIn(answer, 'treewire_flush_duration_seconds_count')[0]).not.toMatch(/ 0$/)
})

test('a server that does not measure has nothing there', async () => {
  const { url } = await running()
  expect((await ask(url + METRICS)).status).toBe(404)
})

test.each([
  [{ metrics: { path: '/metrics' } }, 'metrics'],
  [{ metrics: { path: '/ops/metrics/' } }, 'ops/metrics'],
  [{ metrics: true, path: '/tool' }, METRICS],
  [{ metrics: true, wsPort: 0 }, METRICS],
])('with %j they are at %s', async (options, path) => {
  const { url } = await running(options)
  expect((await ask(url + path)).status).toBe(200)
})

test('HEAD is told how long they are, and nothing else but GET is answered', async () => {
  const { url } = await running({ metrics: true })
  const { status, text, headers } = await ask(url + METRICS, {}, 'HEAD')
  expect([status, text, Number(headers['content-length']) > 1000]).toEqual([200, '', true])
  expect((await ask(url + METRICS, {}, 'POST')).status).toBe(405)
})

test('they are given where somebody else listens, by the middleware', async () => {
  const app = application({ metrics: true })
  const url = await listening(
    createServer((request, response) => app.middleware(request, response)),
  )
  expect((await ask(url + METRICS, { Host: 'example.com' })).status).toBe(200)
})

describe('where the server listens on the loopback', () => {
  test.each([
    ['a name of the loopback', { Host: 'localhost' }, 200],
    ['its own page', { Host: '127.0.0.1', Origin: 'http://127.0.0.1' }, 200],
    ['a name that was made to lead there', { Host: 'evil.example' }, 403],
    [
      'such a name that says it was forwarded',
      { Host: 'evil.example', 'X-Forwarded-Host': 'localhost' },
      403,
    ],
    ['another page', { Host: '127.0.0.1', Origin: 'http://evil.example' }, 403],
    ['a name that is none', { Host: '1.2.3.999' }, 403],
    [
      'a proxy that asks by such a name for somebody else',
      { Host: '127.0.0.1', 'X-Forwarded-For': '192.0.2.7' },
      403,
    ],
  ])('%s is answered as it should be', async (_who, headers, status) => {
    const { url } = await running({ metrics: true })
    expect((await ask(url + METRICS, headers)).status).toBe(status)
  })
})

describe('a guard', () => {
  const allow = ({ headers }: IncomingMessage) => headers.authorization === 'Bearer secret'

  test.each([
    [{ Authorization: 'Bearer secret' }, 200],
    [{ Authorization: 'Bearer secret', Host: 'metrics.example' }, 200],
    [{ Authorization: 'Bearer other' }, 403],
    [{}, 403],
    [{ Authorization: 'Bearer secret', Origin: 'http://evil.example' }, 403],
  ])('that asks for a token answers %j with %d', async (headers, status) => {
    const { url } = await running({ metrics: { allow } })
    const answer = await ask(url + METRICS, headers)
    expect([answer.status, answer.text.includes('treewire_')]).toEqual([status, status === 200])
  })

  test('may take its time', async () => {
    const { url } = await running({
      metrics: { allow: (request) => Promise.resolve(allow(request)) },
    })
    expect((await ask(url + METRICS, { Authorization: 'Bearer secret' })).status).toBe(200)
  })

  test('that fails refuses, and onError is told', async () => {
    const onError = vi.fn<(error: unknown, where: string) => void>()
    const fail = () => Promise.reject(new Error('no keys'))
    const { url } = await running({ metrics: { allow: fail }, onError })
    const { status, text } = await ask(url + METRICS)
    expect([status, text]).toEqual([
      500,
      'The metrics cannot be given; the log of the server says why.\n',
    ])
    expect(onError.mock.calls).toEqual([[new Error('no keys'), 'the metrics']])
  })
})

describe('who is refused before there is a session', () => {
  test.each([
    ['a page of another origin', {}, { origin: 'http://evil.example' }, 403, 'origin'],
    ['whom authenticate does not know', { authenticate: () => false }, {}, 401, 'unauthorized'],
    [
      'for whom authenticate fails',
      { authenticate: () => Promise.reject(new Error('no database')) },
      {},
      500,
      'authenticate',
    ],
  ])('%s is counted and logged', async (_who, options, headers, status, reason) => {
    const telemetry = new Measured()
    const app = await running({ telemetry, onError: () => {}, ...options })
    expect((await refusal(socketAt(app.url, SOCKET), { headers })).status).toBe(status)
    expect(telemetry.take('visitor')).toEqual([`visitor.refused 1 ${reason}`])
  })
})

test('who says too much at once reaches a limit, once', async () => {
  const telemetry = new Measured()
  const app = await running({ telemetry, maxMessageRate: 1 })
  const { socket } = await visit(socketAt(app.url, SOCKET))
  for (let at = 0; at < 5; at++) socket.send('[]')
  const told: string[] = []
  await expectSoon(() => {
    told.push(...telemetry.take('limit'))
    return told
  }).toEqual(['limit.reached 1 maxMessageRate'])
})

test('who says too much in one frame reaches a limit', async () => {
  const telemetry = new Measured()
  const app = await running({ telemetry, maxFrameBytes: 614_400 })
  const { socket, ended } = await visit(socketAt(app.url, SOCKET))
  socket.send('x'.repeat(614_401))
  expect((await ended).code).toBe(4413)
  expect(telemetry.take('limit')).toEqual(['limit.reached 1 maxFrameBytes'])
})

test('an error is counted once, whether it is of a session or of none', async () => {
  const telemetry = new Measured()
  const app = await running({ telemetry, onError: () => {} })
  app.onConnect(() => Promise.reject(new Error('no database')))
  app.createSession().report(new Error('boom'), 'a job of ours')
  await visit(socketAt(app.url, SOCKET))
  await expectSoon(() => telemetry.observed()['browser.connected']).toBe(1)
  expect(telemetry.take('errors')).toEqual(['errors 1 a job of ours', 'errors 1 onConnect'])
})

test('an application that is closed is observed no longer', async () => {
  const telemetry = new Measured()
  const app = await running({ telemetry })
  await visit(socketAt(app.url, SOCKET))
  expect(Object.keys(telemetry.observed())).toEqual([
    'session.active',
    'browser.connected',
    'network.backlog',
  ])
  await app.close()
  expect(telemetry.observed()).toEqual({})
})

test('metrics and telemetry are told the same', async () => {
  const telemetry = new Measured()
  const app = await running({ telemetry, metrics: true })
  app.createSession()
  expect(valuesIn(await ask(app.url + METRICS), 'treewire_session_opened')).toEqual([
    'treewire_session_opened_total 1',
  ])
  expect(telemetry.take('session')).toEqual(['session.opened 1'])
})
