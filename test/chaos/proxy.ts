// A line that can be made bad: it passes TCP on to a server, until it is told to cut, to stall or to be slow.

import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface Proxy {
  /** The address of the page behind it. */
  readonly url: string
  /** Milliseconds that everything takes longer, each way. */
  delay: number
  /** How many lines go through it now. */
  readonly lines: number
  /** Cuts every line. */
  cut(): void
  /** From now on nothing gets through the lines that are there, and nobody is told. */
  stall(): void
  /** Whether lines come about at all. */
  isOpen: boolean
}

/** @param url  the address of a page on this machine */
export async function proxyTo(url: string): Promise<Proxy> {
  const { hostname, port, pathname } = new URL(url)
  const pairs = new Set<readonly [Socket, Socket]>()
  const stalled = new WeakSet<Socket>()
  const server = createServer((near) => {
    if (!proxy.isOpen) {
      near.destroy()
      return
    }
    const far = connect(Number(port), hostname)
    const pair = [near, far] as const
    pairs.add(pair)
    for (const [from, to] of [pair, [far, near] as const]) {
      from.setNoDelay(true)
      from.on('data', (data) => {
        const pass = (): void => {
          if (!stalled.has(from) && to.writable) to.write(data)
        }
        if (proxy.delay === 0) pass()
        else setTimeout(pass, proxy.delay)
      })
      from.on('error', () => undefined)
      from.on('close', () => {
        pairs.delete(pair)
        if (!stalled.has(from)) to.destroy()
      })
    }
  })
  const proxy: Proxy = {
    url: '',
    delay: 0,
    isOpen: true,
    get lines() {
      return pairs.size
    },
    cut: () => pairs.forEach((pair) => pair.forEach((socket) => socket.destroy())),
    stall: () => pairs.forEach((pair) => pair.forEach((socket) => stalled.add(socket))),
  }
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    proxy.cut()
    server.close()
  })
  const { port: own } = server.address() as AddressInfo
  return Object.assign(proxy, { url: `http://127.0.0.1:${own}${pathname}` })
}
