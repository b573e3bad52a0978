// The line between a session of ours and a stock browser: ids, numbers, answers, echoes, bytes.

import { describe, expect, test } from 'vitest'
import { bytesOf, framesOf } from 'treewire/protocol'
import { ProtocolError } from '../../../src/protocol/error.ts'
import { StockAdapter } from '../../../src/session/stock/stock-adapter.ts'
import { add, before, call, create, end, listen, pair, ref } from './pair.ts'
import { StockBrowser } from './stock-browser.ts'
import { refTo } from './stock-methods.ts'

const bytes = Uint8Array.of(1, 2, 3)

describe('the first frames', () => {
  test('end what another server has begun, and break a silence that was left', () => {
    const both = pair({ isSilent: true, isReconstructing: true })
    both.say(create(1, 'Button'), listen(1, 'activated'))
    const up = both.up(both.browser.fire(both.browser.only('Button'), 'activated'))
    expect(up).toEqual([{ type: 'callback', wid: 1, action: 'activated', args: [] }])
  })

  test('nothing of a former life goes up before the init is answered', () => {
    const adapter = new StockAdapter()
    expect(adapter.down('{"type":"init","id":0}')).toEqual([
      '{"type":"init","id":0}',
      '{"type":"reconstruct-end"}',
    ])
    const stale = [
      '{"type":"callback","wid":1,"action":"activated","args":[]}',
      '{"type":"viewport","width":1,"height":1}',
      '{"type":"binary-chunk","wid":1,"transfer_id":1,"chunk_index":0,"num_chunks":1}',
      bytes,
      '{"type":"result","id":7}',
    ]
    expect(stale.map((frame) => adapter.up(frame))).toEqual(stale.map(() => undefined))
    const answer = '{"type":"result","id":0,"session_id":"s","token":"t"}'
    expect(adapter.up(answer)).toBe(answer)
    expect(adapter.up(bytes)).toBe(bytes)
  })

  test('credentials go down, the viewport comes up, and what is only ours stays here', () => {
    const both = pair()
    const frames = both.adapter.down(
      '[{"type":"welcome","heard":0,"kept":"nothing"},{"type":"session-info","session_id":"s","token":"t"},{"type":"heard","id":5,"count":1}]',
    )
    const up = both.up(frames.flatMap((frame) => both.browser.receive(frame)))
    expect(up).toEqual([
      { type: 'viewport', width: 800, height: 600 },
      { type: 'result', id: 5 },
    ])
    expect(both.browser.violations).toEqual([])
  })
})

describe('ids', () => {
  test('a frame is answered by one result, without a value', () => {
    const both = pair()
    expect(both.say(create(1, 'VBox'), create(2, 'Label', 'a'), add(1, 2))).toEqual([
      { type: 'result', id: 1 },
    ])
  })

  test('so is one of which nothing is left', () => {
    const both = pair()
    both.say(create(1, 'Label', 'a'))
    expect(both.say(call(1, 'set_tone', 'muted'))).toEqual([{ type: 'result', id: 2 }])
    expect(both.say({ type: 'heard', count: 3 })).toEqual([{ type: 'result', id: 3 }])
  })

  test('a question is answered in our terms, wherever it stands', () => {
    const both = pair()
    both.say(create(1, 'Label', 'a & b'))
    expect(both.say({ ...call(1, 'get_text'), id: 70 }, call(1, 'set_tone', 'muted'))).toEqual([
      { type: 'result', id: 70, value: 'a & b' },
      { type: 'result', id: 2 },
    ])
  })

  test('an error goes up with the id of what failed', () => {
    const both = pair()
    both.say(create(1, 'Expander', { collapsible: true }))
    const frame = '[{"type":"call","wid":99,"method":"get_text","args":[],"id":8}]'
    const up = both.up(both.adapter.down(frame).flatMap((one) => both.browser.receive(one)))
    expect(up).toEqual([{ type: 'error', id: 8, error: 'Unknown widget id: 99' }])
    expect(both.adapter.up('[{"type":"error","error":"Unknown method: a on b"},null]')).toBe(
      '{"type":"error","error":"Unknown method: a on b"}',
    )
  })

  test('a batch tells its errors', () => {
    const adapter = new StockAdapter()
    expect(adapter.up('{"type":"result","value":{"errors":["oh"]}}')).toBe(
      '{"type":"error","error":"oh"}',
    )
  })
})

