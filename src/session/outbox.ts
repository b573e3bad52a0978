// Messages waiting for the end of the flush: runs of text, each for an audience, and calls with bytes between them.
//
//   everybody   {…},{…}
//   only 2      {"type":"heard",…}
//   everybody   {"type":"call",…
//
// Most often there is one run for everybody, and its text is joined once for all pages. A call with bytes is frames
// of its own: what was written before it goes in a frame in front of them, what comes after it in one behind them.

import { framesOf } from '../protocol/bytes.ts'
import type { BytesCall, Frame } from '../protocol/bytes.ts'
import type {
  DownloadMessage,
  HeardMessage,
  OpenUrlMessage,
  RegisterFontMessage,
  SetDefaultFontMessage,
  UploadMessage,
} from '../protocol/messages.ts'
import { everybody, isFor, isSameAudience } from '../reconciler/host.ts'
import type { Audience, Viewer } from '../reconciler/host.ts'
import type { Bytes } from '../widgets/types.ts'
import { Run } from './run.ts'

/** What is said to the page as a whole. */
export type PageMessage =
  | RegisterFontMessage
  | SetDefaultFontMessage
  | OpenUrlMessage
  | DownloadMessage
  | UploadMessage
  | HeardMessage

/** Frames that belong together, and the id that acknowledges them. */
export interface Parcel {
  readonly id: number
  readonly frames: readonly Frame[]
}

/** The same for all these viewers. */
export interface Delivery {
  readonly viewers: ReadonlySet<Viewer>
  readonly parcels: readonly Parcel[]
}

/** Numbers that count up, and which one was given last. */
export interface Numbering {
  last: number
}

/** A call that wants its answer. */
export interface Question {
  readonly call: Required<Omit<BytesCall, 'id'>>
  /** Told the id that its answer will carry, when it is sent. */
  readonly onId: (id: number) => void
}

interface Unsaid {
  readonly upTo: number
  readonly messages: number
}

interface Part {
  readonly to: Audience
  readonly content: Run | Question | { readonly bytes: Bytes; readonly call: BytesCall }
}

export class Outbox {
  /** Undefined for none, so that hardly anything is kept and looked at where nothing is said. */
  #parts: Part[] | undefined
  /** The last part, if it is a run for everybody, as most are. */
  #open: Run | undefined
  /** What viewers have been heard of and not been told yet; undefined for none. */
  #unsaid: Map<Viewer, Unsaid> | undefined
  /** Counts transfers; all outboxes of one session count together. */
  readonly #transfers: Numbering

  constructor(sibling?: Outbox) {
    this.#transfers = sibling ? sibling.#transfers : { last: 0 }
  }

