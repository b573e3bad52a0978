// Which hosts are this machine as it sees itself. Nobody else can give a page one of these names.

import { isIPv6 } from 'node:net'

const LOOPBACK =
  /^((.+\.)?localhost\.?|127(\.\d{1,3}){3}|\[::1\]|\[::ffff:7f[\da-f]{2}:[\da-f]{1,4}\])$/

/** @param host  a name or an address, without a port */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(hostnameOf(host))
}

/** As a URL writes it: in small letters, IPv6 in brackets, every address in one way only. */
export function hostnameOf(host: string): string {
  const address = `http://${isIPv6(host) ? `[${host}]` : host}`
  return URL.canParse(address) ? new URL(address).hostname : host
}
