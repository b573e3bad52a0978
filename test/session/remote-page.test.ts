// One page over all its lines: what it misses, what waits while its socket is full, when it is told anew.

import { beforeEach, describe, expect, test } from 'vitest'
import { decodeServerFrame, encode } from 'treewire/protocol'
import { lineOf } from 'treewire/testing'
import type { ServerMessage } from '../../src/protocol/messages.ts'
import { numberOf } from '../../src/session/browser-made.ts'
import { parcelOf } from '../../src/session/parcel.ts'
import { RemotePage } from '../../src/session/remote-page.ts'
import type { LineOptions } from '../../src/session/session-options.ts'
import { ManualClock } from '../../src/testing/manual-clock.ts'
import { widgetClass } from '../../src/widgets/catalog.ts'
import { Recorder } from './recorder.ts'

const viewers = new Set([0])

let clock: ManualClock
let page: RemotePage
let peer: Recorder
/** What was asked of those who keep it. */
let story: string[]

beforeEach(() => {
  page = newPage()
})

function newPage(options: LineOptions = {}): RemotePage {
  return pageNamed('page', options)
}

function foreignPage(options: LineOptions = {}): RemotePage {
  return pageNamed(undefined, options)
}

function pageNamed(name: string | undefined, options: LineOptions): RemotePage {
  clock = new ManualClock()
  peer = new Recorder()
  story = []
  return new RemotePage(
    0,
    name,
    { maxBacklogBytes: 1000, ...options },
    {
      clock,
      classOf: () => widgetClass('Label'),
      tellAnew: () => story.push('tell anew'),
      lost: () => story.push('lost'),
    },
  )
}

/** Is told that the text of a widget is its number. */
function deliver(id: number, text = `${id}`, wid = id): void {
  const message: ServerMessage = { type: 'call', wid, method: 'set_text', args: [text], id }
  page.deliver(parcelOf(viewers, id, encode([message])))
}

/** A page that has come, and was told everything. */
function begin(...ids: readonly number[]): void {
  page.connect(peer, { page: 'page', isNew: true })
  page.restart(true)
  for (const id of ids) deliver(id)
  peer.take()
}

/** It comes over a new line. */
function comeBack(seen: number): string {
  peer = new Recorder()
  return page.connect(peer, { page: 'page', seen })
}

const text = (id: number, value = `${id}`, wid = id) => `v call #${wid} set_text "${value}"`

const welcomes = (): string[] =>
  peer.welcomes.flatMap(decodeServerFrame).map((message) => lineOf('v', message))

describe('a page that comes', () => {
  test.each<[string, boolean, string]>([
    ['into a session made for it is told that nothing was before', true, 'nothing'],
    ['into one that is there is told that it is another page', false, 'session'],
  ])('%s', (_, isNew, kept) => {
    expect(page.connect(peer, { page: 'page', isNew })).toBe(kept)
    expect(welcomes()).toEqual([`v welcome ${kept} 0`])
  })

  test('is told how to come back, in the frame of its welcome', () => {
    const credentials = { session_id: 's', token: 't' }
    page.connect(peer, { page: 'page', isNew: true, credentials })
    expect(peer.welcomes).toEqual([
      '[{"type":"welcome","heard":0,"kept":"nothing"},{"type":"session-info","session_id":"s","token":"t"}]',
    ])
  })

  test('that is not ours is told how to come back, and nothing of what is kept', () => {
    page = foreignPage()
    page.connect(peer, { page: undefined, credentials: { session_id: 's', token: 't' } })
    expect([peer.welcomes, peer.takeFrames()]).toEqual([
      [],
      ['{"type":"session-info","session_id":"s","token":"t"}'],
    ])
  })
})

