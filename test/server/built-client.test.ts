// Assets: compressed as the browser takes them, kept for ever by their name, checked by etag else.

import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { ask } from './ask.ts'
import { builtPage, SCRIPT } from './built-page.ts'
import { running } from './running.ts'

const ASSET = 'assets/main-1a2b.js'

test.each([
  ['br, gzip', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['identity', undefined, (body: Buffer) => body],
])('an asset goes to who accepts %s as %s', async (accepted, encoding, unpack) => {
  const app = await running()
  const { status, headers, body } = await ask(app.url + ASSET, { 'accept-encoding': accepted })
  expect([status, headers['content-encoding'], headers.vary]).toEqual([
    200,
    encoding,
    'Accept-Encoding',
  ])
  expect(headers['content-type']).toMatch(/^text\/javascript/)
  expect(unpack(body).toString()).toBe(SCRIPT)
})

test('an asset is kept for ever, other files are asked for again', async () => {
  const app = await running()
  const [asset, icon] = await Promise.all([ask(app.url + ASSET), ask(`${app.url}icon.svg`)])
  expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(icon.headers['cache-control']).toBe('no-cache')
  expect(icon.headers['x-content-type-options']).toBe('nosniff')
})

test('what the browser still has is not sent again', async () => {
  const app = await running()
  const { etag = '' } = (await ask(`${app.url}icon.svg`)).headers
  const again = await ask(`${app.url}icon.svg`, { 'if-none-match': etag })
  expect([again.status, again.text]).toEqual([304, ''])
})

test('what is built while the server runs is there at once', async () => {
  const clientFolder = builtPage('Old')
  const app = await running({ clientFolder })
  expect((await ask(app.url + ASSET)).status).toBe(200)
  rmSync(join(clientFolder, 'assets'), { recursive: true })
  writeFileSync(join(clientFolder, 'index.html'), '<head><title>New</title>')
  writeFileSync(join(clientFolder, 'new.js'), 'new')
  expect((await ask(app.url)).text).toContain('<title>New</title>')
  expect((await ask(app.url + ASSET)).status).toBe(404)
  expect((await ask(`${app.url}new.js`)).text).toBe('new')
})

test.each(['bytes=5-2', 'bytes=99999-', 'bytes=x', 'bytes=0-1'])(
  'whoever asks for the range %s gets all',
  async (range) => {
    const app = await running()
    const { status, text } = await ask(app.url + ASSET, { range })
    expect([status, text]).toEqual([200, SCRIPT])
  },
)

test.each([
  'assets/../index.html',
  '%69ndex.html',
  'index.html.br',
  '.hidden',
  'assets/%2e%2e/%2e%2e/secret',
  'assets/',
  'assets',
  'assets/%00',
])('%s is no file', async (path) => {
  const app = await running()
  expect((await ask(app.url + path)).status).toBe(404)
})

test('assets are found under the path of the page only', async () => {
  const app = await running({ path: '/tool' })
  const { origin } = new URL(app.url)
  expect((await ask(app.url + ASSET)).text).toBe(SCRIPT)
  expect((await ask(`${origin}/${ASSET}`)).status).toBe(404)
})
