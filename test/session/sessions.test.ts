// Who comes into which session, how long one waits for its browsers, who gives way, and who is told of it.

import { beforeEach, describe, expect, test } from 'vitest'
import { createElement, Label } from 'treewire'
import type { Session } from 'treewire'
import { decodeServerFrame } from 'treewire/protocol'
import { lineOf } from 'treewire/testing'
import type { Listener } from '../../src/session/arrival.ts'
import type { Credentials, Visitor } from '../../src/session/peer.ts'
import { RecordSwitch } from '../../src/session/recording/record-switch.ts'
import { Sessions } from '../../src/session/sessions.ts'
import type { SessionsOptions } from '../../src/session/sessions.ts'
import { ManualClock } from '../../src/testing/manual-clock.ts'
import { Recorder } from './recorder.ts'

const ttl = 60_000

let clock: ManualClock
let sessions: Sessions
let errors: string[]
let story: string[]

beforeEach(() => {
  begin()
})

function begin(options: Partial<SessionsOptions> = {}): void {
  clock = new ManualClock()
  errors = []
  story = []
  const onError = (error: unknown, where: string): void => {
    errors.push(`${where}: ${(error as Error).message}`)
  }
  sessions = new Sessions({
    maxSessions: 100,
    maxSessionsPerAddress: 100,
    sessionTtl: ttl,
    fonts: [],
    onError,
    session: { onError },
    address: () => 'http://app.example/',
    clock,
    ...options,
  })
  const names = new Map<Session, number>()
  const nameOf = (session: Session): number => {
    if (!names.has(session)) names.set(session, names.size + 1)
    return names.get(session)!
  }
  sessions.connected.push((session) => {
    story.push(`${nameOf(session)} connected`)
    session.mount(() => createElement(Label, { text: 'here' }))
    session.flush()
  })
  sessions.disconnected.push((session) => {
    story.push(`${nameOf(session)} disconnected, over: ${session.isOver}`)
  })
}

interface Browser {
  readonly peer: Recorder
  readonly line: Listener
  readonly say: (...messages: readonly object[]) => void
}

let lastPage = 0

/** A page of ours, or whoever else, connects. */
function arrive(visitor: Partial<Visitor> = {}): Browser {
  const peer = new Recorder()
  const page = `page-${++lastPage}`
  const line = sessions.arrive(peer, {
    page,
    isComingBack: false,
    address: '192.0.2.1',
    user: undefined,
    ...visitor,
  })
  return { peer, line, say: (...messages) => line.receive(JSON.stringify(messages)) }
}

/** A page connects that has a session to come back to, and says which. */
function comeBack(
  { session_id, token }: Credentials,
  { seen = 0, ...visitor }: Partial<Visitor> & { readonly seen?: number } = {},
): Browser {
  const browser = arrive({ isComingBack: true, ...visitor })
  browser.say({ type: 'hello', session_id, token, seen })
  return browser
}

/** What a page was told on its welcome. */
function welcomeOf({ peer }: Browser): {
  readonly kept: string
  readonly credentials: Credentials
} {
  const [frame] = peer.welcomes
  const [welcome, info] = JSON.parse(frame!) as [{ kept: string }, Credentials & { type: string }]
  return {
    kept: welcome.kept,
    credentials: { session_id: info?.session_id, token: info?.token },
  }
}

function onlySession(): Session {
  expect(sessions.all.size).toBe(1)
  return [...sessions.all][0]!
}

test('a switch says of each session whether it is recorded, when it begins', () => {
  const recordSwitch = new RecordSwitch()
  begin({ recordSwitch })
  arrive()
  recordSwitch.turn(true)
  arrive()
  sessions.create()
  recordSwitch.turn(false)
  arrive()
  const recorded = [...sessions.all].map(({ recording }) => recording !== undefined)
  expect(recorded).toEqual([false, true, true, false])
})

