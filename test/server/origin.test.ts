// Whose pages may connect.

import { createServer, type IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { RefusedRequest } from '../../src/server/address.ts'
import type { ApplicationOptions } from '../../src/server/options.ts'
import { allowsOrigin } from '../../src/server/origin.ts'
import { addressesIn, ask } from './ask.ts'
import { application, listening, running } from './running.ts'
import { refusal, socketAt, visit } from './visitor.ts'

const LIST = ['https://A.example:443', 'capacitor://localhost']

test.each<[string | undefined, string, readonly string[], 'one port' | 'two ports', boolean]>([
  [undefined, 'a:80', [], 'one port', true],
  ['http://a.example:9501', 'a.example:9501', [], 'one port', true],
  ['http://A.example:9501', 'a.EXAMPLE:9501', [], 'one port', true],
  ['http://a.example', 'a.example:80', [], 'one port', true],
  ['https://a.example', 'a.example:443', [], 'one port', true],
  ['https://a.example', 'a.example', [], 'one port', true],
  ['http://[::1]:9501', '[::1]:9501', [], 'one port', true],
  ['http://a.example:9501', 'a.example:9500', [], 'one port', false],
  ['http://a.example:9501', 'a.example:9500', [], 'two ports', true],
  ['http://b.example:9501', 'a.example:9500', [], 'two ports', false],
  ['http://evil.example', 'a.example', [], 'one port', false],
  ['http://a.example.evil.example', 'a.example', [], 'one port', false],
  ['null', 'a.example', [], 'one port', false],
  ['null', 'null', [], 'one port', false],
  ['', 'a.example', [], 'one port', false],
  ['file://', 'a.example', [], 'one port', false],
  ['ftp://a.example', 'a.example', [], 'one port', false],
  ['https://a.example', 'b.example', LIST, 'one port', true],
  ['http://a.example', 'b.example', LIST, 'one port', false],
  ['capacitor://localhost', 'b.example', LIST, 'one port', true],
  ['null', 'b.example', ['*'], 'one port', true],
])('a page of %s at %s with %j and %s: %s', (origin, host, origins, ports, isAllowed) => {
  const request = { headers: { origin, host }, socket: {} } as IncomingMessage
  expect(allowsOrigin(request, { origins, anyPort: ports === 'two ports' })).toBe(isAllowed)
})

test.each<[string, string, boolean]>([
  ['localhost', '127.0.0.1', true],
  ['LOCALHOST', '127.0.0.1', true],
  ['localhost.', '127.0.0.1', true],
  ['tool.localhost', '127.0.0.1', true],
  ['127.0.0.1', 'localhost', true],
  ['127.8.9.10', '127.0.0.1', true],
  ['127.1', '127.0.0.1', true],
  ['[::1]', '127.0.0.1', true],
  ['[0:0::1]', '::1', true],
  ['[::ffff:127.0.0.1]', '::ffff:127.0.0.1', true],
  ['My-Machine', 'my-machine', true],
  ['my-machine', '127.0.0.1', false],
  ['evil', '127.0.0.1', false],
  ['localhost.evil.example', '127.0.0.1', false],
  ['notlocalhost', '127.0.0.1', false],
  ['127.0.0.1.evil.example', '127.0.0.1', false],
  ['128.0.0.1', '127.0.0.1', false],
  ['0.0.0.0', '127.0.0.1', false],
  ['[::2]', '::1', false],
])('a page of %s is ours where we listen on %s, the loopback: %s', (name, loopbackHost, isOwn) => {
  const headers = { origin: `http://${name}:9501`, host: `${name}:9501` }
  const request = { headers, socket: {} } as IncomingMessage
  const rule = { origins: [], anyPort: false, loopbackHost }
  expect(allowsOrigin(request, rule)).toBe(isOwn)
  expect(allowsOrigin(request, { ...rule, origins: [headers.origin] })).toBe(true)
})

test.each<[string, ApplicationOptions]>([
  ['one port', {}],
  ['two ports', { httpPort: 0, wsPort: 0 }],
  ['sockets alone', { httpServer: false, wsPort: 0 }],
  ['a given server that we make listen', { httpServer: createServer(), httpPort: 0 }],
])('with %s, a name that was made to lead to the loopback is not ours', async (_what, options) => {
  const app = await running(options)
  const { socket = socketAt(app.url) } =
    options.httpServer === false ? {} : addressesIn(await ask(app.url))
  const { port } = new URL(socket)
  const named = (name: string) => ({
    origin: `http://${name}:${port}`,
    headers: { host: `${name}:${port}` },
  })
  expect(await refusal(socket, named('evil'))).toMatchObject({ status: 403 })
  await visit(socket, named('localhost'))
  await visit(socket, { headers: { host: 'evil' } })
})

test.each(['all networks', 'a server that others make listen'])(
  'on %s any name may be ours',
  async (what) => {
    const own = what === 'all networks'
    const app = application(own ? { host: '0.0.0.0' } : {})
    const server = createServer()
    if (own) await app.start()
    else app.attach(server)
    const url = own ? app.url.replace('localhost', '127.0.0.1') : await listening(server)
    const options = { origin: 'http://a.example', headers: { host: 'a.example' } }
    const { socket } = await visit(socketAt(url), options)
    expect(socket.readyState).toBe(socket.OPEN)
  },
)

test('behind a proxy, the host that the browser asked for counts', async () => {
  const app = await running()
  const headers = { 'x-forwarded-host': 'a.example' }
  await visit(socketAt(app.url), { origin: 'https://a.example', headers })
  expect(await refusal(socketAt(app.url), { origin: app.url.slice(0, -1), headers })).toMatchObject(
    {
      status: 403,
    },
  )
})

test('a foreign page is refused with a sentence, before there is a session', async () => {
  const app = await running()
  expect(await refusal(socketAt(app.url), { origin: 'https://evil.example' })).toEqual({
    status: 403,
    text: 'Pages of the origin "https://evil.example" may not connect here; the option "origins" lists who may.',
  })
  expect(app.sessions.size).toBe(0)
})

test('with two ports, the page on the one may connect to the other', async () => {
  const app = await running({ httpPort: 0, wsPort: 0 })
  const { socket } = addressesIn(await ask(app.url))
  await visit(socket!, { origin: app.url.slice(0, -1) })
  expect(await refusal(socket!, { origin: 'http://evil.example' })).toMatchObject({ status: 403 })
})

const LONG = 'a'.repeat(10_000)

test.each([
  ['with a space', 'a b', 'A host must be a name and maybe a port, got "a b".'],
  ['of numbers that are no address', '1.2.3.999', 'There can be no host "1.2.3.999".'],
  ['of colons alone', '[::::]', 'There can be no host "[::::]".'],
  ['very long', `${LONG}.999`, `There can be no host "${LONG.slice(0, 100)}".`],
])('a host %s cannot be, and is refused', async (_what, host, text) => {
  const app = await running()
  const options = { origin: 'http://a', headers: { host } }
  expect(await refusal(socketAt(app.url), options)).toEqual({ status: 400, text })
  expect(await ask(app.url, { host })).toMatchObject({ status: 400, text: `${text}\n` })
})

test.each([{ host: '' }, {}])('no host at all is refused: %j', (headers) => {
  const request = { headers: { origin: 'http://a', ...headers }, socket: {} } as IncomingMessage
  const refused = new RefusedRequest(400, 'A host must be a name and maybe a port, got "".')
  expect(() => allowsOrigin(request, { origins: [], anyPort: false })).toThrow(refused)
})

test('a host that is very long may be, and is not ours', async () => {
  const app = await running()
  const options = { origin: 'http://a', headers: { host: LONG } }
  expect(await refusal(socketAt(app.url), options)).toMatchObject({ status: 403 })
})
