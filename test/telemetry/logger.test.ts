// Lines for the log: pino's shape, the console's, and a logger that fails.

import { expect, test, vi } from 'vitest'
import { carefulLogger, logName } from '../../src/telemetry/logger.ts'
import type { LogFields, Logger } from '../../src/telemetry/logger.ts'

test('a logger gets the fields, then the words', () => {
  const lines: unknown[][] = []
  const logger = carefulLogger(noting(lines))
  logger.info({ session: 'a1' }, 'session opened')
  logger.warn({ reason: 'origin' }, 'visitor refused')
  logger.error({ where: 'App' }, 'App: no data')
  expect(lines).toEqual([
    ['info', { session: 'a1' }, 'session opened'],
    ['warn', { reason: 'origin' }, 'visitor refused'],
    ['error', { where: 'App' }, 'App: no data'],
  ])
})

test('one that can make a child makes one, whose lines say whose they are', () => {
  const lines: unknown[][] = []
  carefulLogger({ ...noting([]), child: (fields) => noting(lines, fields) }).info({ a: 1 }, 'words')
  expect(lines).toEqual([['info', { module: 'treewire', a: 1 }, 'words']])
})

test('the console gets the words first', () => {
  const info = vi.spyOn(console, 'info').mockImplementation(() => undefined)
  carefulLogger(console).info({ session: 'a1' }, 'session opened')
  expect(info.mock.calls).toEqual([['treewire: session opened', { session: 'a1' }]])
})

test('one that is careful is taken as it is', () => {
  const logger = carefulLogger(noting([]))
  expect(carefulLogger(logger)).toBe(logger)
})

test('one that throws harms nobody', () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const full = () => {
    throw new Error('the disk is full')
  }
  carefulLogger({ info: full, warn: full, error: full }).info({}, 'words')
  expect(error.mock.calls).toEqual([['treewire: logger:', new Error('the disk is full')]])
})

test('the name of a session in the log is short, the same each time, and not its id', () => {
  expect(logName('0d9ff1d1-2a34-4b6e-9a0e-1f8b6b0f6f11')).toBe('b2fed13b')
})

function noting(lines: unknown[][], more: LogFields = {}): Logger {
  const note = (level: string) => (fields: LogFields, message: string) =>
    void lines.push([level, { ...more, ...fields }, message])
  return { info: note('info'), warn: note('warn'), error: note('error') }
}
