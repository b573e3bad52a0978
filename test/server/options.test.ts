// Which options are taken, and the sentence for those that are not.

import { createServer } from 'node:http'
import { expect, test, vi } from 'vitest'
import { Application } from '../../src/server/application.ts'
import {
  type ApplicationOptions,
  isOnePort,
  sessionOptionsOf,
  settingsOf,
} from '../../src/server/options.ts'
import { Logged } from '../telemetry/measured.ts'

const server = createServer()

test.each<[Record<string, unknown>, string]>([
  [
    { htpPort: 80 },
    'There is no option "htpPort". Did you mean "httpPort"? Known: host, httpPort,',
  ],
  [{ constructor: 1 }, 'There is no option "constructor".'],
  [{ host: '' }, 'The option "host" must be a text that is not empty, got ""'],
  [
    { httpPort: '80a' },
    'The option "httpPort" must be a whole number from 0 to 65535, where 0 is any free port, got "80a"',
  ],
  [{ httpPort: 65_536 }, 'The option "httpPort" must be a whole number from 0 to 65535'],
  [{ httpPort: -1 }, 'got -1'],
  [{ wsPort: 'both' }, 'or \'same\' for one port for page and sockets, got "both"'],
  [{ wsPort: 1.5 }, 'got 1.5'],
  [
    { httpServer: true },
    'The option "httpServer" must be a server made by node:http or node:https',
  ],
  [
    { httpServer: server, wsPort: 9500 },
    'The option "httpServer" carries page and sockets on its one port, but "wsPort" is 9500',
  ],
  [
    { httpServer: false, wsPort: 'same' },
    'The option "httpServer" is false, so there is no page, but "wsPort" is \'same\'',
  ],
  [{ httpServer: false, httpPort: 80 }, 'so there is no page, but "httpPort" is 80'],
  [{ path: 'tool' }, 'The option "path" must be a path that begins with \'/\''],
  [{ path: '//evil.example' }, 'got "//evil.example"'],
  [{ path: '/a"b' }, 'The option "path" must be'],
  [
    { stylesheet: '' },
    'The option "stylesheet" must be the path of a file, or a URL that begins with file:',
  ],
  [{ stylesheet: new URL('https://a.example/a.css') }, 'must be the path of a file'],
  [{ maxSessions: 0 }, 'The option "maxSessions" must be a whole number from 1 on, got 0'],
  [{ origins: 'https://a.example' }, 'The option "origins" must be an array of origins'],
  [
    { origins: ['https://a.example/page'] },
    "(no path behind it) or '*', got [ 'https://a.example/page' ]",
  ],
  [{ origins: ['a.example'] }, "got [ 'a.example' ]"],
  [{ maxSessionsPerAddress: 0 }, 'a whole number from 1 on, or Infinity for no limit, got 0'],
  [{ sessionTtl: -1 }, 'The option "sessionTtl" must be a whole number of milliseconds from 0 to'],
  [{ sessionTtl: 2 ** 31 }, 'or Infinity for until it is ended, got 2147483648'],
  [{ sessionTtl: NaN }, 'got NaN'],
  [{ authenticate: true }, 'The option "authenticate" must be a function, got true'],
  [{ maxFrameBytes: Infinity }, 'got Infinity'],
  [
    { maxFrameBytes: 614_399 },
    'The option "maxFrameBytes" must be a whole number from 614400 on, because files come up in pieces of 524288 bytes, got 614399',
  ],
  [{ maxMessageRate: 0 }, 'a whole number from 1 on, or Infinity for no limit, got 0'],
  [{ maxMessageRate: 0.5 }, 'got 0.5'],
  [{ maxBacklogBytes: 0 }, 'The option "maxBacklogBytes" must be a whole number from 1 on, got 0'],
  [{ maxWindowBytes: Infinity }, 'The option "maxWindowBytes" must be a whole number from 1 on'],
  [{ windowTime: Infinity }, 'The option "windowTime" must be a whole number of milliseconds'],
  [
    { wsUrl: 'https://a.example/' },
    'The option "wsUrl" must be an address that begins with ws:// or wss://',
  ],
  [{ wsUrl: 'ws://' }, 'got "ws://"'],
  [{ perMessageDeflate: {} }, 'The option "perMessageDeflate" must be true or false, got {}'],
  [{ pingInterval: 2 ** 31 }, 'The option "pingInterval" must be a whole number of milliseconds'],
  [{ inspector: 'yes' }, 'The option "inspector" must be true, false or an object such as'],
  [{ inspector: { allow: true } }, 'got { allow: true }'],
  [{ inspector: { record: true } }, 'with record as in RecordOptions if you like, got'],
  [{ inspector: { record: { maxBytes: 0 } } }, 'got { record: { maxBytes: 0 } }'],
  [{ record: { maxWaitingBytes: '1 MB' } }, "got { maxWaitingBytes: '1 MB' }"],
  [
    { record: { folder: 'recordings' } },
    `The option "record" must be true, false, or an object with some of dir, inMemory, mask, frames, maxBytes, maxWaitingBytes, app, e.g. { dir: 'recordings' }, got { folder: 'recordings' }`,
  ],
  [{ record: { mask: { type: 'TextEntyr' } } }, "got { mask: { type: 'TextEntyr' } }"],
  [{ record: { mask: ['passwords', { label: 5 }] } }, "got { mask: [ 'passwords', [Object] ] }"],
  [{ record: { mask: { label: 'Card', type: 'TextEntry' } } }, 'The option "record" must be'],
  [{ onConnect: 'mount' }, 'The option "onConnect" must be a function, got "mount"'],
  [{ logger: {} }, 'The option "logger" must be an object with the functions info, warn and error'],
  [
    { logger: { info() {}, warn() {} } },
    'The option "logger" must be an object with the functions',
  ],
  [
    { telemetry: 'otel' },
    'The option "telemetry" must be an object with the functions count, record',
  ],
  [{ metrics: '/metrics' }, 'The option "metrics" must be true, false or an object such as'],
  [{ metrics: { path: 'metrics' } }, 'The option "metrics" must be true, false or an object'],
  [{ metrics: { path: '/' } }, 'The option "metrics" must be true, false or an object'],
  [{ metrics: { allow: true } }, 'The option "metrics" must be true, false or an object'],
  [{ metrics: { paths: '/a' } }, 'The option "metrics" must be true, false or an object'],
])('refuses %j', (options, sentence) => {
  expect(() => new Application(options as ApplicationOptions)).toThrow(sentence)
})

