// What strangers say: mostly what a page could say, or nearly, so that it gets past the first check; and raw garbage.

import * as fc from 'fast-check'
import { widgetClass } from '../../../src/widgets/catalog.ts'
import type { Params } from '../../../src/widgets/define.ts'

/** One frame; bytes are a binary one unless they are to pass for text. */
export interface Frame {
  readonly data: string | Uint8Array
  readonly isText: boolean
}

/** An event that somebody listens to. */
export interface Target {
  readonly wid: number
  readonly className: string
  readonly action: string
}

/** Frames that belong together, e.g. the announcement of a file and its pieces. */
export type Burst = readonly Frame[]

const prototypeNames = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'then']
const serverTypes = ['init', 'welcome', 'create', 'call', 'batch', 'listen', 'heard']

/** Bytes of a piece of a file. */
const PIECE = 100

const numbers = [0, 1, 2, 5, -1, 0.5, 255, 1e9, -1e308, 2 ** 53]
const texts = ['', 'a', 'b', 'text', '#ff0000', '2026-02-30', '\ud800', 'é'.repeat(500)]
const lists = [[], [0], [0, 0], [1, 5], ['a', 'b'], [[0, 1]], [[0, 0, 'x']], [null]]
const references = [{ __wid__: 4 }, { __wid__: -1 }, { __wid__: 'x' }, { wid: 3 }, [{ __wid__: 1 }]]
/** Has whatever an event of mouse, keys, sizes and drops has. */
const event = {
  ...Object.fromEntries('x y viewport_x viewport_y width height'.split(' ').map((key) => [key, 1])),
  ...Object.fromEntries('time_stamp button_trigger button_mask'.split(' ').map((key) => [key, 0])),
  ...Object.fromEntries('delta_x delta_y delta_z delta_mode'.split(' ').map((key) => [key, 0])),
  ...Object.fromEntries('text url html'.split(' ').map((key) => [key, null])),
  ...Object.fromEntries('type key keycode'.split(' ').map((key) => [key, 'a'])),
  ...Object.fromEntries('modifiers types files'.split(' ').map((key) => [key, []])),
  repeat: false,
}
const progress = {
  transfer_id: 1,
  file_index: 0,
  chunk_index: 0,
  num_chunks: 1,
  transferred_bytes: 1,
  total_bytes: 1,
  complete: true,
}
const records = [
  {},
  event,
  progress,
  { ...event, files: [{ name: '../../a', size: 9, type: '' }] },
  { x: 1, y: 2 },
  { name: 'row 1', size: 1 },
  { type: 'splice', at: 0, length: 9, text: 'x' },
  { length: 1e9 },
  JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
]

/** Values that events have, and values that no event has. */
const pool = [
  numbers,
  texts,
  prototypeNames,
  lists,
  references,
  records,
  [true, false, null],
].flat()

const anything: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown[]>(...pool) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
)

function mostly(right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 9, arbitrary: right }, { weight: 1, arbitrary: anything })
}

/** @param targets  what can be reported to the session of a stranger */
export function burstOf(targets: readonly Target[]): fc.Arbitrary<Burst> {
  const callback = fc.constantFrom(...targets.filter(isPages)).chain(rightCallback)
  const right = fc.oneof(
    { weight: 8, arbitrary: callback },
    { weight: 2, arbitrary: answer },
    { weight: 1, arbitrary: viewport },
  )
  const message = fc.oneof(
    { weight: 100, arbitrary: right },
    { weight: 1, arbitrary: wrongMessage },
  )
  return fc.oneof(
    { weight: 150, arbitrary: message.map((one) => [said(one)]) },
    { weight: 30, arbitrary: fc.array(right, { maxLength: 12 }).map((all) => [said(all)]) },
    { weight: 10, arbitrary: fc.constantFrom(...targets).chain(upload) },
    { weight: 1, arbitrary: fc.constantFrom(...targets).chain(wrongCallback) },
    { weight: 2, arbitrary: sequence(callback) },
    { weight: 2, arbitrary: garbage },
  )
}

/** What somebody says who claims to come back, and which parts of it are put in place of what somebody else has. */
export interface Claim {
  readonly message: Readonly<Record<string, unknown>>
  readonly truth: 'all' | 'name' | 'token' | 'nothing'
}

export const claim: fc.Arbitrary<Claim> = fc.record({
  message: fc.record({
    session_id: mostly(fc.uuid()),
    token: mostly(fc.base64String({ minLength: 40, maxLength: 44 })),
    seen: mostly(fc.nat(20)),
  }),
  truth: fc.constantFrom('all', 'name', 'token', 'nothing'),
})

/** The name of a session, and what opens it. */
export interface Credentials {
  readonly session_id: unknown
  readonly token: unknown
}

/** The first word of a line. */
export function firstWord(
  { message, truth }: Claim,
  known: Credentials | undefined,
  isOfOurs: boolean,
): Frame {
  const { session_id, token } = known ?? {}
  const type = isOfOurs ? { type: 'hello' } : { type: 'result', id: 0 }
  const name = truth === 'all' || truth === 'name' ? { session_id } : {}
  const secret = truth === 'all' || truth === 'token' ? { token } : {}
  return said({ ...message, ...type, ...name, ...secret })
}

/** Some are told by the server itself, and take what no page can say. */
function isPages({ className, action }: Target): boolean {
  return paramsOf(className, action).every(({ type }) => pool.some((one) => type.accepts(one)))
}

