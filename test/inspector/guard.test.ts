// Who may look.

import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { guardOf, mustBeGuarded } from '../../src/inspector/guard.ts'
import type { GuardSettings } from '../../src/inspector/guard.ts'

function from(remoteAddress: string, headers: Record<string, string> = {}): IncomingMessage {
  return { headers: { host: 'localhost:9501', ...headers }, socket: { remoteAddress } } as never
}

const here = from('127.0.0.1')
const elsewhere = from('192.0.2.7')
const allow = (request: IncomingMessage) => request.headers['x-token'] === 'right'

test.each<[string, GuardSettings, IncomingMessage, unknown]>([
  ['somebody of this machine', { inspector: true }, here, true],
  ['somebody else', { inspector: true }, elsewhere, false],
  [
    'somebody else, by a proxy of this machine',
    { inspector: true },
    from('127.0.0.1', { 'x-forwarded-for': '192.0.2.7' }),
    false,
  ],
  [
    'somebody else, by a proxy of this machine that does not say from whom',
    { inspector: true },
    from('127.0.0.1', { 'x-forwarded-host': 'tools.example.com' }),
    false,
  ],
  [
    'a page that has given 127.0.0.1 a name of its own',
    { inspector: true },
    from('127.0.0.1', { host: 'rebound.example.com:9501' }),
    false,
  ],
  ['whom allow lets in', { inspector: { allow } }, from('192.0.2.7', { 'x-token': 'right' }), true],
  ['whom allow refuses', { inspector: { allow } }, here, null],
  [
    'whom authenticate lets in',
    { inspector: true, authenticate: () => ({ name: 'Ada' }) },
    elsewhere,
    { name: 'Ada' },
  ],
  ['whom authenticate refuses', { inspector: true, authenticate: () => null }, here, null],
  [
    'whom authenticate lets in and allow refuses',
    { inspector: { allow }, authenticate: () => ({ name: 'Ada' }) },
    here,
    null,
  ],
  [
    'whom both let in, later',
    {
      inspector: { allow: () => Promise.resolve(true) },
      authenticate: () => Promise.resolve('Ada'),
    },
    elsewhere,
    'Ada',
  ],
])('%s', async (_who, settings, request, user) => {
  expect(await guardOf(settings)(request)).toEqual(user)
})

test('in production somebody has to be named', () => {
  expect(() => mustBeGuarded({ inspector: true }, 'production')).toThrow(
    'The option "inspector" shows what all users see and type, and NODE_ENV is "production": say who may look',
  )
  expect(() => mustBeGuarded({ inspector: {} }, 'production')).toThrow('say who may look')
})

test.each<[string, GuardSettings, string | undefined]>([
  ['with allow', { inspector: { allow } }, 'production'],
  ['with authenticate', { inspector: true, authenticate: () => 'Ada' }, 'production'],
  ['when it is off', { inspector: false }, 'production'],
  ['in development', { inspector: true }, 'development'],
  ['where nobody has said', { inspector: true }, undefined],
])('it may be made %s', (_how, settings, nodeEnv) => {
  expect(() => mustBeGuarded(settings, nodeEnv)).not.toThrow()
})
