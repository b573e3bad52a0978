// What one session measures: flushes, handlers, what browsers are told when they come, errors. And that a session which
// nobody measures looks at no clock for it.

import { describe, expect, test } from 'vitest'
import { Button, Label, Page, Session, signal, VBox } from 'treewire'
import type { SessionOptions } from 'treewire'
import type { Clock } from '../../src/protocol/clock.ts'
import { ManualClock } from '../../src/testing/manual-clock.ts'
import { Measured } from '../telemetry/measured.ts'
import { dropOf } from './drop.ts'
import { Onlooker } from './onlooker.ts'

const clock = new ManualClock()
const telemetry = new Measured()
const text = signal('')

/** 3 Button that takes 5 ms, 4 Label whose text takes 3 ms */
function Screen() {
  const slow = (): string => {
    clock.advance(3)
    return text.value
  }
  return (
    <Page>
      <VBox>
        <Button onActivated={() => clock.advance(5)} />
        <Label text={slow} />
      </VBox>
    </Page>
  )
}

function begin(options: SessionOptions = {}): { session: Session; page: Onlooker } {
  const session = new Session({ clock, telemetry, ...options })
  session.mount(() => <Screen />)
  const page = new Onlooker(session, 'page')
  page.take()
  telemetry.take()
  return { session, page }
}

test('a flush is measured with all that it does', () => {
  const { session } = begin()
  text.value = 'a'
  session.flush()
  expect(telemetry.take()).toEqual(['flush.duration 3 ms'])
})

test('a first mount is measured, with the flush that tells it', () => {
  const session = new Session({ clock, telemetry })
  telemetry.take()
  session.mount(() => <Screen />)
  expect(telemetry.take()).toEqual([])
  session.flush()
  expect(telemetry.take()).toEqual(['flush.duration 3 ms'])
})

test('a flush whose end throws is measured', () => {
  const { session, page } = begin()
  page.peer.send = () => {
    clock.advance(2)
    throw new Error('no')
  }
  text.value = 'thrown'
  expect(() => session.flush()).toThrow('no')
  expect(telemetry.take()).toEqual(['flush.duration 5 ms'])
  session.destroy()
})

test('an event is measured, and what it changes is another flush', () => {
  const { session, page } = begin()
  page.fire(3, 'activated')
  session.flush()
  expect(telemetry.take()).toEqual(['handler.duration 5 ms', 'flush.duration 0 ms'])
})

test('an event that nobody hears is not measured', () => {
  const { page } = begin()
  page.say({ type: 'callback', wid: 4, action: 'resize', args: [1, 2] })
  expect(telemetry.take('handler')).toEqual([])
})

test('without telemetry no clock is looked at', () => {
  const now = (): number => {
    throw new Error('Somebody wants to know the time')
  }
  const blind: Clock = { ...silentClock, now }
  const { session, page } = begin({ clock: blind, telemetry: undefined })
  text.value = 'b'
  page.fire(3, 'activated')
  expect(page.take()).toEqual(['v heard 1', 'v call #4 set_text "b"'])
  page.leave()
  page.comeBack()
  session.destroy()
})

const silentClock: Clock = {
  now: () => 0,
  setTimeout: () => undefined,
  clearTimeout: () => undefined,
  random: () => 0,
}

describe('a browser that comes back', () => {
  test('to what was kept for it resumes from its window', () => {
    const { session, page } = begin()
    page.leave()
    text.value = 'while it was away'
    session.flush()
    telemetry.take()
    page.comeBack()
    expect(telemetry.take('browser')).toEqual(['browser.resumed 1 window'])
  })

  test('to what was said several times over resumes from less', () => {
    const { session, page } = begin()
    page.leave()
    for (const one of ['a', 'b', 'c']) {
      text.value = one
      session.flush()
    }
    page.comeBack()
    expect(telemetry.take('browser')).toEqual(['browser.resumed 1 condensed'])
  })

  test('when nothing is kept any more is told anew, which is measured', () => {
    const { session, page } = begin({ windowTime: 1000 })
    page.leave()
    clock.advance(1001)
    page.comeBack()
    session.flush()
    expect(telemetry.take()).toEqual([
      'flush.duration 0 ms',
      'browser.resumed 1 anew',
      'retell.duration 0 ms came',
      'flush.duration 0 ms',
    ])
  })
})

test('a browser that is too slow reaches a limit, and is told anew', () => {
  const { session, page } = begin({ maxBacklogBytes: 100, maxWindowBytes: 200 })
  page.peer.backlog = 101
  text.value = 'x'.repeat(300)
  session.flush()
  page.peer.backlog = 0
  telemetry.take()
  clock.advance(1000)
  expect(telemetry.take()).toEqual([
    'limit.reached 1 maxWindowBytes',
    'flush.duration 0 ms',
    'retell.duration 0 ms slow',
  ])
})

test('an upload that is refused is counted', () => {
  const session = new Session({ clock, telemetry, maxFileBytes: 2, onError: () => {} })
  session.mount(() => <Label onDropEnd={() => {}} />)
  const page = new Onlooker(session, 'page')
  page.take()
  telemetry.take()
  const files = [{ name: 'a.txt', size: 3, type: 'text/plain' }]
  page.say({
    type: 'callback',
    wid: 1,
    action: 'drop-end',
    args: [dropOf({ transfer_id: 1, files })],
  })
  expect(telemetry.take('upload')).toEqual(['upload.failed 1 too-large'])
})

test('an error is counted where it was, whoever is told of it', () => {
  const errors: string[] = []
  const onError = (_: unknown, where: string): void => void errors.push(where)
  const session = new Session({ telemetry, clock, onError })
  const Failing = () => {
    throw new Error('boom')
  }
  telemetry.take()
  session.mount(() => (
    <VBox>
      <Failing />
    </VBox>
  ))
  session.report(new Error('by hand'), 'a job of ours')
  expect([errors, telemetry.take('errors')]).toEqual([
    ['VBox #1 > Failing', 'a job of ours'],
    ['errors 1 Failing', 'errors 1 a job of ours'],
  ])
})
