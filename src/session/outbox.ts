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
import { parcelOf } from './parcel.ts'
import type { Parcel } from './parcel.ts'
import { Run } from './run.ts'

/** What is said to the page as a whole. */
export type PageMessage =
  | RegisterFontMessage
  | SetDefaultFontMessage
  | OpenUrlMessage
  | DownloadMessage
  | UploadMessage
  | HeardMessage

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

interface Asked {
  readonly to: Audience
  readonly question: Question
}

interface Carried {
  readonly to: Audience
  readonly bytes: Bytes
  readonly call: BytesCall
}

type Part = Run | Asked | Carried

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
    this.#add({ to: audience, bytes, call })
  }

  ask(question: Question, viewer: Viewer): void {
    this.#add({ to: { only: viewer }, question })
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

  /** What there is for these viewers; a frame of text ends with a message that carries an id. */
  take(viewers: ReadonlySet<Viewer>, ids: Numbering): readonly Parcel[] {
    const parts = this.#takeParts()
    if (parts.length === 0 || viewers.size === 0) return none
    if (parts.every(isForAll)) return this.#parcelsOf(parts, viewers, ids)
    return [...viewers].flatMap((viewer) => {
      const heard = parts.filter(({ to }) => isFor(to, viewer))
      return heard.length > 0 ? this.#parcelsOf(heard, new Set([viewer]), ids) : none
    })
  }

  #takeParts(): readonly Part[] {
    const parts = this.#parts ?? none
    this.#parts = undefined
    this.#open = undefined
    return parts.some(isEmpty) ? parts.filter(isSomething) : parts
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
    if (last instanceof Run && isSameAudience(last.to, audience)) return last
    const run = new Run(audience)
    this.#append(run)
    this.#open = audience === everybody ? run : undefined
    return run
  }

  #parcelsOf(
    parts: readonly Part[],
    viewers: ReadonlySet<Viewer>,
    ids: Numbering,
  ): readonly Parcel[] {
    const [first] = parts
    if (parts.length === 1 && first instanceof Run) {
      const id = ++ids.last
      return [parcelOf(viewers, id, first.framed(id))]
    }
    const parcels: Parcel[] = []
    const text = new Text(viewers, ids)
    for (const part of parts) {
      if (part instanceof Run) text.add(part.pieces)
      else if ('question' in part) text.ask(part.question)
      else {
        text.endIn(parcels)
        const id = ++ids.last
        parcels.push(parcelOf(viewers, id, this.#framesOf(part, id)))
      }
    }
    text.endIn(parcels)
    return parcels
  }

  #framesOf({ bytes, call }: Carried, id: number): readonly Frame[] {
    return framesOf({ id, ...call }, bytes, () => ++this.#transfers.last)
  }
}

const none: readonly never[] = []

/** A run that was opened for what could not be said. */
function isEmpty(part: Part): boolean {
  return part instanceof Run && part.isEmpty
}

function isSomething(part: Part): boolean {
  return !isEmpty(part)
}

function isForAll({ to }: Part): boolean {
  return to.only === undefined && to.except === undefined
}

/** A frame of text in the making. */
class Text {
  readonly #viewers: ReadonlySet<Viewer>
  readonly #ids: Numbering
  #pieces: string[] = []
  /** The id of the last message, where that is a question. */
  #asked: number | undefined

  constructor(viewers: ReadonlySet<Viewer>, ids: Numbering) {
    this.#viewers = viewers
    this.#ids = ids
  }

  /** @param pieces  messages, with the bracket in front and the last of them open */
  add([first = '', ...rest]: readonly string[]): void {
    if (this.#pieces.length === 0) this.#pieces.push(first)
    else this.#pieces.push('},', first.slice(1))
    for (const piece of rest) this.#pieces.push(piece)
    this.#asked = undefined
  }

  ask({ call, onId }: Question): void {
    const id = ++this.#ids.last
    onId(id)
    this.add([`[${JSON.stringify({ type: 'call', ...call, id }).slice(0, -1)}`])
    this.#asked = id
  }

  /** Joined once: it may be much. */
  endIn(parcels: Parcel[]): void {
    if (this.#pieces.length === 0) return
    const id = this.#asked ?? ++this.#ids.last
    this.#pieces.push(this.#asked === undefined ? `,"id":${id}}]` : '}]')
    parcels.push(parcelOf(this.#viewers, id, this.#pieces.join('')))
    this.#pieces = []
  }
}
