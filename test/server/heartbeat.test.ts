// When a line counts as dead, and how long its heartbeats take.

import { EventEmitter } from 'node:events'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { keepAlive } from '../../src/server/heartbeat.ts'
import { ManualClock } from '../../src/testing/manual-clock.ts'

/** A line that notes what is done to it. */
function line() {
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const done: string[] = []
  const socket = Object.assign(new EventEmitter(), {
    isPaused: false,
    bufferedAmount: 0,
    ping: () => done.push('ping'),
    send: (text: string) => done.push(text),
    terminate: () => done.push('terminate'),
  })
  const clock = new ManualClock()
  const trips: number[] = []
  keepAlive(socket as unknown as WebSocket, {
    interval: 1000,
    isOurs: true,
    clock,
    tripped: (time) => trips.push(time),
  })
  return { socket, clock, done, trips }
}

test('a ping is answered, and how long that took is told', () => {
  const { socket, clock, done, trips } = line()
  vi.advanceTimersByTime(1000)
  clock.advance(12)
  socket.emit('pong')
  vi.advanceTimersByTime(1000)
  expect([done, trips]).toEqual([['ping', '[]', 'ping', '[]'], [12]])
  socket.emit('close')
})

test('a pong that nobody has asked for tells nothing', () => {
  const { socket, clock, trips } = line()
  clock.advance(500)
  socket.emit('pong')
  vi.advanceTimersByTime(1000)
  clock.advance(8)
  socket.emit('pong')
  clock.advance(1)
  socket.emit('pong')
  expect(trips).toEqual([8])
  socket.emit('close')
})

test('a line that does not answer is cut at the next beat', () => {
  const { done } = line()
  vi.advanceTimersByTime(2000)
  expect(done).toEqual(['ping', '[]', 'terminate'])
})
