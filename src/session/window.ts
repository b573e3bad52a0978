// What one page has been sent, or is to be sent, and has not acknowledged: bounded, and condensed when it grows.
//
//   id   4    5    6 │ 7    8
//        acknowledged │ kept; a page that comes back having seen 7 gets 8
//
// What is not here any more has numbers up to the floor: it was acknowledged, or had to be given up. A page that has
// seen less cannot be made good for.

import type { Frame } from '../protocol/bytes.ts'
import { decodeServerFrame, encode } from '../protocol/codec.ts'
import type { ServerMessage } from '../protocol/messages.ts'
import { condense } from './condense.ts'
import type { ClassOf } from './condense.ts'
import type { Parcel } from './outbox.ts'

interface Kept {
  readonly id: number
  /** Fewer messages when it was condensed, down to none. */
  frames: readonly Frame[]
  bytes: number
  isSent: boolean
  isCondensed: boolean
}

export class Window {
  readonly #most: number
  readonly #classOf: ClassOf
  #kept: Kept[] = []
  #hasUnsent = false
  #bytes = 0
  #floor = 0
  #last = 0

  /** @param most  bytes that may be kept */
  constructor(most: number, classOf: ClassOf) {
    this.#most = most
    this.#classOf = classOf
  }

  get bytes(): number {
    return this.#bytes
  }

  /** Whether some of it has been condensed. */
  get isCondensed(): boolean {
    return this.#kept.some(({ isCondensed }) => isCondensed)
  }

  /** Whether something waits to be sent. */
  get hasUnsent(): boolean {
    return this.#hasUnsent
  }

  /** The highest number of what is not here any more; 0 for none. */
  get floor(): number {
    return this.#floor
  }

  add({ id, frames }: Parcel, isSent: boolean): void {
    const bytes = bytesIn(frames)
    this.#kept.push({ id, frames, bytes, isSent, isCondensed: false })
    if (!isSent) this.#hasUnsent = true
    this.#bytes += bytes
    this.#last = id
    if (bytes > this.#most) this.clear()
    else if (this.#bytes > this.#most) this.#shrink()
  }

  /** The page has carried out everything up to this number. */
  acknowledge(id: number): void {
    let count = 0
    while (count < this.#kept.length && this.#kept[count]!.id <= id) {
      const kept = this.#kept[count++]!
      this.#bytes -= kept.bytes
      this.#floor = kept.id
    }
    // Most often it is the only one.
    if (count === 1) this.#kept.shift()
    else if (count > 1) this.#kept.splice(0, count)
    if (this.#kept.length === 0) this.#hasUnsent = false
  }

  /** What a page that has seen so much has missed; undefined when some of it is not here any more, or never was. */
  missed(seen: number): Frame[] | undefined {
    if (seen < this.#floor || seen > this.#last) return undefined
    this.acknowledge(seen)
    for (const kept of this.#kept) kept.isSent = false
    return this.takeUnsent()
  }

  /** What waits to be sent, in as few frames as there can be. It is sent from now on. */
  takeUnsent(): Frame[] {
    this.#hasUnsent = false
    this.#condense(this.#kept.filter(({ isSent }) => !isSent))
    const frames: Frame[] = []
    let texts: string[] = []
    const endText = (): void => {
      if (texts.length > 0) frames.push(`[${texts.join(',')}]`)
      texts = []
    }
    for (const kept of this.#kept) {
      if (kept.isSent) continue
      kept.isSent = true
      const text = textIn(kept)
      if (text === undefined) {
        endText()
        frames.push(...kept.frames)
      } else if (text !== '') texts.push(text)
    }
    endText()
    return frames
  }

  /** Gives up everything: only what comes from now on is kept. */
  clear(): void {
    this.#floor = this.#last
    this.#kept = []
    this.#hasUnsent = false
    this.#bytes = 0
  }

  #shrink(): void {
    this.#condense(this.#kept)
    // With less room than that it would be condensed again and again.
    if (this.#bytes > this.#most / 2) this.clear()
  }

  /** What is in front of a call with bytes is not replaced by what comes behind it. */
  #condense(all: readonly Kept[]): void {
    let stretch: Kept[] = []
    for (const kept of all) {
      if (textIn(kept) !== undefined) stretch.push(kept)
      else {
        this.#condenseTexts(stretch)
        stretch = []
      }
    }
    this.#condenseTexts(stretch)
  }

  #condenseTexts(texts: readonly Kept[]): void {
    if (texts.length < 2) return
    const parsed = texts.map(({ frames }) => messagesIn(frames[0] as string))
    const stays = condense(parsed.flat(), this.#classOf)
    let at = 0
    texts.forEach((kept, index) => {
      const messages = parsed[index]!
      const left = messages.filter(() => stays[at++]!)
      if (left.length < messages.length) this.#replace(kept, left)
    })
  }

  #replace(kept: Kept, messages: readonly ServerMessage[]): void {
    const text = messages.length > 0 ? encode(messages) : ''
    const bytes = Buffer.byteLength(text)
    this.#bytes += bytes - kept.bytes
    kept.frames = [text]
    kept.isCondensed = true
    kept.bytes = bytes
  }
}

function bytesIn(frames: readonly Frame[]): number {
  let bytes = 0
  for (const frame of frames) bytes += Buffer.byteLength(frame)
  return bytes
}

function messagesIn(frame: string): ServerMessage[] {
  return frame === '' ? [] : decodeServerFrame(frame)
}

/** The messages of a frame of text without the brackets around them; undefined for frames of a call with bytes. */
function textIn({ frames }: Kept): string | undefined {
  const [frame] = frames
  if (frames.length !== 1 || typeof frame !== 'string') return undefined
  return frame === '' ? '' : frame.slice(1, -1)
}
