// An Application of a program, from one evaluation to the next.

import { createServer, type Server } from 'node:http'
import { Application, type ApplicationOptions, createElement, Label, type Session } from 'treewire'
import { expect, onTestFinished, test } from 'vitest'
import { sentencesOf } from '../../src/cli/dev/loss.ts'
import { Registry } from '../../src/cli/dev/registry.ts'
import { Served } from '../../src/cli/dev/served.ts'

type MakeApplication = new (options?: ApplicationOptions) => Application

/** Nothing of it listens. */
function newServed() {
  const registry = new Registry(fail)
  const host = { greet: () => {}, report: fail, listens: fail, fails: fail, lose: fail }
  const served = new Served(host, registry)
  onTestFinished(() => served.close())
  const Made = served.exports['Application'] as MakeApplication
  return { served, Made, make: (options?: ApplicationOptions) => new Made(options) }
}

function fail(what: unknown): never {
  throw new Error(`Not expected: ${String(what)}`)
}

const losses = (served: Served): string[] => sentencesOf(served.commit())

test('it is made once, and is an Application', () => {
  const { served, Made } = newServed()
  served.begin()
  const [first, other] = [new Made(), new Made()]
  expect(first === other).toBe(false)
  expect(first).toBeInstanceOf(Application)
  expect(first).toBeInstanceOf(Made)
  served.commit()
  served.begin()
  expect([new Made() === first, new Made() === other]).toEqual([true, true])
  expect(losses(served)).toEqual([])
})

test('wrong options are told as ever, and make nothing', () => {
  const { served, Made, make } = newServed()
  served.begin()
  expect(() => new Made({ httpPort: -1 })).toThrow('httpPort')
  expect(served.isEmpty).toBe(true)
  make()
  served.begin()
  expect(() => new Made({ httpPort: -1 })).toThrow('httpPort')
})

test.each<[string, ApplicationOptions, ApplicationOptions, string[]]>([
  ['another number', { httpPort: 1 }, { httpPort: 2 }, ['httpPort']],
  ['one more, and one less', { host: '::1' }, { path: '/a' }, ['host', 'path']],
  ['the same list', { origins: ['https://a.example'] }, { origins: ['https://a.example'] }, []],
  [
    'another list',
    { origins: ['https://a.example'] },
    { origins: ['https://b.example'] },
    ['origins'],
  ],
  ['another server', { httpServer: createServer() }, { httpServer: createServer() }, []],
  ['another function', { onError: () => {} }, { onError: fail }, []],
])('options that count from the next start on are named: %s', (_what, before, after, names) => {
  const { served, make } = newServed()
  served.begin()
  make(before)
  served.commit()
  served.begin()
  make(after)
  expect(losses(served)).toEqual(
    names.map((name) => `option ${name}: counts from the next \`treewire dev\` on.`),
  )
})

test('the program and the terminal are told of an error with the components that it was in', () => {
  const told: unknown[][] = []
  const report = (...all: unknown[]) => void told.push(all)
  const host = { greet: () => {}, report, listens: fail, fails: fail, lose: fail }
  const served = new Served(host, new Registry(fail))
  onTestFinished(() => served.close())
  const Made = served.exports['Application'] as MakeApplication
  served.begin()
  const session = new Made({ onError: report }).createSession()
  served.commit()
  const error = new Error('Not today')
  session.mount(function Broken(): never {
    throw error
  })
  session.flush()
  expect(told).toEqual(Array.from({ length: 2 }, () => [error, 'Broken', 'in Broken']))
})

test('one that the program has closed is made again', async () => {
  const { served, Made } = newServed()
  served.begin()
  const first = new Made()
  served.commit()
  await first.close()
  served.begin()
  expect(new Made() === first).toBe(false)
})

test('a server is attached to once', () => {
  const { served, Made } = newServed()
  const server: Server = createServer()
  served.begin()
  const app = new Made()
  app.attach(server, { path: '/a' })
  app.attach(server, { path: '/a' })
  expect(server.listenerCount('upgrade')).toBe(1)
})

test('a session that the program makes is the same one, and goes on with what it shows', () => {
  const { served, Made } = newServed()
  const evaluate = (text: string): Session => {
    served.begin()
    const session = new Made().createSession()
    session.mount(() => createElement(Label, { text }))
    return session
  }
  const session = evaluate('one')
  served.commit()
  expect(evaluate('two')).toBe(session)
  expect([losses(served), served.sessions]).toEqual([[], [session]])
  session.destroy()
  expect(evaluate('three')).not.toBe(session)
})

test('widgets that it makes by hand are made again, and named', () => {
  const { served, Made } = newServed()
  const evaluate = () => {
    served.begin()
    return new Made().createSession().create('Label')
  }
  const first = evaluate()
  served.commit()
  const next = evaluate()
  expect([first.isAlive, next.isAlive]).toEqual([false, true])
  expect(losses(served)).toEqual(['session.create: widgets made by hand were made anew.'])
})

test('a class that extends it is left alone', () => {
  const { served, Made } = newServed()
  class Own extends Made {
    readonly hello = 'hello'
  }
  served.begin()
  expect(new Own().hello).toBe('hello')
  expect(served.isEmpty).toBe(true)
})
