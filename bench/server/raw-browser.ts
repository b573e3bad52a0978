// A browser's end of a WebSocket with as little in it as there can be, so that the server is what is measured: it walks
// frames, and looks into none but for the id at its end.

import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { constants, inflateRawSync } from 'node:zlib'

const TEXT = 1
const PING = 9
const PONG = 10
const FIN = 0x80
const COMPRESSED = 0x40
const MASKED = 0x80
/** Every browser masks; it may as well be the same mask each time. */
const MASK = Buffer.from([0x37, 0xfa, 0x21, 0x3d])
/** What a deflated message leaves out at its end: RFC 7692 §7.2.1. */
const TAIL = Buffer.from([0, 0, 255, 255])

/** All lines read into the same place, one after the other. */
const reading = Buffer.allocUnsafe(256 * 1024)

// When it says how much it has carried out: as a page of ours does, see src/line/acknowledgement.ts.
const mostFrames = 32
const mostBytes = 64 * 1024
const latest = 1000

export interface Visit {
  readonly port: number
  /** Speaks as a page of ours does, which says its name. */
  readonly isPage: boolean
  /** Offers permessage-deflate, as browsers do. */
  readonly offersDeflate: boolean
  /** Told of each text that comes, but for beats. */
  readonly heard: (browser: RawBrowser) => void
}

export class RawBrowser {
  /** Whether it says by itself how much it has carried out. */
  answers = true
  /** Bytes of the texts that have come, as they came over the line. */
  bytes = 0
  seq = 0
  /** The last id that came. */
  id = 0
  readonly #visit: Visit
  readonly #socket: Socket
  #rest: Buffer = Buffer.alloc(0)
  #isOpen = false
  #deflates = false
  #unanswered = { frames: 0, bytes: 0 }
  #timer: NodeJS.Timeout | undefined

  constructor(visit: Visit) {
    this.#visit = visit
    this.#socket = connect({
      port: visit.port,
      host: '127.0.0.1',
      noDelay: true,
      onread: {
        buffer: reading,
        callback: (length: number): boolean => {
          this.#read(reading.subarray(0, length))
          return true
        },
      },
    })
    this.#socket.write(requestOf(visit))
  }

  click(wid: number): void {
    if (this.#unanswered.frames > 0) this.answerAll()
    const seq = ++this.seq
    const message = { type: 'callback', wid, action: 'activated', args: [], seq }
    this.#socket.write(this.#frameOf(JSON.stringify(message)))
  }

  /** Says that everything that came has been carried out. */
  answerAll(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#unanswered = { frames: 0, bytes: 0 }
    this.#socket.write(this.#frameOf(`{"type":"result","id":${this.id}}`))
  }

  leave(): void {
    clearTimeout(this.#timer)
    this.#socket.destroy()
  }

  #read(chunk: Buffer): void {
    let all = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk
    if (!this.#isOpen) all = this.#open(all)
    const taken = this.#isOpen ? this.#takeFrames(all) : 0
    this.#rest = taken === all.length ? Buffer.alloc(0) : Buffer.from(all.subarray(taken))
  }

  #open(head: Buffer): Buffer {
    const end = head.indexOf('\r\n\r\n')
    if (end < 0) return head
    const status = head.toString('latin1', 0, end)
    if (!status.startsWith('HTTP/1.1 101')) throw new Error(`The server says ${status}`)
    this.#isOpen = true
    this.#deflates = /^Sec-WebSocket-Extensions: permessage-deflate/im.test(status)
    return head.subarray(end + 4)
  }

  #takeFrames(all: Buffer): number {
    let at = 0
    while (at + 2 <= all.length) {
      let length = all[at + 1]! & 0x7f
      let start = at + 2
      if (length === 126) {
        if (start + 2 > all.length) break
        length = all.readUInt16BE(start)
        start += 2
      } else if (length === 127) {
        if (start + 8 > all.length) break
        length = Number(all.readBigUInt64BE(start))
        start += 8
      }
      if (start + length > all.length) break
      this.#take(all[at]!, all.subarray(start, start + length))
      at = start + length
    }
    return at
  }

  #take(head: number, payload: Buffer): void {
    const opcode = head & 0x0f
    if (opcode === PING) this.#socket.write(maskedFrame(FIN | PONG, payload))
    if (opcode !== TEXT || payload.length <= 2) return
    this.bytes += payload.length
    const text = head & COMPRESSED ? inflated(payload) : payload
    const id = idAtEnd(text)
    this.#unanswered.bytes += text.length
    if (id > 0) {
      this.id = id
      if (this.answers) this.#answerLate()
    }
    this.#visit.heard(this)
  }

  #answerLate(): void {
    const { frames, bytes } = this.#unanswered
    this.#unanswered.frames = frames + 1
    if (frames + 1 >= mostFrames || bytes >= mostBytes) this.answerAll()
    else this.#timer ??= setTimeout(() => this.answerAll(), latest)
  }

  /** Browsers compress whatever they say, however short it is, once they may. */
  #frameOf(text: string): Buffer {
    const payload = Buffer.from(text)
    if (!this.#deflates) return maskedFrame(FIN | TEXT, payload)
    return maskedFrame(FIN | TEXT | COMPRESSED, stored(payload))
  }
}

function requestOf({ port, isPage, offersDeflate }: Visit): string {
  const lines = [
    `GET /${isPage ? `?page=${randomBytes(16).toString('hex')}` : ''} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    'Sec-WebSocket-Version: 13',
    ...(offersDeflate
      ? ['Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits']
      : []),
  ]
  return `${lines.join('\r\n')}\r\n\r\n`
}

/** Of less than 126 bytes. */
function maskedFrame(head: number, payload: Buffer): Buffer {
  const frame = Buffer.allocUnsafe(6 + payload.length)
  frame[0] = head
  frame[1] = MASKED | payload.length
  MASK.copy(frame, 2)
  for (let at = 0; at < payload.length; at++) frame[6 + at] = payload[at]! ^ MASK[at & 3]!
  return frame
}

/** Compressed in name only: a block that is stored as it is, and the first byte of an empty one. RFC 1951 §3.2.4. */
function stored(payload: Buffer): Buffer {
  const { length } = payload
  return Buffer.concat([
    Buffer.from([0, length, 0, ~length & 0xff, 0xff]),
    payload,
    Buffer.alloc(1),
  ])
}

/** Of a message that is compressed by itself. */
function inflated(payload: Buffer): Buffer {
  const whole = Buffer.concat([payload, TAIL])
  return inflateRawSync(whole, { finishFlush: constants.Z_SYNC_FLUSH })
}

/** Of `…,"id":17}]`; 0 for a frame without. */
function idAtEnd(text: Buffer): number {
  let at = text.length - 3
  let id = 0
  for (let place = 1; isDigit(text[at]); place *= 10) id += (text[at--]! - 0x30) * place
  return id > 0 && text.toString('latin1', at - 4, at + 1) === '"id":' ? id : 0
}

function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= 0x30 && code <= 0x39
}
