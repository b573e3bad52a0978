// Where the page is on its host, and which part of it a request asks for. Paths only: no sockets, no files.

import type { IncomingMessage } from 'node:http'

/** Behind the path of the page: where its WebSocket is when both share a port. */
export const SOCKET_PATH = '_treewire/socket'

/** Behind the path of the page: the style sheet of the application, where it has one. */
export const STYLE_PATH = '_treewire/style.css'

/** Behind the path of the page: where the annex has its own page, see annex.ts. */
export const ANNEX_PATH = '_treewire/'

export interface Place {
  /** The path of the page; begins and ends with '/'. */
  readonly base: string
  /** What is asked for below it: '' is the page itself. */
  readonly rest: string
}

/** What frameworks add to a request that they hand to something mounted under a path. */
interface Mounted {
  readonly baseUrl?: unknown
  readonly originalUrl?: unknown
}

const PATH = /^(\/[\w.~%-]+)*\/?$/

/** True for '/', '/tool' and '/tool/'; false for what could lead to another host or out of an attribute. */
export function isPath(text: unknown): boolean {
  return typeof text === 'string' && text.startsWith('/') && PATH.test(text)
}

/** '/tool' and '/tool/' are the same place: '/tool/'. */
export function baseOf(path: string): string {
  return path.endsWith('/') ? path : `${path}/`
}

/** The path that a request asks for, without its query. */
export function pathOf(url: string): string {
  return url.split(/[?#]/, 1)[0]!
}

/**
 * The place that a request asks for; undefined when it is not below the page.
 *
 * @param base  where the page is. Without it the page is where the framework has mounted us, and everything is
 *              below it.
 */
export function placeOf(request: IncomingMessage, base: string | undefined): Place | undefined {
  const local = pathOf(request.url ?? '')
  const { originalUrl } = request as Mounted
  const whole = typeof originalUrl === 'string' ? pathOf(originalUrl) : local
  if (base !== undefined) return below(base, whole)
  return below(baseOf(mountOf(request, local, whole)), whole)
}

/** True when a WebSocket at this path is the page's. Without `base` the page may be mounted anywhere. */
export function isSocketPath(url: string, base: string | undefined): boolean {
  const path = pathOf(url)
  if (base === undefined) return path === '/' || path.endsWith(`/${SOCKET_PATH}`)
  return below(base, path)?.rest === '' || path === base + SOCKET_PATH
}

/** True when it is the annex's. Without `base` the page that it is behind may be mounted anywhere. */
export function isAnnexSocket(url: string, base: string | undefined): boolean {
  if (base !== undefined) return isSocketPath(url, base + ANNEX_PATH)
  return pathOf(url).endsWith(`/${ANNEX_PATH}${SOCKET_PATH}`)
}

function below(base: string, path: string): Place | undefined {
  if (`${path}/` === base) return { base, rest: '' }
  return path.startsWith(base) ? { base, rest: path.slice(base.length) } : undefined
}

/** Express says where it has mounted us; others cut that part off `url` and keep the whole in `originalUrl`. */
function mountOf(request: IncomingMessage, local: string, whole: string): string {
  const { baseUrl } = request as Mounted
  if (typeof baseUrl === 'string') return baseUrl
  if (whole.endsWith(local)) return whole.slice(0, whole.length - local.length)
  return local === '/' ? whole : ''
}
