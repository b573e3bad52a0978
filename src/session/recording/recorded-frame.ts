// A frame as it stands in a recording.

import { createHash } from 'node:crypto'
import type { RecordedFrame } from './events.ts'

export function frameOf(
  frame: string | Uint8Array,
): { readonly frame: string } | { readonly bytes: string } {
  return typeof frame === 'string'
    ? { frame }
    : { bytes: Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength).toString('base64') }
}

/** Only what it comes to. */
export function hashOf(frame: RecordedFrame): RecordedFrame {
  if ('hash' in frame) return frame
  const bytes = bytesIn(frame)
  return { hash: createHash('sha256').update(bytes).digest('hex'), size: bytes.length }
}

/** Whether they are the same, as far as both can tell. */
export function isSameFrame(one: RecordedFrame, other: RecordedFrame): boolean {
  if ('hash' in one || 'hash' in other) {
    const [left, right] = [hashOf(one), hashOf(other)]
    return 'hash' in left && 'hash' in right && left.hash === right.hash
  }
  if ('frame' in one) return 'frame' in other && one.frame === other.frame
  return 'bytes' in other && one.bytes === other.bytes
}

function bytesIn(frame: { readonly frame: string } | { readonly bytes: string }): Buffer {
  return 'frame' in frame ? Buffer.from(frame.frame) : Buffer.from(frame.bytes, 'base64')
}
