// The browser part as Vite has built it: the text of its page, and its assets by sirv.

import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'

const HEAD = /<head[^>]*>/i
// As Vite names files. No other way of writing leads to the page, which is not to be sent as it was built.
const FILE = /^(?!index\.html)(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/

/** Looks at the disk for each request: what is built while the server runs is there at once. */
export class BuiltClient {
  readonly #index: string
  readonly #files: ReturnType<typeof sirv>

  constructor(folder = builtFolder()) {
    this.#index = join(folder, 'index.html')
    this.#files = sirv(folder, {
      // Otherwise sirv keeps the names of all files, and a file that has gone since ends the process.
      dev: true,
      brotli: true,
      gzip: true,
      etag: true,
      extensions: [],
      setHeaders: (response, path) => {
        response.setHeader('X-Content-Type-Options', 'nosniff')
        response.setHeader('Cache-Control', cachingOf(path))
      },
    })
  }

  /** The text of index.html. @throws Error that says what to do when it is not built */
  template(): string {
    if (!existsSync(this.#index)) {
      throw new Error(
        `The browser part of treewire is not built: there is no ${this.#index}. Run \`npm run build:client\` first.`,
      )
    }
    const text = readFileSync(this.#index, 'utf8')
    if (HEAD.test(text)) return text
    throw new Error(`${this.#index} has no <head>, where the address of the WebSocket would go.`)
  }

  /** Sends the file at `path` ('assets/…'); false when there is none, and then nothing is sent. */
  send(path: string, request: IncomingMessage, response: ServerResponse): boolean {
    if (!FILE.test(path)) return false
    let isThere = true
    this.#files(requestFor(`/${path}`, request), response, () => {
      isThere = false
    })
    return isThere
  }
}

/** This file is src/server/built-client.ts, or dist/src/server/built-client.js. */
function builtFolder(): string {
  const way = import.meta.url.endsWith('.ts') ? '../../dist/client/' : '../../client/'
  return fileURLToPath(new URL(way, import.meta.url))
}

/**
 * The same request for another path; others still need it as it is. Parts of files are not given: nobody needs
 * them, and sirv throws at a range that ends before it begins.
 */
function requestFor(path: string, request: IncomingMessage): IncomingMessage {
  const { range: _, ...headers } = request.headers
  return Object.create(request, { url: { value: path }, headers: { value: headers } })
}

/** The name of an asset holds the hash of its content: it never changes. */
function cachingOf(path: string): string {
  return path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
}
