// The life of an application: starting, sessions coming and going, the end.

import { createServer } from 'node:http'
import { expect, test, vi } from 'vitest'
import { CloseCode } from '../../src/protocol/close.ts'
import { Application } from '../../src/server/application.ts'
import { BuiltClient } from '../../src/server/built-client.ts'
import { Session } from '../../src/session/session.ts'
import { addressesIn, ask } from './ask.ts'
import { expectSoon } from './expect-soon.ts'
import { application, listening, running } from './running.ts'
import { socketAt, visit } from './visitor.ts'

let lastPage = 0

/** Where a new page connects. */
const pageAt = (url: string): string => socketAt(url, `?page=test-page-${++lastPage}`)

test('each browser gets a session of its own, which ends with its line where it is not to wait', async () => {
  const story: string[] = []
  const names = new Map<Session, string>()
  const app = await running({
    sessionTtl: 0,
    onConnect: (session) => {
      names.set(session, `session ${names.size + 1}`)
      story.push(`${names.get(session)} connected`)
    },
    onDisconnect: (session) =>
      void story.push(`${names.get(session)} disconnected, over: ${session.isOver}`),
  })
  const first = await visit(pageAt(app.url))
  await visit(pageAt(app.url))
  expect([...app.sessions]).toEqual([...names.keys()])

  const [session] = app.sessions
  first.socket.close()
  await expectSoon(() => app.sessions.size).toBe(1)
  expect(session!.isOver).toBe(true)
  expect(story).toEqual([
    'session 1 connected',
    'session 2 connected',
    'session 1 disconnected, over: false',
  ])
})

test('a session waits for its browser, which comes back with what it was told', async () => {
  const story: string[] = []
  const app = await running({
    onConnect: () => void story.push('in'),
    onDisconnect: () => void story.push('out'),
  })
  const first = await visit(pageAt(app.url))
  await vi.waitUntil(() => first.frames.length > 0)
  const [, { session_id, token }] = JSON.parse(first.frames[0]!) as [
    unknown,
    { session_id: string; token: string },
  ]
  const [session] = app.sessions
  expect(session_id).toBe(session!.id)
  first.socket.close()
  await expectSoon(() => session!.isConnected).toBe(false)

  const again = await visit(`${pageAt(app.url)}&resume=1`)
  again.socket.send(JSON.stringify({ type: 'hello', session_id, token, seen: 0 }))
  await expectSoon(() => session!.isConnected).toBe(true)
  await expectSoon(() => again.frames[0]).toContain('"kept":"session"')
  expect([[...app.sessions], story]).toEqual([[session], ['in']])
  await app.close()
  expect(story).toEqual(['in', 'out'])
})

test('callbacks may be options and methods, and all of them are called', async () => {
  const called: string[] = []
  const app = application({
    sessionTtl: 0,
    onConnect: () => void called.push('option in'),
    onDisconnect: () => void called.push('option out'),
  })
  app.onConnect(() => void called.push('method in'))
  app.onDisconnect(() => void called.push('method out'))
  await app.start()
  const { socket } = await visit(pageAt(app.url))
  socket.close()
  await expectSoon(() => called).toHaveLength(4)
  expect(called).toEqual(['option in', 'method in', 'option out', 'method out'])
})

test('a callback that fails is reported, and harms nobody', async () => {
  const onError = vi.fn<(error: unknown, where: string) => void>()
  const app = await running({ onError })
  app.onConnect(() => {
    throw new Error('at once')
  })
  app.onConnect(() => Promise.reject(new Error('later')))
  const { socket } = await visit(pageAt(app.url))
  await expectSoon(() => onError.mock.calls).toHaveLength(2)
  expect(onError.mock.calls.map(([error, where]) => `${where}: ${String(error)}`)).toEqual([
    'onConnect: Error: at once',
    'onConnect: Error: later',
  ])
  expect(socket.readyState).toBe(socket.OPEN)
})

test('an onError that throws harms nobody', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue()
  const onError = (error: unknown, where: string) => {
    throw new Error(`no log for ${where}`, { cause: error })
  }
  vi.spyOn(Session.prototype, 'receive').mockImplementation(() => {
    throw new Error('an effect')
  })
  const server = createServer()
  const app = await running({ onError, httpServer: server, httpPort: 0 })
  app.onConnect(() => Promise.reject(new Error('later')))
  const { socket } = await visit(pageAt(app.url))
  await expectSoon(() => log.mock.calls).toHaveLength(2)
  socket.send('text')
  await expectSoon(() => log.mock.calls).toHaveLength(4)
  server.emit('error', new Error('the line'))
  vi.spyOn(BuiltClient.prototype, 'template').mockImplementation(() => {
    throw new Error('the file')
  })
  expect((await ask(app.url)).status).toBe(500)
  await expectSoon(() => log.mock.calls).toHaveLength(8)

  const { port } = new URL(app.url)
  expect(log.mock.calls.map(([where, error]) => `${where} ${(error as Error).message}`)).toEqual([
    'treewire: onError: no log for onConnect',
    'treewire: onConnect: later',
    'treewire: onError: no log for a frame',
    'treewire: a frame: an effect',
    `treewire: onError: no log for the server on port ${port}`,
    `treewire: the server on port ${port}: the line`,
    'treewire: onError: no log for the page',
    'treewire: the page: the file',
  ])
  expect(socket.readyState).toBe(socket.OPEN)
})

test('an error that comes up to the socket is reported, and harms nobody', async () => {
  const onError = vi.fn<(error: unknown, where: string) => void>()
  vi.spyOn(Session.prototype, 'receive').mockImplementation(() => {
    throw new Error('an effect')
  })
  const app = await running({ onError })
  const { socket } = await visit(pageAt(app.url))
  socket.send('text')
  await expectSoon(() => onError.mock.calls).toEqual([[new Error('an effect'), 'a frame']])
  expect(socket.readyState).toBe(socket.OPEN)
})

