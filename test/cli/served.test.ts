// An Application of a program, from one evaluation to the next.

import { createServer, type Server } from 'node:http'
import {
  type Application,
  type ApplicationOptions,
  createElement,
  Label,
  type Session,
  type SessionCallback,
  useSignal,
} from 'treewire'
import { expect, onTestFinished, test } from 'vitest'
import { sentencesOf } from '../../src/cli/dev/loss.ts'
import { Registry } from '../../src/cli/dev/registry.ts'
import { Served } from '../../src/cli/dev/served.ts'
import { ask } from '../server/ask.ts'
import { builtPage } from '../server/built-page.ts'
import { expectSoon } from '../server/expect-soon.ts'
import { refusal, socketAt, visit } from '../server/visitor.ts'

const MAIN = 'main.ts'
const SOCKET = '_treewire/socket?page=page-0123456789'

type MakeApplication = new (options?: ApplicationOptions) => Application

function newServed() {
  const registry = new Registry(fail)
  const host = { greet: () => {}, report: fail, listens: () => {}, fails: fail, lose: fail }
  const served = new Served(host, registry)
  onTestFinished(() => served.close())
  const Made = served.exports['Application'] as MakeApplication
  const here = { httpPort: 0, wsPort: 'same', clientFolder: builtPage() } as const
  const make = (options?: ApplicationOptions) => new Made({ ...here, ...options })
  const enter = (file: string): void => registry.metaOf(file).treewire.begins()
  /** The program's own file is evaluated anew, and before it these. */
  const begin = (...files: readonly string[]): void => {
    served.begin()
    for (const file of [...files, MAIN]) served.renew(file)
    enter(files[0] ?? MAIN)
  }
  return { served, Made, here, make, begin, enter }
}

function fail(what: unknown): never {
  throw new Error(`Not expected: ${String(what)}`)
}

/** Whether both stand for the same one. */
function isOne(one: Application, other: Application): boolean {
  return one.middleware === other.middleware
}

const losses = (served: Served): string[] => sentencesOf(served.commit())

test('it is made once, whatever stands for it', () => {
  const { served, begin, Made } = newServed()
  begin()
  const [first, other] = [new Made(), new Made()]
  expect(isOne(first, other)).toBe(false)
  expect(first).toBeInstanceOf(Made)
  served.commit()
  begin()
  expect([isOne(new Made(), first), isOne(new Made(), other)]).toEqual([true, true])
  expect(losses(served)).toEqual([])
})

