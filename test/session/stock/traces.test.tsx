// The traces that were taken of a real browser (protocol.md, appendix B), with a session of ours at the other end.

import { expect, test } from 'vitest'
import { Label, Page, Session } from 'treewire'
import { StockAdapter } from '../../../src/session/stock/stock-adapter.ts'
import type { Peer } from '../../../src/session/peer.ts'
import { call, create, listen, pair, ref } from './pair.ts'
import { refTo } from './stock-methods.ts'
import { dropOf } from '../drop.ts'

test('a new page', () => {
  const both = pair()
  const [info] = both.adapter.down('{"type":"session-info","session_id":"s","token":"t"}')
  expect(both.up(both.browser.receive(info!))).toEqual([
    { type: 'viewport', width: 800, height: 600 },
  ])
  expect(
    both.say(
      create(1, 'TopLevel', { title: 'a' }),
      listen(1, 'move'),
      listen(1, 'resize'),
      listen(1, 'window-state'),
    ),
  ).toEqual([{ type: 'result', id: 1 }])
  both.say(call(1, 'resize', 400, 300))
  both.say(create(3, 'VBox'), listen(3, 'resize'), call(1, 'set_widget', ref(3)), call(1, 'show'))
  const size = { width: 398, height: 268 }
  expect(both.up(both.browser.fire(both.browser.only('TopLevel'), 'resize', size))).toEqual([
    { type: 'callback', wid: 1, action: 'resize', args: [size] },
  ])
  const made = both.browser.log.filter(({ type }) => type === 'create')
  expect(made.map(({ class: className }) => className)).toEqual(['TopLevel', 'VBox'])
  expect(both.browser.violations).toEqual([])
})

test('a tab that the server switches', () => {
  const both = pair()
  both.say(
    create(1, 'TabWidget'),
    create(2, 'Label', 'a'),
    create(3, 'Label', 'b'),
    call(1, 'add_widget', ref(2)),
    call(1, 'add_widget', ref(3)),
    listen(1, 'page-switch'),
  )
  expect(both.say(call(1, 'set_index', 1))).toEqual([{ type: 'result', id: 2 }])
  const tabs = both.browser.only('TabWidget')
  expect(tabs.shown).toBe(tabs.children[1])
  // The user goes back.
  tabs.shown = tabs.children[0]
  expect(both.up(both.browser.fire(tabs, 'page-switch', refTo(tabs.shown!), 0))).toHaveLength(1)
})

test('two files that are dropped', () => {
  const [dropped, problems]: [unknown[], unknown[]] = [[], []]
  const adapter = new StockAdapter()
  const down: string[] = []
  const peer: Peer = {
    backlog: 0,
    send: (frame) => down.push(...(adapter.down(frame) as string[])),
    close: (_, reason) => problems.push(reason),
  }
  const session = new Session({ onError: (error) => problems.push(error) })
  session.mount(() => (
    <Page>
      <Label text="here" onDropEnd={({ files }) => dropped.push(...files)} />
    </Page>
  ))
  adapter.down('{"type":"init","id":0}')
  adapter.up('{"type":"result","id":0}')
  session.attach(peer, { page: undefined, isNew: true })
  session.flush()
  const messages = down.flatMap((frame) => JSON.parse(frame) as { type: string; wid: number }[])
  const { wid } = messages.find(({ type }) => type === 'listen')!
  const receive = (frame: object | Uint8Array): void => {
    const ours = adapter.up(frame instanceof Uint8Array ? frame : JSON.stringify(frame))
    if (ours !== undefined) session.receive(peer, ours)
  }
  const meta = (name: string, size: number) => ({
    name,
    size,
    type: 'text/plain',
    encoding: 'bytes',
  })
  const payload = dropOf({ files: [meta('a', 3), meta('b', 1)], transfer_id: 1 })
  receive({ type: 'callback', wid, action: 'drop-end', args: [payload] })
  const chunk = (file_index: number, chunk_index: number, num_chunks: number): object => ({
    type: 'binary-chunk',
    wid,
    transfer_id: 1,
    file_index,
    file_count: 2,
    chunk_index,
    num_chunks,
    encoding: 'binary',
  })
  receive(chunk(0, 0, 2))
  receive(Uint8Array.of(1, 2))
  receive(chunk(0, 1, 2))
  receive(Uint8Array.of(3))
  receive(chunk(1, 0, 1))
  receive(Uint8Array.of(4))
  expect(problems).toEqual([])
  expect(dropped).toMatchObject([
    { name: 'a', size: 3 },
    { name: 'b', size: 1 },
  ])
})