describe('numbers', () => {
  test('leave room for what constructors make, without waiting for an answer', () => {
    const both = pair()
    const dialog = create(
      1,
      'Dialog',
      'a',
      Array.from({ length: 3000 }, (_, at) => [`${at}`, at]),
    )
    both.say(dialog, create(2, 'ColorDialog'), create(3, 'Label', 'a'))
    expect(both.browser.violations).toEqual([])
  })

  test('go past whatever the browser has been seen to use', () => {
    const both = pair()
    both.say(create(1, 'MDIWidget'), listen(1, 'page-switch'))
    both.up(['{"type":"result","next_wid":5000}'])
    both.say(create(2, 'Label', 'a'))
    expect(both.widgetOf('a').wid).toBe(5000)
    both.up([
      '{"type":"callback","wid":1,"action":"page-switch","args":[{"__wid__":9000,"__class__":"Label"}]}',
    ])
    both.say(create(3, 'Label', 'b'))
    expect(both.widgetOf('b').wid).toBe(9001)
    expect(both.browser.violations).toEqual([])
  })

  test('what the browser makes is called by negative ones, and found again by them', () => {
    const both = pair()
    both.say(create(1, 'TextSource', 'abc'))
    const down = both.adapter.down(
      '[{"type":"call","wid":1,"method":"create_ref","args":[1],"id":9}]',
    )
    const [{ wid }] = JSON.parse(down[0] as string) as [{ wid: number }]
    const answer = `[{"type":"result","id":9,"value":{"__wid__":${wid + 7},"__class__":"TextBufferRef"}}]`
    expect(JSON.parse(both.adapter.up(answer) as string)).toEqual({
      type: 'result',
      id: 9,
      value: { __wid__: -1, __class__: 'TextBufferRef' },
    })
    const again = both.adapter.down(
      '[{"type":"call","wid":1,"method":"insert_text","args":[{"__wid__":-1},"x"],"id":10},{"type":"call","wid":-1,"method":"get_offset","args":[],"id":11}]',
    )
    expect(JSON.parse(again[0] as string)).toEqual([
      { type: 'call', wid, method: 'insert_text', args: [{ __wid__: wid + 7 }, 'x'], id: 10 },
      { type: 'call', wid: wid + 7, method: 'get_offset', args: [], id: 11 },
    ])
  })

  test('an event of a widget that has ended is told as its own', () => {
    const both = pair()
    both.say(create(1, 'VBox'), create(2, 'Button', 'a'), listen(2, 'activated'), add(1, 2))
    const { wid } = both.widgetOf('a')
    both.say(end(1, 2))
    expect(both.up([`{"type":"callback","wid":${wid},"action":"activated","args":[]}`])).toEqual([
      { type: 'callback', wid: 2, action: 'activated', args: [] },
    ])
  })

  test('an event of what nobody knows is passed over', () => {
    const both = pair()
    expect(both.up(['{"type":"callback","wid":77,"action":"x","args":[]}'])).toEqual([])
  })
})

describe('objects that the browser speaks of', () => {
  const refs = (count: number, from = 10_000): string =>
    JSON.stringify(Array.from({ length: count }, (_, at) => ({ __wid__: from + at })))
  const told = (wid: number, action: string, args: string): string =>
    `{"type":"callback","wid":${wid},"action":"${action}","args":${args}}`
  const opened = (): { both: ReturnType<typeof pair>; wid: number } => {
    const both = pair()
    both.say(create(1, 'TabWidget'), listen(1, 'child-added'))
    return { both, wid: both.browser.only('TabWidget').wid }
  }
  /** The number that the next one gets. */
  const next = ({ both, wid }: ReturnType<typeof opened>): unknown => {
    const [{ args } = {}] = both.up([told(wid, 'child-added', refs(1, 9_999_999))])
    return (args as [{ __wid__: number }])[0].__wid__
  }

  test('are not met by what the session does not get to see', () => {
    const page = opened()
    const { both, wid } = page
    const all = [
      told(wid, 'child-added', `["wrong",${refs(3).slice(1)}`),
      told(wid, 'page-switch', refs(3)),
      told(wid, 'move', refs(3)),
      told(wid, 'no-such-event', refs(3)),
    ]
    expect(both.up(all)).toEqual([])
    expect(next(page)).toBe(-1)
  })

  test('are not met by what comes of a widget that has ended', () => {
    const page = opened()
    const { both } = page
    both.say(create(2, 'Label', 'a'))
    const { wid } = both.widgetOf('a')
    both.say(call(2, 'destroy'))
    expect(both.up([told(wid, 'click', refs(2))])).toMatchObject([
      { args: [{ __wid__: 0 }, { __wid__: 0 }] },
    ])
    expect(next(page)).toBe(-1)
  })

  test('may be 100,000, and not one more', () => {
    const { both, wid } = opened()
    expect(both.up([told(wid, 'child-added', refs(100_000))])).toHaveLength(1)
    expect(both.up([told(wid, 'child-added', refs(100_000))])).toHaveLength(1)
    const refused = (): unknown => both.up([told(wid, 'child-added', refs(1, 200_000))])
    expect(refused).toThrow(ProtocolError)
    expect(refused).toThrow(expect.objectContaining({ code: 4404 }) as Error)
    // One that ends makes room for another.
    both.adapter.down(JSON.stringify([call(-1, 'destroy')]))
    expect(refused).not.toThrow()
  })
})

