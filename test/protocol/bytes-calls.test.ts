// Calls with bytes: which frames they go in, and that they come out as they went in, whatever comes between.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  asServerMessage,
  BytesCalls,
  bytesOf,
  framesOf,
  isBytesMessage,
  pieceBytes,
} from 'treewire/protocol'
import type { Frame, WholeCall } from 'treewire/protocol'

// The same walks in every run.
fc.configureGlobal({ seed: 1 })

const call = { wid: 3, method: 'set_binary_image', args: ['png'] }
const mebibyte = 1024 * 1024

/** Carries frames over, as a line does. */
function receive(calls: BytesCalls, frames: readonly Frame[]): WholeCall[] {
  return frames.flatMap((frame) => {
    const whole =
      typeof frame === 'string'
        ? calls.take(bytesMessage(frame))
        : calls.takeBytes(Uint8Array.from(frame).buffer)
    return whole ? [whole] : []
  })
}

function bytesMessage(text: string) {
  const message = asServerMessage(JSON.parse(text))
  if (isBytesMessage(message)) return message
  throw new Error(`${text} is not about bytes`)
}

const headsOf = (frames: readonly Frame[]): unknown[] =>
  frames.filter((frame) => typeof frame === 'string').map((frame) => JSON.parse(frame) as unknown)

describe('bytes', () => {
  test('of a MiB at most go down as one frame behind their call', () => {
    const bytes = new Uint8Array(mebibyte)
    const [head, frame, ...more] = framesOf(call, bytes, () => expect.unreachable())
    expect(JSON.parse(head as string)).toEqual({ type: 'binary-call', ...call })
    expect(frame).toBe(bytes)
    expect(more).toEqual([])
  })

  test('beyond that go in pieces of 512 KiB', () => {
    const frames = framesOf(call, new Uint8Array(mebibyte + 1), () => 7)
    const piece = { type: 'binary-chunk', transfer_id: 7, num_chunks: 3, encoding: 'binary' }
    expect(headsOf(frames)).toEqual([
      { type: 'binary-call-chunked', ...call, transfer_id: 7, num_chunks: 3 },
      { ...piece, chunk_index: 0 },
      { ...piece, chunk_index: 1 },
      { ...piece, chunk_index: 2 },
    ])
    const sizes = frames.flatMap((frame) => (typeof frame === 'string' ? [] : [frame.length]))
    expect(sizes).toEqual([pieceBytes, pieceBytes, 1])
  })

  test.each([
    ['a Buffer', Buffer.from('abc')],
    ['a part of a buffer', new Uint8Array([0, 97, 98, 99]).subarray(1)],
    ['an ArrayBuffer', Uint8Array.of(97, 98, 99).buffer],
    ['a DataView', new DataView(Uint8Array.of(0, 97, 98, 99).buffer, 1)],
    ['clamped bytes', Uint8ClampedArray.of(97, 98, 99)],
  ])('may be %s', (_, bytes) => {
    const [whole] = receive(
      new BytesCalls(),
      framesOf(call, bytes, () => 1),
    )
    expect(whole!.bytes).toBeInstanceOf(ArrayBuffer)
    expect(Buffer.from(whole!.bytes as ArrayBuffer).toString()).toBe('abc')
  })

  test('that are none are no trouble', () => {
    const [whole] = receive(
      new BytesCalls(),
      framesOf(call, new Uint8Array(), () => 1),
    )
    expect(bytesOf(whole!.bytes)).toHaveLength(0)
  })

  test('of a query carry its id', () => {
    const frames = framesOf({ ...call, id: 12 }, new Uint8Array(1), () => 1)
    expect(receive(new BytesCalls(), frames)).toMatchObject([{ id: 12, ...call }])
  })
})

