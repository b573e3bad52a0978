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
import { framesIn, parcelOf } from './parcel.ts'
import type { Parcel } from './parcel.ts'

export class Window {
  readonly #most: number
  readonly #classOf: ClassOf
  /** In the order of their numbers. */
  #kept: Parcel[] = []
  /** How many of them, the last ones, wait to be sent. */
  #unsent = 0
  #bytes = 0
  #floor = 0
  #last = 0
  /** The highest number of what was condensed: it has fewer messages, down to none. */
  #condensed = 0

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
    const [first] = this.#kept
    return first !== undefined && first.id <= this.#condensed
  }

  /** Whether something waits to be sent. */
  get hasUnsent(): boolean {
    return this.#unsent > 0
  }

  /** The highest number of what is not here any more; 0 for none. */
  get floor(): number {
    return this.#floor
  }

  add(parcel: Parcel, isSent: boolean): void {
    this.#kept.push(parcel)
    if (!isSent) this.#unsent++
    this.#bytes += parcel.bytes
    this.#last = parcel.id
    if (parcel.bytes > this.#most) this.clear()
    else if (this.#bytes > this.#most) this.#shrink()
  }

  /** The page has carried out everything up to this number. */
  acknowledge(id: number): void {
    let count = 0
    for (; count < this.#kept.length && this.#kept[count]!.id <= id; count++) {
      this.#bytes -= this.#kept[count]!.bytes
      this.#floor = this.#kept[count]!.id
    }
    // Most often it is the only one.
    if (count === 1) this.#kept.shift()
    else if (count > 1) this.#kept.splice(0, count)
    this.#unsent = Math.min(this.#unsent, this.#kept.length)
  }

  /** What a page that has seen so much has missed; undefined when some of it is not here any more, or never was. */
  missed(seen: number): Frame[] | undefined {
    if (seen < this.#floor || seen > this.#last) return undefined
    this.acknowledge(seen)
    this.#unsent = this.#kept.length
    return this.takeUnsent()
  }

  /** What waits to be sent, in as few frames as there can be. It is sent from now on. */
  takeUnsent(): Frame[] {
    const start = this.#kept.length - this.#unsent
    this.#condense(start)
    this.#unsent = 0
    const frames: Frame[] = []
    let texts: string[] = []
    const endText = (): void => {
      if (texts.length > 0) frames.push(`[${texts.join(',')}]`)
      texts = []
    }
    for (const parcel of this.#kept.slice(start)) {
      const text = textIn(parcel)
      if (text === undefined) {
        endText()
        frames.push(...framesIn(parcel))
      } else if (text !== '') texts.push(text)
    }
    endText()
    return frames
  }

  /** Gives up everything: only what comes from now on is kept. */
  clear(): void {
    this.#floor = this.#last
    this.#kept = []
    this.#unsent = 0
    this.#bytes = 0
  }

  #shrink(): void {
    this.#condense(0)
    // With less room than that it would be condensed again and again.
    if (this.#bytes > this.#most / 2) this.clear()
  }

  /** From a position on. What is in front of a call with bytes is not replaced by what comes behind it. */
  #condense(start: number): void {
    let from = start
    for (let at = start; at < this.#kept.length; at++) {
      if (textIn(this.#kept[at]!) !== undefined) continue
      this.#condenseTexts(from, at)
      from = at + 1
    }
    this.#condenseTexts(from, this.#kept.length)
  }

  #condenseTexts(start: number, end: number): void {
    if (end - start < 2) return
    const parsed = this.#kept.slice(start, end).map(({ content }) => messagesIn(content as string))
    const stays = condense(parsed.flat(), this.#classOf)
    let at = 0
    for (const [index, messages] of parsed.entries()) {
      const left = messages.filter(() => stays[at++]!)
      if (left.length < messages.length) this.#replace(start + index, left)
    }
  }

  #replace(at: number, messages: readonly ServerMessage[]): void {
    const { viewers, id, bytes } = this.#kept[at]!
    const condensed = parcelOf(viewers, id, messages.length > 0 ? encode(messages) : '')
    this.#kept[at] = condensed
    this.#bytes += condensed.bytes - bytes
    this.#condensed = Math.max(this.#condensed, id)
  }
}

function messagesIn(frame: string): ServerMessage[] {
  return frame === '' ? [] : decodeServerFrame(frame)
}

/** The messages of a frame of text without the brackets around them; undefined for frames of a call with bytes. */
function textIn({ content }: Parcel): string | undefined {
  return typeof content === 'string' ? content.slice(1, -1) : undefined
}
