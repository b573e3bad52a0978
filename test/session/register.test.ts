// Who comes and goes: what is counted, and what stands in the log, which lets nobody in.

import { beforeEach, describe, expect, test } from 'vitest'
import { createElement, Label } from 'treewire'
import type { Session } from 'treewire'
import type { Listener } from '../../src/session/arrival.ts'
import type { Visitor } from '../../src/session/peer.ts'
import { Sessions } from '../../src/session/sessions.ts'
import type { SessionsOptions } from '../../src/session/sessions.ts'
import { ManualClock } from '../../src/testing/manual-clock.ts'
import { logName } from '../../src/telemetry/logger.ts'
import { Logged, Measured } from '../telemetry/measured.ts'
import { Recorder } from './recorder.ts'

let clock: ManualClock
let telemetry: Measured
let logger: Logged
let sessions: Sessions

beforeEach(() => {
  begin()
})

function begin(options: Partial<SessionsOptions> = {}): void {
  clock = new ManualClock()
  telemetry = new Measured()
  logger = new Logged()
  sessions = new Sessions({
    maxSessions: 2,
    maxSessionsPerAddress: 2,
    sessionTtl: 1000,
    fonts: [],
    onError: () => undefined,
    session: { telemetry, logger, onError: () => undefined },
    address: () => 'http://app.example/',
    clock,
    ...options,
  })
  sessions.connected.push((session) => {
    session.mount(() => createElement(Label, { text: 'here' }))
    session.flush()
  })
}

interface Browser {
  readonly peer: Recorder
  readonly line: Listener
}

function arrive(page: string | undefined, visitor: Partial<Visitor> = {}): Browser {
  const peer = new Recorder()
  const from = { isComingBack: false, address: '192.0.2.1', user: undefined }
  return { peer, line: sessions.arrive(peer, { page, ...from, ...visitor }) }
}

function only(): Session {
  return [...sessions.all][0]!
}

/** Lines without the fields that name the session. */
function story(): string[] {
  return logger.take().map(([level, fields, message]) => {
    const named = Object.entries(fields).filter(([name]) => name !== 'session')
    const facts = named.map(([name, value]) => `${name}=${String(value)}`)
    return [`${level}: ${message}`, ...facts].join(' ')
  })
}

test('a session is counted while it is there, with its browsers', async () => {
  expect(telemetry.observed()).toEqual({ 'session.active': 0, 'browser.connected': 0 })
  const { line, peer } = arrive('one')
  peer.backlog = 70
  sessions.create()
  expect(telemetry.observed()).toEqual({
    'session.active': 2,
    'browser.connected': 1,
    'network.backlog': 70,
  })
  line.left()
  expect(telemetry.observed()).toEqual({ 'session.active': 2, 'browser.connected': 0 })
  await sessions.endAll()
  expect(telemetry.observed()).toEqual({})
})

describe('a session that ends', () => {
  test.each<[string, string, () => void]>([
    ['when its browser is away for too long', 'away', () => leaveFor(1000)],
    ['by the application', 'destroyed', () => only().destroy()],
    ['with the application', 'closed', () => sessions.endAll()],
    ['because its page never heard of it', 'lost', () => void arrive('one')],
  ])('%s is counted as %s', (_how, reason, end) => {
    browser = arrive('one')
    telemetry.take()
    end()
    expect(sessions.all.size).toBe(reason === 'lost' ? 1 : 0)
    expect(telemetry.take('session.ended')).toEqual([`session.ended 1 ${reason}`])
  })

  test('to make room is counted as such, and at once when it lives no longer than its line', () => {
    arrive('one').line.left()
    arrive('two')
    arrive('three')
    expect(telemetry.take('session')).toEqual([
      'session.opened 1',
      'session.opened 1',
      'session.ended 1 gave_way',
      'session.opened 1',
    ])
    begin({ sessionTtl: 0 })
    arrive('one').line.left()
    expect(telemetry.take('session')).toEqual(['session.opened 1', 'session.ended 1 away'])
  })

  let browser: Browser
  function leaveFor(time: number): void {
    browser.line.left()
    clock.advance(time)
  }
})

