// A line like those that users have: passes TCP on to a server on this machine, later and no faster than it may. All
// connections share the one line. There is no loss, and no slow start of TCP: what is sent fits the window.

import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface LineQuality {
  /** Milliseconds that everything takes, each way. */
  readonly delay: number
  /** Each way. */
  readonly bytesPerSecond: number
}

export interface SlowLine {
  /** Where what is at the other end is found. */
  readonly url: string
  readonly bytesDown: number
}

/** Runs `work` with a line to `url`, a page on this machine. */
export async function overSlowLine<Result>(
  url: string,
  quality: LineQuality,
  work: (line: SlowLine) => Promise<Result>,
): Promise<Result> {
  const { hostname, port, pathname } = new URL(url)
  const down = new Way(quality)
  const up = new Way(quality)
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    // Here the three steps that open a connection take no time; on a real line they take a round trip.
    const opened = performance.now() + 2 * quality.delay
    pass(near, far, (data, arrive) => up.carry(data, arrive, opened))
    pass(far, near, (data, arrive) => down.carry(data, arrive))
    for (const socket of [near, far]) sockets.add(socket)
  })
  const own = await portOf(server)
  try {
    return await work({
      url: `http://127.0.0.1:${own}${pathname}`,
      get bytesDown() {
        return down.bytes
      },
    })
  } finally {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
}

/** One direction. */
class Way {
  readonly #quality: LineQuality
  /** When all that was sent has left, in milliseconds. */
  #free = 0
  #bytes = 0

  constructor(quality: LineQuality) {
    this.#quality = quality
  }

  get bytes(): number {
    return this.#bytes
  }

  /** Calls `arrive` when `data` has come to the other end; it leaves at `earliest` or later. */
  carry(data: Buffer, arrive: () => void, earliest = 0): void {
    const { delay, bytesPerSecond } = this.#quality
    const start = Math.max(performance.now(), this.#free, earliest)
    this.#free = start + (data.length / bytesPerSecond) * 1000
    this.#bytes += data.length
    setTimeout(arrive, this.#free + delay - performance.now())
  }
}

type Carry = (data: Buffer, arrive: () => void) => void

function pass(from: Socket, to: Socket, carry: Carry): void {
  from.setNoDelay(true)
  from.on('data', (data) => carry(data, () => to.writable && to.write(data)))
  from.on('end', () => carry(Buffer.alloc(0), () => to.end()))
  from.on('error', () => to.destroy())
}

async function portOf(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return (server.address() as AddressInfo).port
}
