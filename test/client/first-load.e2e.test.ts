// What a browser fetches before it shows anything: small, and from this server alone.

import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const client = new URL('../../dist/client/', import.meta.url)
const html = readFileSync(new URL('index.html', client), 'utf8')

/** The addresses that the page itself names. */
const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!)

test('nothing is fetched from other hosts', () => {
  expect(addresses.length).toBeGreaterThan(1)
  expect(addresses.filter((address) => !address.startsWith('./assets/'))).toEqual([])
})

test('script and style of the first load are at most 60 KB by brotli', () => {
  const loaded = addresses.filter((address) => /\.(js|css)$/.test(address))
  const bytes = loaded.map((address) => sentOf(address).length)
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(60_000)
})

test('it is one style sheet and at most two scripts: browsers open few lines at once', () => {
  const ends = addresses.map((address) => address.split('.').at(-1))
  expect(ends.filter((end) => end === 'css')).toHaveLength(1)
  expect(ends.filter((end) => end === 'js').length).toBeLessThanOrEqual(2)
})

/** Of libraries, and of classes that are fetched when first made: of their code and of what is declared of them. */
const foreign = [
  'zrender',
  'cm-editor',
  'DOMPurify',
  'set_tree',
  'add_menu',
  'tile_windows',
  'create_ref',
]

test.each(foreign)('what only some widgets need is not among it: %s', (word) => {
  const first = addresses.filter((address) => address.endsWith('.js'))
  const text = first.map((address) => readFileSync(new URL(address, client), 'utf8')).join('')
  expect(text).not.toContain(word)
})

/** What is tiny has no compressed copy. */
function sentOf(address: string): Buffer {
  const compressed = new URL(`${address}.br`, client)
  return readFileSync(existsSync(compressed) ? compressed : new URL(address, client))
}