describe('a new page', () => {
  test('gets a session of its own, and what it comes back with', () => {
    const browser = arrive()
    const { kept, credentials } = welcomeOf(browser)
    expect(kept).toBe('nothing')
    expect(credentials.session_id).toBe(onlySession().id)
    expect(credentials.token).toMatch(/^[\w-]{43}$/)
    expect(browser.peer.take()).toEqual(['v create #1 Label "here"'])
  })

  test('is not asked for a word, and nothing waits for one', () => {
    arrive()
    expect(clock.waiting).toBe(0)
  })

  test('has a user, whom the session knows', () => {
    arrive({ user: { name: 'ada' } })
    expect(onlySession().user).toEqual({ name: 'ada' })
  })

  test('that comes again as new has never been told of its session: it ends, and there is another', () => {
    const first = arrive({ page: 'one-page' })
    const before = onlySession()
    first.line.left()
    arrive({ page: 'one-page' })
    expect([before.isOver, onlySession() === before]).toEqual([true, false])
  })

  test('by the name of another one ends no session that its page knows', () => {
    const first = arrive({ page: 'one-page' })
    const { credentials } = welcomeOf(first)
    const known = onlySession()
    first.say({ type: 'result', id: 1 })
    const other = arrive({ page: 'one-page', address: '192.0.2.9' })
    expect([known.isOver, first.peer.closed, sessions.all.size]).toEqual([false, [], 2])
    expect(welcomeOf(other).credentials.session_id).not.toBe(known.id)
    first.line.left()
    expect(welcomeOf(comeBack(credentials, { page: 'one-page' })).kept).toBe('session')
  })

  test('two pages have two sessions', () => {
    const [a, b] = [arrive(), arrive()]
    expect(sessions.all.size).toBe(2)
    expect(welcomeOf(a).credentials.token).not.toBe(welcomeOf(b).credentials.token)
  })
})

describe('a page that comes back', () => {
  test('with its token finds its session', () => {
    const first = arrive()
    const { credentials } = welcomeOf(first)
    first.line.left()
    const again = comeBack(credentials)
    expect(welcomeOf(again)).toEqual({ kept: 'session', credentials })
    expect(again.peer.take()).toEqual(['v create #1 Label "here"'])
    expect(story).toEqual(['1 connected'])
  })

  test('as it stands goes on, and is told no token again', () => {
    const first = arrive({ page: 'one' })
    const { credentials } = welcomeOf(first)
    first.line.left()
    const again = comeBack(credentials, { page: 'one', seen: 1 })
    expect(again.peer.welcomes).toEqual(['[{"type":"welcome","heard":0,"kept":"page"}]'])
    expect(again.peer.takeFrames()).toEqual([])
  })

  test('says the rest of its first frame to its session', () => {
    const first = arrive({ page: 'one' })
    const { credentials } = welcomeOf(first)
    first.line.left()
    const again = arrive({ page: 'one', isComingBack: true })
    again.say(
      { type: 'hello', ...credentials, seen: 1 },
      { type: 'callback', wid: 99, action: 'x', args: [], seq: 1 },
    )
    expect(again.peer.closed).toEqual(['4404 There never was a widget 99'])
  })

  test.each<[string, (own: Credentials) => Credentials, Partial<Visitor>]>([
    ['a wrong token', (own) => ({ ...own, token: `${own.token.slice(1)}x` }), {}],
    ['no token', (own) => ({ ...own, token: '' }), {}],
    ['an unknown id', (own) => ({ ...own, session_id: 'nobody' }), {}],
    ['the id of a prototype', (own) => ({ ...own, session_id: '__proto__' }), {}],
    ['the token of another user', (own) => own, { user: { name: 'eve' } }],
    ['the token, and no user any more', (own) => own, { user: undefined }],
  ])('with %s gets a new session, and nothing of what it has brought', (_, claim, visitor) => {
    const first = arrive({ user: { name: 'ada' } })
    const own = welcomeOf(first).credentials
    const brought = claim(own)
    const other = comeBack(brought, { user: { name: 'ada' }, seen: 5, ...visitor })
    const { kept, credentials } = welcomeOf(other)
    expect(kept).toBe('nothing')
    for (const secret of [brought.session_id, brought.token, own.session_id, own.token]) {
      expect(Object.values(credentials)).not.toContain(secret)
    }
    expect(sessions.all.size).toBe(2)
    expect(first.peer.closed).toEqual([])
  })

  test('with the token of a session that has ended gets a new one', () => {
    const first = arrive()
    const { credentials } = welcomeOf(first)
    onlySession().destroy()
    expect(welcomeOf(comeBack(credentials)).kept).toBe('nothing')
    expect(sessions.all.size).toBe(1)
  })

  test('has the same user when it has what is equal', () => {
    const first = arrive({ user: { name: 'ada', roles: ['x'] } })
    const { credentials } = welcomeOf(first)
    const again = comeBack(credentials, { user: { name: 'ada', roles: ['x'] } })
    expect(welcomeOf(again).kept).toBe('session')
  })
})

