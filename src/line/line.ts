// The way from a page to its server: over as many connections as it takes, all that the page tells arrives once, in
// order. Whoever carries the server's frames out says what it meets in them: `welcomed`, `heard`, `foreign`.
//
//   socket opens   → hello, if the page has something to come back to
//   welcomed       → what was told and is not heard is told again, then what is new
//   socket breaks  → what is told is kept, until the next welcome
//   line is dead   → the same, though no socket says so

import { type Clock, realClock } from '../protocol/clock.ts'
import type { WelcomeMessage } from '../protocol/messages.ts'
import { Acknowledgement } from './acknowledgement.ts'
import { Clearance } from './clearance.ts'
import { Connection } from './connection.ts'
import type { Credentials } from './credentials.ts'
import { fittingAnswers, fittingForeign, fittingForeignAnswers, fittingTold } from './fitting.ts'
import type { LineOptions, ToldMessage } from './line-options.ts'
import type { LineState } from './state.ts'
import { type KeptMessage, Told } from './told.ts'
import { Vigil } from './vigil.ts'

/** An open socket over which nothing has come after this many milliseconds leads nowhere. */
const PATIENCE = 30_000
/** What a server says that only shows that it is there. */
const BEAT = '[]'

export class Line {
  readonly #options: LineOptions
  readonly #clock: Clock
  readonly #connection: Connection
  readonly #maxFrameBytes: number
  readonly #vigil: Vigil
  readonly #clearance: Clearance
  readonly #acknowledgement: Acknowledgement
  readonly #told = new Told()
  #state: LineState = { kind: 'connecting' }
  #credentials: Credentials | undefined
  /** The last number that went out over this connection. */
  #sent = 0
  #isForeign = false
  /** How often the page was emptied, as the server counts. */
  #life = 0
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
      lost: () => this.#connection.replace(),
    })
    this.#acknowledgement = new Acknowledgement(clock, (id) =>
      this.answer(JSON.stringify({ type: 'result', id })),
    )
    this.#clearance = new Clearance(clock, () => ({
      isUp: this.#state.kind === 'up',
      unheard: this.#told.size,
      backlog: this.#connection.backlog,
    }))
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
    this.#state = this.#connection.state
    this.#told.restart(this.#told.last)
    this.#clearance.close()
    this.#acknowledgement.clear()
  }

  /**
   * Tells the server, now or as soon as it has greeted, and again until it has heard it. After the end nothing is told.
   *
   * @param bytes  the binary frame behind a `binary-chunk`
   * @returns      its number: it has been heard when `heard` comes with one that is not lower
   */
  tell(message: ToldMessage, bytes?: ArrayBuffer): number {
    const { kind } = this.#state
    if (kind === 'ended') return this.#told.last
    if (this.#isForeign) return this.#pass(message, bytes)
    const one = this.#told.keep((seq) => this.#word(this.#dated({ ...message, seq })), bytes)
    if (this.#told.isFull) this.#overflow()
    else if (kind === 'up') {
      this.acknowledgeNow()
      this.#send(one)
    }
    return one.seq
  }

  /** To a server of ours: everything up to this number is carried out. It is said late, with more of it. */
  acknowledge(id: number): void {
    if (this.#state.kind === 'up') this.#acknowledgement.carriedOut(id)
  }

  /** Says so now: the page tells something, or may be about to go. */
  acknowledgeNow(): void {
    this.#acknowledgement.sayNow()
  }

  /** Says what means nothing on another connection; else drops it. */
  answer(text: string): void {
    if (this.#state.kind !== 'up') return
    const fitting = this.#isForeign ? fittingForeignAnswers : fittingAnswers
    for (const frame of fitting(text, this.#maxFrameBytes)) this.#connection.send(frame)
  }

  /** Resolves when the server has greeted, and little waits to leave or to be heard. */
  whenClear(): Promise<void> {
    return this.#clearance.whenClear()
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
    this.#clearance.changed()
  }

  /** The server greets with something else than `welcome`: it knows no numbers, and nothing is kept for it. */
  foreign(): void {
    this.#isForeign = true
    this.#restart(this.#told.last)
    this.#greeted()
  }

  /** To a server that knows no numbers: at once or never. */
  #pass(message: ToldMessage, bytes?: ArrayBuffer): number {
    const seq = this.#told.pass()
    const text = this.#word(message)
    if (this.#state.kind === 'up') this.#send({ seq, text, ...(bytes && { bytes }) })
    return seq
  }

  /** An event says in which life of the page it came about. */
  #dated(message: ToldMessage): ToldMessage {
    const isOfLife = message.type === 'callback' && this.#life > 0
    return isOfLife ? { ...message, life: this.#life } : message
  }

  /** What is lost from here on cannot be told later: the server would hear a gap. */
  #overflow(): void {
    this.#told.restart(this.#told.last)
    this.#connection.end(0, 'Too much was done while the line was down')
  }

  #word(message: ToldMessage): string {
    const fitting = this.#isForeign ? fittingForeign : fittingTold
    return fitting(JSON.stringify(message), this.#maxFrameBytes)
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
    this.#clearance.changed()
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
    if (typeof frame === 'string' || frame instanceof ArrayBuffer) this.#take(frame)
    else this.tell({ type: 'error', error: 'A binary frame must come as an ArrayBuffer' })
  }

  #take(frame: string | ArrayBuffer): void {
    this.#acknowledgement.came(typeof frame === 'string' ? frame.length : frame.byteLength)
    this.#options.onFrame(frame)
  }

  #enter(state: LineState): void {
    this.#clock.clearTimeout(this.#patience)
    if (state.kind !== 'up') {
      this.#vigil.stop()
      this.#acknowledgement.clear()
    }
    this.#state = state
    this.#options.onState(state)
  }
}
