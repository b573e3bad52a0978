// The page over plain HTTP, behind proxies and under a path: where it says that it and its socket are.

import { rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addressOf } from '../../src/server/address.ts'
import type { ApplicationOptions } from '../../src/server/options.ts'
import { pageHtml } from '../../src/server/page.ts'
import { addressesIn, ask } from './ask.ts'
import { builtPage } from './built-page.ts'
import { application, running } from './running.ts'
import { visit } from './visitor.ts'

test.each<[string, ApplicationOptions, OutgoingHttpHeaders, string, string]>([
  ['one port', {}, { host: 'a.example:81' }, '/', 'ws://a.example:81/_treewire/socket'],
  ['an IPv6 host', {}, { host: '[::1]:81' }, '/', 'ws://[::1]:81/_treewire/socket'],
  [
    'a path',
    { path: '/tool' },
    { host: 'a.example' },
    '/tool/',
    'ws://a.example/tool/_treewire/socket',
  ],
  [
    'TLS by a proxy',
    {},
    { host: 'inner:81', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'a.example' },
    '/',
    'wss://a.example/_treewire/socket',
  ],
  [
    'several proxies',
    {},
    {
      host: 'x',
      'x-forwarded-proto': 'https, http',
      'x-forwarded-host': 'a.example:444 , b.example',
    },
    '/',
    'wss://a.example:444/_treewire/socket',
  ],
  [
    'a proxy that cuts off a prefix',
    { path: '/tool' },
    { host: 'a.example', 'x-forwarded-prefix': '/team/one/' },
    '/team/one/tool/',
    'ws://a.example/team/one/tool/_treewire/socket',
  ],
  [
    'an address of its own for the socket',
    { wsUrl: 'wss://live.example/x' },
    { host: 'a.example' },
    '/',
    'wss://live.example/x',
  ],
])('says where it and its socket are with %s', async (_what, options, headers, base, socket) => {
  const app = await running(options)
  expect(addressesIn(await ask(app.url, headers))).toEqual({ base, socket })
})

test('names the port of the sockets when they have one of their own', async () => {
  const app = await running({ httpPort: 0, wsPort: 0 })
  const { socket } = addressesIn(await ask(app.url))
  expect(socket).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/$/)
  expect(new URL(socket!).port).not.toBe(new URL(app.url).port)
  await visit(socket!, { origin: new URL(app.url).origin })

  const proxied = { host: 'a.example:80', 'x-forwarded-proto': 'https' }
  const { port } = new URL(socket!)
  expect(addressesIn(await ask(app.url, proxied)).socket).toBe(`wss://a.example:${port}/`)
})

test('is never stored, and may load nothing from elsewhere', async () => {
  const app = await running()
  const { status, headers } = await ask(app.url, { host: 'a.example' })
  expect(status).toBe(200)
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy':
      'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  })
  expect(String(headers['content-security-policy']).split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob: https:",
    "media-src 'self' data: blob: https:",
    "font-src 'self' data: https:",
    "connect-src 'self' ws://a.example",
    "object-src 'none'",
    "base-uri 'self'",
    "frame-ancestors 'self'",
    "form-action 'none'",
  ])
})

test('no script runs that is not a file of ours', async () => {
  const app = await running()
  const { headers } = await ask(app.url)
  const policy = new Map(
    String(headers['content-security-policy'])
      .split('; ')
      .map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]),
  )
  expect(policy.get('script-src') ?? policy.get('default-src')).toEqual(["'self'"])
  const unsafe = [...policy].filter(([, sources]) => sources.some((one) => /unsafe/.test(one)))
  expect(unsafe).toEqual([['style-src-attr', ["'unsafe-inline'"]]])
})

test.each(['', 'icon.svg', 'assets/main-1a2b.js', '_treewire/style.css', '_treewire/socket', 'no'])(
  'what %j is answered with is what its type says',
  async (path) => {
    const file = join(builtPage(), 'own.css')
    writeFileSync(file, 'a {}')
    const app = await running({ stylesheet: file })
    const { headers } = await ask(app.url + path)
    expect(headers['x-content-type-options']).toBe('nosniff')
  },
)

test('allows every address of the scheme where the policy cannot name the host', async () => {
  const app = await running()
  const { headers } = await ask(app.url, { host: '[::1]:81', 'x-forwarded-proto': 'https' })
  expect(headers['content-security-policy']).toContain("connect-src 'self' wss:;")
})