describe('a page whose line drops', () => {
  test('goes on with exactly what it has missed, and is told what was heard of it', () => {
    begin(1, 2)
    page.heard = 7
    page.disconnect()
    for (const id of [3, 4]) deliver(id)
    expect(comeBack(1)).toBe('page')
    expect(peer.welcomes).toEqual(['[{"type":"welcome","heard":7,"kept":"page"}]'])
    expect(peer.take()).toEqual([text(2), text(3), text(4)])
  })

  test('may come back many times, and before it has seen more', () => {
    begin(1, 2)
    for (let round = 0; round < 5; round++) {
      page.disconnect()
      expect(comeBack(1)).toBe('page')
      expect(peer.take()).toEqual([text(2)])
    }
  })

  test.each<[string, number]>([
    ['nothing, because it is empty', 0],
    ['less than it has acknowledged', 1],
    ['what there never was', 99],
  ])('and has seen %s is told anew', (_, seen) => {
    begin(1, 2, 3)
    page.acknowledge(2)
    page.disconnect()
    expect(comeBack(seen)).toBe('session')
    expect(peer.take()).toEqual([])
  })

  test('is followed for the time of the option, and not longer', () => {
    page = newPage({ windowTime: 5000 })
    begin(1)
    page.disconnect()
    clock.advance(4999)
    expect([page.isFollowing, story]).toEqual([true, []])
    clock.advance(1)
    expect([page.isFollowing, story]).toEqual([false, ['lost']])
    deliver(2)
    expect(comeBack(1)).toBe('session')
  })

  test('that is not ours is followed no longer at once', () => {
    page = foreignPage()
    page.connect(peer, { page: undefined })
    page.restart(true)
    page.disconnect()
    expect([page.isFollowing, clock.waiting]).toEqual([false, 0])
  })

  test('and has missed more than may be kept is followed no longer', () => {
    page = newPage({ maxWindowBytes: 1000 })
    begin(1)
    page.disconnect()
    for (let id = 2; id <= 50; id++) deliver(id, 'x'.repeat(100))
    expect([page.isFollowing, story]).toEqual([false, ['lost']])
    expect(comeBack(1)).toBe('session')
  })

  test('leaves no timer when it has come back, nor when it is forgotten', () => {
    begin(1)
    page.disconnect()
    expect(clock.waiting).toBe(1)
    comeBack(1)
    expect(clock.waiting).toBe(0)
    page.disconnect()
    page.forget()
    expect([clock.waiting, page.isFollowing]).toEqual([0, false])
  })
})

describe('a page that was told anew', () => {
  test('is welcomed again over a line that is up, and not over one that has just come', () => {
    begin(1)
    page.restart(false)
    expect(welcomes()).toEqual(['v welcome nothing 0', 'v welcome session 0'])
  })

  test('and has seen nothing of it when its line drops is told anew again, not what it has missed', () => {
    begin(1, 2)
    page.acknowledge(2)
    page.restart(false)
    deliver(3)
    page.disconnect()
    expect(comeBack(2)).toBe('session')
  })

  test('and has seen the first of it goes on', () => {
    begin(1, 2)
    page.restart(false)
    for (const id of [3, 4]) deliver(id)
    page.disconnect()
    expect(comeBack(3)).toBe('page')
    expect(peer.take()).toEqual([text(4)])
  })

  test('that there was nothing to tell stays to be told', () => {
    begin(1)
    page.restart(false)
    page.disconnect()
    expect(comeBack(1)).toBe('session')
  })

  test('recalls its earlier life until it has carried it out', () => {
    begin()
    deliver(4)
    page.recallsUntil(4)
    expect(page.isRecalling).toBe(true)
    page.acknowledge(3)
    expect(page.isRecalling).toBe(true)
    page.acknowledge(4)
    expect(page.isRecalling).toBe(false)
  })

  test('still recalls it when it comes back having seen it: what it tells again may be older', () => {
    begin(4)
    page.recallsUntil(4)
    page.disconnect()
    expect(comeBack(4)).toBe('page')
    expect(page.isRecalling).toBe(true)
    page.acknowledge(5)
    expect(page.isRecalling).toBe(false)
  })
})

describe('a life of a page', () => {
  test('begins each time that it has to be told anew, and it is told which it is', () => {
    begin(1)
    page.disconnect()
    comeBack(0)
    page.restart(true)
    deliver(2)
    page.restart(false)
    page.disconnect()
    expect(peer.welcomes).toEqual([
      '[{"type":"welcome","heard":0,"kept":"session","life":1}]',
      '[{"type":"welcome","heard":0,"kept":"session","life":2}]',
    ])
    expect(comeBack(0)).toBe('session')
    expect(peer.welcomes).toEqual(['[{"type":"welcome","heard":0,"kept":"session","life":3}]'])
  })

  test('goes on over another line', () => {
    begin(1)
    page.disconnect()
    comeBack(0)
    page.restart(true)
    deliver(2)
    page.disconnect()
    expect(comeBack(2)).toBe('page')
    expect(peer.welcomes).toEqual(['[{"type":"welcome","heard":0,"kept":"page","life":1}]'])
  })

  test('is past when another has begun', () => {
    begin(1)
    expect([page.isPast({}), page.isPast({ life: 0 })]).toEqual([false, false])
    page.restart(false)
    expect([{}, { life: 0 }, { life: 1 }].map((told) => page.isPast(told))).toEqual([
      true,
      true,
      false,
    ])
  })

  test('is past as soon as it is clear that another has to begin', () => {
    begin(1)
    page.disconnect()
    clock.advance(120_000)
    expect(page.isPast({})).toBe(true)
    comeBack(1)
    page.restart(true)
    expect([page.isPast({}), page.isPast({ life: 1 })]).toEqual([true, false])
  })
})

test('what a page is told anew is sent at once, whatever waits in its socket', () => {
  begin(1)
  peer.backlog = 2 ** 30
  page.restart(false)
  const frame = '[{"type":"call","wid":1,"method":"set_text","args":["a"],"id":2}]'
  page.send(parcelOf(viewers, 2, frame))
  deliver(3)
  expect(peer.take()).toEqual([text(2, 'a', 1)])
  peer.backlog = 0
  clock.advance(20)
  expect(peer.take()).toEqual([text(3)])
})

