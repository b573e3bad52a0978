// A line that is dead and does not know it: what the page does about it.

import { expect, test } from 'vitest'
import { Line, type LineState } from '../../src/line/index.ts'
import { FakeClock, socketClass } from './fakes.ts'

function line({ beat = 1000, isBehind = (): boolean => false } = {}) {
  const { Made, sockets } = socketClass()
  const states: string[] = []
  const frames: unknown[] = []
  const clock = new FakeClock()
  const line: Line = new Line({
    url: 'ws://host/socket',
    page: 'p1',
    WebSocket: Made,
    clock,
    beat,
    isBehind,
    credentials: () => undefined,
    seen: () => 0,
    onFrame: (frame) => frames.push(frame),
    onState: ({ kind }: LineState) => states.push(kind),
  })
  line.open()
  const last = () => sockets.at(-1)!
  return { line, clock, states, frames, sockets, last }
}

/** Over which a server of ours has greeted. */
function greeted(options?: Parameters<typeof line>[0]) {
  const here = line(options)
  here.last().opens()
  here.line.welcomed({ heard: 0, kept: 'nothing' })
  return here
}

const told = { type: 'callback', wid: 1, action: 'a', args: [] } as const

test('a line on which nothing comes is given up, and another one opened at once', () => {
  const { clock, states, sockets } = greeted()
  clock.pass(2500)
  expect(states).toEqual(['connecting', 'up', 'connecting'])
  expect(sockets.map(({ closedWith }) => closedWith)).toEqual([1000, undefined])
})

test('beats keep it, and are nothing to carry out', () => {
  const { clock, frames, sockets, last } = greeted()
  for (let at = 0; at < 10; at++) {
    clock.pass(1000)
    last().says('[]')
  }
  expect([sockets.length, frames, last().sent]).toEqual([1, [], []])
})

test.each([['[{"type":"heard","count":0}]'], [new ArrayBuffer(1)]])('so does %o', (frame) => {
  const { clock, sockets, last } = greeted()
  for (let at = 0; at < 10; at++) {
    clock.pass(1000)
    last().says(frame)
  }
  expect(sockets).toHaveLength(1)
})

test('a server that beats without ever greeting is no server', () => {
  const { clock, sockets, last } = line()
  last().opens()
  for (let at = 0; at < 31; at++) {
    clock.pass(1000)
    last().says('[]')
  }
  expect(sockets[0]!.closedWith).toBe(1000)
})

test('what is not heard within ten seconds goes over another line', () => {
  const { line: open, clock, sockets, last } = greeted({ beat: 0 })
  open.tell(told)
  clock.pass(10_000)
  expect(sockets).toHaveLength(1)
  clock.pass(10)
  expect(sockets).toHaveLength(2)
  last().opens()
  open.welcomed({ heard: 0, kept: 'page' })
  expect(last().sent).toEqual([JSON.stringify({ ...told, seq: 1 })])
})

test('what was told while the line was down is to be heard from the greeting on', () => {
  const { line: open, clock, sockets, last } = greeted({ beat: 0 })
  last().breaks()
  open.tell(told)
  clock.pass(1000)
  last().opens()
  clock.pass(29_000)
  expect(sockets).toHaveLength(2)
  open.welcomed({ heard: 0, kept: 'page' })
  clock.pass(10_000)
  expect(sockets).toHaveLength(2)
  clock.pass(10)
  expect(sockets).toHaveLength(3)
})

test.each([
  ['heard', (open: Line) => open.heard(1)],
  ['dropped with its session', (open: Line) => void open.welcomed({ heard: 0, kept: 'nothing' })],
  [
    'heard by a welcome',
    (open: Line) => void open.welcomed({ heard: 1, kept: 'session', life: 1 }),
  ],
])('what is %s needs no other line', (_, answer) => {
  const { line: open, clock, sockets } = greeted({ beat: 0 })
  open.tell(told)
  answer(open)
  expect(clock.waiting).toBe(0)
  clock.pass(1e6)
  expect(sockets).toHaveLength(1)
})

test('a page that is behind with its frames does not know what has been heard', () => {
  const { line: open, clock, sockets } = greeted({ beat: 0, isBehind: () => true })
  open.tell(told)
  clock.pass(1e6)
  expect(sockets).toHaveLength(1)
})

test('a server of others owes no beat, and hears in its own time', () => {
  const { line: open, clock, sockets, last } = line()
  last().opens()
  open.foreign()
  last().says('{"type":"init","id":0}')
  open.tell(told)
  clock.pass(1e6)
  expect(sockets).toHaveLength(1)
})

test('the pauses of an earlier trouble do not count for a line that held', () => {
  const { line: open, clock, last, sockets } = greeted({ beat: 3000 })
  for (let at = 0; at < 8; at++) {
    last().breaks()
    clock.pass(10_000)
  }
  last().opens()
  open.welcomed({ heard: 0, kept: 'nothing' })
  clock.pass(7500)
  last().breaks()
  const count = sockets.length
  clock.pass(500)
  expect(sockets).toHaveLength(count + 1)
})

test.each([
  ['closed', (open: Line) => open.close()],
  [
    'ended by the server',
    (_: Line, last: () => { breaks(code: number): void }) => last().breaks(4410),
  ],
])('a line that is %s leaves no timer', (_, end) => {
  const { line: open, clock, last } = greeted()
  open.tell(told)
  end(open, last)
  expect(clock.waiting).toBe(0)
})
