// Bytes that go down to the browser: which messages carry them, and what they become there. Numbers are written
// with the least byte first, which is how all machines of today keep them.

import type { BinaryCallChunkedMessage, BinaryCallMessage, Dtype } from './messages.ts'

/** Bytes in one piece, down and up. */
export const pieceBytes = 512 * 1024

/** More bytes than this go down in pieces. */
const mostAtOnce = 1024 * 1024

type Numbers =
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | Int8Array
  | Int16Array
  | Int32Array
  | Float32Array
  | Float64Array
type NumbersClass = new (bytes: ArrayBuffer) => Numbers

const numberClasses: ReadonlyMap<string, NumbersClass> = new Map<Dtype, NumbersClass>([
  ['uint8', Uint8Array],
  ['uint16', Uint16Array],
  ['uint32', Uint32Array],
  ['int8', Int8Array],
  ['int16', Int16Array],
  ['int32', Int32Array],
  ['float32', Float32Array],
  ['float64', Float64Array],
])

/** The call that takes bytes, without what the bytes say of themselves. */
export type BytesCall = Pick<BinaryCallMessage, 'id' | 'wid' | 'method' | 'args'>

/** A frame of text, or a binary one. */
export type Frame = string | Uint8Array

/**
 * The frames of a call whose first argument is `bytes`. They belong right behind each other. Nothing is copied.
 *
 * @param nextTransfer  the number of a transfer, if it takes one
 * @throws TypeError for numbers that the wire has no name for
 */
export function framesOf(
  call: BytesCall,
  bytes: ArrayBuffer | ArrayBufferView,
  nextTransfer: () => number,
): Frame[] {
  const dtype = dtypeOf(bytes)
  const whole = bytesOf(bytes)
  if (dtype === undefined && whole.length <= mostAtOnce) {
    return [JSON.stringify({ type: 'binary-call', ...call }), whole]
  }
  const transfer_id = nextTransfer()
  const num_chunks = Math.max(1, Math.ceil(whole.length / pieceBytes))
  const shape = dtype && [(bytes as Numbers).length]
  const head: BinaryCallChunkedMessage = {
    type: 'binary-call-chunked',
    ...call,
    transfer_id,
    num_chunks,
    ...(shape && { shape, dtype }),
  }
  const frames: Frame[] = [JSON.stringify(head)]
  for (let chunk_index = 0; chunk_index < num_chunks; chunk_index++) {
    const piece = { type: 'binary-chunk', transfer_id, chunk_index, num_chunks, encoding: 'binary' }
    const start = chunk_index * pieceBytes
    frames.push(JSON.stringify(piece), whole.subarray(start, start + pieceBytes))
  }
  return frames
}

/** What a method is given: numbers where the bytes are some, else the bytes. An unknown `dtype` means bytes. */
export function argumentOf(bytes: ArrayBuffer, dtype: string | undefined): ArrayBuffer | Numbers {
  const Numbers = dtype === undefined ? undefined : numberClasses.get(dtype)
  return Numbers ? new Numbers(bytes) : bytes
}

/** The same bytes, byte by byte. */
export function bytesOf(bytes: ArrayBuffer | ArrayBufferView): Uint8Array {
  if (bytes instanceof Uint8Array) return bytes
  if (bytes instanceof ArrayBuffer) return new Uint8Array(bytes)
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Undefined for plain bytes. */
function dtypeOf(bytes: ArrayBuffer | ArrayBufferView): Dtype | undefined {
  const isPlain =
    bytes instanceof ArrayBuffer ||
    bytes instanceof DataView ||
    bytes instanceof Uint8Array ||
    bytes instanceof Uint8ClampedArray
  if (isPlain) return undefined
  for (const [dtype, Numbers] of numberClasses) if (bytes instanceof Numbers) return dtype as Dtype
  throw new TypeError(
    `The wire has no name for the numbers of a ${bytes.constructor.name}. It has those of ${[...numberClasses.values()].map(({ name }) => name).join(', ')}`,
  )
}
