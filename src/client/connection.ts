// Keeps a WebSocket to the server open for as long as the page lives: opens it again when it breaks, keeps what
// the user does meanwhile, and gives up only when the server says so.

export type LineState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'up' }
  /** `retryAt` is on the clock's time, in milliseconds. */
  | { readonly kind: 'down'; readonly retryAt: number }
  /** The server has closed for good, or the address is none. */
  | { readonly kind: 'ended'; readonly code: number; readonly reason: string }

export type Socket = Pick<WebSocket, 'addEventListener' | 'close' | 'send'> &
  Partial<Pick<WebSocket, 'binaryType' | 'bufferedAmount'>>
export type SocketClass = new (url: string) => Socket

/** Time and chance, so that tests can make them up. Times are in milliseconds. */
export interface Clock {
  now(): number
  setTimeout(run: () => void, delay: number): unknown
  clearTimeout(handle: unknown): void
  /** From 0 to 1. */
  random(): number
}

export interface ConnectionOptions {
  /** Address of the server's socket, `ws:` or `wss:`. */
  readonly url: string
  /** Names this page to the server, over all its connections. */
  readonly page: string
  readonly WebSocket: SocketClass
  readonly clock?: Clock
  /** The last message that this page has carried out; 0 for none. */
  seen(): number
  /** A frame of text, or a binary one. */
  onFrame(frame: string | ArrayBuffer): void
  onState(state: LineState): void
}

/** Ranges of the pause before the next attempt, in milliseconds: the second doubles up to the longest. */
const SHORTEST = 250
const LONGEST = 10_000
/** An attempt that has not succeeded after this many milliseconds has failed. */
const PATIENCE = 10_000
/** A line that held for this many milliseconds was a good one: the pauses begin anew. */
const STEADY = 5_000
/** Callbacks kept while the line is down; beyond that the oldest go. */
const MOST_KEPT = 1_000
/** Bytes that may wait to leave before those who have many more wait too. */
const MOST_BUFFERED = 1024 * 1024
/** Milliseconds between two looks at them: a socket does not say when they have left. */
const LOOK = 10

export class Connection {
  readonly #options: ConnectionOptions
  readonly #clock: Clock
  #socket: Socket | undefined
  #timer: unknown
  #state: LineState = { kind: 'connecting' }
  #attempts = 0
  #upSince = 0
  #kept: string[] = []
  #waiting: (() => void)[] = []

  constructor(options: ConnectionOptions) {
    this.#options = options
    this.#clock = options.clock ?? realClock
  }

  get state(): LineState {
    return this.#state
  }

  open(): void {
    this.#enter({ kind: 'connecting' })
    const { WebSocket } = this.#options
    try {
      this.#use(new WebSocket(this.#address()))
    } catch (error) {
      this.#enter({ kind: 'ended', code: 0, reason: String(error) })
    }
  }

  /** Tries at once if it waits for the next attempt: the network is back, or somebody looks. */
  wake(): void {
    if (this.#state.kind !== 'down') return
    this.#clock.clearTimeout(this.#timer)
    this.open()
  }

  /** Ends it. What was kept is dropped. */
  close(): void {
    this.#clock.clearTimeout(this.#timer)
    const socket = this.#socket
    this.#socket = undefined
    this.#kept = []
    this.#waiting = []
    socket?.close(1000)
  }

  answer(text: string): void {
    if (this.#state.kind === 'up') this.#socket?.send(text)
  }

  report(text: string): void {
    if (this.#state.kind === 'up') this.#socket?.send(text)
    else if (this.#kept.push(text) > MOST_KEPT) this.#kept.shift()
  }

  /** Sends a message and the binary frame that belongs to it, or neither. */
  reportBytes(header: string, bytes: ArrayBuffer): void {
    if (this.#state.kind !== 'up') return
    this.#socket?.send(header)
    this.#socket?.send(bytes)
  }

  /** Resolves when the line is up and has little to carry. */
  async whenClear(): Promise<void> {
    await this.whenUp()
    while ((this.#socket?.bufferedAmount ?? 0) > MOST_BUFFERED) {
      await new Promise<void>((resolve) => this.#clock.setTimeout(resolve, LOOK))
      await this.whenUp()
    }
  }

  whenUp(): Promise<void> {
    if (this.#state.kind === 'up') return Promise.resolve()
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  #address(): string {
    const url = new URL(this.#options.url)
    url.searchParams.set('page', this.#options.page)
    url.searchParams.set('seen', String(this.#options.seen()))
    return url.href
  }

  /** What a socket says after another has taken its place is not heard. */
  #use(socket: Socket): void {
    this.#socket = socket
    socket.binaryType = 'arraybuffer'
    const isCurrent = () => this.#socket === socket
    socket.addEventListener('open', () => isCurrent() && this.#opened(socket))
    socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isCurrent()) this.#received(data)
    })
    socket.addEventListener('close', ({ code, reason }) => {
      if (isCurrent()) this.#closed(code, reason)
    })
    this.#timer = this.#clock.setTimeout(() => this.#tooSlow(socket), PATIENCE)
  }

  #opened(socket: Socket): void {
    this.#clock.clearTimeout(this.#timer)
    this.#upSince = this.#clock.now()
    this.#enter({ kind: 'up' })
    for (const text of this.#kept.splice(0)) socket.send(text)
    for (const resolve of this.#waiting.splice(0)) resolve()
  }

  #received(data: unknown): void {
    if (typeof data === 'string' || data instanceof ArrayBuffer) return this.#options.onFrame(data)
    const error = 'A binary frame must come as an ArrayBuffer'
    this.answer(JSON.stringify({ type: 'error', error }))
  }

  #closed(code: number, reason: string): void {
    this.#clock.clearTimeout(this.#timer)
    this.#socket = undefined
    if (code >= 4000 && code <= 4999) this.#enter({ kind: 'ended', code, reason })
    else this.#wait()
  }

  #tooSlow(socket: Socket): void {
    this.#socket = undefined
    socket.close()
    this.#wait()
  }

  #wait(): void {
    const wasSteady = this.#state.kind === 'up' && this.#clock.now() - this.#upSince >= STEADY
    this.#attempts = wasSteady ? 1 : this.#attempts + 1
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

const realClock: Clock = {
  now: () => performance.now(),
  setTimeout: (run, delay) => setTimeout(run, delay),
  clearTimeout: (handle) => clearTimeout(handle as number),
  random: () => Math.random(),
}