function paramsOf(className: string, action: string): Params {
  return widgetClass(className).events.get(action)?.params ?? []
}

function rightCallback({ wid, className, action }: Target): fc.Arbitrary<object> {
  const args = paramsOf(className, action).map(({ type }) =>
    fc.constantFrom(...pool.filter((value) => type.accepts(value))),
  )
  return fc.tuple(...args).map((values) => ({ type: 'callback', wid, action, args: values }))
}

function wrongCallback({ wid, action }: Target): fc.Arbitrary<Burst> {
  return fc
    .record({
      type: fc.constantFrom('callback', 'error', ...prototypeNames),
      wid: fc.oneof(fc.constant(wid), anything),
      action: fc.oneof(fc.constant(action), fc.constantFrom(...prototypeNames), fc.string()),
      args: fc.oneof(fc.array(anything, { maxLength: 4 }), anything),
      error: fc.string(),
    })
    .map((one) => [said(one)])
}

const answer = fc.record(
  {
    type: fc.constantFrom('result', 'error'),
    id: fc.oneof(fc.nat(50), fc.string({ maxLength: 4 })),
    value: anything,
    error: fc.string({ maxLength: 20 }),
  },
  { requiredKeys: ['type', 'error'] },
)

const viewport = fc.record({
  type: fc.constant('viewport'),
  width: fc.nat(5000),
  height: fc.nat(5000),
})

const count = mostly(fc.nat(3))

const wrongMessage = fc.record(
  {
    type: fc.oneof(
      fc.constantFrom('file-chunk', 'binary-chunk', 'hello', ...serverTypes),
      anything,
    ),
    wid: count,
    action: anything,
    args: anything,
    id: anything,
    seq: count,
    transfer_id: count,
    file_index: count,
    file_count: count,
    chunk_index: count,
    num_chunks: count,
    encoding: fc.constantFrom('binary', 'base64', 'gzip'),
    data: fc.string(),
    session_id: anything,
    token: anything,
    seen: anything,
  },
  { requiredKeys: ['type', 'wid'] },
)

/** The announcement of a file, and its pieces; now and then one is missing, too large, or of something else. */
function upload({ wid, action }: Target): fc.Arbitrary<Burst> {
  const announced = fc.record({ id: fc.nat(9), name: fc.string(), count: fc.nat(3) })
  const slip = fc.oneof(
    { weight: 30, arbitrary: fc.constant('none') },
    { weight: 1, arbitrary: anything },
  )
  return fc.tuple(announced, slip, slip, slip).map(([{ id, name, count }, ...slips]) => {
    const files = [{ name, size: count * PIECE, type: '', encoding: 'bytes' }]
    const args = [{ transfer_id: id, files }]
    const pieces = Array.from({ length: count }, (_, at) => {
      const wrong = slips[at] === 'none' ? {} : { transfer_id: id + 1, chunk_index: slips[at] }
      const place = { transfer_id: id, chunk_index: at, num_chunks: count, ...wrong }
      const header = { type: 'binary-chunk', wid, ...place, encoding: 'binary' }
      return [said(header), { data: new Uint8Array(PIECE), isText: false }]
    })
    return [said({ type: 'callback', wid, action, args }), ...pieces.flat()]
  })
}

/** Numbers that go on, repeat, leave some out, or are none. */
function sequence(callback: fc.Arbitrary<object>): fc.Arbitrary<Burst> {
  const step = fc.oneof(
    { weight: 9, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.integer() },
  )
  return fc.array(fc.tuple(callback, step), { minLength: 1, maxLength: 8 }).map((steps) => {
    let seq = 0
    return steps.map(([one, by]) => said({ ...one, seq: (seq += by) }))
  })
}

const garbage: fc.Arbitrary<Burst> = fc
  .oneof(
    fc.string({ maxLength: 200 }).map(text),
    fc.uint8Array({ maxLength: 200 }).map((data) => ({ data, isText: true })),
    fc.uint8Array({ maxLength: 200 }).map((data) => ({ data, isText: false })),
    fc
      .constantFrom('', '[', ']', '{', 'null', '[null]', '[[]]', '{}', '[{}]', '1e999', '"\\ud800"')
      .map(text),
    fc.nat(200_000).map((depth) => text('['.repeat(depth))),
    fc
      .tuple(fc.nat(200_000), fc.constantFrom('{"type":', '{"type":"result","x":'))
      .map(([depth, start]) => text(`${start}${'['.repeat(depth)}${']'.repeat(depth)}}`)),
    fc.nat(200).map((depth) => text(nested(depth))),
    fc.nat(20_000).map((length) => text(`[${'{"type":"result"},'.repeat(length)}{}]`)),
    fc.nat(20_000).map((length) => text(nested(1, '0,'.repeat(length)))),
    anything.map(said),
    fc.constant(text(' '.repeat(1_100_000))),
    fc.constant(text('{"type":"callback","__proto__":{"wid":1},"action":"activated","args":[]}')),
  )
  .map((frame) => [frame])

function nested(depth: number, inside = ''): string {
  const value = `${'['.repeat(depth)}${inside}0${']'.repeat(depth)}`
  return `{"type":"callback","wid":3,"action":"activated","args":[${value}]}`
}

function said(message: unknown): Frame {
  return text(JSON.stringify(message) ?? 'undefined')
}

function text(data: string): Frame {
  return { data, isText: true }
}
