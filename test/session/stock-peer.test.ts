// The end of the line of a stock browser: what goes wrong there ends that line at most.

import { afterEach, expect, test, vi } from 'vitest'
import type { Listener } from '../../src/session/arrival.ts'
import { StockPeer } from '../../src/session/stock-peer.ts'
import { StockAdapter } from '../../src/session/stock/stock-adapter.ts'

interface Line {
  readonly peer: StockPeer
  readonly listener: Listener
  readonly closed: [code: number, reason: string][]
  readonly reported: [error: unknown, where: string][]
  readonly heard: unknown[]
  readonly sent: string[]
}

function line(): Line {
  const [closed, reported, heard, sent]: [Line['closed'], Line['reported'], unknown[], string[]] = [
    [],
    [],
    [],
    [],
  ]
  const peer = new StockPeer(
    {
      backlog: 0,
      send: (frame) => sent.push(frame as string),
      close: (code, reason) => closed.push([code, reason]),
    },
    (error, where) => reported.push([error, where]),
  )
  const receive = (frame: string | Uint8Array): unknown => heard.push(frame)
  const listener = peer.hearing({ receive, left: (isForGood) => heard.push(isForGood) })
  return { peer, listener, closed, reported, heard, sent }
}

afterEach(() => vi.restoreAllMocks())

test('a reason is text to a page that shows it as markup', () => {
  const { peer, closed } = line()
  peer.close(4400, 'Unknown action "<img src=x onerror=evil()>"\nof & for')
  expect(closed).toEqual([
    [4400, 'Unknown action &quot;&lt;img src=x onerror=evil()&gt;&quot; of &amp; for'],
  ])
})

test('a browser that breaks the rules is closed with the code of what it did', () => {
  const { peer, listener, closed, reported, heard, sent } = line()
  peer.send(
    '[{"type":"create","wid":1,"class":"TabWidget","args":[]},{"type":"listen","wid":1,"action":"child-added","id":1}]',
  )
  const [{ wid }] = JSON.parse(sent[0]!) as [{ wid: number }]
  const args = Array.from({ length: 100_001 }, (_, at) => ({ __wid__: 10_000 + at }))
  listener.receive(JSON.stringify({ type: 'callback', wid, action: 'child-added', args }))
  expect(closed).toEqual([[4404, 'A browser may speak of 100000 objects of its own']])
  expect([reported, heard]).toEqual([[], []])
})

test('anything else that goes wrong is reported, and the line goes on', () => {
  const { listener, closed, reported, heard } = line()
  const error = new TypeError('oh')
  const up = vi.spyOn(StockAdapter.prototype, 'up').mockImplementationOnce(() => {
    throw error
  })
  listener.receive('{"type":"result","id":1}')
  expect(reported).toEqual([[error, 'A frame of a stock browser']])
  listener.receive('{"type":"viewport","width":1,"height":1}')
  listener.left(true)
  expect(up).toHaveBeenCalledTimes(2)
  expect([closed, heard]).toEqual([[], ['{"type":"viewport","width":1,"height":1}', true]])
})

test('it is printed where nobody has said whom to tell', () => {
  const print = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.spyOn(StockAdapter.prototype, 'up').mockImplementation(() => {
    throw new TypeError('oh')
  })
  const silent = { backlog: 0, send: () => undefined, close: () => undefined }
  const listener = new StockPeer(silent).hearing({
    receive: () => undefined,
    left: () => undefined,
  })
  listener.receive('{}')
  expect(print).toHaveBeenCalledWith('treewire: A frame of a stock browser:', expect.any(TypeError))
})
