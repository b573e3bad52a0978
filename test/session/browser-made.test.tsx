// Objects that the browser makes by itself: the server meets them in answers and events.

import { beforeEach, expect, test } from 'vitest'
import { TopLevel, VBox } from 'treewire'
import type { AnyHandle, Handle } from 'treewire'
import { newPage, open, Recorder } from './recorder.ts'
import type { Opened } from './recorder.ts'

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
