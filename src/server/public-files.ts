// What sessions give addresses to: fonts, which stay, and downloads, which are fetched once. An address below the page
// with a name that nobody guesses is all that is needed to have it, and all that leads to it.

import { createHash, randomBytes } from 'node:crypto'
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { bytesOf } from '../protocol/bytes.ts'
import type { Content, Offer, Offered, Published, Publisher } from '../session/publisher.ts'
import { letGo } from '../session/unread-content.ts'
import { disposition } from './disposition.ts'

interface FontEntry {
  readonly bytes: Uint8Array
  readonly type: string
  /** Sessions that have published it. */
  users: number
}

interface OfferEntry {
  readonly offer: Offer
  readonly timer: NodeJS.Timeout
  readonly stopped: AbortSignal
}

const fontPath = '_treewire/font/'
const offerPath = '_treewire/download/'

/** Milliseconds until a download that nobody fetches is given up. */
const PATIENCE = 60_000
/** Milliseconds that a browser may take nothing of one: the user may have paused it, or the line is dead. */
const STANDSTILL = 600_000

/** Why a download has ended that its application has ended. */
const withdrawn = 'it was withdrawn'

/** For texts and bytes, so that progress is told and a slow line holds no copy of it all. */
const partBytes = 64 * 1024

const everywhere: OutgoingHttpHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'Referrer-Policy': 'no-referrer',
}

export class PublicFiles implements Publisher {
  readonly #standstill: number
  /** By what is in them: many sessions have the same. */
  readonly #fonts = new Map<string, FontEntry>()
  readonly #offers = new Map<string, OfferEntry>()

  /** @param standstill  milliseconds, for tests */
  constructor(standstill = STANDSTILL) {
    this.#standstill = standstill
  }

  font(bytes: Uint8Array, type: string): Published {
    const name = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
    const entry = this.#fonts.get(name) ?? { bytes: Uint8Array.from(bytes), type, users: 0 }
    this.#fonts.set(name, entry)
    entry.users++
    return {
      address: fontPath + name,
      withdraw: () => {
        if (--entry.users === 0) this.#fonts.delete(name)
      },
    }
  }

  offer(offer: Offer): Offered {
    const name = randomBytes(24).toString('base64url')
    const giveUp = (): void => this.#withdraw(name, 'nobody has fetched it')
    const stopper = new AbortController()
    const timer = setTimeout(giveUp, PATIENCE).unref()
    this.#offers.set(name, { offer, timer, stopped: stopper.signal })
    // A file that is not there says so before anybody asks for it.
    if (offer.content instanceof Readable) {
      offer.content.once('error', ({ message }) => this.#withdraw(name, message))
    }
    const withdraw = (): void => this.#withdraw(name, withdrawn)
    const stop = (): void => {
      withdraw()
      stopper.abort()
    }
    return { address: offerPath + name, withdraw, stop }
  }

  /**
   * Answers a request for one of them.
   *
   * @param path  below that of the page
   * @returns false when it is none, or not there any more
   */
  send(path: string, isHead: boolean, response: ServerResponse): boolean {
    if (path.startsWith(fontPath)) {
      return this.#sendFont(path.slice(fontPath.length), isHead, response)
    }
    if (!path.startsWith(offerPath)) return false
    return this.#sendOffer(path.slice(offerPath.length), isHead, response)
  }

  #sendFont(name: string, isHead: boolean, response: ServerResponse): boolean {
    const entry = this.#fonts.get(name)
    if (!entry) return false
    response.writeHead(200, {
      ...everywhere,
      'Content-Type': entry.type,
      'Content-Length': entry.bytes.length,
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Access-Control-Allow-Origin': '*',
    })
    response.end(isHead ? undefined : entry.bytes)
    return true
  }

  /** Who only asks for the head has not fetched it. */
  #sendOffer(name: string, isHead: boolean, response: ServerResponse): boolean {
    const entry = this.#offers.get(name)
    if (!entry) return false
    response.writeHead(200, headersOf(entry.offer))
    if (isHead) {
      response.end()
      return true
    }
    this.#offers.delete(name)
    clearTimeout(entry.timer)
    // A file must not stay open for a browser that takes no more of it; what is slow to come may be so.
    response.setTimeout(this.#standstill, () => {
      if (response.writableNeedDrain) response.destroy()
    })
    void give(entry.offer, response, entry.stopped)
    return true
  }

  #withdraw(name: string, why: string): void {
    const entry = this.#offers.get(name)
    if (!entry) return
    this.#offers.delete(name)
    clearTimeout(entry.timer)
    const error = new Error(`The download of "${entry.offer.name}" has ended early: ${why}`)
    letGo(entry.offer.content, error)
    entry.offer.onEnd(error)
  }
}

function headersOf(offer: Offer): OutgoingHttpHeaders {
  const length = sizeOf(offer)
  return {
    ...everywhere,
    'Content-Type': offer.type,
    'Content-Disposition': disposition(offer.name),
    'Cache-Control': 'no-store',
    ...(length !== undefined && { 'Content-Length': length }),
  }
}

async function give(offer: Offer, response: ServerResponse, stopped: AbortSignal): Promise<void> {
  const { name, content, onEnd } = offer
  const counted = (parts: AsyncIterable<string | Uint8Array>) => count(parts, offer)
  try {
    await pipeline(streamOf(content), counted, response, { signal: stopped })
    onEnd(undefined)
  } catch (cause) {
    // What was announced and did not come: the browser sees that the file is not whole.
    response.destroy()
    const why = stopped.aborted ? withdrawn : (cause as Error).message
    onEnd(new Error(`The download of "${name}" has ended early: ${why}`, { cause }))
  }
}

/** More bytes than the head has told would be taken for the next answer; fewer would be waited for. */
async function* count(parts: AsyncIterable<string | Uint8Array>, offer: Offer) {
  const { onProgress } = offer
  const size = sizeOf(offer)
  let sent = 0
  for await (const part of parts) {
    const length = lengthOf(part)!
    if (sent + length > (size ?? Infinity))
      throw new Error(`it has more than the ${size} bytes of "size"`)
    yield part
    sent += length
    onProgress(sent)
  }
  if (sent < (size ?? 0)) throw new Error(`it has ${sent} of the ${size} bytes of "size"`)
}

function streamOf(content: Content): Readable {
  if (content instanceof Readable) return content
  if (isPlain(content)) return Readable.from(partsOf(content))
  return Readable.from(content)
}

function* partsOf(content: string | ArrayBuffer | ArrayBufferView): Generator<Uint8Array> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : bytesOf(content)
  for (let at = 0; at < bytes.length; at += partBytes) yield bytes.subarray(at, at + partBytes)
}

function sizeOf({ content, size }: Offer): number | undefined {
  return lengthOf(content) ?? size
}

/** Undefined for what comes bit by bit. */
function lengthOf(content: Content): number | undefined {
  if (!isPlain(content)) return undefined
  return typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength
}

function isPlain(content: Content): content is string | ArrayBuffer | ArrayBufferView {
  return (
    typeof content === 'string' || content instanceof ArrayBuffer || ArrayBuffer.isView(content)
  )
}