test.each([
  ['', 200],
  ['index.html', 200],
  ['?session=1', 200],
  ['other.html', 404],
  ['index', 404],
  ['../package.json', 404],
  ['%2e%2e/package.json', 404],
  ['%', 404],
  ['_treewire/socket', 426],
])('%s is answered with %i', async (path, status) => {
  const app = await running()
  expect((await ask(app.url + path)).status).toBe(status)
})

test('answers HEAD like GET, without a body', async () => {
  const app = await running()
  const [get, head] = await Promise.all([ask(app.url), ask(app.url, {}, 'HEAD')])
  expect(head.status).toBe(200)
  expect(head.headers['content-length']).toBe(get.headers['content-length'])
  expect(head.text).toBe('')
})

test('answers no other method', async () => {
  const app = await running()
  const { status, headers } = await ask(app.url, {}, 'POST')
  expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
})

test.each<[OutgoingHttpHeaders, string]>([
  [
    { host: 'a.example/"><script>' },
    'A host must be a name and maybe a port, got "a.example/\\"><script>".',
  ],
  [{ host: 'a.example:99999' }, 'A host must be'],
  [{ host: 'user@a.example' }, 'A host must be'],
  [{ 'x-forwarded-host': '' }, 'A host must be a name and maybe a port, got "".'],
  [{ 'x-forwarded-host': 'a b' }, 'A host must be'],
  [{ 'x-forwarded-prefix': '//evil.example' }, 'X-Forwarded-Prefix must be a path'],
  [{ 'x-forwarded-prefix': 'https://evil.example' }, 'X-Forwarded-Prefix must be a path'],
])('refuses %j', async (headers, sentence) => {
  const app = await running()
  const answer = await ask(app.url, headers)
  expect(answer.status).toBe(400)
  expect(answer.text).toContain(sentence)
})

test('reads the encryption of the line itself where no proxy speaks for it', () => {
  const request = (socket: object, headers = {}) =>
    ({ socket, headers: { host: 'a', ...headers } }) as IncomingMessage
  expect(addressOf(request({})).isSecure).toBe(false)
  expect(addressOf(request({ encrypted: true })).isSecure).toBe(true)
  expect(addressOf(request({ encrypted: true }, { 'x-forwarded-proto': 'http' })).isSecure).toBe(
    false,
  )
})

test('writes addresses so that they stay inside their attribute', () => {
  const html = pageHtml('<HEAD data-a="$&"><meta name="treewire-socket" content="" /><x>', {
    base: '/"><x>/',
    socket: "ws://a/'&",
    maxFrameBytes: 1000,
    pingInterval: 30_000,
  })
  expect(html).toBe(
    '<HEAD data-a="$&"><base href="/&#34;&#62;&#60;x&#62;/">' +
      '<meta name="treewire-socket" content="ws://a/&#39;&#38;">' +
      '<meta name="treewire-frame" content="1000">' +
      '<meta name="treewire-beat" content="30000"><x>',
  )
})

test('the style sheet of the application stands behind all others, and is read anew each time', async () => {
  const file = join(builtPage(), 'own.css')
  writeFileSync(file, '.tw-root { --tw-radius: 0 }')
  const { url } = await running({ stylesheet: file, path: '/tool', onError: () => {} })
  const { text } = await ask(url)
  expect(text).toContain('<link rel="stylesheet" href="_treewire/style.css"></head>')
  const style = await ask(`${url}_treewire/style.css`)
  expect([style.status, style.text]).toEqual([200, '.tw-root { --tw-radius: 0 }'])
  expect(style.headers).toMatchObject({
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'no-cache',
  })
  writeFileSync(file, '/* new */')
  expect((await ask(`${url}_treewire/style.css`)).text).toBe('/* new */')
  rmSync(file)
  expect((await ask(`${url}_treewire/style.css`)).status).toBe(500)
})

test('there is no style sheet unless one is given, and one that is not there is no start', async () => {
  const { url } = await running()
  expect((await ask(url)).text).not.toContain('stylesheet')
  expect((await ask(`${url}_treewire/style.css`)).status).toBe(404)
  const app = application({ clientFolder: builtPage(), stylesheet: '/nowhere.css' })
  await expect(app.start()).rejects.toThrow(
    'There is no style sheet /nowhere.css: give "stylesheet" the path of a file',
  )
})

test('says how to build the page when it is not built', async () => {
  const app = application({ clientFolder: `${builtPage()}/nothing` })
  await expect(app.start()).rejects.toThrow(
    /^The browser part of treewire is not built: there is no .*index\.html\. Run `npm run build:client` first\.$/,
  )
})