describe('the first word of a page that comes back', () => {
  test('is waited for 10 s, and not longer', () => {
    const { peer } = arrive({ isComingBack: true })
    clock.advance(9999)
    expect(peer.closed).toEqual([])
    clock.advance(1)
    expect(peer.closed).toEqual(['4400 The first word did not come within 10 s'])
    expect([sessions.all.size, clock.waiting]).toEqual([0, 0])
  })

  test('is not waited for when it has come', () => {
    const browser = arrive({ isComingBack: true })
    browser.say({ type: 'hello', session_id: 'x', token: 'y', seen: 0 })
    clock.advance(20_000)
    expect(browser.peer.closed).toEqual([])
  })

  test('that comes too late is not heard', () => {
    const browser = arrive({ isComingBack: true })
    clock.advance(10_000)
    browser.say({ type: 'hello', session_id: 'x', token: 'y', seen: 0 })
    expect([sessions.all.size, browser.peer.welcomes]).toEqual([0, []])
  })

  test('that comes when the line is gone is not heard, and nothing waits', () => {
    const browser = arrive({ isComingBack: true })
    browser.line.left()
    expect(clock.waiting).toBe(0)
    browser.say({ type: 'hello', session_id: 'x', token: 'y', seen: 0 })
    expect(sessions.all.size).toBe(0)
  })

  test.each<[string, string, string]>([
    [
      'is hello, and nothing else',
      '{"type":"callback","wid":1,"action":"x","args":[]}',
      '4400 A page that comes back says "hello" first, got "callback"',
    ],
    ['is JSON', '{{', '4400 A frame must be JSON, got "{{"'],
    [
      'has what it needs',
      '{"type":"hello","session_id":"x","seen":0}',
      '4400 "hello" needs "token" to be a string, got undefined',
    ],
  ])('%s', (_, frame, reason) => {
    const { peer, line } = arrive({ isComingBack: true })
    line.receive(frame)
    expect(peer.closed).toEqual([reason])
    expect([sessions.all.size, clock.waiting]).toEqual([0, 0])
  })
})

