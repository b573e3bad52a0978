// The pages of a session: who is there, who may come back, who is told, who is forgotten.

import { beforeEach, describe, expect, test } from 'vitest'
import type { RemotePage } from '../../src/session/remote-page.ts'
import { RemotePages } from '../../src/session/remote-pages.ts'
import { ManualClock } from '../../src/testing/manual-clock.ts'
import { Recorder } from './recorder.ts'

let clock: ManualClock
let pages: RemotePages
let gone: (string | undefined)[]
let forgotten: (string | undefined)[]

beforeEach(() => {
  clock = new ManualClock()
  gone = []
  forgotten = []
  pages = new RemotePages(
    { windowTime: 1000 },
    {
      clock,
      classOf: () => undefined,
      tellAnew: () => undefined,
      gone: ({ name }) => gone.push(name),
      forgotten: ({ name }) => forgotten.push(name),
    },
  )
})

interface Come {
  readonly peer: Recorder
  readonly page: RemotePage
}

/** What is said of their number. */
function counted(): number {
  pages.recount()
  return pages.count.value
}

/** A page comes, and is told everything, which is nothing. */
function come(name: string | undefined): Come {
  const peer = new Recorder()
  const { page } = pages.connect(peer, { page: name })
  pages.restart(page, true)
  return { peer, page }
}

describe('a page', () => {
  test('is a viewer of its own, never used again', () => {
    const viewers = ['a', 'b', undefined, undefined].map((name) => come(name).page.viewer)
    expect(viewers).toEqual([0, 1, 2, 3])
    expect([...pages.viewers]).toEqual(viewers)
    expect(counted()).toBe(4)
  })

  test('is the same over all its lines', () => {
    const first = come('a')
    pages.disconnect(first.peer)
    expect([counted(), [...pages.viewers]]).toEqual([0, [0]])
    expect(come('a').page).toBe(first.page)
  })

  test('has one line: the one before is closed, and not heard any more', () => {
    const [first, second] = [come('a'), come('a')]
    expect(first.peer.closed).toEqual(['4409 The page has another line'])
    expect([pages.of(first.peer), pages.of(second.peer)]).toEqual([undefined, second.page])
    expect(pages.disconnect(first.peer)).toBeUndefined()
    expect([counted(), second.page.peer]).toEqual([1, second.peer])
  })

  test('whose time is up is told nothing, and comes back as the same viewer', () => {
    const { peer, page } = come('a')
    pages.disconnect(peer)
    clock.advance(999)
    expect([[...pages.viewers], gone]).toEqual([[0], []])
    clock.advance(1)
    expect([[...pages.viewers], gone, forgotten]).toEqual([[], ['a'], []])
    expect(come('a').page).toBe(page)
    expect([...pages.viewers]).toEqual([0])
  })

  test('that is not ours is forgotten when its line ends, and no other is taken for it', () => {
    const first = come(undefined)
    expect(come(undefined).page).not.toBe(first.page)
    pages.disconnect(first.peer)
    expect([forgotten, [...pages.viewers], pages.at(0)]).toEqual([[undefined], [1], undefined])
    expect(gone).toEqual([undefined])
  })
})

describe('the one that something is for', () => {
  test('is the one that did something, else the one that came last', () => {
    const [a, b] = [come('a'), come('b')]
    expect(pages.any(a.page.viewer)).toBe(a.page)
    expect(pages.any(undefined)).toBe(b.page)
    pages.disconnect(b.peer)
    expect([pages.any(b.page.viewer), pages.any(undefined)]).toEqual([a.page, a.page])
  })

  test('while nobody is there is the one that went last and may come back', () => {
    const [a, b] = [come('a'), come('b')]
    pages.disconnect(b.peer)
    pages.disconnect(a.peer)
    expect(pages.any(undefined)).toBe(a.page)
    clock.advance(1000)
    expect(pages.any(undefined)).toBeUndefined()
  })
})

test('of more than 32 that are away the one that is away the longest is forgotten', () => {
  const here = come('here')
  const all = Array.from({ length: 34 }, (_, at) => come(`${at}`))
  pages.disconnect(all[33]!.peer)
  for (const { peer } of all.slice(0, 33)) pages.disconnect(peer)
  expect(forgotten).toEqual(['33', '0'])
  expect(pages.viewers.size).toBe(33)
  expect(pages.of(here.peer)).toBe(here.page)
  expect(clock.waiting).toBe(32)
})

test('the end closes every line, forgets every page, and leaves no timer', () => {
  const [a, b] = [come('a'), come('b')]
  pages.disconnect(b.peer)
  pages.end(4410, 'over')
  expect([a.peer.closed, b.peer.closed]).toEqual([['4410 over'], []])
  expect(forgotten).toEqual(['a', 'b'])
  expect([counted(), pages.viewers.size, clock.waiting]).toEqual([0, 0, 0])
})