describe('numbers', () => {
  const arrays = [
    Uint16Array.of(1, 65_535),
    Uint32Array.of(1, 2 ** 32 - 1),
    Int8Array.of(-1, 127),
    Int16Array.of(-1, 32_767),
    Int32Array.of(-1, 2 ** 31 - 1),
    Float32Array.of(0.5, Infinity),
    Float64Array.of(0.1, NaN),
    new Float64Array(),
  ]

  test.each(arrays.map((array) => [array.constructor.name, array] as const))(
    'stay a %s',
    (_, array) => {
      const frames = framesOf(call, array, () => 1)
      expect(headsOf(frames)[0]).toMatchObject({ shape: [array.length] })
      expect(receive(new BytesCalls(), frames)).toMatchObject([{ ...call, bytes: array }])
    },
  )

  test('that the wire has no name for are refused', () => {
    expect(() => framesOf(call, BigInt64Array.of(1n), () => 1)).toThrow(
      /^The wire has no name for the numbers of a BigInt64Array\. It has those of Uint8Array, /,
    )
  })

  test('of a name that is not known are bytes', () => {
    const calls = new BytesCalls()
    const frames = framesOf(call, Float32Array.of(1), () => 1) as [string, ...Frame[]]
    frames[0] = frames[0].replace('float32', 'float16')
    expect(receive(calls, frames)[0]!.bytes).toBeInstanceOf(ArrayBuffer)
  })
})

test('calls that come between each other keep their bytes, in whatever order pieces come', () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 40 })
  const walk = fc.record({
    all: fc.array(bytes, { maxLength: 5 }),
    seed: fc.infiniteStream(fc.nat()),
  })
  fc.assert(
    fc.property(walk, ({ all, seed }) => {
      const calls = new BytesCalls()
      const pieces = all.flatMap((content, transfer_id) => {
        calls.take({
          type: 'binary-call-chunked',
          ...call,
          transfer_id,
          num_chunks: content.length,
        })
        return [...content].map((byte, chunk_index) => ({ transfer_id, chunk_index, byte }))
      })
      const got = new Map<number, number[]>()
      while (pieces.length > 0) {
        const [next] = pieces.splice(seed.next().value! % pieces.length, 1)
        const { transfer_id, chunk_index, byte } = next!
        const num_chunks = all[transfer_id]!.length
        const header = { type: 'binary-chunk', transfer_id, chunk_index, num_chunks } as const
        calls.take(header)
        const whole = calls.takeBytes(Uint8Array.of(byte).buffer)
        if (whole) got.set(transfer_id, [...bytesOf(whole.bytes)])
      }
      expect([...got].toSorted(([a], [b]) => a - b)).toEqual(
        all.map((content, at) => [at, [...content]]),
      )
    }),
  )
})

describe('what comes in', () => {
  const announced = { type: 'binary-call-chunked', ...call, transfer_id: 1, num_chunks: 2 } as const
  const piece = { type: 'binary-chunk', transfer_id: 1, chunk_index: 0, num_chunks: 2 } as const

  test('may be a piece in base64', () => {
    const calls = new BytesCalls()
    calls.take(announced)
    calls.take({ ...piece, encoding: 'base64', data: 'QUI=' })
    const whole = calls.take({ ...piece, chunk_index: 1, encoding: 'base64', data: 'Qw==' })
    expect(Buffer.from(bytesOf(whole!.bytes)).toString()).toBe('ABC')
  })

  test('is refused when nothing announced it', () => {
    const calls = new BytesCalls()
    expect(() => calls.takeBytes(new ArrayBuffer())).toThrow(
      'A binary frame needs a message in front of it, got none',
    )
    calls.take(piece)
    expect(() => calls.takeBytes(new ArrayBuffer())).toThrow('No call announced transfer 1')
  })

  test.each([-1, 2, 99])('is refused as piece %s of 2', (chunk_index) => {
    const calls = new BytesCalls()
    calls.take(announced)
    calls.take({ ...piece, chunk_index })
    expect(() => calls.takeBytes(new ArrayBuffer())).toThrow(
      `Transfer 1 needs "chunk_index" to be from 0 to 1, got ${chunk_index}`,
    )
  })

  test('is refused when it would never come', () => {
    expect(() => new BytesCalls().take({ ...announced, num_chunks: 0 })).toThrow('from 1 on, got 0')
  })

  test('is forgotten with the line', () => {
    const calls = new BytesCalls()
    calls.take(announced)
    calls.take(piece)
    calls.clear()
    expect(() => calls.takeBytes(new ArrayBuffer())).toThrow('got none')
  })
})