test.each([
  ['TableView', 'selected', '[["a"]]'],
  ['TableView', 'selected', '[{"transfer_id":1}]'],
  ['TableView', 'cell_edited', '[]'],
  ['TreeView', 'collapsed', '[null,3]'],
  ['TextEntry', 'modified', '[{"transfer_id":1}]'],
  ['ComboBox', 'activated', '[[]]'],
  ['MDIWidget', 'page-close', '[null]'],
  ['Splitter', 'sizing', '["wide"]'],
])('what nobody would say of a %s does no harm: %s %s', (className, action, args) => {
  const both = pair()
  both.say(create(1, className))
  const { wid } = both.browser.only(className)
  expect(both.up([`{"type":"callback","wid":${wid},"action":"${action}","args":${args}}`])).toEqual(
    [],
  )
  if (className === 'TextEntry') both.say(call(1, 'set_editable', false))
  const { state } = both.browser.only(className)
  expect([...state.keys()]).not.toContain('set_text')
})

describe('events', () => {
  test('of what the session does not listen to do not go up', () => {
    const both = pair()
    both.say(create(1, 'CheckBox', 'a'))
    expect(both.up(both.browser.fire(both.browser.only('CheckBox'), 'activated', true))).toEqual([])
  })

  test('whose arguments our session would refuse do not go up', () => {
    const both = pair()
    both.say(create(1, 'Slider'), listen(1, 'activated'))
    const slider = both.browser.only('Slider')
    expect(both.up(both.browser.fire(slider, 'activated', 'much'))).toEqual([])
    expect(both.up(both.browser.fire(slider, 'activated', 3))).toHaveLength(1)
  })

  test('that our own calls cause do not go up', () => {
    const both = pair()
    both.say(
      create(1, 'Expander'),
      listen(1, 'toggled'),
      create(2, 'RadioButton'),
      listen(2, 'activated'),
    )
    const up = both.say(call(1, 'set_collapsed', false), call(2, 'set_state', true))
    expect(up).toEqual([{ type: 'result', id: 2 }])
  })
})

describe('pages behind tabs', () => {
  const opened = (): ReturnType<typeof pair> => {
    const both = pair()
    both.say(create(1, 'TabWidget'), listen(1, 'page-switch'))
    for (const wid of [2, 3, 4]) both.say(create(wid, 'Label', `${wid}`), add(1, wid))
    return both
  }
  const shown = (both: ReturnType<typeof pair>): unknown =>
    both.browser.only('TabWidget').shown?.args[0]

  test('are shown by our calls without a word', () => {
    const both = opened()
    expect(both.say(call(1, 'set_index', 1))).toEqual([{ type: 'result', id: 5 }])
    expect(shown(both)).toBe('3')
  })

  test('are shown by the user, who is heard', () => {
    const both = opened()
    const tabs = both.browser.only('TabWidget')
    tabs.shown = tabs.children[2]
    expect(both.up(both.browser.fire(tabs, 'page-switch', refTo(tabs.children[2]!), 2))).toEqual([
      {
        type: 'callback',
        wid: 1,
        action: 'page-switch',
        args: [{ __wid__: 4, __class__: 'Label' }, 2],
      },
    ])
    both.say(before(1, 4, 2))
    expect(shown(both)).toBe('4')
    both.say(end(1, 2))
    expect(shown(both)).toBe('4')
  })

  test('that come and go are told of, if anybody listens', () => {
    const both = opened()
    both.say(listen(1, 'child-added'), listen(1, 'child-removed'))
    const told = both.say(create(5, 'Label', '5'), before(1, 5, 2), end(1, 4), before(1, 3, 2))
    expect(told.map(({ action, args }) => action && [action, args])).toEqual([
      ['child-added', [{ __wid__: 5 }]],
      ['child-removed', [{ __wid__: 4 }]],
      undefined,
    ])
  })

  test('are no news when they are put in and one of them is chosen at once', () => {
    const both = pair()
    const made = [2, 3].flatMap((wid) => [create(wid, 'Label', `${wid}`), add(1, wid)])
    const start = [create(1, 'TabWidget'), listen(1, 'page-switch'), ...made]
    expect(both.say(...start, call(1, 'set_index', 1))).toEqual([{ type: 'result', id: 1 }])
    expect(shown(both)).toBe('3')
  })

  test('make room for a neighbour when the shown one ends, which the session hears', () => {
    const both = opened()
    both.say(call(1, 'set_index', 1))
    expect(both.say(end(1, 3))).toEqual([
      { type: 'callback', wid: 1, action: 'page-switch', args: [{ __wid__: 4 }, 1] },
      { type: 'result', id: 6 },
    ])
    expect(shown(both)).toBe('4')
    expect(both.browser.violations).toEqual([])
  })
})

