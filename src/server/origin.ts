// Whose pages may connect. A WebSocket is not bound by the same-origin policy: without this check any page that the
// user visits could drive the application behind his back.

import type { IncomingMessage } from 'node:http'
import { addressOf } from './address.ts'
import { hostnameOf, isLoopback } from './loopback.ts'

/** What the server that a request came to says of its own pages. */
export interface OwnPages {
  /** True when the page is on another port than the socket. */
  readonly anyPort: boolean
  /**
   * The option `host`, where it leads to the loopback: only that and the names of the loopback are ours then.
   * Whoever owns another name can have it lead to 127.0.0.1 as well (DNS rebinding), and Host and Origin of his
   * page would be the same.
   */
  readonly loopbackHost?: string | undefined
}

export interface OriginRule extends OwnPages {
  /** Allowed besides our own; '*' is any. */
  readonly origins: readonly string[]
}

/**
 * True when the page that asks may connect: ours, one of the list, or no page at all (scripts name no origin).
 *
 * @throws RefusedRequest when the request names no usable host
 */
export function allowsOrigin(request: IncomingMessage, rule: OriginRule): boolean {
  const { origin } = request.headers
  if (origin === undefined || rule.origins.includes('*')) return true
  if (rule.origins.some((each) => plain(each) === plain(origin))) return true
  const { host, isForwarded } = addressOf(request)
  return isOwn(origin, host, isForwarded ? { anyPort: rule.anyPort } : rule)
}

/**
 * True when a request names this server by a name of its own: where it listens on the loopback, by one of the loopback.
 * What proxies say of the name does not count, for a page can say it too.
 */
export function isByOwnName(
  { headers }: IncomingMessage,
  loopbackHost: string | undefined,
): boolean {
  if (loopbackHost === undefined) return true
  const named = `http://${headers.host ?? ''}`
  return URL.canParse(named) && isLocalName(new URL(named).hostname, loopbackHost)
}

/** True for scheme://host or scheme://host:port, whatever the scheme. */
export function isOrigin(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z][a-z\d+.-]*:\/\/[^/?#\s]+$/i.test(value)
}

/** The host header leaves out the port that belongs to the scheme of the page, so read it with that scheme. */
function isOwn(origin: string, host: string, { anyPort, loopbackHost }: OwnPages): boolean {
  if (!/^https?:/i.test(origin) || !URL.canParse(origin)) return false
  const page = new URL(origin)
  const asked = new URL(`${page.protocol}//${host}`)
  if (loopbackHost !== undefined && !isLocalName(asked.hostname, loopbackHost)) return false
  return anyPort ? page.hostname === asked.hostname : page.host === asked.host
}

function isLocalName(hostname: string, loopbackHost: string): boolean {
  return isLoopback(hostname) || hostname === hostnameOf(loopbackHost)
}

/** As browsers write it: small letters, no port that goes without saying. */
function plain(origin: string): string {
  if (!URL.canParse(origin)) return origin.toLowerCase()
  const { origin: written } = new URL(origin)
  return written === 'null' ? origin.toLowerCase() : written
}
