// The way from a page to its server: over as many connections as it takes, all that the page tells arrives once, in
// order. Whoever carries the server's frames out says what it meets in them: `welcomed`, `heard`, `foreign`.
//
//   socket opens   → hello, if the page has something to come back to
//   welcomed       → what was told and is not heard is told again, then what is new
//   socket breaks  → what is told is kept, until the next welcome
//   line is dead   → the same, though no socket says so

import { type Clock, realClock } from '../protocol/clock.ts'
import type {
  BinaryChunkMessage,
  CallbackMessage,
  ErrorMessage,
  FileChunkMessage,
  ResultMessage,
  WelcomeMessage,
} from '../protocol/messages.ts'
import { Connection } from './connection.ts'
import type { Credentials } from './credentials.ts'
import { fittingAnswers, fittingForeign, fittingTold } from './fitting.ts'
import type { SocketClass } from './socket.ts'
import type { LineState } from './state.ts'
import { type KeptMessage, Told } from './told.ts'
import { Vigil } from './vigil.ts'

/** What must not be lost. */
export type ToldMessage =
  | CallbackMessage
  | ErrorMessage
  | ResultMessage
  | FileChunkMessage
  | BinaryChunkMessage

export interface LineOptions {
  /** Address of the server's socket, `ws:` or `wss:`. */
  readonly url: string
  /** Names this page to the server, over all its connections. */
  readonly page: string
  readonly WebSocket: SocketClass
  readonly clock?: Clock
  /** The largest frame that the server takes, in bytes; 1 MiB unless given. Of what is larger only that is told. */
  readonly maxFrameBytes?: number
  /**
   * Milliseconds within which a server of ours says something, if only `[]`; 0, and so unless given, when it does
   * not. A line on which nothing comes for two and a half times as long counts as lost.
   */
  readonly beat?: number
  /** Whether frames have come that are not carried out yet; none unless given. */
  isBehind?(): boolean
  /** What the page shows to come back to its session; asked at each attempt. None for a new page. */
  credentials(): Credentials | undefined
  /** The last message that this page has carried out; 0 for none. */
  seen(): number
  /** A frame of text, or a binary one. */
  onFrame(frame: string | ArrayBuffer): void
  /** `up` is said when the server has greeted, not when the socket is open. */
  onState(state: LineState): void
}

/** An open socket over which nothing has come after this many milliseconds leads nowhere. */
const PATIENCE = 30_000
/** Bytes that may wait to leave, or to be heard, before those who have many more wait too. */
const CLEAR = 2 * 1024 * 1024
/** Milliseconds between two looks at them: a socket does not say when they have left. */
const LOOK = 10
/** What a server says that only shows that it is there. */
const BEAT = '[]'

export class Line {
  readonly #options: LineOptions
  readonly #clock: Clock
  readonly #connection: Connection
  readonly #maxFrameBytes: number
  readonly #vigil: Vigil
  readonly #told = new Told()
  #state: LineState = { kind: 'connecting' }
  #credentials: Credentials | undefined
  /** The last number that went out over this connection. */
  #sent = 0
  #isForeign = false
  /** How often the page was emptied, as the server counts. */
  #life = 0
  #isOverflown = false
  #waiting: (() => void)[] = []
  #patience: unknown

