// Whose pages may connect.

import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { allowsOrigin } from '../../src/server/origin.ts'
import { addressesIn, ask } from './ask.ts'
import { running } from './running.ts'
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

test('a host that cannot be is refused', async () => {
  const app = await running()
  const options = { origin: 'http://a', headers: { host: 'a b' } }
  expect(await refusal(socketAt(app.url), options)).toEqual({
    status: 400,
    text: 'A host must be a name and maybe a port, got "a b".',
  })
})
