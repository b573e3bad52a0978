// Inside servers of others: plain node:http, Express, Fastify and Hono, on their one port.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import express from 'express'
import fastify from 'fastify'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { Application } from '../../src/server/application.ts'
import { addressesIn, ask } from './ask.ts'
import { SCRIPT } from './built-page.ts'
import { application, listening } from './running.ts'
import { visit } from './visitor.ts'

/** Makes a server that answers /health by itself and gives the rest of `path` to the application. */
type Framework = (app: Application, path: string) => Server | Promise<Server>

const plain: Framework = ({ middleware }) =>
  createServer((request, response) => {
    if (request.url === '/health') response.end('well')
    else middleware(request, response)
  })

const withExpress: Framework = (app, path) => {
  const server = express()
  server.get('/health', (_request, response) => void response.send('well'))
  server.use(path, app.middleware)
  return createServer(server)
}

const withFastify: Framework = async (app, path) => {
  const server = fastify()
  server.get('/health', () => 'well')
  server.all(`${path === '/' ? '' : path}/*`, (request, reply) => {
    reply.hijack()
    app.middleware(request.raw, reply.raw)
  })
  await server.ready()
  return server.server
}

const withHono: Framework = (app, path) => {
  const server = new Hono<{ Bindings: HttpBindings }>()
  server.get('/health', (context) => context.text('well'))
  server.all(`${path === '/' ? '' : path}/*`, ({ env }) => {
    app.middleware(env.incoming, env.outgoing)
    return RESPONSE_ALREADY_SENT
  })
  return createAdaptorServer({ fetch: server.fetch }) as Server
}

test.each<[string, Framework, string, { readonly path?: string }]>([
  ['node:http', plain, '/', {}],
  ['node:http under a path', plain, '/tool', { path: '/tool' }],
  ['Express', withExpress, '/', {}],
  ['Express under a path', withExpress, '/tool', {}],
  ['Express under a path that is an option too', withExpress, '/tool', { path: '/tool' }],
  ['Fastify', withFastify, '/', {}],
  ['Fastify under a path', withFastify, '/tool', { path: '/tool' }],
  ['Hono', withHono, '/', {}],
  ['Hono under a path', withHono, '/tool', { path: '/tool' }],
])('page, assets and sockets work in %s', async (_what, framework, path, options) => {
  const app = application(options)
  const server = await framework(app, path)
  app.attach(server)
  const url = await listening(server)
  await expectWhole(app, url, path)

  await app.close()
  expect((await ask(`${url}health`)).text).toBe('well')
})

test.each<[string, Framework]>([
  ['node:http', plain],
  ['Express', withExpress],
  ['Fastify', withFastify],
  ['Hono', withHono],
])('attached with a path, %s needs no middleware', async (_what, framework) => {
  const elsewhere = application({ path: '/elsewhere' })
  const server = await framework(elsewhere, '/elsewhere')
  const app = application()
  app.attach(server, { path: '/tool' })
  const url = await listening(server)
  await expectWhole(app, url, '/tool')

  await app.close()
  expect((await ask(`${url}health`)).text).toBe('well')
  expect((await ask(`${url}tool/`)).status).toBe(404)
})

test('middleware passes on what is not ours', async () => {
  const app = application()
  const passed: string[] = []
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    app.middleware(request, response, () => {
      passed.push(`${request.method} ${request.url}`)
      response.end()
    })
  })
  const url = await listening(server)
  await ask(`${url}nothing`)
  await ask(url, {}, 'POST')
  await ask(url)
  expect(passed).toEqual(['GET /nothing', 'POST /'])
  await app.close()
  await ask(url)
  expect(passed.at(-1)).toBe('GET /')
})

test('a page that is not built is reported, and answered with an error', async () => {
  const errors: string[] = []
  const app = application({
    clientFolder: '/nowhere',
    onError: (error, where) => void errors.push(`${where}: ${String(error)}`),
  })
  const url = await listening(createServer(app.middleware))
  const { status, text } = await ask(url)
  expect([status, text]).toEqual([
    500,
    'The page cannot be given; the log of the server says why.\n',
  ])
  expect(errors[0]).toContain('the page: Error: The browser part of treewire is not built')
})

test('a page given by middleware finds sockets that have a port of their own', async () => {
  const app = application({ httpServer: false, wsPort: 0 })
  await app.start()
  const url = await listening(createServer(app.middleware))
  const { socket } = addressesIn(await ask(url))
  expect(socket).toBe(app.url)
  await visit(socket!, { origin: url.slice(0, -1) })
})

async function expectWhole(app: Application, url: string, path: string): Promise<void> {
  const base = path === '/' ? '/' : `${path}/`
  const page = url + base.slice(1)
  const { base: said, socket } = addressesIn(await ask(page))
  expect(said).toBe(base)
  expect((await ask(`${page}assets/main-1a2b.js`)).text).toBe(SCRIPT)
  expect((await ask(`${page}assets/none.js`)).status).toBe(404)
  expect((await ask(`${url}health`)).text).toBe('well')
  await visit(`${socket!}?page=12345678`, { origin: url.slice(0, -1) })
  expect(app.sessions.size).toBe(1)
}

test('the logger of Fastify, which is pino, takes lines', async () => {
  const lines: Record<string, unknown>[] = []
  const stream = { write: (line: string) => void lines.push(JSON.parse(line)) }
  const site = fastify({ logger: { stream } })
  const app = application({ logger: site.log })
  app.createSession().report(new Error('no data'), 'a job of ours')
  expect(lines).toMatchObject([
    { level: 30, module: 'treewire', msg: 'session opened' },
    {
      level: 50,
      module: 'treewire',
      msg: 'a job of ours',
      where: 'a job of ours',
      err: { type: 'Error', message: 'no data' },
      session: lines[0]!['session'],
    },
  ])
  await site.close()
})
