import { expect, test } from 'vitest'
import { type Clock, Connection, type LineState } from '../../src/client/connection.ts'

class FakeSocket extends EventTarget {
  readonly url: string
  readonly sent: unknown[] = []
  binaryType: BinaryType = 'blob'
  bufferedAmount = 0
  closedWith: number | undefined

  constructor(url: string) {
    super()
    this.url = url
  }

  send(data: unknown): void {
    this.sent.push(data)
  }

  close(code = 1000): void {
    this.closedWith = code
  }

  opens(): void {
    this.dispatchEvent(new Event('open'))
  }

  says(data: unknown): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data }))
  }

  breaks(code = 1006, reason = ''): void {
    this.dispatchEvent(Object.assign(new Event('close'), { code, reason }))
  }
}

/** A clock that stands still until it is told to go on. */
class FakeClock implements Clock {
  chance = 1
  #now = 0
  #timers = new Map<object, { run: () => void; at: number }>()

  get waiting(): number {
    return this.#timers.size
  }

  now(): number {
    return this.#now
  }

  random(): number {
    return this.chance
  }

  setTimeout(run: () => void, delay: number): object {
    const handle = {}
    this.#timers.set(handle, { run, at: this.#now + delay })
    return handle
  }

  clearTimeout(handle: unknown): void {
    this.#timers.delete(handle as object)
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds
    for (const [handle, { run, at }] of this.#timers) {
      if (at > this.#now) continue
      this.#timers.delete(handle)
      run()
    }
  }
}

function line({ url = 'ws://host/socket', seen = (): number => 0 } = {}) {
  const sockets: FakeSocket[] = []
  const states: LineState[] = []
  const frames: unknown[] = []
  const clock = new FakeClock()
  const connection = new Connection({
    url,
    page: 'p1',
    clock,
    seen,
    WebSocket: class extends FakeSocket {
      constructor(address: string) {
        super(address)
        sockets.push(this)
      }
    },
    onFrame: (frame) => frames.push(frame),
    onState: (state) => states.push(state),
  })
  connection.open()
  return { connection, clock, sockets, states, frames, last: () => sockets.at(-1)! }
}

test('the address says which page it is and what it has seen', () => {
  let seen = 0
  const { last, clock } = line({ url: 'ws://host/a?token=x', seen: () => seen })
  expect(last().url).toBe('ws://host/a?token=x&page=p1&seen=0')
  seen = 17
  last().breaks()
  clock.pass(10_000)
  expect(last().url).toBe('ws://host/a?token=x&page=p1&seen=17')
})

test('frames are handed on, answers and reports go out', () => {
  const { connection, last, frames } = line()
  last().opens()
  last().says('[]')
  connection.answer('answer')
  connection.report('report')
  expect(frames).toEqual(['[]'])
  expect(last().sent).toEqual(['answer', 'report'])
})

test('binary frames are handed on as ArrayBuffers, and go out behind their message', () => {
  const { connection, last, frames } = line()
  const bytes = new ArrayBuffer(1)
  last().opens()
  expect(last().binaryType).toBe('arraybuffer')
  last().says(bytes)
  connection.reportBytes('header', bytes)
  expect(frames).toEqual([bytes])
  expect(last().sent).toEqual(['header', bytes])
})

test('a frame that is neither is refused and the line stays', () => {
  const { last, frames } = line()
  last().opens()
  last().says(new Blob())
  expect(frames).toEqual([])
  expect(last().sent).toEqual([
    '{"type":"error","error":"A binary frame must come as an ArrayBuffer"}',
  ])
})

test('bytes are not kept while the line is down', () => {
  const { connection, last, clock } = line()
  last().opens()
  last().breaks()
  connection.reportBytes('header', new ArrayBuffer(1))
  clock.pass(10_000)
  last().opens()
  expect(last().sent).toEqual([])
})

test('who has many bytes to send waits until a MiB at most waits to leave', async () => {
  const { connection, last, clock } = line()
  last().opens()
  last().bufferedAmount = 1024 * 1024 + 1
  let isClear = false
  const waiting = connection.whenClear().then(() => (isClear = true))
  for (let look = 0; look < 3; look++) {
    await new Promise((resolve) => setImmediate(resolve))
    clock.pass(10)
  }
  expect(isClear).toBe(false)
  last().bufferedAmount = 1024 * 1024
  await new Promise((resolve) => setImmediate(resolve))
  clock.pass(10)
  await waiting
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

test('a line that held for 5 s begins with short pauses again, one that broke at once does not', () => {
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
  expect([breakAfter(0), breakAfter(0), breakAfter(4999), breakAfter(5000), breakAfter(0)]).toEqual(
    [500, 1000, 2000, 500, 1000],
  )
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
  clock.pass(60_000)
  expect(sockets).toHaveLength(kind === 'ended' ? 1 : 2)
})

test('reports made while the line is down are kept in order, answers are not', () => {
  const { connection, last, clock } = line()
  connection.report('1')
  connection.answer('lost')
  last().breaks()
  connection.report('2')
  clock.pass(500)
  connection.report('3')
  expect(last().sent).toEqual([])
  last().opens()
  connection.report('4')
  expect(last().sent).toEqual(['1', '2', '3', '4'])
})

test('of more than 1,000 reports the oldest are dropped', () => {
  const { connection, last } = line()
  for (let at = 0; at < 1002; at++) connection.report(String(at))
  last().opens()
  expect(last().sent).toHaveLength(1000)
  expect(last().sent[0]).toBe('2')
})

test('who waits for the line is told when it is up', async () => {
  const { connection, last } = line()
  let isUp = false
  const waiting = connection.whenUp().then(() => (isUp = true))
  await Promise.resolve()
  expect(isUp).toBe(false)
  last().opens()
  await waiting
  await connection.whenUp()
  expect(isUp).toBe(true)
})

test('an address that is none ends it with the reason', () => {
  const { states, sockets } = line({ url: 'nowhere' })
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
