// Objects that the browser makes by itself: the server meets them in answers and events.

import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { TopLevel, VBox } from 'treewire'
import type { AnyHandle, Handle } from 'treewire'
import {
  isBrowserMade,
  makerIn,
  makerOf,
  numberOf,
  ownNumber,
  withOwnNumbers,
} from '../../src/session/browser-made.ts'
import { newPage, open, Recorder } from './recorder.ts'
import type { Opened } from './recorder.ts'
import type { Json } from '../../src/protocol/messages.ts'

let opened: Opened
let box: Handle<'VBox'>

/** 1 TopLevel, 2 VBox */
beforeEach(() => {
  opened = open(
    <TopLevel>
      <VBox ref={(handle) => handle && (box = handle)} />
    </TopLevel>,
  )
  opened.peer.take()
})

/** What the browser answers to `get_children`. */
async function met(...refs: readonly object[]): Promise<readonly AnyHandle[]> {
  const answer = box.getChildren()
  opened.session.flush()
  const [{ id }] = JSON.parse(opened.peer.takeFrames()[0]!) as [{ id: number }]
  opened.receive({ type: 'result', id, value: refs })
  return answer
}

test('it becomes a handle of its class, which is always the same', async () => {
  const [made] = await met({ __wid__: -1, __class__: 'Label' })
  const [again] = await met({ __wid__: -1, __class__: 'Label' })
  expect([made?.className, made?.isAlive, again === made]).toEqual(['Label', true, true])
})

test('it takes calls, listeners and its end', async () => {
  const [made] = await met({ __wid__: -1, __class__: 'Button' })
  const clicks: unknown[] = []
  made!.call('set_text', 'a')
  made!.on('activated', () => clicks.push('click'))
  opened.session.flush()
  opened.fire(-1, 'activated')
  made!.off('activated')
  made!.destroy()
  opened.session.flush()
  expect(clicks).toEqual(['click'])
  expect(opened.peer.take()).toEqual([
    'v listen #-1 activated',
    'v call #-1 set_text "a"',
    'v unlisten #-1 activated',
    'v call #-1 destroy',
  ])
  expect(made!.isAlive).toBe(false)
})

test('it ends with the page that made it', async () => {
  const [made] = await met({ __wid__: -1, __class__: 'Label' })
  opened.session.attach(new Recorder(), newPage)
  expect(made!.isAlive).toBe(false)
  expect(() => made!.call('set_text', 'a')).toThrow('Label #-1 is gone')
})

test('its last event may come after its end', async () => {
  const [made] = await met({ __wid__: -1, __class__: 'Button' })
  made!.destroy()
  opened.fire(-1, 'activated')
  expect(opened.peer.closed).toEqual([])
})

test.each([
  ['one that it has never named', { __wid__: -1 }],
  ['one of an unknown class', { __wid__: -1, __class__: 'constructor' }],
  ['one too many', { __wid__: -100_001, __class__: 'Label' }],
])('a page that speaks of %s is sent away', async (_what, ref) => {
  void met(ref).catch(() => 'the page is gone')
  await Promise.resolve()
  opened.fire(-1, 'activated')
  expect(opened.peer.closed).toEqual(['4404 There never was a widget -1'])
})

describe('a number', () => {
  const viewer = fc.nat(2 ** 32)
  const own = fc.integer({ min: -(2 ** 20) + 1, max: -1 })

  test('tells whose it is and what they call it, of as many pages as there may be', () => {
    fc.assert(
      fc.property(viewer, own, (maker, name) => {
        const wid = numberOf(maker, name)
        expect([isBrowserMade(wid), makerOf(wid), ownNumber(wid)]).toEqual([true, maker, name])
        expect(Number.isSafeInteger(wid)).toBe(true)
      }),
    )
  })

  test('of the first page, and of the server, is what it is called', () => {
    expect([numberOf(0, -3), numberOf(5, 7), ownNumber(7)]).toEqual([-3, 7, 7])
    expect(isBrowserMade(7)).toBe(false)
  })

  test('that would be one of another page is refused', () => {
    expect(() => numberOf(0, numberOf(1, -3))).toThrow('There never was a widget -1048579')
    expect(() => numberOf(0, -(2 ** 20))).toThrow('There never was a widget')
  })
})

describe('a value', () => {
  const wid = numberOf(2, -3)

  test.each<[string, Json, Json, number | undefined]>([
    ['a reference', { __wid__: wid }, { __wid__: -3 }, 2],
    ['one in a list in an object', { a: [1, { __wid__: wid }] }, { a: [1, { __wid__: -3 }] }, 2],
    ['a widget of the server', [{ __wid__: 4 }], [{ __wid__: 4 }], undefined],
    ['no reference', { a: null, b: [-3, 'x'] }, { a: null, b: [-3, 'x'] }, undefined],
  ])('with %s is told as its page knows it', (_, value, told, maker) => {
    expect([withOwnNumbers(value), makerIn(value)]).toEqual([told, maker])
  })

  test('of bytes is left as it is', () => {
    const bytes = Uint8Array.of(1) as never
    expect([withOwnNumbers(bytes), makerIn(bytes)]).toEqual([bytes, undefined])
  })
})

describe('of two pages that call their objects the same', () => {
  test('each hears of its own, and nobody is taken for another', async () => {
    const [mine] = await met({ __wid__: -1, __class__: 'Button' })
    const other = new Recorder()
    opened.session.attach(other, { page: 'other' })
    const question = box.getChildren()
    opened.session.flush()
    const asked = JSON.parse(other.takeFrames().at(-1)!) as [{ id: number }]
    const theirs = { __wid__: -1, __class__: 'Label' }
    opened.session.receive(
      other,
      JSON.stringify({ type: 'result', id: asked[0].id, value: [theirs] }),
    )
    const [yours] = await question
    expect([mine!.className, yours!.className]).toEqual(['Button', 'Label'])
    opened.peer.take()
    mine!.call('set_text', 'mine')
    yours!.call('set_text', 'yours')
    opened.session.flush()
    expect([opened.peer.take(), other.take()]).toEqual([
      ['v call #-1 set_text "mine"'],
      ['v call #-1 set_text "yours"'],
    ])
    opened.session.receive(
      other,
      JSON.stringify({ type: 'callback', wid: numberOf(0, -1) - 2 ** 20, action: 'x', args: [] }),
    )
    expect(other.closed).toEqual(['4404 There never was a widget -1048577'])
    expect([mine!.isAlive, yours!.isAlive]).toEqual([true, true])
  })
})
