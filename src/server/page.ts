// The page as one browser gets it: where it is, where its WebSocket is, and what it may load.

import type { OutgoingHttpHeaders } from 'node:http'
import type { Address } from './address.ts'
import { SOCKET_PATH, STYLE_PATH } from './place.ts'

export interface PageAddress {
  /** The path that the page's relative addresses start from; ends with '/'. */
  readonly base: string
  /** The whole address of the WebSocket. */
  readonly socket: string
  /** The most bytes that the WebSocket takes in one frame. */
  readonly maxFrameBytes: number
  /** Milliseconds between two signs of life of the server; 0 for none. */
  readonly pingInterval: number
}

/**
 * @param wsPort      the port of the sockets, where they have one of their own
 * @param socketPath  the path that they have there, without the first slash
 */
export function pageAddress(
  address: Address,
  base: string,
  wsPort: number | undefined,
  socketPath = '',
) {
  const scheme = address.isSecure ? 'wss' : 'ws'
  const path = address.prefix + base
  const socket =
    wsPort === undefined
      ? `${scheme}://${address.host}${path}${SOCKET_PATH}`
      : `${scheme}://${address.hostname}:${wsPort}/${socketPath}`
  return { base: path, socket } satisfies Partial<PageAddress>
}

const STYLE_LINK = `<link rel="stylesheet" href="${STYLE_PATH}">`

/** Links to the application's own style sheet, behind all others. */
export function withStylesheet(html: string): string {
  return html.replace(/<\/head>|$/i, (end) => STYLE_LINK + end)
}

/**
 * Puts what is different from page to page in front of everything in the head: a `<base>` counts only for what comes
 * after it. The meta that the page is built with, for a page that no server of ours gives, goes away.
 */
export function pageHtml(
  template: string,
  { base, socket, maxFrameBytes, pingInterval }: PageAddress,
): string {
  const tags = [
    `<base href="${escaped(base)}">`,
    `<meta name="treewire-socket" content="${escaped(socket)}">`,
    `<meta name="treewire-frame" content="${maxFrameBytes}">`,
    `<meta name="treewire-beat" content="${pingInterval}">`,
  ]
  return template
    .replace(/<meta name="treewire-socket"[^>]*>/i, '')
    .replace(/<head[^>]*>/i, (head) => head + tags.join(''))
}

/** What no widget asks for, and no markup of the application can ask for either. */
const FORBIDDEN = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb']

/**
 * Nothing from elsewhere and no script in the page's text, so that HTML shown by the application cannot run any.
 * Styles in attributes are allowed: HtmlView shows them, and the tooltips of charts are made of them. Trusted types are
 * not demanded: the libraries for charts and markup set markup as text.
 */
export function pageHeaders(socket: string): OutgoingHttpHeaders {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob: https:",
    "media-src 'self' data: blob: https:",
    "font-src 'self' data: https:",
    `connect-src 'self' ${sourceOf(socket)}`,
    "object-src 'none'",
    "base-uri 'self'",
    "frame-ancestors 'self'",
    "form-action 'none'",
  ]
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': FORBIDDEN.map((feature) => `${feature}=()`).join(', '),
  }
}

/** A policy cannot name an IPv6 address: there the scheme must do. */
function sourceOf(socket: string): string {
  const { protocol, host } = new URL(socket)
  return host.startsWith('[') ? protocol : `${protocol}//${host}`
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