test('wrong options are told as ever, and make nothing', () => {
  const { served, begin, Made, make } = newServed()
  begin()
  expect(() => new Made({ httpPort: -1 })).toThrow('httpPort')
  expect(served.isEmpty).toBe(true)
  make()
  begin()
  expect(() => new Made({ httpPort: -1 })).toThrow('httpPort')
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

test('a file that is evaluated anew gets the one that it has made, and not that of another', () => {
  const { served, begin, enter, Made } = newServed()
  begin('first.ts')
  const first = new Made()
  enter(MAIN)
  const second = new Made()
  served.commit()
  begin()
  expect(isOne(new Made(), second)).toBe(true)
  served.commit()
  // It has moved to a file that is evaluated anew as well.
  begin('first.ts')
  enter(MAIN)
  expect([isOne(new Made(), first), isOne(new Made(), second)]).toEqual([true, true])
  served.commit()
  begin()
  expect([isOne(new Made(), first), isOne(new Made(), second)]).toEqual([true, true])
  expect(isOne(new Made(), first)).toBe(false)
})

test('what another file registers takes the place of what that file has registered', async () => {
  const { served, begin, enter, make } = newServed()
  const told: string[] = []
  const register = (word: string): void => {
    app.onConnect(() => void told.push(`${word} comes`))
    app.onDisconnect(() => void told.push(`${word} leaves`))
  }
  begin('app.ts')
  const app = make()
  app.onConnect(() => void told.push('app is told'))
  await app.start()
  enter(MAIN)
  register('one')
  served.commit()
  await visit(socketAt(app.url, SOCKET))
  await expectSoon(() => told.splice(0)).toEqual(['app is told', 'one comes'])
  begin()
  register('two')
  served.discard()
  expect(told).toEqual([])
  begin()
  register('three')
  expect(losses(served)).toEqual([])
  expect(told).toEqual(['one leaves', 'app is told', 'three comes'])
})

test('a session is the same one in the file that has made it', () => {
  const { served, begin, enter, Made } = newServed()
  begin('app.ts')
  const app = new Made()
  const first = app.createSession()
  enter(MAIN)
  const second = app.createSession()
  served.commit()
  begin()
  expect([app.createSession() === second, app.createSession() === first]).toEqual([true, false])
  served.commit()
  expect(app.sessions.size).toBe(3)
})

test('one that the program has closed is made again', async () => {
  const { served, begin, Made } = newServed()
  begin()
  const first = new Made()
  served.commit()
  await first.close()
  begin()
  expect(isOne(new Made(), first)).toBe(false)
})

test('a server is attached to once, and another path is named', () => {
  const { served, begin, make } = newServed()
  const server: Server = createServer()
  begin()
  const app = make()
  app.attach(server, { path: '/a' })
  app.attach(server, { path: '/a' })
  expect(losses(served)).toEqual([])
  begin()
  make().attach(server, { path: '/b' })
  expect(losses(served)).toEqual(['attach: counts from the next `treewire dev` on.'])
  expect(server.listenerCount('upgrade')).toBe(1)
})

test('a session that the program makes is the same one, and goes on with what it shows', () => {
  const { served, begin, Made } = newServed()
  const evaluate = (text: string): Session => {
    begin()
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

test('a root without a name is told of without one, and named when it begins anew', () => {
  const { served, begin, Made } = newServed()
  const places: unknown[] = []
  const evaluate = (hooks: number): void => {
    begin()
    const session = new Made().createSession()
    session.report = (_error, place) => void places.push(place)
    session.mount(() => {
      for (let at = 0; at < hooks; at++) useSignal(0)
      return createElement(Label, { text: () => (hooks === 1 ? fail('it has one hook') : 'Well') })
    })
  }
  evaluate(1)
  served.commit()
  expect(places).toEqual(['Label #1.text'])
  evaluate(2)
  expect(losses(served)).toEqual([
    'The root: state was reset, because its hooks changed: useSignal → useSignal, useSignal.',
  ])
})

test('widgets that it makes by hand are made again, and named', () => {
  const { served, begin, Made } = newServed()
  const evaluate = () => {
    begin()
    return new Made().createSession().create('Label')
  }
  const first = evaluate()
  served.commit()
  const next = evaluate()
  expect([first.isAlive, next.isAlive]).toEqual([false, true])
  expect(losses(served)).toEqual(['session.create: widgets made by hand were made anew.'])
})

interface Evaluated {
  readonly Made: MakeApplication
  readonly here: ApplicationOptions
  readonly told: string[]
}

/** As a module has it that is evaluated again and again. */
function newTool(title: string, { Made, here, told }: Evaluated) {
  return class Tool extends Made {
    readonly #title = title
    readonly made = told.length

    constructor() {
      super({ ...here, onDisconnect: () => void told.push(`${title} is left`) })
      this.onConnect((session) => this.show(session))
    }

    show(session: Session): void {
      told.push(`${this.#title} is shown`)
      session.mount(() => createElement(Label, { text: this.#title }))
    }

    override onConnect(callback: SessionCallback): void {
      told.push('somebody is waited for')
      super.onConnect(callback)
    }
  }
}

test('one of a class that extends it is the same one, with the code of the latest evaluation', () => {
  const { served, begin, ...rest } = newServed()
  const evaluated = { ...rest, told: [] as string[] }
  begin()
  const First = newTool('First', evaluated)
  const first = new First()
  expect([first instanceof First, first instanceof evaluated.Made, first.made]).toEqual([
    true,
    true,
    0,
  ])
  expect(losses(served)).toEqual([])
  begin()
  const second = new (newTool('Second', evaluated))()
  expect([isOne(second, first), second.made]).toEqual([true, 1])
  // A module that has not been evaluated again makes one more of the same class.
  begin()
  expect(isOne(new First(), first)).toBe(true)
  expect(losses(served)).toEqual([])
})

test('sessions leave the code of a class before its edit, and come to the next', async () => {
  const { served, begin, ...rest } = newServed()
  const told: string[] = []
  const evaluated = { ...rest, told }
  begin()
  const app = new (newTool('First', evaluated))()
  await app.start()
  served.commit()
  await visit(socketAt(app.url, SOCKET))
  await expectSoon(() => told.splice(0)).toEqual(['somebody is waited for', 'First is shown'])
  begin()
  const next = new (newTool('Second', evaluated))()
  expect([isOne(next, app), told.splice(0)]).toEqual([true, ['somebody is waited for']])
  served.commit()
  expect([told, app.sessions.size]).toEqual([['First is left', 'Second is shown'], 1])
})

test('functions among its options are those of the latest evaluation that counts', async () => {
  const { served, begin, make } = newServed()
  const evaluate = (word: string): Application => {
    begin()
    return make({
      authenticate: ({ headers }) => headers.cookie === word,
      metrics: { allow: ({ headers }) => headers.cookie === word },
    })
  }
  const app = evaluate('first')
  await app.start()
  served.commit()
  const statuses = (): Promise<number[]> =>
    Promise.all(
      ['first', 'second'].map(async (cookie) => {
        const { status } = await ask(`${app.url}_treewire/metrics`, { cookie })
        return status
      }),
    )
  expect(await statuses()).toEqual([200, 403])
  evaluate('second')
  expect(await statuses()).toEqual([200, 403])
  expect(losses(served)).toEqual([])
  expect(await statuses()).toEqual([403, 200])
  await visit(socketAt(app.url, SOCKET), { headers: { cookie: 'second' } })
  expect((await refusal(socketAt(app.url, SOCKET), { headers: { cookie: 'first' } })).status).toBe(
    401,
  )
})
