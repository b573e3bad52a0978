// Which part of the page a request asks for, by how the framework hands it over.

import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { isSocketPath, placeOf } from '../../src/server/place.ts'

interface Handed {
  readonly url: string
  readonly originalUrl?: string
  readonly baseUrl?: string
}

test.each<[string, Handed, string | undefined, string | undefined]>([
  ['the page', { url: '/' }, '/', '/ + '],
  ['the page with a query', { url: '/?a=/b' }, '/', '/ + '],
  ['an asset', { url: '/assets/a.js' }, '/', '/ + assets/a.js'],
  ['a page under a path', { url: '/tool/' }, '/tool/', '/tool/ + '],
  ['a page under a path without its last slash', { url: '/tool?a' }, '/tool/', '/tool/ + '],
  ['an asset under a path', { url: '/tool/assets/a.js' }, '/tool/', '/tool/ + assets/a.js'],
  ['a path that only begins alike', { url: '/tools/' }, '/tool/', undefined],
  ['another path', { url: '/' }, '/tool/', undefined],
  ['Express at the root', { url: '/a', originalUrl: '/a', baseUrl: '' }, undefined, '/ + a'],
  [
    'Express under a path',
    { url: '/a', originalUrl: '/x/y/a', baseUrl: '/x/y' },
    undefined,
    '/x/y/ + a',
  ],
  [
    'Express at the path itself',
    { url: '/?q', originalUrl: '/x?q', baseUrl: '/x' },
    undefined,
    '/x/ + ',
  ],
  ['Connect under a path', { url: '/a', originalUrl: '/x/a' }, undefined, '/x/ + a'],
  ['Connect at the path itself', { url: '/', originalUrl: '/x' }, undefined, '/x/ + '],
  [
    'a path said by the option too',
    { url: '/a', originalUrl: '/x/a', baseUrl: '/x' },
    '/x/',
    '/x/ + a',
  ],
])('%s', (_what, handed, base, found) => {
  const place = placeOf(handed as IncomingMessage, base)
  expect(place && `${place.base} + ${place.rest}`).toBe(found)
})

test.each([
  ['/', '/', true],
  ['/?page=1', '/', true],
  ['/_treewire/socket?page=1', '/', true],
  ['/chat', '/', false],
  ['/tool', '/tool/', true],
  ['/tool/', '/tool/', true],
  ['/tool/_treewire/socket', '/tool/', true],
  ['/', '/tool/', false],
  ['/_treewire/socket', '/tool/', false],
  ['/', undefined, true],
  ['/any/where/_treewire/socket', undefined, true],
  ['/any/where', undefined, false],
])('a socket at %s belongs to a page at %s: %s', (url, base, isOurs) => {
  expect(isSocketPath(url, base)).toBe(isOurs)
})