test('a browser more than may be is told so, until one leaves and its session gives way', async () => {
  const app = await running({ maxSessions: 1 })
  const first = await visit(pageAt(app.url))
  const second = await visit(pageAt(app.url))
  expect(await second.ended).toEqual({
    code: CloseCode.serverFull,
    reason: 'All sessions of this server are in use; try later',
  })
  const [session] = app.sessions
  first.socket.close()
  await expectSoon(() => session!.isConnected).toBe(false)
  const third = await visit(pageAt(app.url))
  expect([session!.isOver, app.sessions.size]).toEqual([true, 1])
  expect(third.socket.readyState).toBe(third.socket.OPEN)
})

test('a session without a browser counts, until it or the application ends', async () => {
  const app = application({ maxSessions: 1 })
  const session = app.createSession()
  expect([...app.sessions]).toEqual([session])
  expect(() => app.createSession()).toThrow(
    'There are 1 sessions, the most that the option "maxSessions" allows: destroy one, or allow more.',
  )
  session.destroy()
  expect([...app.sessions]).toEqual([])

  const next = app.createSession()
  await app.close()
  expect([next.isOver, app.sessions.size]).toEqual([true, 0])
})

test('a port in use is said in a sentence, for page and sockets', async () => {
  const taken = Number(new URL(await listening(createServer())).port)
  const sentence = (option: string) =>
    `Port ${taken} on 127.0.0.1 is in use: stop what listens there, or give another ${option} (0 is any free port).`
  await expect(application({ httpPort: taken }).start()).rejects.toThrow(sentence('httpPort'))
  await expect(application({ httpPort: 0, wsPort: taken }).start()).rejects.toThrow(
    sentence('wsPort'),
  )
})

test('after a failure nothing stays open, and the start may be tried again', async () => {
  const taken = createServer()
  const port = Number(new URL(await listening(taken)).port)
  const app = application({ httpPort: 0, wsPort: port })
  await expect(app.start()).rejects.toThrow('is in use')
  expect(() => app.url).toThrow('The address is not known before start() is through')
  await expectSoon(openLines).toEqual(['TCPServerWrap'])

  await new Promise((resolve) => {
    taken.close(resolve)
  })
  await app.start()
  expect(addressesIn(await ask(app.url)).socket).toBe(`ws://127.0.0.1:${port}/`)
})

test('a host that is not of this machine is said in a sentence', async () => {
  await expect(application({ host: '192.0.2.1' }).start()).rejects.toThrow(
    'The host "192.0.2.1" is no name or address of this machine',
  )
})

test('starting twice is starting once', async () => {
  const app = await running()
  const { url } = app
  await app.start()
  expect(app.url).toBe(url)
})

test('without a page there are only sockets', async () => {
  const app = await running({ httpServer: false, wsPort: 0 })
  expect(app.url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/$/)
  await visit(`${app.url}any/path`)
  expect((await ask(app.url.replace('ws', 'http'))).status).toBe(426)
})

test.each([
  ['one port', { httpPort: 0, wsPort: 'same' as const }],
  ['two ports', { httpPort: 0, wsPort: 0 }],
])('the end leaves nothing open with %s', async (_what, ports) => {
  const app = await running(ports)
  const { socket } = addressesIn(await ask(app.url))
  const [first, second] = [await visit(pageAt(socket!)), await visit(pageAt(socket!))]
  const sessions = [...app.sessions, app.createSession()]
  await app.close()

  expect(sessions.map((session) => session.isOver)).toEqual([true, true, true])
  expect(app.sessions.size).toBe(0)
  expect(await first.ended).toEqual({ code: 1001, reason: 'The server is closing' })
  expect((await second.ended).code).toBe(1001)
  await expect(ask(app.url)).rejects.toThrow('ECONNREFUSED')
  await expectSoon(openLines).toEqual([])
})

test('the end does not wait for browsers that no longer listen', async () => {
  const app = await running()
  const { socket, ended } = await visit(pageAt(app.url))
  socket.pause()
  await app.close()
  socket.resume()
  expect(app.sessions.size).toBe(0)
  await ended
})

test('the end may come before the start, during it, and twice', async () => {
  await application().close()

  const app = application()
  const started = app.start()
  const ends = [app.close(), app.close(), app.closed]
  await started
  await Promise.all(ends)
  await expect(ask(app.url)).rejects.toThrow('ECONNREFUSED')
})

test('nothing begins again after the end', async () => {
  const app = application()
  await app.close()
  const sentence = 'This application is closed, and stays so: make a new Application.'
  await expect(app.start()).rejects.toThrow(sentence)
  expect(() => app.createSession()).toThrow(sentence)
  expect(() => app.attach(createServer())).toThrow(sentence)
})

test('two applications in one process do not meet', async () => {
  const [one, two] = [await running({ maxSessions: 1 }), await running({ maxSessions: 1 })]
  const first = await visit(pageAt(one.url))
  await visit(pageAt(two.url))
  expect([...one.sessions]).not.toEqual([...two.sessions])

  await two.close()
  expect(one.sessions.size).toBe(1)
  expect(first.socket.readyState).toBe(first.socket.OPEN)
  expect((await ask(one.url)).status).toBe(200)
})

test('the address is not known before the start', () => {
  expect(() => new Application().url).toThrow('await app.start() first')
})

/** The servers and lines of this process, of both ends. */
function openLines(): string[] {
  return process
    .getActiveResourcesInfo()
    .filter((name) => name.startsWith('TCP'))
    .toSorted()
}
