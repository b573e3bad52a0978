import { expect, test } from 'vitest'
import type { ClientMessage, Json, ServerMessage } from '../../../src/protocol/messages.ts'
import {
  isTooLong,
  wrongAck,
  wrongAnswer,
  wrongEvent,
  wrongPiece,
  wrongViewport,
} from './conduct.ts'
import { autoListens, setters } from './state.ts'

const label = { __wid__: 3, __class__: 'Label' }

test.each([
  [{ type: 'result', id: 0 }, undefined],
  [{ type: 'result', id: 0, session_id: 1, token: 't' }, undefined],
  [{ type: 'result', id: 0, session_id: 1 }, 'pairs'],
  [{ type: 'result', id: 1 }, 'does not answer'],
  [{ type: 'ack', id: 0 }, 'does not answer'],
  [{ type: 'viewport', width: 1, height: 1 }, 'does not answer'],
  [{ type: 'callback', wid: 1, action: 'a', args: [] }, 'does not answer'],
  [{ type: 'result', id: 0, seq: 1 }, 'nobody knows its seq'],
])('the first frame %j', (ack, wrong) => {
  expect(wrongAck(ack) ?? '').toContain(wrong ?? '')
  expect(wrongAck(ack) === undefined).toBe(wrong === undefined)
})

const create = { type: 'create', id: 4, wid: 3, class: 'Label' } as const
const callOf = (method: string) => ({ type: 'call', id: 4, wid: 1, method }) as const

test.each<[ServerMessage, object, string, string | undefined]>([
  [create, { wid: 3, next_wid: 4 }, '', undefined],
  [create, { wid: 4, next_wid: 5 }, '', 'made 4 of 3'],
  [create, { wid: 3 }, '', 'the next number is'],
  [create, { wid: 3, next_wid: 3 }, '', 'the next number is'],
  [create, { wid: 3, next_wid: 2e9 }, '', 'counts those of the page'],
  [callOf('get_text'), { value: 'a' }, 'Label', undefined],
  [callOf('show'), {}, 'Label', undefined],
  [callOf('show'), { seq: 3 }, 'Label', 'nobody knows its seq'],
  [callOf('get_children'), { value: [{ __wid__: 3 }] }, 'VBox', 'has no class'],
  [callOf('add_name'), { value: { __wid__: -1, __class__: 'Menu' } }, 'MenuBar', undefined],
  [callOf('add_name'), { value: { __wid__: -1, __class__: 'Menu' } }, 'Menu', 'no MenuAction'],
  [callOf('add_menu'), {}, 'Menu', 'no Menu'],
  [callOf('add_menu'), {}, 'MenuBar', undefined],
  [callOf('add_action'), { value: null }, 'ToolBar', 'no ToolBarAction'],
  [callOf('add_widget'), { value: label }, 'MDIWidget', 'no MDISubWindow'],
  [callOf('add_widget'), {}, 'VBox', undefined],
  [{ type: 'listen', id: 4, wid: 1, action: 'a' }, { value: 1 }, '', 'nobody knows its value'],
  [{ type: 'batch', id: 4 }, { value: { errors: [] } }, '', undefined],
])('to %j the answer %j', (asked, answer, className, wrong) => {
  const said = { type: 'result', id: 4, ...answer } as ClientMessage
  const found = wrongAnswer(asked, said, className)
  expect(found === undefined).toBe(wrong === undefined)
  expect(found ?? '').toContain(wrong ?? '')
})

test.each<[string, string, readonly Json[], boolean]>([
  ['Label', 'resize', [{ width: 1, height: 2 }], true],
  ['Label', 'resize', [1, 2], false],
  ['TopLevel', 'move', [1, 2], true],
  ['TopLevel', 'move', [{ x: 1, y: 2 }], false],
  ['ComboBox', 'activated', [0, 'a'], true],
  ['ComboBox', 'activated', [0], false],
  ['TabWidget', 'page-switch', [label, 1], true],
  ['TabWidget', 'page-switch', [label], false],
  ['MDIWidget', 'page-switch', [label], true],
  ['TabWidget', 'page-close', [3], false],
  ['TabWidget', 'page-close', [{ __wid__: 3 }], false],
  ['ScrollArea', 'scrolled', [0, 1], true],
  ['ScrollArea', 'scrolled', [[0, 1]], false],
  ['Splitter', 'sizing', [[1, 2]], true],
  ['Splitter', 'sizing', [1, 2], false],
  ['TreeView', 'expanded', [{ a: 1 }, ['x']], true],
  ['TreeView', 'collapsed', [['x'], { a: 1 }], false],
  ['TreeView', 'sorted', ['a', true], true],
  ['TreeView', 'sorted', ['a'], false],
  ['Expander', 'toggled', [1], false],
  ['TopLevel', 'window-state', ['normal'], true],
  ['CheckBox', 'activated', ['on'], false],
  ['Slider', 'activated', [1], true],
  ['Button', 'activated', [], true],
  ['TextArea', 'modified', [], false],
])('%s %s %j: %s', (className, action, args, isRight) => {
  expect(wrongEvent(className, action, args) === undefined).toBe(isRight)
})

test('pieces and sizes are whole, and of nothing else', () => {
  const piece = {
    wid: 1,
    transfer_id: 1,
    file_index: 0,
    file_count: 1,
    chunk_index: 0,
    num_chunks: 1,
  }
  const right = { type: 'binary-chunk', encoding: 'binary', ...piece } as const
  const { file_index: _, ...less } = right
  const wrong = [right, { ...right, seq: 1 }, less].map((one) => wrongPiece(one) !== undefined)
  expect(wrong).toEqual([false, true, true])
  const size = { type: 'viewport', width: 1, height: 2 } as const
  expect([wrongViewport(size), wrongViewport({ ...size, width: NaN, seq: 1 } as never)]).toEqual([
    undefined,
    'nobody knows its seq',
  ])
})

test('a text of 1 MiB is not too long, and one byte more is', () => {
  expect([isTooLong('x'.repeat(2 ** 20)), isTooLong(`é${'x'.repeat(2 ** 20 - 1)}`)]).toEqual([
    false,
    true,
  ])
})

test.each([
  ['Timer', []],
  ['VBox', ['resize']],
  ['TopLevel', ['move', 'resize', 'window-state']],
  ['TextEntry', ['resize', 'activated', 'modified']],
  ['TabWidget', ['resize', 'page-switch', 'page-close']],
  ['TreeView', ['resize', 'expanded', 'collapsed', 'sorted']],
])('%s is listened to by itself: %j', (className, actions) => {
  expect(autoListens(className)).toEqual(actions)
})

test.each<[string, string, readonly Json[], readonly (readonly Json[])[]]>([
  ['TopLevel', 'move', [1, 2], [['set_position', 1, 2]]],
  ['TopLevel', 'resize', [{ width: 1, height: 2 }], [['resize', 1, 2]]],
  ['Label', 'resize', [{ width: 1, height: 2 }], []],
  [
    'ComboBox',
    'activated',
    [1, 'a'],
    [
      ['set_index', 1],
      ['set_text', 'a'],
    ],
  ],
  ['StackWidget', 'page-switch', [label, 1], [['set_index', 1]]],
  ['TreeView', 'expanded', [null, ['a']], [['expand_item', ['a']]]],
  ['TreeView', 'sorted', ['a', false], [['sort_by_column', 'a', false]]],
  ['Button', 'activated', [], []],
])('after %s %s %j the others are told %j', (className, action, args, said) => {
  expect(setters(className, action, args)).toEqual(said)
})
