// Whose pages may connect. A WebSocket is not bound by the same-origin policy: without this check any page that the
// user visits could drive the application behind his back.

import type { IncomingMessage } from 'node:http'
import { addressOf } from './address.ts'

export interface OriginRule {
  /** Allowed besides our own; '*' is any. */
  readonly origins: readonly string[]
  /** True when the page is on another port than the socket. */
  readonly anyPort: boolean
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
  return isOwn(origin, addressOf(request).host, rule.anyPort)
}

/** True for scheme://host or scheme://host:port, whatever the scheme. */
export function isOrigin(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z][a-z\d+.-]*:\/\/[^/?#\s]+$/i.test(value)
}

/** The host header leaves out the port that belongs to the scheme of the page, so read it with that scheme. */
function isOwn(origin: string, host: string, anyPort: boolean): boolean {
  if (!/^https?:/i.test(origin) || !URL.canParse(origin)) return false
  const page = new URL(origin)
  const asked = new URL(`${page.protocol}//${host}`)
  return anyPort ? page.hostname === asked.hostname : page.host === asked.host
}

/** As browsers write it: small letters, no port that goes without saying. */
function plain(origin: string): string {
  if (!URL.canParse(origin)) return origin.toLowerCase()
  const { origin: written } = new URL(origin)
  return written === 'null' ? origin.toLowerCase() : written
}
