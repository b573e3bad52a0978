// How fast a browser may tell, and that who is faster is read more slowly, and neither sent away nor taken for dead.

import { once } from 'node:events'
import { expect, test, vi } from 'vitest'
import { holdBack } from '../../src/server/message-rate.ts'
import { ManualClock } from '../../src/testing/manual-clock.ts'
import { door } from './door.ts'
import { expectSoon } from './expect-soon.ts'
import { visit } from './visitor.ts'

/** A socket that only says whether it is read. */
function held(most: number) {
  const clock = new ManualClock()
  const state = { isPaused: false, close: (): void => undefined }
  const socket = {
    pause: () => void (state.isPaused = true),
    resume: () => void (state.isPaused = false),
    once: (_event: string, listener: () => void) => void (state.close = listener),
  }
  const count = holdBack(socket as unknown as Parameters<typeof holdBack>[0], most, clock)
  const tell = (times: number) => Array.from({ length: times }).forEach(() => count(1))
  return { clock, state, count, tell }
}

test('two seconds’ worth may come at once, and one more holds the line back until it is paid', () => {
  const { clock, state, tell } = held(10)
  tell(20)
  expect(state.isPaused).toBe(false)
  tell(1)
  expect(state.isPaused).toBe(true)
  clock.advance(99)
  expect(state.isPaused).toBe(true)
  clock.advance(1)
  expect([state.isPaused, clock.waiting]).toEqual([false, 0])
})

test('what comes while the line is held back is owed too', () => {
  const { clock, state, tell } = held(10)
  tell(21)
  tell(10)
  clock.advance(1099)
  expect([state.isPaused, clock.waiting]).toEqual([true, 1])
  clock.advance(1)
  expect(state.isPaused).toBe(false)
})

test('who keeps to the rate is never held back', () => {
  const { clock, state, count } = held(10)
  for (let at = 0; at < 1000; at++) {
    count(1)
    expect(state.isPaused).toBe(false)
    clock.advance(100)
  }
})

test('silence is worth two seconds, however long it is', () => {
  const { clock, state, tell } = held(10)
  clock.advance(3_600_000)
  tell(20)
  expect(state.isPaused).toBe(false)
  tell(1)
  expect(state.isPaused).toBe(true)
})

test('over a while the rate is what comes in, whatever the bursts are', () => {
  const { clock, state, count } = held(100)
  let told = 0
  for (let at = 0; at < 100_000; at += 10) {
    if (!state.isPaused) {
      told += 37
      count(37)
    }
    clock.advance(10)
  }
  expect(told).toBeGreaterThanOrEqual(10_000)
  expect(told).toBeLessThanOrEqual(10_000 + 200 + 37)
})

test('nobody is held back for more than a minute', () => {
  const { clock, state, count } = held(1)
  count(1_000_000_000)
  clock.advance(59_999)
  expect(state.isPaused).toBe(true)
  clock.advance(1)
  expect(state.isPaused).toBe(false)
})

test('no timer outlives the line', () => {
  const { clock, state, tell } = held(1)
  tell(5)
  expect(clock.waiting).toBe(1)
  state.close()
  expect(clock.waiting).toBe(0)
})

test('without a limit nothing is counted', () => {
  const { clock, state, count } = held(Infinity)
  count(1_000_000_000)
  expect([state.isPaused, clock.waiting]).toEqual([false, 0])
})

test('a browser that tells too much is read when its time has come, and nothing is lost', async () => {
  const clock = new ManualClock()
  const { url, heard, left } = await door({ maxMessageRate: 1 }, clock)
  const { socket } = await visit(url)
  const frame = (at: number) => JSON.stringify({ type: 'result', id: at, filler: 'x'.repeat(1000) })
  const frames = Array.from({ length: 2000 }, (_, at) => frame(at))
  for (const each of frames) socket.send(each)

  await expectSoon(() => clock.waiting).toBe(1)
  // Who comes meanwhile does not have to wait.
  await visit(url)
  expect(heard.length).toBeLessThan(200)
  for (let turn = 0; turn < 500 && heard.length < frames.length; turn++) {
    clock.advance(60_000)
    await new Promise(setImmediate)
  }
  expect(heard).toEqual(frames)
  expect(left()).toBe(0)
})

test('what stands in a message does not count, a frame that says nothing does', async () => {
  const clock = new ManualClock()
  const { url, heard } = await door({ maxMessageRate: 10 }, clock)
  const { socket } = await visit(url)
  socket.send(`[{"type":"callback","args":[${'{},'.repeat(99)}"{{{"]}]`)
  for (let at = 0; at < 19; at++) socket.send('[]')
  await expectSoon(() => heard.length).toBe(20)
  expect(clock.waiting).toBe(0)
  socket.send('[]')
  await expectSoon(() => clock.waiting).toBe(1)
})

test('binary frames do not count, pings do', async () => {
  const clock = new ManualClock()
  const { url, heard } = await door({ maxMessageRate: 1 }, clock)
  const { socket } = await visit(url)
  for (let at = 0; at < 10; at++) socket.send(Buffer.from([at]))
  await expectSoon(() => heard.length).toBe(10)
  expect(clock.waiting).toBe(0)
  for (let at = 0; at < 3; at++) socket.ping()
  await expectSoon(() => clock.waiting).toBe(1)
})

test('a browser that is held back is not taken for dead, and one that has gone meanwhile is missed', async () => {
  const clock = new ManualClock()
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const { url, left } = await door({ maxMessageRate: 1 }, clock)
  const { socket } = await visit(url)
  for (let at = 0; at < 100; at++) socket.send('{}')
  await expectSoon(() => clock.waiting).toBe(1)
  for (let round = 0; round < 3; round++) {
    const asked = once(socket, 'ping')
    vi.advanceTimersByTime(30_000)
    await asked
  }
  clock.advance(60_000)
  vi.advanceTimersByTime(30_000)
  await once(socket, 'ping')
  expect([left(), socket.readyState]).toEqual([0, socket.OPEN])

  for (let at = 0; at < 100; at++) socket.send('{}')
  await expectSoon(() => clock.waiting).toBe(1)
  socket.terminate()
  await vi.waitUntil(() => {
    vi.advanceTimersByTime(30_000)
    return left() > 0
  })
  vi.useRealTimers()
  expect([left(), clock.waiting]).toEqual([1, 0])
})

test('when the server closes, who is held back goes too', async () => {
  const clock = new ManualClock()
  const { url, sockets, left } = await door({ maxMessageRate: 1 }, clock)
  const { socket, ended } = await visit(url)
  for (let at = 0; at < 100; at++) socket.send('{}')
  await expectSoon(() => clock.waiting).toBe(1)
  await sockets.close()
  expect([(await ended).code, left(), clock.waiting]).toEqual([1001, 1, 0])
})