describe('an address to share', () => {
  function share(session: Session, page?: string): Credentials {
    const { hash } = new URL(session.shareUrl(page))
    const [, session_id, token] = /^#session=([\w-]+)\.([\w-]+)$/.exec(hash)!
    return { session_id: session_id!, token: token! }
  }

  test('is the same each time, and its token is not that of the owner', () => {
    const { credentials } = welcomeOf(arrive())
    const session = onlySession()
    expect(session.shareUrl()).toBe(session.shareUrl())
    expect(session.shareUrl()).toMatch(/^http:\/\/app\.example\/#session=/)
    expect(share(session).token).not.toBe(credentials.token)
  })

  test('is that of the page where the application does not listen by itself', () => {
    begin({ address: () => undefined })
    arrive()
    expect(() => onlySession().shareUrl()).toThrow('shareUrl needs the whole address of the page')
    expect(onlySession().shareUrl('https://example.com/tool/')).toMatch(
      /^https:\/\/example\.com\/tool\/#session=/,
    )
  })

  test('lets everybody in, whoever they are, beside those that are there', () => {
    const owner = arrive({ user: { name: 'ada' } })
    const session = onlySession()
    const guest = comeBack(share(session), { user: { name: 'bob' } })
    expect(welcomeOf(guest)).toEqual({ kept: 'session', credentials: share(session) })
    expect([session.browsers.value, owner.peer.closed, story]).toEqual([2, [], ['1 connected']])
  })

  test('nobody comes in by one that was never given out', () => {
    arrive()
    const { id } = onlySession()
    expect(welcomeOf(comeBack({ session_id: id, token: '' })).kept).toBe('nothing')
    expect(welcomeOf(comeBack({ session_id: id, token: 'undefined' })).kept).toBe('nothing')
  })

  test('leads to a session that the application has made', () => {
    const session = sessions.create()
    const guest = comeBack(share(session))
    expect(welcomeOf(guest).kept).toBe('session')
    expect([session.browsers.value, story]).toEqual([1, []])
  })

  test('lets a guest come back like an owner', () => {
    arrive()
    const session = onlySession()
    const guest = comeBack(share(session), { page: 'guest' })
    guest.line.left()
    const again = comeBack(welcomeOf(guest).credentials, { page: 'guest', seen: 2 })
    expect(again.peer.welcomes[0]).toContain('"kept":"page"')
  })
})

describe('a session whose last browser has gone', () => {
  test('waits for the time of the option, and not longer', () => {
    const { line } = arrive()
    const session = onlySession()
    line.left()
    clock.advance(ttl - 1)
    expect([session.isOver, story]).toEqual([false, ['1 connected']])
    clock.advance(1)
    expect(session.isOver).toBe(true)
    expect(story).toEqual(['1 connected', '1 disconnected, over: false'])
    expect([sessions.all.size, clock.waiting]).toEqual([0, 0])
  })

  test('waits anew each time, and not while a browser is there', () => {
    const first = arrive()
    const session = onlySession()
    const { credentials } = welcomeOf(first)
    first.line.left()
    clock.advance(ttl - 1)
    const second = comeBack(credentials)
    clock.advance(ttl * 10)
    expect(session.isOver).toBe(false)
    second.line.left()
    clock.advance(ttl - 1)
    expect(session.isOver).toBe(false)
    clock.advance(1)
    expect(session.isOver).toBe(true)
    expect(story).toEqual(['1 connected', '1 disconnected, over: false'])
  })

  test('ends at once with a time of 0', () => {
    begin({ sessionTtl: 0 })
    const { line } = arrive()
    const session = onlySession()
    line.left()
    expect([session.isOver, sessions.all.size, clock.waiting]).toEqual([true, 0, 0])
    expect(story).toEqual(['1 connected', '1 disconnected, over: false'])
  })

  test('waits until it is destroyed with a time of Infinity', () => {
    begin({ sessionTtl: Infinity })
    const { line } = arrive()
    const session = onlySession()
    line.left()
    clock.advance(1e12)
    expect(session.isOver).toBe(false)
    session.destroy()
    expect([sessions.all.size, story.length]).toEqual([0, 2])
  })

  test('does not wait while another browser is there', () => {
    const owner = arrive()
    const session = onlySession()
    const guest = comeBack(welcomeOf(owner).credentials)
    owner.line.left()
    clock.advance(ttl * 2)
    expect(session.isOver).toBe(false)
    guest.line.left()
    clock.advance(ttl)
    expect(session.isOver).toBe(true)
  })

  test('is counted from then, though a line says twice that it has gone', () => {
    const { line, peer } = arrive()
    const { credentials } = welcomeOf({ line, peer, say: () => undefined })
    const session = onlySession()
    line.left()
    clock.advance(ttl - 1)
    line.left()
    const again = comeBack(credentials)
    clock.advance(ttl * 3)
    expect([session.isOver, again.peer.closed]).toEqual([false, []])
    again.line.left()
    line.left()
    clock.advance(ttl)
    expect([session.isOver, clock.waiting, story.length]).toEqual([true, 0, 2])
  })

  test('goes on where the line before goes later than the one after it came', () => {
    const first = arrive({ page: 'one' })
    const session = onlySession()
    const again = comeBack(welcomeOf(first).credentials, { page: 'one', seen: 1 })
    expect(first.peer.closed).toEqual(['4409 The page has another line'])
    first.line.left()
    clock.advance(ttl * 2)
    expect([session.isOver, session.isConnected, again.peer.closed]).toEqual([false, true, []])
  })
})

describe('an end that the application has made', () => {
  test('is told once, when its browser has gone', () => {
    const { line, peer } = arrive()
    onlySession().destroy()
    expect(peer.closed).toEqual(['4410 The application has ended it'])
    expect(story).toEqual(['1 connected'])
    line.left()
    line.left()
    expect(story).toEqual(['1 connected', '1 disconnected, over: true'])
    expect(sessions.all.size).toBe(0)
  })

  test('while no browser is there is told when somebody looks, or comes, or its time is up', () => {
    const { line } = arrive()
    const session = onlySession()
    line.left()
    session.destroy()
    clock.advance(ttl)
    expect(story).toEqual(['1 connected', '1 disconnected, over: true'])
    expect([sessions.all.size, clock.waiting]).toEqual([0, 0])
  })

  test('of one that it has made itself is told to nobody', () => {
    sessions.create().destroy()
    expect([sessions.all.size, story]).toEqual([0, []])
  })

  test('of all ends all, and leaves no timer', async () => {
    const lines = [arrive(), arrive()]
    lines[0]!.line.left()
    const all = [...sessions.all]
    await sessions.endAll()
    expect(all.map(({ isOver }) => isOver)).toEqual([true, true])
    expect([sessions.all.size, clock.waiting]).toEqual([0, 0])
  })
})

describe('with as many sessions as may be', () => {
  test('a browser more is told so, while all are in use', () => {
    begin({ maxSessions: 2 })
    arrive()
    arrive()
    const third = arrive()
    expect(third.peer.closed).toEqual(['4429 All sessions of this server are in use; try later'])
    expect([third.peer.welcomes, sessions.all.size, story.length]).toEqual([[], 2, 2])
    third.line.left()
    third.line.receive('{{')
    expect(errors).toEqual([])
  })

  test('the one that has been without a browser the longest gives way', () => {
    begin({ maxSessions: 3 })
    const [a, b, c] = [arrive(), arrive(), arrive()]
    const [first, second, third] = [...sessions.all]
    b.line.left()
    clock.advance(10)
    a.line.left()
    expect(arrive().peer.closed).toEqual([])
    expect([first, second, third].map((one) => one!.isOver)).toEqual([false, true, false])
    expect(story.filter((line) => line.includes('dis'))).toEqual(['2 disconnected, over: false'])
    expect(arrive().peer.closed).toEqual([])
    expect([first!.isOver, c.peer.closed]).toEqual([true, []])
    expect(arrive().peer.closed).toHaveLength(1)
  })

  test('one that came back gives way no more', () => {
    begin({ maxSessions: 1 })
    const first = arrive()
    first.line.left()
    comeBack(welcomeOf(first).credentials)
    expect(arrive().peer.closed).toHaveLength(1)
  })

  test('who comes back takes no more room', () => {
    begin({ maxSessions: 1, maxSessionsPerAddress: 1 })
    const first = arrive()
    const again = comeBack(welcomeOf(first).credentials)
    expect([again.peer.closed, sessions.all.size]).toEqual([[], 1])
  })

  test('those of one address give way to their own first, though there is room', () => {
    begin({ maxSessions: 10, maxSessionsPerAddress: 2 })
    const far = arrive({ address: '192.0.2.9' })
    far.line.left()
    const near = [arrive(), arrive()]
    expect(arrive().peer.closed).toEqual(['4429 All sessions of this server are in use; try later'])
    near[0]!.line.left()
    expect(arrive().peer.closed).toEqual([])
    expect(story.filter((line) => line.includes('dis'))).toEqual(['2 disconnected, over: false'])
    expect(arrive({ address: '192.0.2.9' }).peer.closed).toEqual([])
  })

  test('whoever has a network of IPv6 is counted as one, whatever address of it is used', () => {
    begin({ maxSessions: 10, maxSessionsPerAddress: 2 })
    arrive({ address: '2001:db8:0:1::1' })
    arrive({ address: '2001:db8:0:1::2' })
    expect(arrive({ address: '2001:db8:0:1::3' }).peer.closed).toEqual([
      '4429 All sessions of this server are in use; try later',
    ])
    expect(arrive({ address: '2001:db8:0:2::3' }).peer.closed).toEqual([])
  })

  test('one that the application makes is refused in a sentence, or another gives way', () => {
    begin({ maxSessions: 1 })
    const { line } = arrive()
    expect(() => sessions.create()).toThrow(
      'There are 1 sessions, the most that the option "maxSessions" allows: destroy one, or allow more.',
    )
    line.left()
    const made = sessions.create()
    expect([...sessions.all]).toEqual([made])
  })

  test('one that the application has made, and nobody has come to yet, does not give way', () => {
    begin({ maxSessions: 1 })
    const made = sessions.create()
    clock.advance(ttl * 10)
    expect(arrive().peer.closed).toHaveLength(1)
    expect(made.isOver).toBe(false)
  })

  test('one that the application has made does not give way once its guests have gone either', () => {
    begin({ maxSessions: 1 })
    const made = sessions.create()
    const [, session_id, token] = /^#session=([\w-]+)\.([\w-]+)$/.exec(
      new URL(made.shareUrl()).hash,
    )!
    comeBack({ session_id: session_id!, token: token! }).line.left()
    expect(arrive().peer.closed).toHaveLength(1)
    expect(made.isOver).toBe(false)
  })
})

