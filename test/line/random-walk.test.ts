// A line that drops at any moment, against one that never does: all that is told arrives once, in order.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CallbackMessage } from '../../src/protocol/messages.ts'
import { Line } from '../../src/line/index.ts'
import { FakeClock, type FakeSocket, socketClass } from './fakes.ts'

type Down =
  | { readonly heard: number }
  | { readonly welcome: number; readonly kept: 'page' | 'session' }

/** A connection as the server sees it: what is under way in both directions, and how far it has read. */
class Connection {
  readonly socket: FakeSocket
  readonly #down: Down[] = []
  #read = 0
  /** The number of the header whose bytes come next. */
  #header = 0

  constructor(socket: FakeSocket) {
    this.socket = socket
  }

  say(message: Down): void {
    this.#down.push(message)
  }

  /** What the server has said arrives at the page. */
  down(): Down | undefined {
    return this.#down.shift()
  }

  /** The next frame of the page arrives, also of a connection that the page has given up. */
  up(server: Server): void {
    const frame = this.socket.sent[this.#read]
    if (frame === undefined) return
    this.#read++
    if (typeof frame !== 'string') {
      return server.take(this.#header, 'bytes', (frame as ArrayBuffer).byteLength)
    }
    const { seq = 0, args } = JSON.parse(frame) as CallbackMessage
    // A header has come when its bytes have.
    if (args) server.take(seq, args[0])
    else this.#header = seq
  }
}

class Server {
  readonly taken: unknown[] = []
  heard = 0

  take(seq: number, ...what: readonly unknown[]): void {
    if (seq <= this.heard) return
    if (seq !== this.heard + 1) throw new Error(`A gap: ${this.heard} is heard, ${seq} came`)
    this.heard = seq
    this.taken.push(...what)
  }
}

class World {
  readonly server = new Server()
  readonly told: unknown[] = []
  readonly #clock = new FakeClock()
  readonly #sockets: FakeSocket[]
  readonly #line: Line
  readonly #connections = new Map<FakeSocket, Connection>()
  #count = 0

  constructor() {
    const { Made, sockets } = socketClass()
    this.#sockets = sockets
    this.#line = new Line({
      url: 'ws://host/',
      page: 'p',
      WebSocket: Made,
      clock: this.#clock,
      credentials: () => undefined,
      seen: () => 0,
      onFrame: () => undefined,
      onState: () => undefined,
    })
    this.#line.open()
  }

  get #current(): Connection | undefined {
    const socket = this.#sockets.at(-1)
    return socket && this.#connections.get(socket)
  }

  readonly steps = {
    tell: () => {
      const what = ++this.#count
      this.told.push(what)
      this.#line.tell({ type: 'callback', wid: 1, action: 'a', args: [what] })
    },
    tellBytes: () => {
      const size = ++this.#count
      this.told.push('bytes', size)
      const place = { transfer_id: 1, chunk_index: 0, num_chunks: 1 }
      this.#line.tell({ type: 'binary-chunk', wid: 1, ...place }, new ArrayBuffer(size))
    },
    open: () => {
      if (this.#line.state.kind === 'down') this.#clock.pass(10_000)
      const socket = this.#sockets.at(-1)!
      if (this.#connections.has(socket)) return
      const connection = new Connection(socket)
      this.#connections.set(socket, connection)
      socket.opens()
      connection.say({ welcome: this.server.heard, kept: 'page' })
    },
    drop: () => this.#current?.socket.breaks(),
    up: () => this.#current?.up(this.server),
    late: () => {
      for (const connection of this.#connections.values()) connection.up(this.server)
    },
    hear: () => this.#current?.say({ heard: this.server.heard }),
    tellAnew: () => this.#current?.say({ welcome: this.server.heard, kept: 'session' }),
    down: () => this.#obey(this.#current?.down()),
  }

  /** The line holds from here on. */
  settle(): void {
    this.steps.open()
    for (let at = 0; at < 4 * this.#count + 20; at++) {
      this.steps.down()
      this.steps.up()
    }
  }

  #obey(message: Down | undefined): void {
    if (!message) return
    if ('welcome' in message) {
      const { welcome: heard, kept } = message
      this.#line.welcomed({ heard, kept, ...(kept === 'session' && { life: 1 }) })
    } else this.#line.heard(message.heard)
  }
}

type Step = keyof World['steps']

const step = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Step>('tell', 'tellBytes') },
  { weight: 8, arbitrary: fc.constantFrom<Step>('up', 'down', 'open') },
  { weight: 3, arbitrary: fc.constantFrom<Step>('drop', 'late', 'hear', 'tellAnew') },
)

test('whatever drops, all that is told arrives once, in order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const world = new World()
      for (const one of steps) world.steps[one]()
      world.settle()
      expect(world.server.taken).toEqual(world.told)
    }),
    { numRuns: 1000 },
  )
})