describe('a visitor who is refused', () => {
  const silent = { isComingBack: true }
  const comeSilently = (...from: readonly string[]): void =>
    from.forEach((address) => arrive('page', { ...silent, address }))

  test.each<[string, string, () => void]>([
    [
      'because there are as many sessions as may be',
      'sessions',
      () => ['a', 'b', 'c'].forEach((address) => arrive(address, { address })),
    ],
    ['because too many say nothing', 'arrivals', () => comeSilently('a', 'b', 'c')],
    [
      'because of too many lines of one address',
      'arrivals, lines',
      () => comeSilently('a', 'a', 'a', 'a', 'a'),
    ],
    [
      'for a first word that is none',
      'first_word',
      () => arrive('page', silent).line.receive('{{'),
    ],
    [
      'for a first word that does not come',
      'first_word',
      () => {
        arrive('page', silent)
        clock.advance(10_000)
      },
    ],
  ])('%s is counted as %s', (_why, reasons, come) => {
    come()
    const refused = new Set(telemetry.take('visitor').map((line) => line.split(' ').at(-1)))
    expect([...refused].join(', ')).toBe(reasons)
  })
})

test('frames are counted both ways, with their messages', () => {
  const { line, peer } = arrive('one')
  const [welcome, shown] = peer.takeAll()
  expect(telemetry.take('network')).toEqual([
    `network.io ${welcome!.length} transmit`,
    'network.messages 2 transmit',
    `network.io ${shown!.length} transmit`,
    'network.messages 1 transmit',
  ])
  line.receive('[{"type":"result","id":1},{"type":"viewport","width":1,"height":1}]')
  line.receive(new Uint8Array(5))
  expect(telemetry.take('network')).toEqual([
    'network.io 67 receive',
    'network.messages 2 receive',
    'network.io 5 receive',
  ])
})

test('without telemetry no peer is put in front of another', () => {
  begin({ session: {} })
  const peer = new Recorder()
  let came: unknown
  const attach = (session: Session): void => {
    const original = session.attach.bind(session)
    session.attach = (given, hello) => {
      came = given
      original(given, hello)
    }
  }
  const session = sessions.create()
  attach(session)
  const [, id, token] = /session=([\w-]+)\.([\w-]+)/.exec(session.shareUrl())!
  const visitor = { page: 'one', isComingBack: true, address: '', user: undefined }
  sessions
    .arrive(peer, visitor)
    .receive(JSON.stringify({ type: 'hello', session_id: id, token, seen: 0 }))
  expect(came).toBe(peer)
})

test('the log tells who comes and goes', () => {
  const { line } = arrive('one')
  line.receive('{{')
  line.left()
  clock.advance(1000)
  expect(story()).toEqual([
    'info: session opened',
    'info: browser came browser=0 kind=new',
    'warn: browser refused browser=0 code=4400',
    'info: browser gone browser=0 isForGood=false',
    'info: session ended reason=away',
  ])
})

test('the log names a session by what lets nobody in', () => {
  const { peer } = arrive('one')
  const { id } = only()
  const [, info] = JSON.parse(peer.welcomes[0]!) as [object, { readonly token: string }]
  arrive('two')
  arrive('three')
  const lines = logger.take()
  expect(lines.map(([, { session }]) => session).slice(0, 2)).toEqual([logName(id), logName(id)])
  const text = JSON.stringify(lines)
  expect([text.includes(id), text.includes(info.token), text.includes('one')]).toEqual([
    false,
    false,
    false,
  ])
})

test('an error is logged with its session where nobody else is told', () => {
  const log = new Logged()
  begin({ session: { logger: log } })
  arrive('one')
  log.take()
  const error = new Error('boom')
  only().report(error, 'a job of ours')
  expect(log.take()).toEqual([
    ['error', { session: logName(only().id), err: error, where: 'a job of ours' }, 'a job of ours'],
  ])
})

test('what is told to onError is not logged too', () => {
  arrive('one')
  logger.take()
  only().report(new Error('boom'), 'a job of ours')
  expect(logger.take()).toEqual([])
})
