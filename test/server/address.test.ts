// Where a request comes from, with and without proxies on the way.

import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { clientAddressOf } from '../../src/server/address.ts'
import { door } from './door.ts'
import { visit } from './visitor.ts'

test.each<[string, string | undefined, string | undefined, string]>([
  ['nobody in between', '192.0.2.7', undefined, '192.0.2.7'],
  ['an IPv6 address', '2001:db8::7', undefined, '2001:db8::7'],
  ['an IPv4 address as IPv6 writes it', '::ffff:192.0.2.7', undefined, '192.0.2.7'],
  ['this machine', '127.0.0.1', undefined, '127.0.0.1'],
  ['a proxy on this machine', '127.0.0.1', '192.0.2.7', '192.0.2.7'],
  ['the same by IPv6', '::1', '2001:db8::7', '2001:db8::7'],
  ['the same by both', '::ffff:127.0.0.1', '192.0.2.7', '192.0.2.7'],
  ['a proxy at a socket that is a file', undefined, '192.0.2.7', '192.0.2.7'],
  ['a list that the browser began', '127.0.0.1', '10.0.0.1, 8.8.8.8 , 192.0.2.7', '192.0.2.7'],
  ['a proxy that tells the port too', '127.0.0.1', '192.0.2.7:4711', '192.0.2.7'],
  ['the same with IPv6', '127.0.0.1', '[2001:db8::7]:4711', '2001:db8::7'],
  ['brackets without a port', '127.0.0.1', '[2001:db8::7]', '2001:db8::7'],
  ['a browser that speaks for itself', '192.0.2.7', '127.0.0.1', '192.0.2.7'],
  ['a proxy that does not know', '127.0.0.1', 'unknown', '127.0.0.1'],
  ['an empty list', '127.0.0.1', '', '127.0.0.1'],
  ['a last entry that is none', '127.0.0.1', '192.0.2.7,', '127.0.0.1'],
  ['what only looks like an address', '127.0.0.1', '999.1.1.1', '127.0.0.1'],
  ['something long', '127.0.0.1', '['.repeat(100_000), '127.0.0.1'],
  ['a line that is gone', undefined, undefined, ''],
])('%s: %s and %j is %j', (_what, remoteAddress, told, address) => {
  const headers = told === undefined ? {} : { 'x-forwarded-for': told }
  const request = { headers, socket: { remoteAddress } } as unknown as IncomingMessage
  expect(clientAddressOf(request)).toBe(address)
})

test('it is told to those who let somebody in', async () => {
  const { url, visitors } = await door()
  await visit(url)
  await visit(url, { headers: { 'x-forwarded-for': '10.0.0.1, 192.0.2.7' } })
  expect(visitors.map(({ address }) => address)).toEqual(['127.0.0.1', '192.0.2.7'])
})