describe('bytes', () => {
  const send = (
    both: ReturnType<typeof pair>,
    data: Uint8Array | Float64Array,
    method: string,
    wid: number,
  ): unknown[] => {
    const frames = framesOf({ id: 40, wid, method, args: ['png'] }, data, () => 1)
    return both.up(
      frames
        .flatMap((frame) => both.adapter.down(frame))
        .flatMap((one) => both.browser.receive(one)),
    )
  }

  test('go right behind their header, and are answered when all are there', () => {
    const both = pair()
    both.say(create(1, 'Image'))
    expect(send(both, bytes, 'set_binary_image', 1)).toEqual([{ type: 'result', id: 40 }])
    expect(send(both, Float64Array.of(1, 2), 'set_binary_image', 1)).toEqual([
      { type: 'result', id: 40 },
    ])
    expect(both.browser.binary.map((one) => bytesOf(one).length)).toEqual([3, 16])
    expect(both.browser.violations).toEqual([])
  })

  test('for what the browser does not have stay here, and are answered', () => {
    const both = pair()
    both.say(create(1, 'Chart'))
    expect(send(both, bytes, 'append_binary', 1)).toEqual([{ type: 'result', id: 40 }])
    expect(send(both, Float64Array.of(1), 'append_binary', 1)).toEqual([{ type: 'result', id: 40 }])
    expect(both.browser.binary).toEqual([])
    expect(both.browser.violations).toEqual([])
  })

  test('that come up keep their header', () => {
    const both = pair()
    both.say(create(1, 'Label', 'a'))
    const { wid } = both.widgetOf('a')
    const header = (of: number): string =>
      `{"type":"binary-chunk","wid":${of},"transfer_id":1,"file_index":0,"file_count":1,"chunk_index":0,"num_chunks":1,"encoding":"binary"}`
    expect(both.adapter.up(header(wid))).toBe(header(1))
    expect(both.adapter.up(bytes)).toBe(bytes)
    // What nobody knows goes on as nobody's, for the session to refuse.
    expect(both.adapter.up(header(12_345))).toBe(header(0))
  })
})

describe('a download', () => {
  test('of an address is opened', () => {
    const both = pair()
    both.say({ type: 'download', url: '/files/1', name: 'a.txt' })
    expect(both.browser.log.at(-1)).toEqual({ type: 'open-url', url: '/files/1', id: 1 })
  })

  test('that holds everything itself is saved', () => {
    const both = pair()
    both.say({ type: 'download', url: 'data:text/plain;base64,YQ==', name: 'a.txt' })
    expect(
      both.browser.log.map(({ method, args }) => method && [method, args]).filter(Boolean),
    ).toEqual([
      ['save', ['a.txt', 'data:text/plain;base64,YQ==']],
      ['destroy', []],
    ])
    expect(both.browser.violations).toEqual([])
  })
})

test('a value that is too deep to be walked goes on for the session to refuse', () => {
  const adapter = new StockAdapter()
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
  const frame = `{"type":"callback","wid":1,"action":"a","args":${deep}}`
  expect(adapter.up(frame)).toBe(frame)
})

test('a frame that cannot be understood goes on for the session to refuse', () => {
  const adapter = new StockAdapter()
  for (const frame of ['{{', '3', '[[]]', '{"type":"callback","wid":"a"}']) {
    expect(adapter.up(frame)).toBe(frame)
  }
})

test('the stock browser of these tests breaks where the real one does', () => {
  const browser = new StockBrowser()
  const obey = (message: object): unknown =>
    JSON.parse(browser.receive(JSON.stringify(message)).at(-1)!)
  obey({ type: 'create', wid: 1, class: 'TabWidget' })
  expect(obey({ type: 'create', wid: 3, class: 'Label' })).toEqual({
    type: 'result',
    wid: 3,
    next_wid: 5,
  })
  obey({ type: 'create', wid: 5, class: 'Label' })
  for (const wid of [3, 5]) obey(call(1, 'add_widget', ref(wid)))
  expect(obey({ ...call(1, 'remove', ref(5)), silent: true })).toMatchObject({ type: 'error' })
  obey({ type: 'listen', wid: 1, action: 'page-switch' })
  expect(browser.receive(JSON.stringify(call(1, 'show_widget', ref(5))))).toEqual([
    '{"type":"result"}',
  ])
  expect(obey(call(1, 'insert_before', ref(3), ref(5)))).toEqual({
    type: 'error',
    error: 'Unknown method: insert_before on TabWidget',
  })
  expect(browser.violations).toEqual([
    'a silent call failed: The node is not a child',
    'method TabWidget.insert_before',
  ])
})
