import { expect, test } from 'vitest'
import { Connection } from '../../src/line/connection.ts'
import type { LineState } from '../../src/line/state.ts'
import { FakeClock, socketClass } from './fakes.ts'

function line(address = () => 'ws://host/socket') {
  const { Made, sockets } = socketClass()
  const states: LineState[] = []
  const frames: unknown[] = []
  const clock = new FakeClock()
  const connection = new Connection({
    clock,
    address,
    WebSocket: Made,
    onFrame: (frame) => frames.push(frame),
    onState: (state) => states.push(state),
  })
  connection.open()
  return { connection, clock, sockets, states, frames, last: () => sockets.at(-1)! }
}

test('each attempt asks for its address', () => {
  let count = 0
  const { sockets, last, clock } = line(() => `ws://host/${++count}`)
  last().breaks()
  clock.pass(10_000)
  expect(sockets.map(({ url }) => url)).toEqual(['ws://host/1', 'ws://host/2'])
})

test('frames of both kinds are handed on, and go out while the line is up', () => {
  const { connection, last, frames } = line()
  const bytes = new ArrayBuffer(1)
  connection.send('too early')
  last().opens()
  expect(last().binaryType).toBe('arraybuffer')
  last().says('[]')
  last().says(bytes)
  connection.send('text')
  connection.send(bytes)
  expect(frames).toEqual(['[]', bytes])
  expect(last().sent).toEqual(['text', bytes])
  last().breaks()
  connection.send('too late')
  expect(last().sent).toHaveLength(2)
})

test('the pauses between attempts double from 500 ms to 10 s', () => {
  const { last, states, sockets, clock } = line()
  const pauses: number[] = []
  for (let round = 0; round < 7; round++) {
    last().breaks()
    const state = states.at(-1)!
    const pause = state.kind === 'down' ? state.retryAt - clock.now() : -1
    pauses.push(pause)
    clock.pass(pause - 1)
    expect(sockets).toHaveLength(round + 1)
    clock.pass(1)
    expect(sockets).toHaveLength(round + 2)
  }
  expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000])
})

test('chance shortens a pause to its half at most', () => {
  const { last, states, clock } = line()
  clock.chance = 0
  last().breaks()
  expect(states.at(-1)).toEqual({ kind: 'down', retryAt: 250 })
})

test('a line that held for 1 s begins with short pauses again, one that broke at once does not', () => {
  const { last, states, clock } = line()
  const breakAfter = (up: number): number => {
    last().opens()
    clock.pass(up)
    last().breaks()
    const state = states.at(-1)!
    const pause = state.kind === 'down' ? state.retryAt - clock.now() : -1
    clock.pass(pause)
    return pause
  }
  expect([breakAfter(0), breakAfter(0), breakAfter(999), breakAfter(1000), breakAfter(0)]).toEqual([
    500, 1000, 2000, 500, 1000,
  ])
})

test('being woken tries at once, but only while it waits', () => {
  const { connection, last, sockets, clock } = line()
  connection.wake()
  expect(sockets).toHaveLength(1)
  last().opens()
  connection.wake()
  expect(sockets).toHaveLength(1)
  last().breaks()
  connection.wake()
  expect(sockets).toHaveLength(2)
  clock.pass(9_999)
  expect(sockets).toHaveLength(2)
})

test('an attempt that neither succeeds nor fails is given up after 10 s', () => {
  const { sockets, clock, states } = line()
  clock.pass(10_000)
  expect(sockets[0]!.closedWith).toBe(1000)
  expect(states.at(-1)).toEqual({ kind: 'down', retryAt: 10_500 })
  sockets[0]!.opens()
  sockets[0]!.breaks()
  expect(states.at(-1)).toEqual({ kind: 'down', retryAt: 10_500 })
})

test.each([
  [1000, 'down'],
  [1006, 'down'],
  [1011, 'down'],
  [3999, 'down'],
  [4000, 'ended'],
  [4410, 'ended'],
  [4999, 'ended'],
])('after close code %i the line is %s', (code, kind) => {
  const { last, states, sockets, clock } = line()
  last().opens()
  last().breaks(code, 'why')
  expect(states.at(-1)).toMatchObject(kind === 'ended' ? { kind, code, reason: 'why' } : { kind })
  clock.pass(kind === 'ended' ? 60_000 : 1000)
  expect(sockets).toHaveLength(kind === 'ended' ? 1 : 2)
})

test('an address that is none ends it with the reason', () => {
  const { states, sockets } = line(() => new URL('nowhere').href)
  expect(sockets).toEqual([])
  expect(states.at(-1)).toMatchObject({ kind: 'ended', code: 0 })
  expect(states.at(-1)).toHaveProperty('reason', expect.stringContaining('Invalid URL'))
})

test('closing ends it quietly: no state, no timer, no new socket', () => {
  const { connection, last, states, sockets, clock } = line()
  last().opens()
  const before = states.length
  connection.close()
  expect(last().closedWith).toBe(1000)
  last().breaks(1000)
  clock.pass(60_000)
  expect([states.length, sockets.length, clock.waiting]).toEqual([before, 1, 0])
})

test('one that was closed while it waited is not woken', () => {
  const { connection, last, states, sockets, clock } = line()
  last().breaks()
  const before = states.length
  connection.close()
  connection.wake()
  clock.pass(60_000)
  expect([states.length, sockets.length, clock.waiting]).toEqual([before, 1, 0])
})

test('whoever is told of an attempt may close it', () => {
  const { Made, sockets } = socketClass()
  const clock = new FakeClock()
  const connection = new Connection({
    clock,
    WebSocket: Made,
    address: () => 'ws://host/socket',
    onFrame: () => undefined,
    onState: () => connection.close(),
  })
  connection.open()
  expect([sockets.length, clock.waiting]).toEqual([0, 0])
})

test('it can be ended from here, with a reason', () => {
  const { connection, last, states, sockets, clock } = line()
  last().opens()
  connection.end(0, 'Enough')
  expect(last().closedWith).toBe(1000)
  last().breaks(1000)
  clock.pass(60_000)
  expect(states.at(-1)).toEqual({ kind: 'ended', code: 0, reason: 'Enough' })
  expect(sockets).toHaveLength(1)
})