test('as many may wait with their first word as there may be sessions, and new pages do not wait', () => {
  begin({ maxSessions: 2 })
  const waiting = [arrive({ isComingBack: true }), arrive({ page: undefined })]
  expect(arrive({ isComingBack: true }).peer.closed).toEqual(['1013 Too many arrive: try again'])
  expect(arrive().peer.closed).toEqual([])
  waiting[0]!.line.left()
  expect(arrive({ isComingBack: true }).peer.closed).toEqual([])
})

describe('a client that is not ours', () => {
  const foreign = { page: undefined, isComingBack: false } as const

  test('is asked to forget everything, and has a session when it has answered', () => {
    const browser = arrive(foreign)
    expect(browser.peer.take()[0]).toBe('v init 0')
    expect(sessions.all.size).toBe(0)
    browser.say({ type: 'result', id: 0 })
    expect(sessions.all.size).toBe(1)
    expect(story).toEqual(['1 connected'])
  })

  test('is held to the rules before its answer, and to the time', () => {
    const [wrong, late] = [arrive(foreign), arrive(foreign)]
    wrong.line.receive('{{')
    expect(wrong.peer.closed).toEqual(['4400 A frame must be JSON, got &quot;{{&quot;'])
    clock.advance(10_000)
    expect(late.peer.closed).toEqual(['4400 The first word did not come within 10 s'])
    expect([sessions.all.size, clock.waiting]).toEqual([0, 0])
  })

  test('may name the session that it comes back to, and guesses none', () => {
    const { credentials } = welcomeOf(arrive())
    const browser = arrive(foreign)
    browser.say({ type: 'result', id: 0, ...credentials })
    expect([sessions.all.size, onlySession().browsers.value]).toEqual([1, 2])
    const other = arrive(foreign)
    other.say({ type: 'result', id: 0, ...credentials, token: 'guessed' })
    expect(sessions.all.size).toBe(2)
  })
})

