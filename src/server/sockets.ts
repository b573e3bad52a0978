// WebSockets become peers: who may connect, what a frame may be, and when a silent line counts as dead.

import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type PerMessageDeflateOptions, WebSocket, WebSocketServer } from 'ws'
import { type Clock, realClock } from '../protocol/clock.ts'
import { CloseCode, closeReason } from '../protocol/close.ts'
import type { Listener } from '../session/arrival.ts'
import { messageCount } from '../session/message-count.ts'
import type { Peer, Visitor } from '../session/peer.ts'
import { Register } from '../session/register.ts'
import { clientAddressOf, RefusedRequest } from './address.ts'
import { Authentication } from './authentication.ts'
import { answerPings, keepAlive } from './heartbeat.ts'
import { helloOf } from './hello.ts'
import { holdBack } from './message-rate.ts'
import type { Settings } from './options.ts'
import { allowsOrigin, type OwnPages } from './origin.ts'
import { SocketPeer } from './socket-peer.ts'
import { refuseUpgrade } from './upgrades.ts'
import { Writes } from './writes.ts'

/** Lets a peer in, or closes it. */
export type Welcome = (peer: Peer, visitor: Visitor) => Listener

/** What a browser says whose page is being left: RFC 6455 §7.4.1. */
const GOING_AWAY = 1001

/** Milliseconds that browsers have to answer the last goodbye. */
const GRACE = 1000

/**
 * Each message is compressed by itself, so nothing is kept of one for the next, on either side. ws itself compresses
 * nothing: socket-peer.ts decides what is worth it. What a browser has compressed ws inflates, up to `maxFrameBytes`.
 */
const DEFLATE: PerMessageDeflateOptions = {
  serverNoContextTakeover: true,
  clientNoContextTakeover: true,
  // Who wants a window of another size goes without; no browser does. The types of ws do not know that one can say so.
  serverMaxWindowBits: false as unknown as number,
  threshold: Infinity,
}

export class Sockets {
  readonly #settings: Settings
  readonly #welcome: Welcome
  readonly #clock: Clock
  readonly #register: Register
  readonly #authentication: Authentication
  readonly #server: WebSocketServer
  readonly #writes = new Writes()

