// Whatever a browser sends: nothing is thrown, at most its own line is closed, and the session goes on.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  Button,
  CheckBox,
  ComboBox,
  Label,
  signal,
  Slider,
  TabWidget,
  TextEntry,
  TopLevel,
} from 'treewire'
import { VBox } from 'treewire'
import { newPage, open, Recorder } from './recorder.ts'

// The same walks in every run.
fc.configureGlobal({ seed: 1 })

const ignore = (): void => {}

function openPage() {
  return open(
    <TopLevel onResize={ignore}>
      <VBox>
        <Button onActivated={ignore} />
        <CheckBox bind={signal(false)} />
        <Slider bind={signal(5)} onActivated={ignore} />
        <ComboBox items={['a', 'b']} bind={signal('a')} />
        <TextEntry bind={signal('')} onDropEnd={ignore} onDropProgress={ignore} />
        <TabWidget onPageSwitch={ignore}>
          <Label tab="a" />
        </TabWidget>
      </VBox>
    </TopLevel>,
  )
}

const names = ['constructor', '__proto__', 'toString', 'x']
const type = fc.constantFrom('callback', 'result', 'error', 'file-chunk', 'init', 'call', ...names)
const action = fc.constantFrom(
  'activated',
  'modified',
  'page-switch',
  'drop-end',
  'resize',
  ...names,
)
const wid = fc.oneof(fc.integer({ min: -1, max: 12 }), fc.constantFrom('1', null, 1.5, 2 ** 53))
const ref = fc.record({ __wid__: wid }) as fc.Arbitrary<unknown>
const meta = fc.record({
  name: fc.string(),
  size: fc.integer({ min: -1, max: 9 }),
  type: fc.string(),
})
const files = fc.record({ transfer_id: fc.nat(2), files: fc.array(meta, { maxLength: 2 }) })
const plain = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<unknown>
const value = fc.oneof(
  plain,
  ref,
  files as fc.Arbitrary<unknown>,
  fc.array(ref),
  fc.boolean(),
  fc.nat(9),
)
const count = fc.oneof({ weight: 9, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: value })

const message = fc.record(
  {
    type,
    wid,
    action,
    args: fc.oneof(
      { weight: 9, arbitrary: fc.array(value, { maxLength: 3 }) },
      { weight: 1, arbitrary: value },
    ),
    id: fc.oneof(fc.nat(3) as fc.Arbitrary<unknown>, value),
    value,
    error: fc.string(),
    transfer_id: count,
    file_index: count,
    file_count: count,
    chunk_index: count,
    num_chunks: count,
    data: fc.string(),
  },
  { requiredKeys: ['type', 'wid', 'action', 'args', 'error', 'data'] },
)

const frame = fc.oneof(
  fc.array(message, { maxLength: 4 }).map((messages) => JSON.stringify(messages)),
  message.map((one) => JSON.stringify(one)),
  plain.map((one) => JSON.stringify(one)),
  fc.string(),
)

test('nothing is thrown, and a page that comes next is served', () => {
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 8 }), (frames) => {
      const [{ session, peer, errors }, other] = [openPage(), openPage()]
      for (const text of frames) {
        session.receive(peer, text)
        session.flush()
      }
      expect(peer.closed.filter((reason) => !/^4(400|404|413) /.test(reason))).toEqual([])
      expect(peer.closed.length).toBeLessThanOrEqual(1)
      expect(session.isConnected).toBe(peer.closed.length === 0)
      expect(errors.filter((error) => !error.startsWith('The browser: '))).toEqual([])
      const next = new Recorder()
      session.attach(next, newPage)
      session.flush()
      expect(next.take().at(-1)).toBe('v call #1 show')
      expect([other.peer.closed, other.errors]).toEqual([[], []])
    }),
    { numRuns: 300 },
  )
})
