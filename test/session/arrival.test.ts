// The first word of who connects: who is asked for it, what counts as one, and what comes before it.

import { beforeEach, describe, expect, test } from 'vitest'
import { Arrival } from '../../src/session/arrival.ts'
import type { Claim } from '../../src/session/arrival.ts'
import type { Visitor } from '../../src/session/peer.ts'
import { ManualClock } from '../../src/testing/manual-clock.ts'
import { Recorder } from './recorder.ts'

let clock: ManualClock
let peer: Recorder
/** What was claimed by those who were let in. */
let claims: (Claim | undefined)[]
/** What the session has heard. */
let heard: (string | Uint8Array)[]
let left: number
/** How many have not said their first word. */
let refused: string[]
let reported: unknown[]
let waiting: number

beforeEach(() => {
  clock = new ManualClock()
  peer = new Recorder()
  claims = []
  heard = []
  left = 0
  waiting = 0
  reported = []
  refused = []
})

const ours: Visitor = { page: 'page', isComingBack: false, address: '', user: undefined }
const returning: Visitor = { ...ours, isComingBack: true }
const foreign: Visitor = { ...ours, page: undefined }

function arrive(visitor: Visitor, { isFull = false, isBusy = false } = {}): Arrival {
  const arrival = new Arrival(peer, visitor, clock, {
    admit: (claim) => {
      claims.push(claim)
      if (isFull) return undefined
      return { receive: (frame) => void heard.push(frame), left: () => void left++ }
    },
    isBusy: () => isBusy,
    waits: (change) => void (waiting += change),
    refused: (reason) => void refused.push(reason),
    report: (error) => void reported.push(error),
  })
  arrival.begin()
  return arrival
}

const hello = { type: 'hello', session_id: 's', token: 't', seen: 7 }

describe('a new page of ours', () => {
  test('is let in at once, without a word', () => {
    const arrival = arrive(ours)
    expect([claims, peer.takeFrames(), clock.waiting]).toEqual([[undefined], [], 0])
    arrival.receive('{{')
    expect(heard).toEqual(['{{'])
  })
})

describe('a page of ours that comes back', () => {
  test('is let in by its hello', () => {
    const arrival = arrive(returning)
    expect([claims, clock.waiting, peer.takeFrames()]).toEqual([[], 1, []])
    arrival.receive(JSON.stringify(hello))
    expect([claims, heard, clock.waiting]).toEqual([[hello], [], 0])
  })

  test('may say more in the same frame', () => {
    const more = [
      { type: 'result', id: 1 },
      { type: 'result', id: 2 },
    ]
    arrive(returning).receive(JSON.stringify([hello, ...more]))
    expect(heard).toEqual([JSON.stringify(more)])
  })

  test('says hello once: the second is for the session', () => {
    const arrival = arrive(returning)
    arrival.receive(JSON.stringify(hello))
    arrival.receive(JSON.stringify(hello))
    expect([claims.length, heard]).toEqual([1, [JSON.stringify(hello)]])
  })

  test.each([
    ['a result', '[{"type":"result","id":0}]', '"result"'],
    ['bytes', Uint8Array.of(1), 'a binary frame'],
  ])('says nothing else first: %s', (_, frame, shown) => {
    arrive(returning).receive(frame)
    expect(peer.closed).toEqual([`4400 A page that comes back says "hello" first, got ${shown}`])
    expect([claims, clock.waiting]).toEqual([[], 0])
  })
})