  constructor(
    settings: Settings,
    welcome: Welcome,
    clock = realClock,
    register = new Register(settings),
  ) {
    this.#settings = settings
    this.#welcome = welcome
    this.#clock = clock
    this.#register = register
    this.#authentication = new Authentication(settings, clock)
    this.#server = new WebSocketServer({
      noServer: true,
      maxPayload: settings.maxFrameBytes,
      perMessageDeflate: settings.perMessageDeflate && DEFLATE,
      WebSocket: limitedSocket(settings.maxFrameBytes),
      autoPong: false,
    })
  }

  /** Takes a request over for good: answers it with a WebSocket or a refusal. Never throws. */
  upgrade(request: IncomingMessage, line: Duplex, head: Buffer, ownPages: OwnPages): void {
    try {
      if (!allowsOrigin(request, { origins: this.#settings.origins, ...ownPages })) {
        this.#register.refused('origin', clientAddressOf(request))
        throw new RefusedRequest(403, refusalOf(request.headers.origin))
      }
      if (this.#settings.authenticate) void this.#openLater(request, line, head)
      else this.#open(request, line, head, undefined)
    } catch (error) {
      this.#fail(error, line)
    }
  }

  /** What is sent while `work` runs is written when it is through. */
  writeTogether(work: () => void): void {
    this.#writes.gather(work)
  }

  /** Says goodbye to all, and resolves when every line is gone; nobody else is let in. */
  async close(): Promise<void> {
    this.#server.close()
    this.#authentication.close()
    this.#writes.writeAll()
    await Promise.all([...this.#server.clients].map(sayGoodbye))
  }

  #fail(error: unknown, line: Duplex): void {
    if (error instanceof RefusedRequest) return refuseUpgrade(line, error.status, error.message)
    this.#settings.onError(error, 'opening a WebSocket')
    // After the handshake the browser takes this for a broken frame, and gives the line up.
    refuseUpgrade(line, 500, 'There can be no WebSocket; the log of the server says why.')
  }

  async #openLater(request: IncomingMessage, line: Duplex, head: Buffer): Promise<void> {
    try {
      await this.#openOrTurnAway(request, line, head)
    } catch (error) {
      this.#fail(error, line)
    }
  }

  async #openOrTurnAway(request: IncomingMessage, line: Duplex, head: Buffer): Promise<void> {
    try {
      this.#open(request, line, head, await this.#userOf(request, line))
    } catch (error) {
      if (!isForPage(error, request)) throw error
      this.#turnAway(request, line, head, error.message)
    }
  }

  async #userOf(request: IncomingMessage, line: Duplex): Promise<unknown> {
    try {
      return await this.#authentication.userOf(request, line)
    } catch (error) {
      const isRefused = error instanceof RefusedRequest && error.status === 401
      this.#register.refused(isRefused ? 'unauthorized' : 'authenticate', clientAddressOf(request))
      throw error
    }
  }

  /** A page sees no status, and would try for ever: it is let in to be told. */
  #turnAway(request: IncomingMessage, line: Duplex, head: Buffer, reason: string): void {
    this.#server.handleUpgrade(request, line, head, (socket) => {
      socket.on('error', () => undefined)
      socket.close(CloseCode.unauthorized, closeReason(reason))
    })
  }

  #open(request: IncomingMessage, line: Duplex, head: Buffer, user: unknown): void {
    this.#server.handleUpgrade(request, line, head, (socket) =>
      this.#connect(socket, line, {
        ...helloOf(request.url ?? ''),
        address: clientAddressOf(request),
        user,
      }),
    )
  }

  #connect(socket: WebSocket, line: Duplex, visitor: Visitor): void {
    // Errors are the peer's or the line's, and 'close' follows each of them: there is nothing else to do.
    socket.on('error', (error) => {
      if (isTooLarge(error)) this.#register.limited('maxFrameBytes', visitor.address)
    })
    const peer = new SocketPeer(socket, line, this.#writes)
    const listener = this.#welcome(peer, visitor)
    const count = holdBack(socket, this.#settings.maxMessageRate, this.#clock, () =>
      this.#register.limited('maxMessageRate', visitor.address),
    )
    const hear = keepAlive(socket, {
      interval: this.#settings.pingInterval,
      isOurs: visitor.page !== undefined,
      clock: this.#clock,
      tripped: (time) => (peer.roundTrip = time),
    })
    const take = (frame: string | Buffer): void => {
      // A frame without any is work too.
      if (typeof frame === 'string') count(Math.max(1, messageCount(frame)))
      listener.receive(frame)
    }
    // One listener for all: an event with several is told over a copy of their list.
    socket.on('message', (data, isBinary) => {
      // What is under way when a line is being closed belongs to nobody.
      if (peer.isOpen) take(isBinary ? (data as Buffer) : (data as Buffer).toString())
      hear()
    })
    socket.once('close', (code) => listener.left(code === GOING_AWAY))
    socket.on('ping', () => count(1))
    answerPings(socket, this.#settings.maxBacklogBytes)
  }
}

/**
 * ws refuses a frame that is too large before it reads it, and closes with 1009. Pages would try again for ever
 * after that code, so it becomes ours, with a reason.
 */
function limitedSocket(maxFrameBytes: number) {
  return class LimitedSocket extends WebSocket {
    override close(code?: number, reason?: string | Buffer): void {
      if (code !== 1009 || reason !== undefined) return super.close(code, reason)
      super.close(
        CloseCode.tooLarge,
        closeReason(`A frame may have at most ${maxFrameBytes} bytes (maxFrameBytes)`),
      )
    }
  }
}

/** Whether it is the application's final word, and said to a browser: only those name an origin. */
function isForPage(error: unknown, { headers }: IncomingMessage): error is RefusedRequest {
  return error instanceof RefusedRequest && error.status === 401 && headers.origin !== undefined
}

function refusalOf(origin: string | undefined): string {
  return `Pages of the origin ${JSON.stringify(origin)} may not connect here; the option "origins" lists who may.`
}

/** What ws says of a frame that is larger than `maxPayload`. */
function isTooLarge(error: Error): boolean {
  return 'code' in error && error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH'
}

function sayGoodbye(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.terminate(), GRACE)
    socket.once('close', () => {
      clearTimeout(timer)
      resolve()
    })
    socket.close(1001, 'The server is closing')
    // Who is held back has his answer behind what has not been read.
    socket.resume()
  })
}
