import { expect, onTestFinished, test, vi } from 'vitest'
import { CredentialsInHand, type Store, takeShared } from '../../src/client/credentials.ts'

const key = 'treewire ws://host/_treewire/socket'
const mine = { session_id: 's1', token: 't1' }

/** A page from its start on: what is stored under which name outlives it. */
function pageWith(stored: Map<string, string>, name = key): CredentialsInHand {
  const store: Store = {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => void stored.set(key, value),
    removeItem: (key) => void stored.delete(key),
  }
  return new CredentialsInHand(name, () => store)
}

test('a page in sight keeps them where nobody else looks', () => {
  const stored = new Map<string, string>()
  const hand = pageWith(stored)
  hand.find(undefined)
  hand.joined(mine)
  expect([hand.shown, stored.size]).toEqual([mine, 0])
})

test('a reload finds what was put away, and leaves nothing', () => {
  const stored = new Map<string, string>()
  const before = pageWith(stored)
  before.joined(mine)
  before.putAway()
  expect([...stored.keys()]).toEqual([key])
  const after = pageWith(stored)
  after.find(undefined)
  expect([after.shown, stored.size]).toEqual([mine, 0])
})

test('those that lead nowhere any more are gone, wherever they were', () => {
  const stored = new Map<string, string>()
  const hand = pageWith(stored)
  hand.joined(mine)
  hand.putAway()
  hand.drop()
  expect([hand.known, stored.size]).toEqual([undefined, 0])
})

test('a page that is seen again takes them back', () => {
  const stored = new Map<string, string>()
  const hand = pageWith(stored)
  hand.joined(mine)
  hand.putAway()
  hand.takeBack()
  expect([hand.shown, stored.size]).toEqual([mine, 0])
})

test('an address to share comes before what was put away, which goes too', () => {
  const stored = new Map<string, string>()
  const before = pageWith(stored)
  before.joined(mine)
  before.putAway()
  const after = pageWith(stored)
  after.find({ session_id: 's2', token: 't2' })
  expect([after.shown, stored.size]).toEqual([{ session_id: 's2', token: 't2' }, 0])
})

test('those that come while the page is out of sight are put away too', () => {
  const stored = new Map<string, string>()
  const hand = pageWith(stored)
  hand.putAway()
  hand.joined(mine)
  expect([...stored.keys()]).toEqual([key])
  hand.takeBack()
  hand.joined({ ...mine, token: 't2' })
  expect(stored.size).toBe(0)
})

const theirs = { session_id: 's2', token: 't2' }

test('those of an address are shown, and the own ones kept, until they have led to their session', () => {
  const stored = new Map<string, string>()
  const hand = pageWith(stored)
  hand.joined(mine)
  hand.tryOut(theirs)
  hand.putAway()
  expect([hand.shown, hand.known]).toEqual([theirs, theirs])
  expect(JSON.parse(stored.get(key)!)).toEqual(mine)
  expect(hand.joined({ ...theirs, token: 't3' })).toBe(true)
  expect(hand.shown).toEqual({ ...theirs, token: 't3' })
  expect(JSON.parse(stored.get(key)!)).toEqual({ ...theirs, token: 't3' })
})

test.each([
  [
    'leads into another session',
    (hand: CredentialsInHand) => hand.joined({ ...mine, session_id: 's9' }),
  ],
  ['is refused', (hand: CredentialsInHand) => hand.drop()],
])('an address that %s does not cost the page its own', (_, goes) => {
  const stored = new Map<string, string>()
  const hand = pageWith(stored)
  hand.joined(mine)
  hand.putAway()
  hand.tryOut(theirs)
  expect(goes(hand)).not.toBe(true)
  expect([hand.shown, JSON.parse(stored.get(key)!)]).toEqual([mine, mine])
})

test('to a page that has none of its own every session is right', () => {
  const hand = pageWith(new Map())
  hand.find(theirs)
  expect(hand.joined(mine)).toBe(true)
  expect(hand.shown).toEqual(mine)
})

test('those of an address that is refused outlive no reload', () => {
  const stored = new Map<string, string>()
  const hand = pageWith(stored)
  hand.find(theirs)
  hand.putAway()
  expect(stored.size).toBe(1)
  hand.drop()
  expect([hand.known, stored.size]).toEqual([undefined, 0])
})

test('of a server that counts its sessions an address names them by text', () => {
  const hand = pageWith(new Map())
  hand.joined({ ...mine, isForeign: true })
  hand.tryOut({ session_id: '3', token: 't' })
  expect(hand.joined({ session_id: 3, token: 't', isForeign: true })).toBe(true)
})

test('a page does not find those of another key', () => {
  const stored = new Map<string, string>()
  const one = pageWith(stored)
  one.joined(mine)
  one.putAway()
  const other = pageWith(stored, `${key} 2`)
  other.find(undefined)
  expect(other.known).toBeUndefined()
})

test('those of a foreign server are shown only when it asks', () => {
  const stored = new Map<string, string>()
  const before = pageWith(stored)
  before.joined({ ...mine, isForeign: true })
  before.putAway()
  const after = pageWith(stored)
  after.find(undefined)
  expect([after.shown, after.known]).toEqual([undefined, mine])
})

test.each([
  'nonsense',
  'null',
  '[]',
  '{"session_id":true,"token":"t"}',
  '{"session_id":"s"}',
  '{"session_id":"s","token":5}',
])('what is stored and is none is passed over: %s', (text) => {
  const stored = new Map([[key, text]])
  const hand = pageWith(stored)
  hand.find(undefined)
  expect([hand.known, stored.size]).toEqual([undefined, 0])
})

test('without a store they live as long as the page', () => {
  vi.spyOn(console, 'debug').mockImplementation(() => {})
  const hand = new CredentialsInHand('treewire', () => {
    throw new DOMException('The user forbids it', 'SecurityError')
  })
  hand.find(undefined)
  hand.joined(mine)
  hand.putAway()
  hand.takeBack()
  expect(hand.shown).toEqual(mine)
})

test.each([
  ['#session=s1.t-_1', { session_id: 's1', token: 't-_1' }],
  ['#session=s1', undefined],
  ['#session=s1.t1.x', undefined],
  ['#session=s1.t%201', undefined],
  ['#part-session=s1.t1', undefined],
  ['#about', undefined],
])('the fragment %s', (hash, found) => {
  const { href } = location
  onTestFinished(() => history.replaceState(null, '', href))
  history.replaceState({ kept: 1 }, '', `?a=b${hash}`)
  expect(takeShared()).toEqual(found)
  expect([location.search, location.hash, history.state]).toEqual([
    '?a=b',
    found ? '' : hash,
    { kept: 1 },
  ])
})
