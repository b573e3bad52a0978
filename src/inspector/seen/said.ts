// The messages of what a flush says, each once, whomever it is for.

import { decodeServerFrame } from '../../protocol/codec.ts'
import type { RequestId, ServerMessage } from '../../protocol/messages.ts'
import type { Viewer } from '../../reconciler/host.ts'
import { framesIn } from '../../session/parcel.ts'
import type { Parcel } from '../../session/parcel.ts'

/** Bytes that a message in front of them is about. */
export interface BytesMessage {
  readonly type: 'bytes'
  readonly length: number
}

export interface Said {
  readonly message: ServerMessage | BytesMessage
  /** Of its text. */
  readonly bytes: number
  readonly viewers: Viewer[]
  /** What the answer to it carries; undefined where none is asked for. */
  readonly id: RequestId | undefined
}

/** In order; what several are told with the same words is one. */
export function saidIn(parcels: readonly Parcel[]): Said[] {
  const all: Said[] = []
  const byText = new Map<string, Said[]>()
  for (const parcel of parcels) {
    const viewers = [...parcel.viewers]
    for (const { message, id } of framesIn(parcel).flatMap(messagesIn)) {
      const text = JSON.stringify(message)
      const same = byText.get(text) ?? []
      const known = same.find((one) => !one.viewers.includes(viewers[0]!))
      if (known) known.viewers.push(...viewers)
      else {
        const said = { message, bytes: sizeOf(message, text), viewers: [...viewers], id }
        all.push(said)
        byText.set(text, [...same, said])
      }
    }
  }
  return all
}

type One = Pick<Said, 'message' | 'id'>

function messagesIn(frame: string | Uint8Array): One[] {
  if (typeof frame !== 'string') {
    return [{ message: { type: 'bytes', length: frame.length }, id: undefined }]
  }
  return decodeServerFrame(frame).map(withoutId)
}

/** Most of these numbers only acknowledge, and are of no interest to people. */
function withoutId(message: ServerMessage): One {
  if (!('id' in message)) return { message, id: undefined }
  const { id, ...rest } = message
  return { message: rest, id }
}

function sizeOf(message: Said['message'], text: string): number {
  return message.type === 'bytes' ? message.length : Buffer.byteLength(text)
}