  /** What the next message for this audience is written to. */
  to(audience: Audience): Run {
    if (this.#unsaid) this.sayHeard(audience)
    if (this.#open && audience === everybody) return this.#open
    return this.#runFor(audience)
  }

  /** A call whose first argument is bytes. @throws TypeError for numbers that the wire has no name for */
  callWith(bytes: Bytes, call: BytesCall, audience: Audience): void {
    // What cannot be said is said to the caller, not at the end of the flush.
    framesOf(call, bytes, () => 0)
    this.#add({ to: audience, content: { bytes, call } })
  }

  ask(question: Question, viewer: Viewer): void {
    this.#add({ to: { only: viewer }, content: question })
  }

  /** What is written from here on knows all that this viewer has told up to `count`. */
  heard(viewer: Viewer, count: number): void {
    const messages = this.unsaid(viewer) + 1
    this.#unsaid ??= new Map()
    this.#unsaid.set(viewer, { upTo: count, messages })
  }

  /** How many messages of a viewer have been heard since it was told last. */
  unsaid(viewer: Viewer): number {
    return this.#unsaid?.get(viewer)?.messages ?? 0
  }

  /** Tells viewers what they have been heard of: in front of what is said to them, or because it is time. */
  sayHeard(audience: Audience = everybody): void {
    for (const [viewer, { upTo }] of this.#unsaid ?? none) {
      if (!isFor(audience, viewer)) continue
      this.#runFor({ only: viewer }).say({ type: 'heard', count: upTo })
      this.forget(viewer)
    }
  }

  /** The viewer is gone. */
  forget(viewer: Viewer): void {
    this.#unsaid?.delete(viewer)
    if (this.#unsaid?.size === 0) this.#unsaid = undefined
  }

  /** What there is for each of the viewers; a frame of text ends with a message that carries an id. */
  take(viewers: ReadonlySet<Viewer>, ids: Numbering): readonly Delivery[] {
    const parts = this.#takeParts()
    if (parts.length === 0) return none
    if (parts.every(isForAll)) return this.#delivery(viewers, parts, ids)
    return [...viewers].flatMap((viewer) => {
      const heard = parts.filter(({ to }) => isFor(to, viewer))
      return this.#delivery(new Set([viewer]), heard, ids)
    })
  }

  #takeParts(): readonly Part[] {
    const parts = this.#parts ?? none
    this.#parts = undefined
    this.#open = undefined
    return parts.some(isEmpty) ? parts.filter(isSomething) : parts
  }

  #delivery(viewers: ReadonlySet<Viewer>, parts: readonly Part[], ids: Numbering): Delivery[] {
    if (viewers.size === 0 || parts.length === 0) return []
    return [{ viewers, parcels: this.#parcelsOf(parts, ids) }]
  }

  #add(part: Part): void {
    if (this.#unsaid) this.sayHeard(part.to)
    this.#open = undefined
    this.#append(part)
  }

  #append(part: Part): void {
    if (this.#parts) this.#parts.push(part)
    else this.#parts = [part]
  }

  #runFor(audience: Audience): Run {
    const last = this.#parts?.at(-1)
    if (last?.content instanceof Run && isSameAudience(last.to, audience)) return last.content
    const run = new Run()
    this.#append({ to: audience, content: run })
    this.#open = audience === everybody ? run : undefined
    return run
  }

  #parcelsOf(parts: readonly Part[], ids: Numbering): readonly Parcel[] {
    const { content } = parts[0]!
    if (parts.length === 1 && content instanceof Run) {
      const id = ++ids.last
      return [{ id, frames: [content.framed(id)] }]
    }
    const parcels: Parcel[] = []
    const text = new Text(ids)
    for (const { content } of parts) {
      if (content instanceof Run) text.add(content.pieces)
      else if ('onId' in content) text.ask(content)
      else {
        text.endIn(parcels)
        parcels.push(this.#bytesParcel(content, ++ids.last))
      }
    }
    text.endIn(parcels)
    return parcels
  }

  #bytesParcel(
    { bytes, call }: { readonly bytes: Bytes; readonly call: BytesCall },
    id: number,
  ): Parcel {
    return { id, frames: framesOf({ id, ...call }, bytes, () => ++this.#transfers.last) }
  }
}

const none: readonly never[] = []

/** A run that was opened for what could not be said. */
function isEmpty({ content }: Part): boolean {
  return content instanceof Run && content.isEmpty
}

function isSomething(part: Part): boolean {
  return !isEmpty(part)
}

function isForAll({ to }: Part): boolean {
  return to.only === undefined && to.except === undefined
}

/** A frame of text in the making. */
class Text {
  readonly #ids: Numbering
  #pieces: string[] = []
  /** The id of the last message, where that is a question. */
  #asked: number | undefined

  constructor(ids: Numbering) {
    this.#ids = ids
  }

  /** @param pieces  messages, the last of which is open */
  add(pieces: readonly string[]): void {
    this.#pieces.push(this.#pieces.length === 0 ? '[' : '},')
    for (const piece of pieces) this.#pieces.push(piece)
    this.#asked = undefined
  }

  ask({ call, onId }: Question): void {
    const id = ++this.#ids.last
    onId(id)
    this.add([JSON.stringify({ type: 'call', ...call, id }).slice(0, -1)])
    this.#asked = id
  }

  /** Joined once: it may be much. */
  endIn(parcels: Parcel[]): void {
    if (this.#pieces.length === 0) return
    const id = this.#asked ?? ++this.#ids.last
    this.#pieces.push(this.#asked === undefined ? `,"id":${id}}]` : '}]')
    parcels.push({ id, frames: [this.#pieces.join('')] })
    this.#pieces = []
  }
}