describe('a client that is not ours', () => {
  test('is asked to forget everything, and is let in when it has', () => {
    const arrival = arrive(foreign)
    expect(peer.takeFrames()).toEqual(['{"type":"init","id":0}'])
    arrival.receive('{"type":"result","id":0}')
    expect([claims, clock.waiting]).toEqual([[undefined], 0])
  })

  test.each<[string, string]>([
    ['a callback', '{"type":"callback","wid":2,"action":"activated","args":[]}'],
    ['another result', '{"type":"result","id":1}'],
    ['a result without id', '{"type":"result"}'],
    ['a result of its own reckoning', '{"type":"result","id":"0"}'],
    ['an error of something else', '{"type":"error","id":5,"error":"x"}'],
    ['its size', '{"type":"viewport","width":1,"height":1}'],
    ['nothing at all', '[]'],
    [
      'a piece of a file',
      '{"type":"file-chunk","wid":1,"transfer_id":1,"file_index":0,"file_count":1,"chunk_index":0,"num_chunks":1,"data":""}',
    ],
  ])('is not heard before its answer: %s', (_, frame) => {
    const arrival = arrive(foreign)
    arrival.receive(frame)
    arrival.receive(Uint8Array.of(1))
    expect([claims, heard, peer.closed]).toEqual([[], [], []])
  })

  test('is heard from its answer on, in the same frame', () => {
    const stale = { type: 'callback', wid: 9, action: 'x', args: [] }
    const click = { type: 'callback', wid: 2, action: 'activated', args: [] }
    arrive(foreign).receive(JSON.stringify([stale, { type: 'result', id: 0 }, click]))
    expect(heard).toEqual([JSON.stringify([click])])
  })

  test('that cannot forget has said so, and is let in', () => {
    arrive(foreign).receive('{"type":"error","id":0,"error":"Unknown message"}')
    expect(claims).toEqual([undefined])
  })

  test.each<[string, object, object | undefined]>([
    ['both', { session_id: 5, token: 't' }, { session_id: 5, token: 't', seen: 0 }],
    ['no token', { session_id: 's' }, undefined],
    ['no id', { token: 't' }, undefined],
  ])('names a session by id and token; with %s', (_, named, claim) => {
    arrive(foreign).receive(JSON.stringify({ type: 'result', id: 0, ...named }))
    expect(claims).toEqual([claim])
  })

  test('that speaks no JSON is refused', () => {
    arrive(foreign).receive('{{')
    expect(peer.closed).toEqual(['4400 A frame must be JSON, got "{{"'])
  })
})

describe.each([
  ['a page that comes back', returning, JSON.stringify(hello)],
  ['a client that is not ours', foreign, '{"type":"result","id":0}'],
])('%s', (_, visitor, word) => {
  test('has 10 s', () => {
    const arrival = arrive(visitor)
    clock.advance(9999)
    expect(peer.closed).toEqual([])
    clock.advance(1)
    expect(peer.closed).toEqual(['4400 The first word did not come within 10 s'])
    arrival.receive(word)
    arrival.left()
    expect([claims, left, peer.closed.length]).toEqual([[], 0, 1])
  })

  test('is counted until its word has come, its time is up, or it has gone', () => {
    const ends: ((arrival: Arrival) => void)[] = [
      (arrival) => arrival.receive(word),
      () => clock.advance(10_000),
      (arrival) => arrival.left(),
      (arrival) => arrival.receive('{{'),
    ]
    for (const end of ends) {
      const arrival = arrive(visitor)
      expect(waiting).toBe(1)
      end(arrival)
      arrival.left()
      arrival.left()
      expect(waiting).toBe(0)
    }
  })

  test('is refused where too many have not said theirs', () => {
    const arrival = arrive(visitor, { isBusy: true })
    expect(peer.closed).toEqual(['1013 Too many arrive: try again'])
    arrival.receive(word)
    arrival.left()
    expect([claims, waiting, clock.waiting, peer.takeFrames()]).toEqual([[], 0, 0, []])
  })

  test('that has gone is not waited for, and not heard', () => {
    const arrival = arrive(visitor)
    arrival.left()
    arrival.receive(word)
    expect([claims, left, clock.waiting]).toEqual([[], 0, 0])
  })

  test('that is not let in is not heard any more', () => {
    const arrival = arrive(visitor, { isFull: true })
    arrival.receive(word)
    arrival.receive(word)
    arrival.receive('{{')
    arrival.left()
    expect([claims.length, heard, left, peer.closed, clock.waiting]).toEqual([1, [], 0, [], 0])
  })

  test('that was let in and goes, has gone from its session', () => {
    const arrival = arrive(visitor)
    arrival.receive(word)
    arrival.left()
    expect(left).toBe(1)
  })
})

describe('a first word that is nested without end', () => {
  const deep = '['.repeat(200_000) + ']'.repeat(200_000)

  test.each([
    ['as its type', `{"type":${deep}}`],
    [
      'behind it, in a field that nobody asked for',
      `[${JSON.stringify(hello)},{"type":"viewport","width":1,"height":1,"x":${deep}}]`,
    ],
  ])('%s ends its own line, and nothing else', (_, frame) => {
    arrive(returning).receive(frame)
    expect(peer.closed).toEqual([expect.stringMatching(/^4400 /)])
    expect([claims, reported, waiting]).toEqual([[], [], 0])
  })
})