test('refuses what is no object', () => {
  const given = 9501 as unknown as ApplicationOptions
  expect(() => new Application(given)).toThrow(
    'Options must be an object such as { httpPort: 9501 }, got 9501',
  )
})

test('takes every option', () => {
  const call = () => undefined
  const options: Required<Omit<ApplicationOptions, 'httpServer'>> = {
    host: '0.0.0.0',
    httpPort: 0,
    wsPort: 'same',
    path: '/tools/monitor/',
    stylesheet: 'styles/tool.css',
    maxSessions: 1,
    maxSessionsPerAddress: Infinity,
    sessionTtl: Infinity,
    authenticate: call,
    origins: ['*', 'https://a.example', 'capacitor://localhost'],
    maxFrameBytes: 614_400,
    maxMessageRate: Infinity,
    maxBacklogBytes: 1,
    maxWindowBytes: 1,
    windowTime: 0,
    wsUrl: 'wss://a.example/live/',
    perMessageDeflate: true,
    pingInterval: 0,
    callTimeout: 0,
    maxUploadBytes: 1,
    maxFileBytes: 1,
    maxUploadMemory: 1,
    record: { dir: 'recordings', mask: ['passwords', /x/, { label: 'Card' }], frames: 'hash' },
    fonts: [{ family: 'Inter', url: '/inter.woff2' }],
    onConnect: call,
    onDisconnect: call,
    onError: call,
    inspector: { allow: () => true, record: { mask: [{ label: 'Card' }], maxBytes: 1 } },
    logger: console,
    metrics: { path: '/metrics', allow: () => true },
    telemetry: { count: call, record: call, observe: () => call },
    clientFolder: '/tmp',
  }
  const { logger, ...settings } = settingsOf(options)
  const { logger: _, ...given } = options
  expect(settings).toEqual({ ...given, onError: expect.any(Function) })
  expect(logger).toHaveProperty('info')
})

test('an option that is undefined has its default', () => {
  const options = { host: undefined, maxSessions: undefined } as unknown as ApplicationOptions
  expect(settingsOf(options)).toMatchObject({
    host: '127.0.0.1',
    httpPort: 9501,
    wsPort: 9500,
    maxSessions: 1000,
    maxFrameBytes: 1_048_576,
  })
})

