import { expect, test } from 'vitest'
import type { CallbackMessage } from '../../src/protocol/messages.ts'
import { type Credentials, Line, type LineState } from '../../src/line/index.ts'
import { FakeClock, socketClass } from './fakes.ts'

function line({
  url = 'ws://host/socket',
  credentials = (): Credentials | undefined => undefined,
  seen = (): number => 0,
  maxFrameBytes = 1024 * 1024,
} = {}) {
  const { Made, sockets } = socketClass()
  const states: LineState[] = []
  const frames: unknown[] = []
  const clock = new FakeClock()
  const line = new Line({
    url,
    page: 'p1',
    WebSocket: Made,
    clock,
    maxFrameBytes,
    credentials,
    seen,
    onFrame: (frame) => frames.push(frame),
    onState: (state) => states.push(state),
  })
  line.open()
  const last = () => sockets.at(-1)!
  return {
    line,
    clock,
    states,
    frames,
    sockets,
    last,
    /** The line breaks, and the next one opens. */
    again: () => {
      last().breaks()
      clock.pass(10_000)
      last().opens()
    },
    /** `1:a` for the callback `a` with number 1. */
    sent: () => last().sent.map(short),
  }
}

function told(action: string): CallbackMessage {
  return { type: 'callback', wid: 1, action, args: [] }
}

type Short = { type: string; action?: string; seq?: number; seen?: number }

