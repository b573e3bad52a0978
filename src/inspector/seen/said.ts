// The messages of what a flush says, each once, whomever it is for.

import { decodeServerFrame } from '../../protocol/codec.ts'
import type { ServerMessage } from '../../protocol/messages.ts'
import type { Viewer } from '../../reconciler/host.ts'
import type { Delivery } from '../../session/outbox.ts'

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
}

/** In order; what several are told with the same words is one. The numbers that acknowledge are left out. */
export function saidIn(deliveries: readonly Delivery[]): Said[] {
  const all: Said[] = []
  const byText = new Map<string, Said[]>()
  for (const delivery of deliveries) {
    const viewers = [...delivery.viewers]
    for (const message of messagesOf(delivery)) {
      const text = JSON.stringify(message)
      const same = byText.get(text) ?? []
      const known = same.find((one) => !one.viewers.includes(viewers[0]!))
      if (known) known.viewers.push(...viewers)
      else {
        const said = { message, bytes: sizeOf(message, text), viewers: [...viewers] }
        all.push(said)
        byText.set(text, [...same, said])
      }
    }
  }
  return all
}

function messagesOf({ parcels }: Delivery): Said['message'][] {
  return parcels.flatMap(({ frames }) => frames).flatMap(messagesIn)
}

function messagesIn(frame: string | Uint8Array): Said['message'][] {
  if (typeof frame !== 'string') return [{ type: 'bytes', length: frame.length }]
  return decodeServerFrame(frame).map(withoutId)
}

function withoutId(message: ServerMessage): ServerMessage {
  if (!('id' in message)) return message
  const { id: _, ...rest } = message
  return rest
}

function sizeOf(message: Said['message'], text: string): number {
  return message.type === 'bytes' ? message.length : Buffer.byteLength(text)
}
