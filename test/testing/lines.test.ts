// Messages as lines: direction, type, widget, name, arguments.

import { expect, test } from 'vitest'
import type { ClientMessage, ServerMessage } from 'treewire/protocol'
import { lineOf } from 'treewire/testing'

test.each<[ServerMessage, string]>([
  [{ type: 'init' }, 'v init'],
  [{ type: 'init', id: 0 }, 'v init 0'],
  [{ type: 'create', wid: 1, class: 'Label' }, 'v create #1 Label'],
  [
    { type: 'create', wid: 1, class: 'Label', args: ['a', { tone: 'danger' }], id: 9 },
    'v create #1 Label "a" {"tone":"danger"}',
  ],
  [
    { type: 'call', wid: 2, method: 'set_text', args: ['say "hi"\n'] },
    String.raw`v call #2 set_text "say \"hi\"\n"`,
  ],
  [
    { type: 'call', wid: 2, method: 'set_size', args: [null, 5.5, true, []] },
    'v call #2 set_size null 5.5 true []',
  ],
  [
    { type: 'call', wid: 2, method: 'add_widget', args: [{ __wid__: 4 }, 1] },
    'v call #2 add_widget #4 1',
  ],
  [
    {
      type: 'call',
      wid: 2,
      method: 'append_row',
      args: [[{ __wid__: 4 }, { a: { __wid__: -5 } }]],
    },
    'v call #2 append_row [#4,{"a":#-5}]',
  ],
  [{ type: 'call', wid: 2, method: 'set_text', args: ['#4'] }, 'v call #2 set_text "#4"'],
  [{ type: 'call', wid: 2, method: 'x', args: [{ __wid__: '4' }] }, 'v call #2 x {"__wid__":"4"}'],
  [
    { type: 'call', wid: 2, method: 'set_state', args: [true], silent: true },
    'v call #2 set_state true silently',
  ],
  [{ type: 'welcome', heard: 7, kept: 'session' }, 'v welcome session 7'],
  [{ type: 'heard', count: 7, id: 3 }, 'v heard 7'],
  // What lets somebody in does not belong into what tests print.
  [{ type: 'session-info', session_id: 's', token: 't' }, 'v session-info'],
  [{ type: 'listen', wid: 2, action: 'page-switch' }, 'v listen #2 page-switch'],
  [{ type: 'unlisten', wid: 2, action: 'page-switch', id: 4 }, 'v unlisten #2 page-switch'],
])('%j goes down as a line', (message, line) => {
  expect(lineOf('v', message)).toBe(line)
})

test.each<[ClientMessage, string]>([
  [{ type: 'hello', session_id: 's', token: 't', seen: 12 }, '^ hello 12'],
  [{ type: 'viewport', width: 800, height: 600 }, '^ viewport 800×600'],
  [{ type: 'result' }, '^ result'],
  [{ type: 'result', id: 3, value: 'kept quiet' }, '^ result 3'],
  [{ type: 'error', id: 3, error: 'Unknown widget id: 4' }, '^ error Unknown widget id: 4'],
  [{ type: 'callback', wid: 4, action: 'activated', args: [] }, '^ callback #4 activated'],
  [
    {
      type: 'callback',
      wid: 4,
      action: 'page-switch',
      args: [{ __wid__: 5, __class__: 'Label' }, 1],
    },
    '^ callback #4 page-switch #5 1',
  ],
  [
    {
      type: 'file-chunk',
      wid: 4,
      transfer_id: 1,
      file_index: 2,
      file_count: 3,
      chunk_index: 5,
      num_chunks: 9,
      data: 'long',
    },
    '^ file-chunk #4 2:5',
  ],
])('%j goes up as a line', (message, line) => {
  expect(lineOf('^', message)).toBe(line)
})

test.each<[ServerMessage, string]>([
  [{ type: 'create', wid: 1, class: 'Label', args: ['a'] }, 'v create Label(1) "a"'],
  [
    { type: 'call', wid: 2, method: 'add_widget', args: [{ __wid__: 1 }, { a: { __wid__: -3 } }] },
    'v call Label(2) add_widget Label(1) {"a":Label(-3)}',
  ],
  [{ type: 'listen', wid: 2, action: 'activated' }, 'v listen Label(2) activated'],
])('%j calls widgets as is wanted, and a class once', (message, line) => {
  expect(lineOf('v', message, (wid) => `Label(${wid})`)).toBe(line)
})