function short(frame: unknown): string {
  if (typeof frame !== 'string') return `${(frame as ArrayBuffer).byteLength} bytes`
  if (!frame.startsWith('{')) return frame
  const { type, seq, action = type, seen } = JSON.parse(frame) as Short
  return `${seq ?? seen ?? '-'}:${action}`
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

test('a new page says its name and nothing else', () => {
  const { last } = line({ url: 'ws://host/a?token=x' })
  expect(last().url).toBe('ws://host/a?token=x&page=p1')
  last().opens()
  expect(last().sent).toEqual([])
})

test('a page with credentials says so in the address, and shows them first', () => {
  const { last } = line({ credentials: () => ({ session_id: 's1', token: 't1' }), seen: () => 12 })
  expect(last().url).toBe('ws://host/socket?page=p1&resume=1')
  last().opens()
  expect(last().sent).toEqual(['{"type":"hello","session_id":"s1","token":"t1","seen":12}'])
})

test('credentials and what is seen are asked for at each attempt', () => {
  const known: Credentials[] = []
  let seen = 0
  const { last, sent, again } = line({ credentials: () => known[0], seen: () => seen })
  last().opens()
  known.push({ session_id: 's1', token: 't1' })
  seen = 7
  again()
  expect(new URL(last().url).searchParams.get('resume')).toBe('1')
  expect(sent()).toEqual(['7:hello'])
})

test('nothing that was told leaves the page before the welcome', () => {
  const { line: open, last, sent } = line()
  open.tell(told('a'))
  last().opens()
  open.tell(told('b'))
  expect(sent()).toEqual([])
  open.welcomed({ heard: 0, kept: 'nothing' })
  expect(sent()).toEqual([])
  open.tell(told('c'))
  expect(sent()).toEqual(['1:c'])
})

test.each(['page', 'session'] as const)('kept %s: what is not heard is told again', (kept) => {
  const { line: open, last, sent, again } = line()
  last().opens()
  open.welcomed({ heard: 0, kept: 'nothing' })
  for (const action of ['a', 'b', 'c']) open.tell(told(action))
  expect(sent()).toEqual(['1:a', '2:b', '3:c'])
  again()
  open.tell(told('d'))
  open.welcomed({ heard: 1, kept, life: 1 })
  open.tell(told('e'))
  open.answer('[ack]')
  expect(sent()).toEqual(['2:b', '3:c', '4:d', '5:e', '[ack]'])
})

test('what is carried out is said late, and on the line that it came over or never', () => {
  const { line: open, last, clock, again } = line()
  last().opens()
  open.acknowledge(1)
  open.welcomed({ heard: 0, kept: 'nothing' })
  open.acknowledge(2)
  open.acknowledge(3)
  clock.pass(1000)
  expect(last().sent).toEqual(['{"type":"result","id":3}'])
  open.acknowledge(4)
  again()
  open.welcomed({ heard: 0, kept: 'page' })
  clock.pass(1000)
  expect(last().sent).toEqual([])
  open.acknowledge(5)
  open.acknowledgeNow()
  expect(last().sent).toEqual(['{"type":"result","id":5}'])
})

test('what is carried out is said before what is told, and not before what is only kept', () => {
  const { line: open, last, sent } = line()
  last().opens()
  open.welcomed({ heard: 0, kept: 'nothing' })
  open.acknowledge(1)
  open.acknowledge(2)
  open.tell(told('a'))
  open.tell(told('b'))
  open.acknowledge(3)
  expect(sent()).toEqual(['-:result', '1:a', '2:b'])
  last().breaks()
  open.tell(told('c'))
  expect(last().sent[0]).toBe('{"type":"result","id":2}')
  expect(sent()).toHaveLength(3)
})

test('a frame of 64 KiB is acknowledged as soon as it is carried out', () => {
  const { line: open, last } = line()
  last().opens()
  open.welcomed({ heard: 0, kept: 'nothing' })
  last().says('x'.repeat(65_536))
  open.acknowledge(1)
  expect(last().sent).toEqual(['{"type":"result","id":1}'])
})

test('kept session of no earlier life: the server has forgotten the page, and what was told is dropped', () => {
  const { line: open, last, sent, again } = line()
  last().opens()
  open.welcomed({ heard: 0, kept: 'nothing' })
  open.tell(told('a'))
  again()
  expect(open.welcomed({ heard: 0, kept: 'session' })).toBe(false)
  open.tell(told('b'))
  expect(sent()).toEqual(['1:b'])
})

test('what is told says in which life of the page it came about', () => {
  const { line: open, last } = line()
  last().opens()
  open.welcomed({ heard: 0, kept: 'nothing' })
  open.tell(told('a'))
  open.welcomed({ heard: 0, kept: 'session', life: 2 })
  open.tell(told('b'))
  const lives = last().sent.map((text) => (JSON.parse(text as string) as { life?: number }).life)
  expect(lives).toEqual([undefined, 2])
})

test('kept nothing: what is not heard is dropped, and the numbers begin anew', () => {
  const { line: open, last, sent, again } = line()
  last().opens()
  open.welcomed({ heard: 0, kept: 'nothing' })
  open.tell(told('a'))
  again()
  open.tell(told('b'))
  expect(open.welcomed({ heard: 0, kept: 'nothing' })).toBe(false)
  expect(open.tell(told('c'))).toBe(1)
  expect(sent()).toEqual(['1:c'])
})

test.each([
  ['less than was heard before', 1],
  ['more than was told', 9],
])('a server that has heard %s does not know the page', (_what, heard) => {
  const { line: open, last, sent, again } = line()
  last().opens()
  open.welcomed({ heard: 0, kept: 'nothing' })
  for (const action of ['a', 'b', 'c']) open.tell(told(action))
  open.heard(2)
  again()
  expect(open.welcomed({ heard, kept: 'page' })).toBe(false)
  open.tell(told('d'))
  expect(sent()).toEqual([`${heard + 1}:d`])
})

test('a welcome on a line that is up says nothing twice', () => {
  const { line: open, last, sent, states } = line()
  last().opens()
  open.welcomed({ heard: 0, kept: 'nothing' })
  open.tell(told('a'))
  open.tell(told('b'))
  open.welcomed({ heard: 1, kept: 'session', life: 1 })
  open.tell(told('c'))
  expect(sent()).toEqual(['1:a', '2:b', '3:c'])
  expect(states.filter(({ kind }) => kind === 'up')).toHaveLength(1)
})

test('what the server has heard is not told again', () => {
  const { line: open, last, sent, again } = line()
  last().opens()
  open.welcomed({ heard: 0, kept: 'nothing' })
  for (const action of ['a', 'b', 'c']) open.tell(told(action))
  open.heard(2)
  again()
  open.welcomed({ heard: 2, kept: 'page' })
  expect(sent()).toEqual(['3:c'])
})

test('a header and its bytes are told again together', () => {
  const { line: open, last, sent, again } = line()
  const header = {
    type: 'binary-chunk',
    wid: 1,
    transfer_id: 1,
    chunk_index: 0,
    num_chunks: 1,
  } as const
  last().opens()
  open.welcomed({ heard: 0, kept: 'nothing' })
  open.tell(header, new ArrayBuffer(3))
  open.tell(told('a'))
  expect(sent()).toEqual(['1:binary-chunk', '3 bytes', '2:a'])
  again()
  open.welcomed({ heard: 0, kept: 'page' })
  expect(sent()).toEqual(['1:binary-chunk', '3 bytes', '2:a'])
})

test('an answer is dropped unless the line is up', () => {
  const { line: open, last, sent, again } = line()
  open.answer('[1]')
  last().opens()
  open.answer('[2]')
  open.welcomed({ heard: 0, kept: 'nothing' })
  open.answer('[3]')
  expect(sent()).toEqual(['[3]'])
  again()
  open.welcomed({ heard: 0, kept: 'page' })
  expect(sent()).toEqual([])
})

test('it is up when the server has greeted, not when the socket is open', () => {
  const { line: open, last, states } = line()
  last().opens()
  expect(open.state.kind).toBe('connecting')
  open.welcomed({ heard: 0, kept: 'nothing' })
  expect(states.map(({ kind }) => kind)).toEqual(['connecting', 'up'])
})

test('a server that has said nothing after 30 s is tried again', () => {
  const { last, clock, states, sockets } = line()
  last().opens()
  clock.pass(29_999)
  expect(sockets).toHaveLength(1)
  clock.pass(1)
  expect([last().closedWith, states.at(-1)?.kind]).toEqual([1000, 'down'])
  clock.pass(500)
  expect(sockets).toHaveLength(2)
})

test('one that has spoken may be silent for as long as it likes', () => {
  const { last, clock, sockets } = line()
  last().opens()
  // It is carried out later: the code that it needs is on its way.
  last().says('[{"type":"create","class":"Chart"}]')
  expect(clock.waiting).toBe(0)
  clock.pass(3_600_000)
  expect(sockets).toHaveLength(1)
})

test('a foreign server is told no numbers, and nothing of what was before it greeted', () => {
  const { line: open, last, sent, again } = line()
  last().opens()
  open.foreign()
  expect([open.tell(told('a')), open.tell(told('b'))]).toEqual([1, 2])
  expect(sent()).toEqual(['-:a', '-:b'])
  last().breaks()
  open.tell(told('lost'))
  again()
  open.tell(told('early'))
  open.foreign()
  expect(open.tell(told('c'))).toBe(5)
  expect(sent()).toEqual(['-:c'])
})

test('a frame that is neither text nor an ArrayBuffer is refused, and the line stays', () => {
  const { line: open, last, frames } = line()
  last().opens()
  open.welcomed({ heard: 0, kept: 'nothing' })
  last().says(new Blob())
  expect(frames).toEqual([])
  expect(last().sent).toEqual([
    '{"type":"error","error":"A binary frame must come as an ArrayBuffer","seq":1}',
  ])
})

test('of what is too large for a frame only that is told, under its number', () => {
  const { line: open, last } = line({ maxFrameBytes: 300 })
  last().opens()
  open.welcomed({ heard: 0, kept: 'nothing' })
  open.tell({ ...told('modified'), args: ['x'.repeat(300)] })
  open.answer(JSON.stringify([{ type: 'result', id: 5, value: 'x'.repeat(300) }]))
  expect(last().sent.map((text) => JSON.parse(text as string) as unknown)).toEqual([
    { type: 'error', error: expect.stringContaining('it was not told'), seq: 1 },
    [{ type: 'error', id: 5, error: expect.stringContaining('ask for less') }],
  ])
})

test('acknowledgements that are too many for a frame go in several, of which a server of others gets one', () => {
  const { line: open, last, again } = line({ maxFrameBytes: 300 })
  const answers = JSON.stringify(Array.from({ length: 20 }, (_, id) => ({ type: 'result', id })))
  last().opens()
  open.welcomed({ heard: 0, kept: 'nothing' })
  open.answer(answers)
  const frames = last().sent as string[]
  expect(frames.flatMap((text) => JSON.parse(text) as unknown)).toEqual(JSON.parse(answers))
  expect([frames.length, frames.every(({ length }) => length <= 300)]).toEqual([2, true])
  again()
  open.foreign()
  open.answer(answers)
  expect(last().sent).toEqual([expect.stringContaining('The 20 answers have')])
})

test('when more was done than can be kept, it ends, and keeps nothing more', () => {
  const { line: open, last, states, clock, sockets } = line()
  last().opens()
  open.welcomed({ heard: 0, kept: 'nothing' })
  last().breaks()
  for (let at = 0; at <= 10_001; at++) open.tell(told('a'))
  const ended = { kind: 'ended', code: 0, reason: 'Too much was done while the line was down' }
  expect(states.slice(-2)).toEqual([{ kind: 'down', retryAt: 500 }, ended])
  clock.pass(60_000)
  open.wake()
  expect([sockets.length, clock.waiting]).toEqual([1, 0])
})

test('a line that has ended collects nothing more, and its reason stands', () => {
  const { line: open, last, states } = line()
  last().opens()
  open.welcomed({ heard: 0, kept: 'nothing' })
  last().breaks(4410, 'Over')
  for (let at = 0; at <= 10_001; at++) open.tell(told('a'))
  expect(states.at(-1)).toEqual({ kind: 'ended', code: 4410, reason: 'Over' })
  expect(open.state).toBe(states.at(-1))
})

test('opened again after the end, it tells what was told before, and there is no gap', () => {
  const { line: open, last, sent } = line()
  last().opens()
  open.welcomed({ heard: 0, kept: 'nothing' })
  open.tell(told('a'))
  last().breaks(4429, 'Full')
  expect(open.tell(told('lost'))).toBe(1)
  open.open()
  last().opens()
  open.welcomed({ heard: 0, kept: 'page' })
  open.tell(told('b'))
  expect(sent()).toEqual(['1:a', '2:b'])
})

test('a line that is up ends too when the server hears nothing of it', () => {
  const { line: open, last, states } = line()
  last().opens()
  open.welcomed({ heard: 0, kept: 'nothing' })
  for (let at = 0; at <= 10_000; at++) open.tell(told('a'))
  expect(states.at(-1)).toMatchObject({ kind: 'ended', code: 0 })
  expect(last().closedWith).toBe(1000)
})

test('who has many bytes to send waits until less than 2 MiB wait to leave', async () => {
  const { line: open, last, clock } = line()
  last().opens()
  open.welcomed({ heard: 0, kept: 'nothing' })
  last().bufferedAmount = 2 * 1024 * 1024
  let isClear = false
  void open.whenClear().then(() => (isClear = true))
  for (let look = 0; look < 3; look++) {
    await settle()
    clock.pass(10)
  }
  expect(isClear).toBe(false)
  last().bufferedAmount--
  await settle()
  clock.pass(10)
  await settle()
  expect(isClear).toBe(true)
})

test('and until less than 2 MiB are unheard, whatever the line does meanwhile', async () => {
  const { line: open, last, again } = line()
  const header = {
    type: 'binary-chunk',
    wid: 1,
    transfer_id: 1,
    chunk_index: 0,
    num_chunks: 9,
  } as const
  last().opens()
  open.welcomed({ heard: 0, kept: 'nothing' })
  for (let at = 0; at < 4; at++) open.tell(header, new ArrayBuffer(512 * 1024))
  let isClear = false
  void open.whenClear().then(() => (isClear = true))
  await settle()
  again()
  open.welcomed({ heard: 0, kept: 'page' })
  await settle()
  expect(isClear).toBe(false)
  open.heard(1)
  await settle()
  expect(isClear).toBe(true)
})

test('closed, it has no timer, no state and nothing to tell', () => {
  const { line: open, last, states, clock } = line()
  last().opens()
  open.welcomed({ heard: 0, kept: 'nothing' })
  open.tell(told('a'))
  const before = states.length
  open.close()
  last().breaks(1000)
  clock.pass(60_000)
  expect([states.length, clock.waiting]).toEqual([before, 0])
})

test('closed while it waits, it is not woken', () => {
  const { line: open, last, sockets, clock } = line()
  last().breaks()
  open.close()
  open.wake()
  expect([sockets.length, clock.waiting, open.state.kind]).toEqual([1, 0, 'ended'])
})

test('closed, it keeps nothing of what it is told', () => {
  const { line: open, last, states } = line()
  last().opens()
  open.welcomed({ heard: 0, kept: 'nothing' })
  open.close()
  const before = states.length
  for (let at = 0; at <= 10_001; at++) open.tell(told('a'))
  expect([states.length, open.tell(told('b'))]).toEqual([before, 0])
})
