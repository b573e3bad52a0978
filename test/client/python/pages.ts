// Pages of ours under a server of pgwidgets.

import { expect, onTestFinished, vi } from 'vitest'
import { connect, type ConnectOptions } from '../../../src/client/index.ts'
import { PythonServer, type PythonSession } from '../python-server.ts'
import type { Connection } from './connection.ts'

/** Milliseconds: it looks often, for most of it is there at once. */
const PATIENT = { timeout: 20_000, interval: 5 }

export interface JoinedPage {
  readonly root: HTMLElement
  /** The server's end of its last line. */
  readonly line: Connection
  readonly leave: () => void
}

/** A server that nobody has come to yet. */
export function served(...of: ConstructorParameters<typeof PythonServer>) {
  const server = new PythonServer(...of)
  const end = new AbortController()
  onTestFinished(() => {
    end.abort()
    sessionStorage.clear()
  })
  /** When all that is under way is done. */
  const settled = async () => {
    await vi.waitFor(() => expect(server.connections.at(-1)?.audience).toBeDefined(), PATIENT)
    // Classes that are fetched when first needed take as long as they take.
    await vi.waitFor(() => expect(server.unanswered).toEqual([]), PATIENT)
    await server.session.run(() => Promise.resolve())
    await frame()
  }
  /** Another browser. */
  const join = async (options: Partial<ConnectOptions> = {}): Promise<JoinedPage> => {
    const page = joined(server, options)
    end.signal.addEventListener('abort', page.leave)
    await settled()
    return page
  }
  /** The line of a page breaks, and it is back at once. */
  const comeBack = async ({ line }: JoinedPage): Promise<void> => {
    const count = server.connections.length
    line.close(1006)
    await vi.waitFor(() => {
      window.dispatchEvent(new Event('online'))
      expect(server.connections).toHaveLength(count + 1)
    }, PATIENT)
    await settled()
  }
  return { server, join, settled, comeBack }
}

function joined(server: PythonServer, options: Partial<ConnectOptions>): JoinedPage {
  const root = document.createElement('div')
  document.body.append(root)
  const browser = `browser=${server.connections.length}&`
  const url = `ws://host:9500/?${browser}`
  const { WebSocket } = server
  const connection = connect({ url, root, WebSocket, notice: false, ...options })
  const leave = () => {
    connection.close()
    root.remove()
  }
  return {
    root,
    leave,
    get line() {
      return server.connections.findLast((line) => line.url.includes(browser))!
    },
  }
}

/** Both frames after which a page has said by itself what it has to say. */
export async function frame(): Promise<void> {
  for (let at = 0; at < 3; at++) await new Promise(requestAnimationFrame)
  await new Promise((resolve) => setTimeout(resolve, 0))
}

/** A window with one widget in it, which is number 2. */
export function windowWith(className: string, ...args: Parameters<PythonSession['create']>[1][]) {
  return async (session: PythonSession): Promise<void> => {
    const window = await session.create('TopLevel', { title: 'Window' })
    const widget = await session.create(className, ...args)
    await session.call(window, 'set_widget', { __wid__: widget })
    await session.call(window, 'show')
  }
}
