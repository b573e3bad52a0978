// The frame of a long text, compressed by itself: RFC 7692. ws would compress in another thread, and keep 400 KB for each
// line that has ever been compressed; this takes a millisecond for a screen of 4,000 widgets, and keeps nothing.

import { constants, deflateRawSync } from 'node:zlib'

/** FIN, RSV1 for what is compressed, and the opcode of a text. */
const HEAD = 0xc1

/** Characters: what is shorter is in the network faster as it is. */
const LEAST = 1024

/** Three times as fast as the default, for frames that are a tenth longer. */
const LEVEL = 3

/** The end of what is flushed, which goes without saying: RFC 7692 §7.2.1. */
const TAIL = 4

/** @returns the whole frame; undefined for a text that is short */
export function deflatedFrame(text: string): Buffer | undefined {
  if (text.length < LEAST) return undefined
  const deflated = deflateRawSync(text, { level: LEVEL, finishFlush: constants.Z_SYNC_FLUSH })
  const payload = deflated.subarray(0, -TAIL)
  return Buffer.concat([headOf(payload.length), payload])
}

/** RFC 6455 §5.2. */
function headOf(length: number): Buffer {
  if (length < 126) return Buffer.from([HEAD, length])
  const head = Buffer.alloc(length > 0xffff ? 10 : 4)
  head[0] = HEAD
  head[1] = length > 0xffff ? 127 : 126
  if (length > 0xffff) head.writeBigUInt64BE(BigInt(length), 2)
  else head.writeUInt16BE(length, 2)
  return head
}
