// What belongs together on the wire and is acknowledged by one number.

import type { Frame } from '../protocol/bytes.ts'
import type { Viewer } from '../reconciler/host.ts'

export interface Parcel {
  /** Whom it is for. */
  readonly viewers: ReadonlySet<Viewer>
  readonly id: number
  /** A frame of text, which may be empty, or the frames of a call with bytes. */
  readonly content: string | readonly Frame[]
  /** Of all frames, text as UTF-8. */
  readonly bytes: number
}

export function parcelOf(
  viewers: ReadonlySet<Viewer>,
  id: number,
  content: string | readonly Frame[],
): Parcel {
  if (typeof content === 'string') {
    return { viewers, id, content, bytes: Buffer.byteLength(content) }
  }
  const bytes = content.reduce((sum, frame) => sum + Buffer.byteLength(frame), 0)
  return { viewers, id, content, bytes }
}

export function framesIn({ content }: Parcel): readonly Frame[] {
  return typeof content === 'string' ? [content] : content
}