describe('a page that is slow', () => {
  test('is told the rest later, in one frame, when its socket has room', () => {
    begin(1)
    peer.backlog = 1001
    for (const id of [2, 3, 4]) deliver(id)
    expect(peer.take()).toEqual([])
    clock.advance(60)
    expect(peer.take()).toEqual([])
    peer.backlog = 501
    clock.advance(20)
    expect(peer.take()).toEqual([])
    peer.backlog = 500
    clock.advance(640)
    const frames = peer.takeFrames()
    expect(frames).toHaveLength(1)
    expect(decodeServerFrame(frames[0]!).map((one) => lineOf('v', one))).toEqual([
      text(2),
      text(3),
      text(4),
    ])
    expect(clock.waiting).toBe(0)
  })

  test('is not overtaken: what comes while something waits waits behind it', () => {
    begin(1)
    peer.backlog = 1001
    deliver(2)
    peer.backlog = 0
    deliver(3)
    expect(peer.take()).toEqual([])
    clock.advance(20)
    expect(peer.take()).toEqual([text(2), text(3)])
  })

  test('is told of a text that was set a thousand times only the last', () => {
    begin(1)
    peer.backlog = 1001
    for (let id = 2; id <= 1001; id++) deliver(id, `${id}`, 1)
    peer.backlog = 0
    clock.advance(20)
    expect(peer.take()).toEqual([text(1001, '1001', 1)])
  })

  test('may have objects of its own, whose class is looked up as that of its own', () => {
    const asked: number[] = []
    const classOf = (wid: number) => {
      asked.push(wid)
      return widgetClass('Label')
    }
    const surroundings = { clock, classOf, tellAnew: () => undefined, lost: () => undefined }
    page = new RemotePage(2, 'page', { maxBacklogBytes: 1000 }, surroundings)
    begin(1)
    peer.backlog = 1001
    for (const id of [2, 3]) deliver(id, `${id}`, -3)
    peer.backlog = 0
    clock.advance(20)
    expect([peer.take(), new Set(asked)]).toEqual([[text(3, '3', -3)], new Set([numberOf(2, -3)])])
  })

  test('is told everything anew, when its socket has room, where even that is too much', () => {
    page = newPage({ maxBacklogBytes: 1000, maxWindowBytes: 2000 })
    begin(1)
    peer.backlog = 1001
    for (let id = 2; id <= 100; id++) deliver(id, 'x'.repeat(100))
    expect([story, page.isFollowing]).toEqual([['lost'], false])
    clock.advance(100)
    expect(story).toEqual(['lost'])
    peer.backlog = 0
    clock.advance(640)
    expect(story).toEqual(['lost', 'tell anew'])
    expect(clock.waiting).toBe(0)
  })

  test('and goes is looked at no longer; what waited is what it has missed', () => {
    page = newPage({ windowTime: 5000 })
    begin(1)
    peer.backlog = 1001
    deliver(2)
    page.disconnect()
    clock.advance(20)
    expect(comeBack(1)).toBe('page')
    expect([peer.take(), clock.waiting]).toEqual([[text(2)], 0])
  })

  test('that is not ours is told the rest later too, and nothing is kept for it', () => {
    page = foreignPage({ maxWindowBytes: 2000 })
    page.connect(peer, { page: undefined })
    page.restart(true)
    // Never acknowledged: kept, it would be too much.
    for (let id = 1; id <= 100; id++) deliver(id, 'x'.repeat(100))
    peer.take()
    peer.backlog = 1001
    deliver(101)
    peer.backlog = 0
    clock.advance(20)
    expect([peer.take(), story]).toEqual([[text(101)], []])
  })
})

test('a page that is up and does not acknowledge is told all the same, and only cannot come back', () => {
  page = newPage({ maxWindowBytes: 1000 })
  begin(1)
  for (let id = 2; id <= 50; id++) deliver(id, 'x'.repeat(100))
  expect([peer.take().length, story]).toEqual([49, []])
  page.disconnect()
  expect(comeBack(1)).toBe('session')
})

describe('what a page tells', () => {
  test.each<[string, number | undefined, boolean]>([
    ['without a number is news', undefined, true],
    ['with the next number is news', 4, true],
    ['with the last number is told again', 3, false],
    ['with a number before is told again', 1, false],
  ])('%s', (_, seq, isNews) => {
    page.heard = 3
    const told = { type: 'callback' as const, ...(seq !== undefined && { seq }) }
    expect(page.isNews(told)).toBe(isNews)
  })

  test('with one missing in front of it is a mistake', () => {
    page.heard = 3
    expect(() => page.isNews({ type: 'callback', seq: 5 })).toThrow(
      '"callback" has the "seq" 5, and 4 was to come',
    )
  })
})
