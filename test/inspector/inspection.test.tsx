// What all inspectors share: the sessions, and who looks at which.

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Session } from 'treewire'
import { ManualClock, render } from 'treewire/testing'
import type { Rendered } from 'treewire/testing'
import { expect, test } from 'vitest'
import { Inspection } from '../../src/inspector/inspection.ts'
import { RecordSwitch } from '../../src/session/recording/record-switch.ts'
import { insideOf } from '../../src/session/session.ts'
import { logName } from '../../src/telemetry/logger.ts'
import { Counter } from '../testing/counter.tsx'

function inspected() {
  const clock = new ManualClock()
  const sessions: Session[] = []
  const open = (id: string): Rendered => {
    const screen = render(<Counter />, { id })
    sessions.push(screen.session)
    return screen
  }
  /** Without a browser. */
  const add = (id: string, user: unknown): Session => {
    const session = new Session({ id, user })
    sessions.push(session)
    return session
  }
  const alive = () => sessions.filter(({ isOver }) => !isOver)
  const inspection = new Inspection(() => new Set(alive()), clock, new RecordSwitch())
  return { clock, open, add, inspection }
}

test('while nobody visits nothing is looked at, and no timer runs', () => {
  const { clock, open, inspection } = inspected()
  open('a')
  expect([inspection.rows.value, clock.waiting, inspection.isIdle]).toEqual([[], 0, true])
})

test('who visits sees all sessions, and each second which have come and gone', () => {
  const { clock, add, inspection } = inspected()
  const first = add('a', { name: 'Ada', password: 'secret' })
  const leave = inspection.visit()
  expect(inspection.rows.value.map(({ name, user }) => [name, user])).toEqual([
    [logName('a'), 'Ada'],
  ])
  add('b', 'Ben')
  clock.advance(1000)
  expect(inspection.rows.value.map(({ user }) => user)).toEqual(['Ada', 'Ben'])
  first.destroy()
  clock.advance(1000)
  expect(inspection.rows.value.map(({ user }) => user)).toEqual(['Ben'])
  leave()
  expect([inspection.rows.value, clock.waiting]).toEqual([[], 0])
})

test('the id of a session is not shown, for with it one comes nearer to it', () => {
  const { open, inspection } = inspected()
  open('the-id-itself')
  inspection.visit()
  expect(JSON.stringify(inspection.rows.value)).not.toContain('the-id-itself')
})

test('two who look at one session share one watch, and the last to leave ends it', () => {
  const { open, inspection } = inspected()
  const { session } = open('a')
  const [one, two] = [inspection.look(logName('a'))!, inspection.look(logName('a'))!]
  expect(one.watch).toBe(two.watch)
  one.end()
  expect(insideOf(session).tree.observer).toBeDefined()
  two.end()
  expect([insideOf(session).tree.observer, inspection.isIdle]).toEqual([undefined, true])
})

test('after a mistake of the inspector who looks next sees again, and who looked before takes nothing away', async () => {
  const { clock, open, inspection } = inspected()
  const screen = open('a')
  const one = inspection.look(logName('a'))!
  one.watch.messages.said = () => {
    throw new Error('no')
  }
  await screen.fire('Count', 'activated')
  expect(screen.errors()).toEqual(['The inspector: no'])
  const two = inspection.look(logName('a'))!
  one.end()
  await screen.fire('Count', 'activated')
  clock.advance(200)
  expect([two.watch.messages.messages.length, two.beats.value]).toEqual([2, 1])
  expect(inspection.look(logName('a'))!.watch).toBe(two.watch)
})

test('there is nothing to look at where there is no such session', () => {
  const { inspection } = inspected()
  expect(inspection.look('nobody')).toBeUndefined()
})

test('however much happens, it is told at most five times a second', async () => {
  const { clock, open, inspection } = inspected()
  const screen = open('a')
  const look = inspection.look(logName('a'))!
  for (let at = 0; at < 20; at++) await screen.fire('Count', 'activated')
  expect(look.beats.value).toBe(0)
  clock.advance(1000)
  expect(look.beats.value).toBe(1)
  await screen.fire('Count', 'activated')
  clock.advance(200)
  expect(look.beats.value).toBe(2)
  look.end()
})

test('of very many sessions all are there at once, and all are counted in the end', () => {
  const clock = new ManualClock()
  const sessions = Array.from({ length: 120 }, (_, at) => new Session({ id: `s${at}` }))
  const inspection = new Inspection(() => new Set(sessions), clock, new RecordSwitch())
  const leave = inspection.visit()
  sessions[119]!.mount(() => <Counter />)
  expect(inspection.rows.value).toHaveLength(120)
  clock.advance(2000)
  expect(inspection.rows.value[119]!.widgets).toBe(4)
  leave()
  for (const session of sessions) session.destroy()
})

test('when the last who looked has left, the session holds nothing of it', async () => {
  const { open, inspection } = inspected()
  const screen = open('a')
  const seen = await lookAndLeave(screen, inspection)
  expect(inspection.isIdle).toBe(true)
  collect()
  expect(seen.map((one) => one.deref())).toEqual([undefined, undefined, undefined])
  await screen.fire('Count', 'activated')
  expect(screen.find('2').wid).toBe(3)
})

/** In a function of its own, so that nothing of it is in hand afterwards. */
async function lookAndLeave(
  screen: Rendered,
  inspection: Inspection,
): Promise<readonly WeakRef<object>[]> {
  const leave = inspection.visit()
  const look = inspection.look(logName('a'))!
  const { watch } = look
  await screen.fire('Count', 'activated')
  const seen = [watch, watch.log, watch.messages].map((one) => new WeakRef<object>(one))
  look.end()
  leave()
  // What a weak reference was asked for is held until the turn is over.
  await new Promise((resolve) => setImmediate(resolve))
  return seen
}

function collect(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}
