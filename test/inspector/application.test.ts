// Where the inspector is: behind the page, on the ports of the application, for those who may look.

import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Application, type ApplicationOptions, type Session } from 'treewire'
import { addressesIn, ask } from '../server/ask.ts'
import { builtPage } from '../server/built-page.ts'
import { expectSoon } from '../server/expect-soon.ts'
import { listening } from '../server/running.ts'
import { refusal, visit } from '../server/visitor.ts'
import { Logged, Measured } from '../telemetry/measured.ts'

async function running(options: ApplicationOptions): Promise<Application> {
  const app = new Application({
    clientFolder: builtPage(),
    httpPort: 0,
    wsPort: 'same',
    ...options,
  })
  onTestFinished(() => app.close())
  await app.start()
  return app
}

/** The address of the socket that the inspector’s page names, as a page would ask for it. */
async function socketOf(address: string): Promise<string> {
  const { socket } = addressesIn(await ask(`${address}_treewire/`))
  return `${socket}?page=inspector-page`
}

const ownPage = ({ url }: Application) => ({ origin: new URL(url).origin })

test('it is a page of its own behind the page, with a socket of its own', async () => {
  const app = await running({ inspector: true })
  const { host } = new URL(app.url)
  const page = await ask(`${app.url}_treewire/`)
  expect([page.status, addressesIn(page)]).toEqual([
    200,
    { base: '/_treewire/', socket: `ws://${host}/_treewire/_treewire/socket` },
  ])
  expect((await ask(`${app.url}_treewire/assets/main-1a2b.js`)).status).toBe(200)
  expect((await ask(`${app.url}_treewire/nothing`)).status).toBe(404)
  await visit(await socketOf(app.url), ownPage(app))
})

test('whoever looks is no session of the application', async () => {
  const connected: Session[] = []
  const app = await running({
    inspector: true,
    onConnect: (session) => void connected.push(session),
  })
  const { frames } = await visit(await socketOf(app.url), ownPage(app))
  await expectSoon(() => frames.join('')).toContain('"Inspector"')
  expect([app.sessions.size, connected]).toEqual([0, []])
})

test('with a port of its own for the sockets it is there', async () => {
  const app = await running({ inspector: true, wsPort: 0 })
  const socket = await socketOf(app.url)
  expect(new URL(socket).port).not.toBe(new URL(app.url).port)
  const { frames } = await visit(socket, ownPage(app))
  await expectSoon(() => frames.join('')).toContain('"Inspector"')
})

test('under a path it is behind that', async () => {
  const app = await running({ inspector: true, path: '/tool' })
  expect(app.url).toMatch(/\/tool\/$/)
  const { frames } = await visit(await socketOf(app.url), ownPage(app))
  await expectSoon(() => frames.join('')).toContain('"Inspector"')
})

test('with the middleware of a framework it is there too', async () => {
  const app = new Application({ clientFolder: builtPage(), inspector: true })
  onTestFinished(() => app.close())
  const server = createServer((request, response) => app.middleware(request, response))
  app.attach(server)
  const url = await listening(server)
  const { frames } = await visit(await socketOf(url), { origin: new URL(url).origin })
  await expectSoon(() => frames.join('')).toContain('"Inspector"')
})

test('an address of a proxy leads to it by the same way', async () => {
  const app = await running({ inspector: true, wsUrl: 'wss://a.example/live/' })
  expect(addressesIn(await ask(`${app.url}_treewire/`)).socket).toBe(
    'wss://a.example/live/_treewire/_treewire/socket',
  )
})

test('unless it is asked for there is nothing', async () => {
  const app = await running({})
  expect((await ask(`${app.url}_treewire/`)).status).toBe(404)
  const socket = `${app.url.replace('http', 'ws')}_treewire/_treewire/socket?page=inspector-page`
  expect(await refusal(socket, ownPage(app))).toEqual({
    status: 404,
    text: 'There is no WebSocket here.',
  })
})

test('a page of somebody else may not look, though it may connect', async () => {
  const app = await running({ inspector: true, origins: ['*'] })
  const { status } = await refusal(await socketOf(app.url), { origin: 'https://a.example' })
  expect(status).toBe(403)
})

test('whom allow refuses is told so', async () => {
  const app = await running({ inspector: { allow: ({ headers }) => headers['x-key'] === 'right' } })
  const socket = await socketOf(app.url)
  const { ended } = await visit(socket, ownPage(app))
  expect((await ended).code).toBe(4401)
  const { frames } = await visit(socket, { ...ownPage(app), headers: { 'x-key': 'right' } })
  await expectSoon(() => frames.join('')).toContain('"Inspector"')
})

test('who is refused there, and what fails there, is measured nowhere, but told', async () => {
  const [telemetry, logger, errors] = [new Measured(), new Logged(), [] as string[]]
  const allow = ({ headers }: IncomingMessage): boolean => {
    if (headers['x-key'] === 'broken') throw new Error('no')
    return false
  }
  const onError = (_: unknown, where: string) => void errors.push(where)
  const app = await running({ inspector: { allow }, telemetry, logger, onError })
  const socket = await socketOf(app.url)
  await refusal(socket, { origin: 'https://a.example' })
  await (
    await visit(socket, ownPage(app))
  ).ended
  await refusal(socket, { ...ownPage(app), headers: { 'x-key': 'broken' } })
  expect(telemetry.take()).toEqual([])
  expect(logger.take().map(([, { reason }, words]) => [words, reason])).toEqual([
    ['visitor refused', 'origin'],
    ['visitor refused', 'unauthorized'],
    ['visitor refused', 'authenticate'],
  ])
  expect(errors).toEqual(['authenticate'])
})

test('what its users switch on holds for sessions of the application that begin', async () => {
  const app = await running({ inspector: { record: { maxBytes: 1 } } })
  const before = app.createSession()
  const { socket, frames } = await visit(await socketOf(app.url), ownPage(app))
  await expectSoon(() => frames.join('')).toContain('"Record new sessions"')
  const [, wid] = /"wid":(\d+),"class":"ToggleButton","args":\["Record/.exec(frames.join(''))!
  const pressed = { type: 'callback', wid: Number(wid), action: 'activated', args: [true], seq: 1 }
  socket.send(JSON.stringify(pressed))
  await expectSoon(() => app.createSession().recording).toBeDefined()
  expect(before.recording).toBeUndefined()
  const after = app.createSession()
  after.mount(() => null)
  const { file, stopped } = after.recording!
  expect([file, stopped]).toEqual([undefined, expect.stringContaining('reached 1 bytes')])
})

test('in production it does not start for everybody', () => {
  vi.stubEnv('NODE_ENV', 'production')
  onTestFinished(() => void vi.unstubAllEnvs())
  expect(() => new Application({ inspector: true })).toThrow('say who may look')
  expect(() => new Application({ inspector: true, authenticate: () => 'Ada' })).not.toThrow()
})

test('what is no object is refused in words', () => {
  expect(() => new Application(null as unknown as ApplicationOptions)).toThrow(
    'Options must be an object such as { httpPort: 9501 }, got null',
  )
})

test('it closes with the application', async () => {
  const app = await running({ inspector: true })
  const { ended } = await visit(await socketOf(app.url), ownPage(app))
  await app.close()
  expect((await ended).code).toBe(1001)
})