  constructor(options: LineOptions) {
    const { WebSocket, clock = realClock, maxFrameBytes = 1024 * 1024, beat = 0 } = options
    this.#options = options
    this.#clock = clock
    this.#maxFrameBytes = maxFrameBytes
    this.#connection = new Connection({
      WebSocket,
      clock,
      address: () => this.#address(),
      onFrame: (frame) => this.#received(frame),
      onState: (state) => (state.kind === 'up' ? this.#opened() : this.#enter(state)),
    })
    this.#vigil = new Vigil({
      clock,
      beat,
      isBehind: () => options.isBehind?.() ?? false,
      lost: () => this.#connection.renew(),
    })
  }

  get state(): LineState {
    return this.#state
  }

  open(): void {
    this.#connection.open()
  }

  /** Tries at once if it waits for the next attempt. */
  wake(): void {
    this.#connection.wake()
  }

  /** Ends it quietly. What was not heard is dropped. */
  close(): void {
    this.#clock.clearTimeout(this.#patience)
    this.#vigil.stop()
    this.#connection.close()
    this.#told.restart(this.#told.last)
    this.#waiting = []
  }

  /**
   * Tells the server, now or as soon as it has greeted, and again until it has heard it.
   *
   * @returns its number: it has been heard when `heard` comes with one that is not lower
   */
  tell(message: ToldMessage): number {
    return this.#tell(message)
  }

  /** The same of a message and the binary frame that belongs to it. */
  tellBytes(header: BinaryChunkMessage, bytes: ArrayBuffer): number {
    return this.#tell(header, bytes)
  }

  /** Says what means nothing on another connection, such as that a frame is carried out; else drops it. */
  answer(text: string): void {
    if (this.#state.kind !== 'up') return
    this.#connection.send(fittingAnswers(text, this.#maxFrameBytes))
  }

  /** Resolves when the server has greeted, and little waits to leave or to be heard. */
  async whenClear(): Promise<void> {
    for (;;) {
      const isUp = this.#state.kind === 'up'
      if (isUp && this.#told.size < CLEAR && this.#connection.backlog < CLEAR) return
      await new Promise<void>((resolve) => {
        if (isUp && this.#told.size < CLEAR) this.#clock.setTimeout(resolve, LOOK)
        else this.#waiting.push(resolve)
      })
    }
  }

  /**
   * A `welcome` has come. What is not heard is told again; before what the page says next.
   *
   * @returns false when the server does not know what the page has told: it is dropped, and its numbers begin anew
   *          behind `heard`
   */
  welcomed({ heard, kept, life = 0 }: Omit<WelcomeMessage, 'type'>): boolean {
    this.#isForeign = false
    if (kept !== 'page') this.#life = life
    // One that was told anew, and knows of no earlier life of this page, has forgotten it.
    const isForgotten = kept === 'nothing' || (kept === 'session' && life === 0)
    const goesOn = !isForgotten && this.#told.follows(heard)
    if (goesOn) this.#hear(heard)
    else this.#restart(heard)
    this.#greeted()
    return goesOn
  }

  /** A `heard` has come: all up to this number has arrived. */
  heard(count: number): void {
    this.#hear(count)
    this.#release()
  }

  /** The server greets with something else than `welcome`: it knows no numbers, and nothing is kept for it. */
  foreign(): void {
    this.#isForeign = true
    this.#restart(this.#told.last)
    this.#greeted()
  }

  #tell(message: ToldMessage, bytes?: ArrayBuffer): number {
    const isUp = this.#state.kind === 'up'
    if (this.#isForeign || this.#isOverflown) {
      const seq = this.#told.pass()
      if (isUp) this.#send({ seq, text: this.#word(message), ...(bytes && { bytes }) })
      return seq
    }
    const one = this.#told.keep((seq) => this.#word(this.#dated({ ...message, seq })), bytes)
    if (this.#told.isFull) this.#overflow()
    else if (isUp) this.#send(one)
    return one.seq
  }

  /** An event says in which life of the page it came about. */
  #dated(message: ToldMessage): ToldMessage {
    const isOfLife = message.type === 'callback' && this.#life > 0
    return isOfLife ? { ...message, life: this.#life } : message
  }

  /** What is lost from here on cannot be told later: the server would hear a gap. */
  #overflow(): void {
    this.#isOverflown = true
    this.#told.restart(this.#told.last)
    this.#connection.end(0, 'Too much was done while the line was down')
  }

  #word(message: ToldMessage): string {
    const text = JSON.stringify(message)
    return this.#isForeign
      ? fittingForeign(text, this.#maxFrameBytes)
      : fittingTold(text, this.#maxFrameBytes)
  }

  #send({ seq, text, bytes }: KeptMessage): void {
    this.#sent = seq
    this.#connection.send(text)
    if (bytes) this.#connection.send(bytes)
    this.#vigil.sent(this.#told.size)
  }

  #hear(count: number): void {
    const { size } = this.#told
    this.#told.heard(count)
    if (this.#told.size < size) this.#vigil.heard(this.#told.size)
  }

  #restart(count: number): void {
    this.#told.restart(count)
    this.#sent = count
    this.#vigil.heard(0)
  }

  /** On a line that is up already only what it has not carried yet goes out. */
  #greeted(): void {
    // What came over a line that has broken since: the next one is greeted for itself.
    if (this.#connection.state.kind !== 'up') return
    if (!this.#isForeign) this.#vigil.start()
    for (const one of this.#told.after(this.#sent)) this.#send(one)
    if (this.#state.kind !== 'up') this.#enter({ kind: 'up' })
    this.#release()
  }

  #release(): void {
    for (const resolve of this.#waiting.splice(0)) resolve()
  }

  #address(): string {
    this.#credentials = this.#options.credentials()
    const url = new URL(this.#options.url)
    url.searchParams.set('page', this.#options.page)
    if (this.#credentials) url.searchParams.set('resume', '1')
    return url.href
  }

  #opened(): void {
    this.#sent = 0
    this.#patience = this.#clock.setTimeout(() => this.#connection.giveUp(), PATIENCE)
    if (!this.#credentials) return
    const { session_id, token } = this.#credentials
    const seen = this.#options.seen()
    this.#connection.send(JSON.stringify({ type: 'hello', session_id, token, seen }))
  }

  #received(frame: unknown): void {
    this.#vigil.came()
    if (frame === BEAT) return
    this.#clock.clearTimeout(this.#patience)
    if (typeof frame === 'string' || frame instanceof ArrayBuffer) this.#options.onFrame(frame)
    else this.tell({ type: 'error', error: 'A binary frame must come as an ArrayBuffer' })
  }

  #enter(state: LineState): void {
    this.#clock.clearTimeout(this.#patience)
    if (state.kind !== 'up') this.#vigil.stop()
    this.#state = state
    this.#options.onState(state)
  }
}
