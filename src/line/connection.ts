// Keeps a WebSocket to the server open for as long as the page lives: opens it again when it breaks, and gives up
// only when the server says so.

import type { Clock } from '../protocol/clock.ts'
import type { Socket, SocketClass } from './socket.ts'
import type { LineState } from './state.ts'

export interface ConnectionOptions {
  readonly WebSocket: SocketClass
  readonly clock: Clock
  /**
   * The address of the next attempt.
   *
   * @throws Error when there is none: that ends it
   */
  address(): string
  /** What comes in: text, an ArrayBuffer, or what should not. */
  onFrame(frame: unknown): void
  onState(state: LineState): void
}

/** Ranges of the pause before the next attempt, in milliseconds: the second doubles up to the longest. */
const SHORTEST = 250
const LONGEST = 10_000
/** An attempt that has not succeeded after this many milliseconds has failed. */
const PATIENCE = 10_000
/** A line that held for this many milliseconds was a good one: the pauses begin anew. */
const STEADY = 1_000
/** Nobody is told of it: whoever closes it knows. */
const CLOSED: LineState = { kind: 'ended', code: 0, reason: '' }

export class Connection {
  readonly #options: ConnectionOptions
  readonly #clock: Clock
  #socket: Socket | undefined
  #timer: unknown
  #state: LineState = { kind: 'connecting' }
  #attempts = 0
  #upSince = 0

  constructor(options: ConnectionOptions) {
    this.#options = options
    this.#clock = options.clock
  }

  get state(): LineState {
    return this.#state
  }

  /** Bytes that have not left yet. */
  get backlog(): number {
    return this.#socket?.bufferedAmount ?? 0
  }

  open(): void {
    this.#enter({ kind: 'connecting' })
    // Whoever was told of it may have closed it.
    if (this.#state.kind !== 'connecting') return
    const { WebSocket } = this.#options
    try {
      this.#use(new WebSocket(this.#options.address()))
    } catch (error) {
      this.end(0, String(error))
    }
  }

  /** Tries at once if it waits for the next attempt: the network is back, or somebody looks. */
  wake(): void {
    if (this.#state.kind !== 'down') return
    this.#clock.clearTimeout(this.#timer)
    this.open()
  }

  get #isSteady(): boolean {
    return this.#state.kind === 'up' && this.#clock.now() - this.#upSince >= STEADY
  }

  /** Sends, if the line is up. */
  send(frame: string | ArrayBuffer): void {
    if (this.#state.kind === 'up') this.#socket?.send(frame)
  }

  /** This attempt has come to nothing: another one follows. */
  giveUp(): void {
    const socket = this.#socket
    this.#socket = undefined
    socket?.close()
    this.#wait()
  }

  /** The socket is open and leads nowhere: another takes its place at once. */
  replace(): void {
    if (this.#isSteady) this.#attempts = 0
    const socket = this.#socket
    this.#socket = undefined
    socket?.close()
    this.open()
  }

  /** Ends it, and says so. */
  end(code: number, reason: string): void {
    this.close()
    this.#enter({ kind: 'ended', code, reason })
  }

  /** Ends it quietly. Only `open` opens it again. */
  close(): void {
    this.#clock.clearTimeout(this.#timer)
    const socket = this.#socket
    this.#socket = undefined
    this.#state = CLOSED
    socket?.close(1000)
  }

  /** What a socket says after another has taken its place is not heard. */
  #use(socket: Socket): void {
    this.#socket = socket
    socket.binaryType = 'arraybuffer'
    const isCurrent = () => this.#socket === socket
    socket.addEventListener('open', () => isCurrent() && this.#opened())
    socket.addEventListener('message', ({ data }) => {
      if (isCurrent()) this.#options.onFrame(data)
    })
    socket.addEventListener('close', ({ code = 1006, reason = '' }) => {
      if (isCurrent()) this.#closed(code, reason)
    })
    this.#timer = this.#clock.setTimeout(() => this.giveUp(), PATIENCE)
  }

  #opened(): void {
    this.#clock.clearTimeout(this.#timer)
    this.#upSince = this.#clock.now()
    this.#enter({ kind: 'up' })
  }

  #closed(code: number, reason: string): void {
    this.#clock.clearTimeout(this.#timer)
    this.#socket = undefined
    if (code >= 4000 && code <= 4999) this.#enter({ kind: 'ended', code, reason })
    else this.#wait()
  }

  #wait(): void {
    this.#attempts = this.#isSteady ? 1 : this.#attempts + 1
    const delay = pause(this.#attempts, this.#clock.random())
    this.#timer = this.#clock.setTimeout(() => this.open(), delay)
    this.#enter({ kind: 'down', retryAt: this.#clock.now() + delay })
  }

  #enter(state: LineState): void {
    this.#state = state
    this.#options.onState(state)
  }
}

/** From half to the whole of 500 ms, 1 s, 2 s, … 10 s, so that many pages do not come back in one moment. */
function pause(attempt: number, chance: number): number {
  const whole = Math.min(LONGEST, SHORTEST * 2 ** attempt)
  return Math.round((whole / 2) * (1 + chance))
}
