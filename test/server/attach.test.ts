// On a server of others: what is ours, what is theirs, and how we leave.

import { once } from 'node:events'
import { createServer } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { WebSocketServer } from 'ws'
import { createElement } from '../../src/jsx/element.ts'
import type { Application } from '../../src/server/application.ts'
import type { Session } from '../../src/session/session.ts'
import { addressesIn, ask } from './ask.ts'
import { builtPage } from './built-page.ts'
import { application, listening, running } from './running.ts'
import { refusal, socketAt, visit } from './visitor.ts'

test('a server that answers nothing yet gives the page', async () => {
  const server = createServer()
  const app = application()
  app.attach(server)
  const url = await listening(server)
  expect(addressesIn(await ask(url))).toEqual({
    base: '/',
    socket: socketAt(url, '_treewire/socket'),
  })
  expect((await ask(`${url}nothing`)).status).toBe(404)
})

test('a server that answers already keeps its pages', async () => {
  const server = createServer((_request, response) => response.end('theirs'))
  const app = application({ path: '/tool' })
  app.attach(server)
  const url = await listening(server)
  expect((await ask(`${url}tool/`)).text).toBe('theirs')
  await visit(socketAt(url, 'tool/_treewire/socket'))
  await visit(socketAt(url, 'tool/'))
})

test('sockets of others are left to them', async () => {
  const server = createServer()
  const chat = new WebSocketServer({ noServer: true })
  server.on('upgrade', (request, line, head) => {
    if (request.url !== '/chat') return
    chat.handleUpgrade(request, line, head, (socket) => socket.send('theirs'))
  })
  application().attach(server)
  const url = await listening(server)
  const { socket } = await visit(socketAt(url, 'chat'))
  expect(socket.protocol).toBe('')
  expect(chat.clients.size).toBe(1)
})

test('a socket that nobody takes is refused, not left hanging', async () => {
  const server = createServer()
  const apps = [application(), application()]
  apps.forEach((app, index) => app.attach(server, { path: `/${index}` }))
  const url = await listening(server)
  expect(await refusal(socketAt(url, 'chat'))).toEqual({
    status: 404,
    text: 'There is no WebSocket here.',
  })
})

test('two applications on one server keep to their paths', async () => {
  const server = createServer((_request, response) => response.end('theirs'))
  const [one, two] = [
    application({ clientFolder: builtPage('One') }),
    application({ clientFolder: builtPage('Two') }),
  ]
  one.attach(server, { path: '/one' })
  two.attach(server, { path: '/two/' })
  const url = await listening(server)
  expect((await ask(`${url}one`)).text).toContain('<title>One</title>')
  expect((await ask(`${url}two`)).text).toContain('<title>Two</title>')
  await visit(socketAt(url, 'two/_treewire/socket?page=12345678'))
  expect([one.sessions.size, two.sessions.size]).toEqual([0, 1])

  await one.close()
  expect((await ask(`${url}one`)).text).toBe('theirs')
  expect((await ask(`${url}two`)).text).toContain('<title>Two</title>')
  await two.close()
  expect((await ask(`${url}two`)).text).toBe('theirs')
  expect(server.listenerCount('request')).toBe(1)
  expect(server.listenerCount('upgrade')).toBe(0)
})

test('two applications on one server leave each other their sockets', async () => {
  const server = createServer()
  const shown = (text: string) => (session: Session) =>
    session.mount(() => createElement('Label', { text }))
  const apps = ['first', 'second'].map((text) => application({ onConnect: shown(text) }))
  apps.forEach((app, index) => app.attach(server, { path: `/${index}` }))
  const url = socketAt(await listening(server))
  const visitors = await Promise.all([
    visit(`${url}0/?page=first-page`),
    visit(`${url}1/?page=second-page`),
  ])
  const told = visitors.map(({ frames }) => frames)
  await vi.waitUntil(() => told.every((frames) => frames.join('').includes('"create"')))
  expect(told[0]!.join('')).toContain('first')
  expect(told[1]!.join('')).toContain('second')
  const answered = visitors.map(({ socket }) => once(socket, 'pong'))
  for (const { socket } of visitors) socket.ping()
  await Promise.all(answered)
  expect(visitors.map(({ socket }) => socket.readyState)).toEqual([1, 1])
})

test('an application that is attached twice takes each socket once', async () => {
  const server = createServer()
  const app = application()
  app.attach(server)
  app.attach(server)
  const { socket } = await visit(socketAt(await listening(server)))
  const answered = once(socket, 'pong')
  socket.ping()
  await answered
  expect(socket.readyState).toBe(socket.OPEN)
})

test('the end says goodbye, and leaves the server running', async () => {
  const server = createServer((_request, response) => response.end('theirs'))
  const app = application()
  app.attach(server)
  const url = await listening(server)
  const { ended } = await visit(socketAt(url))
  await app.close()
  expect((await ended).code).toBe(1001)
  expect((await ask(url)).text).toBe('theirs')
})

test('a server given as an option is made to listen, and closed again', async () => {
  const httpServer = createServer()
  const app = await running({ httpServer, httpPort: 0, path: '/tool' })
  expect(app.url).toBe(`http://127.0.0.1:${(httpServer.address() as AddressInfo).port}/tool/`)
  const { socket } = addressesIn(await ask(app.url))
  await visit(socket!, { origin: new URL(app.url).origin })
  await app.close()
  expect(httpServer.listening).toBe(false)
})

test('a server given as an option that listens already is left listening', async () => {
  const httpServer = createServer()
  const url = await listening(httpServer)
  const app = await running({ httpServer })
  expect(app.url).toBe(url)
  expect((await ask(url)).status).toBe(200)
  await app.close()
  expect(httpServer.listening).toBe(true)
})

test('a server that listens on a path of this machine has no address that a browser knows', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'treewire-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const httpServer = createServer()
  const path = join(folder, 'app.sock')
  await new Promise<void>((resolve) => void httpServer.listen(path, resolve))
  onTestFinished(() => void httpServer.close())
  const app = await running({ httpServer })
  expect(app.url).toBe(`unix:${path}`)
  const line = await visit(`ws+unix:${path}:/?page=some-page`)
  expect(() => [...app.sessions][0]!.shareUrl()).toThrow(
    `shareUrl needs the whole address of the page, as in shareUrl('https://example.com/tool/'), got "unix:${path}"`,
  )
  line.socket.terminate()
})

test.each<[string, (app: Application) => void]>([
  [
    'attach needs a path such as \'/tool\', got "tool"',
    (app) => app.attach(createServer(), { path: 'tool' }),
  ],
  [
    "attach needs a path such as '/tool', got 5",
    (app) => app.attach(createServer(), { path: 5 as never }),
  ],
  [
    'attach needs a server of node:http or node:https, got undefined',
    (app) => app.attach(undefined as never),
  ],
  ['onConnect needs a function of the session, got 5', (app) => app.onConnect(5 as never)],
  [
    'onDisconnect needs a function of the session, got undefined',
    (app) => app.onDisconnect(undefined as never),
  ],
])('%s', (message, give) => {
  expect(() => give(application())).toThrow(message)
})
