// How the browser behind a request reaches this server: through which proxies' scheme, host and prefix.

import type { IncomingMessage } from 'node:http'
import { isIP, isIPv4 } from 'node:net'
import { isLoopback } from './loopback.ts'
import { isPath } from './place.ts'

export interface Address {
  /** True when the browser's end of the line is encrypted, whoever does it. */
  readonly isSecure: boolean
  /** With its port, where it has one: 'example.com:8080', '[::1]:9501'. */
  readonly host: string
  /** True when a proxy has named the host. Scripts can send that too, but no page can with a WebSocket. */
  readonly isForwarded: boolean
  /** The same without the port. */
  readonly hostname: string
  /** A path that a proxy has cut off, '' or as in '/tools'; never ends with '/'. */
  readonly prefix: string
}

/** A request that cannot be served as it came; the sentence is for who sent it. */
export class RefusedRequest extends Error {
  override readonly name = 'RefusedRequest'
  /** The HTTP status to answer with. */
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

const HOST = /^(\[[\da-f:.]+\]|[\w.-]+)(?::(\d{1,5}))?$/i

/** @throws RefusedRequest when Host, X-Forwarded-Host or X-Forwarded-Prefix is malformed. */
export function addressOf(request: IncomingMessage): Address {
  const forwarded = firstOf(request, 'x-forwarded-host')
  const host = forwarded ?? request.headers.host ?? ''
  const [, hostname, port] = HOST.exec(host) ?? []
  if (hostname === undefined || Number(port ?? 0) > 65_535) {
    throw new RefusedRequest(400, `A host must be a name and maybe a port, got ${quoted(host)}.`)
  }
  // What looks like a host need not be one: '1.2.3.999' and '[::::]' are none.
  if (!URL.canParse(`http://${host}`)) {
    throw new RefusedRequest(400, `There can be no host ${quoted(host)}.`)
  }
  const isForwarded = forwarded !== undefined
  return { isSecure: isSecure(request), host, isForwarded, hostname, prefix: prefixOf(request) }
}

/**
 * Where a request comes from: '192.0.2.7', '2001:db8::7'; '' when the line is gone.
 *
 * X-Forwarded-For is believed where this machine is the other end of the line: then a proxy is. The last entry is the
 * one that the nearest proxy has written; those in front of it have come with the request, so anybody can make them up.
 * (Of X-Forwarded-Host the first counts, because there it is the browser whom a lie would lead astray.)
 */
export function clientAddressOf(request: IncomingMessage): string {
  const remote = plainAddress(request.socket.remoteAddress ?? '')
  const isNear = remote === '' || isLoopback(remote)
  const told = isNear ? plainAddress(lastOf(request, 'x-forwarded-for') ?? '') : ''
  return isIP(told) === 0 ? remote : told
}

/** Without the port that some proxies add, and an IPv4 address in its own way. */
function plainAddress(text: string): string {
  const address = /^\[(.*)\](?::\d+)?$/.exec(text)?.[1] ?? text.replace(/^([\d.]+):\d+$/, '$1')
  const mapped = address.replace(/^::ffff:/i, '')
  return isIPv4(mapped) ? mapped : address
}

function isSecure(request: IncomingMessage): boolean {
  const scheme = firstOf(request, 'x-forwarded-proto')
  if (scheme !== undefined) return /^(https|wss)$/i.test(scheme)
  return 'encrypted' in request.socket
}

function prefixOf(request: IncomingMessage): string {
  const prefix = firstOf(request, 'x-forwarded-prefix') ?? '/'
  if (!isPath(prefix)) {
    throw new RefusedRequest(400, `X-Forwarded-Prefix must be a path, got ${quoted(prefix)}.`)
  }
  return prefix.replace(/\/$/, '')
}

/** Every proxy on the way adds its own to the list; the first is the one that the browser spoke to. */
function firstOf(request: IncomingMessage, header: string): string | undefined {
  const value = request.headers[header]
  const text = Array.isArray(value) ? value[0] : value
  return text?.split(',', 1)[0]!.trim()
}

function lastOf(request: IncomingMessage, header: string): string | undefined {
  const value = request.headers[header]
  const text = Array.isArray(value) ? value.at(-1) : value
  return text?.split(',').at(-1)!.trim()
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 100))
}