test.each<[Record<string, unknown>]>([
  [{ record: { dir: undefined, inMemory: true, mask: undefined, app: undefined } }],
  [{ record: { mask: { label: 'Card', type: undefined } } }],
  [{ inspector: { allow: undefined, record: undefined } }],
  [{ inspector: { record: { maxBytes: undefined, mask: [{ label: undefined, type: 'Dial' }] } } }],
  [{ metrics: { path: undefined, allow: undefined } }],
  [{ fonts: [{ family: 'Inter', url: '/inter.woff2', file: undefined }] }],
  [{ logger: { ...console, child: undefined } }],
  [{ notThere: undefined }],
])('what is undefined in %j is as if it were not given', (options) => {
  expect(() => new Application(options as ApplicationOptions)).not.toThrow()
})

test('what concerns a session is handed on to it', () => {
  const limits = { maxBacklogBytes: 1, maxWindowBytes: 2, windowTime: 3 }
  const uploads = { maxUploadBytes: 4, maxFileBytes: 5, maxUploadMemory: 6 }
  const given = { ...limits, ...uploads, callTimeout: 7, record: true }
  const onError = expect.any(Function) as unknown
  expect(sessionOptionsOf(settingsOf(given))).toEqual({ ...given, onError })
  const defaults = { maxBacklogBytes: 1_048_576, maxWindowBytes: 1_048_576, windowTime: 120_000 }
  expect(sessionOptionsOf(settingsOf({}))).toEqual({ ...defaults, record: false, onError })
})

test.each<[ApplicationOptions, boolean]>([
  [{}, false],
  [{ httpPort: 80, wsPort: 80 }, true],
  [{ httpPort: 80, wsPort: 'same' }, true],
  [{ httpPort: 0, wsPort: 0 }, false],
  [{ httpPort: 0, wsPort: 'same' }, true],
])('%j is one port: %s', (options, isOne) => {
  expect(isOnePort(settingsOf(options))).toBe(isOne)
})

test.each<[string, ApplicationOptions['onError'] & {}]>([
  [
    'throws',
    () => {
      throw new Error('the mistake')
    },
  ],
  ['rejects', (): unknown => Promise.reject(new Error('the mistake'))],
])('an onError that %s stops nobody, and its mistake is printed', async (_how, onError) => {
  const log = vi.spyOn(console, 'error').mockReturnValue()
  settingsOf({ onError }).onError('the error', 'the page')
  await vi.waitUntil(() => log.mock.calls.length > 0)
  expect(log.mock.calls).toEqual([
    ['treewire: onError:', new Error('the mistake')],
    ['treewire: the page:', 'the error'],
  ])
})

test('without onError errors go to the logger', () => {
  const logger = new Logged()
  const { onError } = settingsOf({ logger })
  const error = new Error('no data')
  onError(error, 'authenticate')
  onError(error, 'App', 'in App (app.tsx:1:1)')
  expect(logger.take()).toEqual([
    ['error', { err: error, where: 'authenticate' }, 'authenticate'],
    ['error', { err: error, where: 'App', stack: 'in App (app.tsx:1:1)' }, 'App'],
  ])
})

test('without onError and logger errors are printed, with the components below them', () => {
  const log = vi.spyOn(console, 'error').mockReturnValue()
  const error = new Error('no data')
  settingsOf({}).onError(error, 'authenticate')
  settingsOf({}).onError(error, 'App', 'in App (app.tsx:1:1)')
  expect(log.mock.calls).toEqual([
    ['treewire: authenticate:', error],
    ['treewire: App:', error, '\n    in App (app.tsx:1:1)'],
  ])
})

test.each([
  [{ logger: console }, ['logger']],
  [{ logger: console, onError: () => {} }, ['logger', 'onError']],
  [{}, ['onError']],
])('a session of %j is given %j, so that each error is told once', (options, names) => {
  const given = Object.keys(sessionOptionsOf(settingsOf(options)))
  expect(given.filter((name) => ['logger', 'onError'].includes(name)).toSorted()).toEqual(names)
})

test('an onError is called at once', () => {
  const onError = vi.fn<(error: unknown, where: string) => void>()
  settingsOf({ onError }).onError('the error', 'the page')
  expect(onError.mock.calls).toEqual([['the error', 'the page']])
})
