// Options of an application, when its program is evaluated again.

import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { ApplicationOptions, Logger, Telemetry } from 'treewire'
import { expect, test } from 'vitest'
import { LiveOptions } from '../../src/cli/dev/live-options.ts'
import { LiveTelemetry } from '../../src/cli/dev/live-telemetry.ts'
import { sentencesOf } from '../../src/cli/dev/loss.ts'

const yes = () => true
const no = () => false
const request = {} as IncomingMessage

test.each<[string, ApplicationOptions, ApplicationOptions, string[]]>([
  ['another number', { httpPort: 1 }, { httpPort: 2 }, ['httpPort']],
  ['one more, and one less', { host: '::1' }, { path: '/a' }, ['host', 'path']],
  ['no limit any more', { sessionTtl: 1 }, { sessionTtl: Infinity }, ['sessionTtl']],
  ['the same list', { origins: ['https://a.example'] }, { origins: ['https://a.example'] }, []],
  [
    'another list',
    { origins: ['https://a.example'] },
    { origins: ['https://b.example'] },
    ['origins'],
  ],
  ['another server', { httpServer: createServer() }, { httpServer: createServer() }, []],
  ['no server any more', { httpServer: createServer() }, {}, ['httpServer']],
  ['another function', { authenticate: yes }, { authenticate: no }, []],
  ['no function any more', { authenticate: yes }, {}, ['authenticate']],
  ['a function inside', { metrics: { allow: yes } }, { metrics: { allow: no } }, []],
  ['one more inside', { metrics: {} }, { metrics: { allow: yes } }, ['metrics']],
  ['another pattern', { record: { mask: /a/ } }, { record: { mask: /b/ } }, ['record']],
  ['another logger', { logger: console }, { logger: { info: no, warn: no, error: no } }, []],
  ['a logger where there was none', {}, { logger: console }, ['logger']],
])('those that count from the next start on are named: %s', (_what, before, after, names) => {
  expect(sentencesOf(new LiveOptions(before).adopt(after))).toEqual(
    names.map((name) => `option ${name}: counts from the next \`treewire dev\` on.`),
  )
})

test('an option is named when it changes, and not when it is again what it was', () => {
  const options = new LiveOptions({ httpPort: 1 })
  const names = (next: ApplicationOptions) => options.adopt(next).map(({ name }) => name)
  expect([names({ httpPort: 2 }), names({ httpPort: 2 })]).toEqual([['option httpPort'], []])
  expect([names({ httpPort: 3 }), names({ httpPort: 1 })]).toEqual([['option httpPort'], []])
})

test('functions are the latest, wherever they stand; one that is gone goes on', () => {
  const options = new LiveOptions({
    authenticate: () => 'first',
    inspector: { allow: no },
    record: { mask: [/a/, () => undefined] },
  })
  const { authenticate, inspector, record } = options.lasting as {
    authenticate: (request: IncomingMessage) => unknown
    inspector: { allow: (request: IncomingMessage) => boolean }
    record: { mask: [RegExp, (event: unknown) => unknown] }
  }
  const given = () => [authenticate(request), inspector.allow(request), record.mask[1]('event')]
  expect([given(), record.mask[0]]).toEqual([['first', false, undefined], /a/])
  options.adopt({
    authenticate: () => 'second',
    inspector: { allow: yes },
    record: { mask: [/a/, (event) => event] },
  })
  expect(given()).toEqual(['second', true, 'event'])
  options.adopt({ inspector: true, record: false })
  expect(given()).toEqual(['second', true, 'event'])
})

/** Writes its lines down, with a word in front. */
function newLogger(word: string, lines: string[]): Logger {
  const write = (_fields: object, message: string) => void lines.push(`${word} ${message}`)
  return { info: write, warn: write, error: write }
}

test('lines go to the latest logger, which may make a child', () => {
  const lines: string[] = []
  const options = new LiveOptions({ logger: newLogger('first', lines) })
  const { logger } = options.lasting
  logger?.info({}, 'one')
  options.adopt({
    logger: { ...newLogger('second', lines), child: () => newLogger('child', lines) },
  })
  logger?.warn({}, 'two')
  options.adopt({})
  logger?.error({}, 'three')
  expect(lines).toEqual(['first one', 'child two', 'child three'])
})

/** Writes down what it is told, with a word in front. */
function newTelemetry(word: string, told: string[]): Telemetry {
  return {
    count: (name, amount) => void told.push(`${word} counts ${amount} ${name}`),
    record: (name, value) => void told.push(`${word} records ${value} ${name}`),
    observe(name, read) {
      told.push(`${word} observes ${read()} ${name}`)
      return () => void told.push(`${word} leaves ${name}`)
    },
  }
}

test('what is measured goes to the latest telemetry, and what is observed comes along', () => {
  const told: string[] = []
  const first = newTelemetry('first', told)
  const live = new LiveTelemetry(first)
  const leave = live.observe('treewire.session.active', () => 1)
  live.observe('treewire.browser.connected', () => 2)()
  live.count('treewire.session.opened', 1)
  live.adopt(first)
  live.adopt(newTelemetry('second', told))
  live.record('treewire.flush.duration', 5)
  leave()
  expect(told).toEqual([
    'first observes 1 treewire.session.active',
    'first observes 2 treewire.browser.connected',
    'first leaves treewire.browser.connected',
    'first counts 1 treewire.session.opened',
    'first leaves treewire.session.active',
    'second observes 1 treewire.session.active',
    'second records 5 treewire.flush.duration',
    'second leaves treewire.session.active',
  ])
})