describe('what the application does wrong', () => {
  test('in a callback is told, and stops neither the others nor the session', async () => {
    begin()
    sessions.connected.unshift(
      () => {
        throw new Error('at once')
      },
      () => Promise.reject(new Error('later')),
    )
    const { peer } = arrive()
    await new Promise((resolve) => setImmediate(resolve))
    expect(errors).toEqual(['onConnect: at once', 'onConnect: later'])
    expect([story, peer.closed]).toEqual([['1 connected'], []])
  })
})

test('fonts are known before anything is shown', () => {
  begin({ fonts: [{ family: 'Mine', url: '/mine.woff2' }] })
  const { peer } = arrive()
  const lines = peer
    .takeFrames()
    .flatMap(decodeServerFrame)
    .map((one) => lineOf('v', one))
  expect(lines).toEqual(['v register-font "Mine" "/mine.woff2"', 'v create #1 Label "here"'])
})

test('one address has twice as many lines as it may have sessions, and no more until one goes', () => {
  begin({ maxSessionsPerAddress: 1 })
  const first = arrive()
  const { credentials } = welcomeOf(first)
  comeBack(credentials)
  expect(arrive().peer.closed).toEqual(['4429 Too many lines from this address; try later'])
  expect(arrive({ address: '192.0.2.2' }).peer.closed).toEqual([])
  first.line.left()
  expect(comeBack(credentials).peer.closed).toEqual([])
})

test('256 browsers may show one session', () => {
  const { credentials } = welcomeOf(arrive())
  for (let at = 1; at < 256; at++) comeBack(credentials, { address: `192.0.2.${at}` })
  expect(comeBack(credentials).peer.closed).toEqual([
    '4429 256 browsers show this session; try later',
  ])
})
