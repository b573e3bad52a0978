// A network that exists only on a clock: every frame takes its time, and whatever can happen to a line can be made
// to happen to it.
//
//   page    socket ─── up ───▶ listener   server
//                  ◀── down ──  peer

import { bytesOf } from '../protocol/bytes.ts'
import type { Clock } from '../protocol/clock.ts'
import type { Socket, SocketClass, SocketEvent } from '../line/index.ts'
import type { Listener } from '../session/arrival.ts'
import type { Peer } from '../session/peer.ts'

/** How the lines of one page are. */
export interface Conditions {
  /** Milliseconds that a frame takes. */
  latency: number
  /** Milliseconds that it may take longer, by chance. Frames of one direction keep their order. */
  jitter: number
  /** No line comes about, and those that are there are cut. */
  isDown: boolean
  /** Nothing gets through any more, and nobody is told: the line is half open. */
  isStalled: boolean
  /** Bytes that the page reads in a millisecond. */
  speed: number
}

/** Lets a peer in, by the address that the page has asked for. */
export type Connect = (peer: Peer, url: URL) => Listener

type Frame = string | Uint8Array

/** All lines of one page. */
export class Network {
  readonly conditions: Conditions = {
    latency: 1,
    jitter: 0,
    isDown: false,
    isStalled: false,
    speed: Infinity,
  }
  readonly clock: Clock
  readonly #lines = new Set<Wire>()
  readonly #connect: Connect
  /** Frames that still get through before the line is cut; by direction. */
  readonly #left = { up: Infinity, down: Infinity }

  /** @param latency  milliseconds that a frame takes, at first */
  constructor(clock: Clock, connect: Connect, latency = 1) {
    this.clock = clock
    this.#connect = connect
    this.conditions.latency = latency
  }

  /** For a `Line`. */
  get WebSocket(): SocketClass {
    const open = (url: string): Socket => new Wire(this, url, this.#connect).socket
    // A constructor that gives what it is not: the line makes sockets by `new`.
    return function (url: string) {
      return open(url)
    } as unknown as SocketClass
  }

  /** How many lines the two ends think there are. */
  get lines(): number {
    return this.#lines.size
  }

  /** Cuts every line now; both ends are told. */
  cut(): void {
    for (const line of this.#lines) line.cut()
  }

  /** The line is cut when so many more frames have gone in this direction: 0 is instead of the next one. */
  cutAfter(frames: number, direction: 'up' | 'down'): void {
    this.#left[direction] = frames
  }

  /**
   * The page loses its lines, and the server does not hear of it: what is under way to it still arrives, after the
   * page has come back by another line if it takes that long.
   */
  abandon(): void {
    for (const line of this.#lines) line.abandon()
  }

  /** @returns false when the line is cut instead */
  mayPass(direction: 'up' | 'down'): boolean {
    if (this.#left[direction]-- > 0) return true
    this.#left[direction] = Infinity
    this.cut()
    return false
  }

  add(line: Wire): void {
    this.#lines.add(line)
  }

  delete(line: Wire): void {
    this.#lines.delete(line)
  }

  /** Milliseconds that the next frame takes. */
  delay(): number {
    const { latency, jitter } = this.conditions
    return latency + Math.floor(this.clock.random() * jitter)
  }
}

/** One line, with both of its ends. */
class Wire {
  readonly socket: Socket
  readonly #network: Network
  readonly #heard = new Map<string, ((event: SocketEvent) => void)[]>()
  #listener: Listener | undefined
  /** When the frame before arrives, on the clock. */
  readonly #last = { up: 0, down: 0 }
  #backlog = 0
  #isPageOpen = false
  #isServerOpen = false
  #isEnded = false
  #wasStalled = false

  constructor(network: Network, url: string, connect: Connect) {
    this.#network = network
    this.socket = {
      addEventListener: (type, heard) => {
        this.#heard.set(type, [...(this.#heard.get(type) ?? []), heard])
      },
      send: (data) => this.#up(typeof data === 'string' ? data : bytesOf(data).slice()),
      close: () => this.#closeByPage(),
    }
    network.add(this)
    this.#later('up', () => this.#open(url, connect))
  }

  cut(): void {
    this.#endPage(1006, '')
    this.#endServer()
  }

  abandon(): void {
    if (this.#isEnded) return
    this.#endPage(1006, '')
    this.#later('up', () => this.#endServer())
  }

  #open(url: string, connect: Connect): void {
    if (this.#isEnded || this.#isStalled) return
    if (this.#network.conditions.isDown) return this.#endPage(1006, '')
    this.#isPageOpen = true
    this.#isServerOpen = true
    // What the server says at once must not overtake that the line is open.
    this.#later('down', () => this.#tell({ type: 'open' }))
    const listener = connect(this.#peer(), new URL(url))
    // It may have been cut by what the server said first.
    if (this.#isServerOpen) this.#listener = listener
    else listener.left()
  }

  #peer(): Peer {
    const backlog = (): number => this.#backlog
    return {
      send: (frame) => this.#down(frame),
      close: (code, reason) => {
        if (!this.#isServerOpen) return
        this.#later('down', () => this.#endPage(code, reason))
        this.#later('up', () => this.#endServer())
        this.#isServerOpen = false
      },
      get backlog() {
        return backlog()
      },
    }
  }

  #up(frame: Frame): void {
    if (!this.#isPageOpen || !this.#network.mayPass('up')) return
    this.#later('up', () => {
      if (this.#isServerOpen && !this.#isStalled) this.#listener?.receive(frame)
    })
  }

  #down(frame: Frame): void {
    if (!this.#isServerOpen || !this.#network.mayPass('down')) return
    this.#backlog += frame.length
    const wait = frame.length / this.#network.conditions.speed
    this.#later(
      'down',
      () => {
        this.#backlog -= frame.length
        if (!this.#isPageOpen || this.#isStalled) return
        const data = typeof frame === 'string' ? frame : Uint8Array.from(frame).buffer
        this.#tell({ type: 'message', data })
      },
      wait,
    )
  }

  /** A line that was half open once stays so: a frame that is missing is never made up for. */
  get #isStalled(): boolean {
    this.#wasStalled ||= this.#network.conditions.isStalled
    return this.#wasStalled
  }

  #closeByPage(): void {
    if (this.#isEnded) return
    this.#isPageOpen = false
    this.#later('up', () => {
      this.#endServer()
      this.#endPage(1000, '')
    })
  }

  #endPage(code: number, reason: string): void {
    if (this.#isEnded) return
    this.#isEnded = true
    this.#isPageOpen = false
    this.#tell({ type: 'close', code, reason })
    if (!this.#listener) this.#network.delete(this)
  }

  #endServer(): void {
    const listener = this.#listener
    this.#listener = undefined
    this.#isServerOpen = false
    if (this.#isEnded || listener) this.#network.delete(this)
    listener?.left()
  }

  #tell(event: SocketEvent): void {
    for (const heard of this.#heard.get(event.type) ?? []) heard(event)
  }

  /** Frames of one direction keep their order, whatever each of them takes. */
  #later(direction: 'up' | 'down', run: () => void, wait = 0): void {
    const { clock } = this.#network
    const at = Math.max(this.#last[direction], clock.now() + this.#network.delay()) + wait
    this.#last[direction] = at
    clock.setTimeout(run, at - clock.now())
  }
}
