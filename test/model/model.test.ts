// The browser that is only a model: it obeys, and is strict where a real one is lenient.

import { beforeEach, describe, expect, test } from 'vitest'
import { encode } from 'treewire/protocol'
import type { Json, ServerMessage } from 'treewire/protocol'
import { ModelBrowser } from 'treewire/testing'

let browser: ModelBrowser

beforeEach(() => {
  browser = new ModelBrowser()
})

const create = (wid: number, className: string, ...args: readonly Json[]): ServerMessage => ({
  type: 'create',
  wid,
  class: className,
  args,
})
const call = (wid: number, method: string, ...args: readonly Json[]): ServerMessage => ({
  type: 'call',
  wid,
  method,
  args,
})
const ref = (wid: number): Json => ({ __wid__: wid })

function tell(...messages: readonly ServerMessage[]): void {
  browser.receive(encode(messages))
}

const states = (wid: number): unknown => Object.fromEntries(browser.widget(wid).state)
const children = (wid: number): number[] => browser.widget(wid).children.map((child) => child.wid)

/** A column 1 of the labels 2, 3 and 4. */
function tellBox(): void {
  tell(create(1, 'VBox'))
  for (const wid of [2, 3, 4]) tell(create(wid, 'Label'), call(1, 'add_widget', ref(wid)))
}

describe('the state of a widget', () => {
  test.each<[string, readonly ServerMessage[], unknown]>([
    ['begins with its arguments', [create(1, 'Label', 'a')], { text: 'a' }],
    [
      'begins with its options',
      [create(1, 'Label', 'a', { halign: 'right' })],
      { text: 'a', halign: 'right' },
    ],
    ['has the names of props', [create(1, 'Slider', { show_value: true })], { showValue: true }],
    ['follows setters', [create(1, 'Label', 'a'), call(1, 'set_text', 'b')], { text: 'b' }],
    [
      'is a list where a setter takes more',
      [create(1, 'Label'), call(1, 'set_min_size', 1, null)],
      { minSize: [1, null] },
    ],
    [
      'has the name that the catalog gives it',
      [create(1, 'Label'), call(1, 'resize', 1, 2)],
      { size: [1, 2] },
    ],
    [
      'is several where a setter combines them',
      [create(1, 'Slider'), call(1, 'set_limits', 0, 9, 3)],
      { min: 0, max: 9, step: 3 },
    ],
    ['follows show and hide', [create(1, 'Label'), call(1, 'hide')], { visible: false }],
    [
      'is left alone by actions and questions',
      [create(1, 'TextEntry', 'a'), call(1, 'clear'), call(1, 'get_text')],
      { text: 'a' },
    ],
    [
      'has what is added to a text',
      [create(1, 'Markdown', 'a'), call(1, 'append_text', 'b')],
      { text: 'ab' },
    ],
    [
      'has the points that come, in the place of those that go',
      [
        create(1, 'Chart', { series: [{ name: 'a', data: [1, 2] }], labels: ['x', 'y'] }),
        call(1, 'append', [[3]], 2),
        call(1, 'append_labels', ['z'], 2),
        call(1, 'set_points', [[0, 0, 7]]),
      ],
      { series: [{ name: 'a', data: [7, 3] }], labels: ['y', 'z'] },
    ],
    [
      'has what is put into a text',
      [create(1, 'TextSource', 'abc'), call(1, '_replaceRange', 1, 2, 'BB', { heard: 0 })],
      { text: 'aBBc' },
    ],
  ])('%s', (_, messages, state) => {
    tell(...messages)
    expect(states(1)).toEqual(state)
  })

  test('tells what is listened to', () => {
    tell(create(1, 'Button'), { type: 'listen', wid: 1, action: 'activated' })
    expect([...browser.widget(1).listening]).toEqual(['activated'])
    tell({ type: 'unlisten', wid: 1, action: 'activated' })
    expect([...browser.widget(1).listening]).toEqual([])
  })
})

describe('the children of a widget', () => {
  test.each<[string, readonly ServerMessage[], readonly number[]]>([
    ['add_widget appends', [], [2, 3, 4]],
    ['add_widget moves to the end', [call(1, 'add_widget', ref(2))], [3, 4, 2]],
    ['insert_before moves', [call(1, 'insert_before', ref(4), ref(2))], [4, 2, 3]],
    ['insert_before moves forwards', [call(1, 'insert_before', ref(2), ref(4))], [3, 2, 4]],
    [
      'insert_before puts in',
      [create(9, 'Label'), call(1, 'insert_before', ref(9), ref(3))],
      [2, 9, 3, 4],
    ],
    [
      'insert_widget puts in at an index',
      [create(9, 'Label'), call(1, 'insert_widget', 1, ref(9))],
      [2, 9, 3, 4],
    ],
    [
      'insert_widget beyond the end appends',
      [create(9, 'Label'), call(1, 'insert_widget', 7, ref(9))],
      [2, 3, 4, 9],
    ],
    ['remove takes out', [call(1, 'remove', ref(3))], [2, 4]],
    ['remove_widget takes out', [call(1, 'remove_widget', ref(3))], [2, 4]],
    ['remove_all takes out', [call(1, 'remove_all')], []],
    ['destroy takes itself out', [call(3, 'destroy')], [2, 4]],
  ])('%s', (_, messages, wids) => {
    tellBox()
    tell(...messages)
    expect(children(1)).toEqual(wids)
  })

  test('live on when they are taken out, unless their end is asked for', () => {
    tellBox()
    tell(call(1, 'remove', ref(2)), call(1, 'remove', ref(3), true))
    expect([...browser.widgets.keys()]).toEqual([1, 2, 4])
    tell(call(1, 'add_widget', ref(2)), call(1, 'remove_all'))
    expect([...browser.widgets.keys()]).toEqual([1, 2, 4])
    tell(call(1, 'add_widget', ref(2)), call(1, 'add_widget', ref(4)), call(1, 'remove_all', true))
    expect([...browser.widgets.keys()]).toEqual([1])
  })

  test('end with their parent, however deep', () => {
    tellBox()
    tell(create(9, 'Frame'), call(9, 'set_widget', ref(1)), call(9, 'destroy'))
    expect([...browser.widgets.keys()]).toEqual([])
  })

  test('leave the parent that they were in', () => {
    tellBox()
    tell(create(9, 'HBox'), call(9, 'add_widget', ref(3), 2))
    expect([children(1), children(9)]).toEqual([[2, 4], [3]])
    expect(browser.widget(3).parent).toBe(browser.widget(9))
    expect(browser.widget(9).placements.get(browser.widget(3))).toEqual([2])
  })

  test('stand in rows', () => {
    tell(create(1, 'GridBox'), create(2, 'Label'), create(3, 'Label'))
    tell(call(1, 'append_row', [ref(2), ref(3)]))
    expect(children(1)).toEqual([2, 3])
  })

  test('that are tabs may be closed', () => {
    tell(create(1, 'TabWidget'), create(2, 'Label'), call(1, 'add_widget', ref(2)))
    tell(call(1, 'close_widget', ref(2)))
    expect(children(1)).toEqual([])
  })
})

test('windows are those that are shown, in the order in which they were made', () => {
  tell(create(1, 'TopLevel'), create(2, 'Dialog'), create(3, 'Label'), create(4, 'TopLevel'))
  tell(call(4, 'show'), call(2, 'popup'), call(1, 'show'), call(3, 'show'))
  expect(browser.windows.map(({ wid }) => wid)).toEqual([1, 2, 4])
  tell(call(2, 'hide'))
  expect(browser.windows.map(({ wid }) => wid)).toEqual([1, 4])
})

test('init forgets everything', () => {
  tellBox()
  tell({ type: 'init', id: 0 })
  expect(browser.widgets.size).toBe(0)
})

test('receive gives the messages of the frame', () => {
  const messages = [create(1, 'Label', 'a'), call(1, 'set_text', 'b')]
  expect(browser.receive(encode(messages))).toEqual(messages)
})

describe('a stream that is wrong is refused:', () => {
  test.each<[string, readonly ServerMessage[], string]>([
    [
      'a class that is none',
      [create(9, 'Buton')],
      'There is no widget class "Buton". Did you mean "Button"?',
    ],
    [
      'a class "constructor"',
      [create(9, 'constructor')],
      'There is no widget class "constructor".',
    ],
    ['a number that is taken', [create(2, 'Label')], 'create Label takes wid 2 a second time'],
    ['no number', [{ type: 'create', class: 'Label' }], 'create Label names no wid'],
    ['a call to nobody', [call(9, 'show')], 'Unknown widget id: 9'],
    ['a method that is none', [call(2, 'set_txet', 'a')], 'Unknown method: set_txet on Label'],
    ['a method "constructor"', [call(2, 'constructor')], 'Unknown method: constructor on Label'],
    ['a listener of nobody', [{ type: 'listen', wid: 9, action: 'x' }], 'Unknown widget id: 9'],
    [
      'the end of a listener of nobody',
      [{ type: 'unlisten', wid: 9, action: 'x' }],
      'Unknown widget id: 9',
    ],
    ['a child that is nobody', [call(1, 'add_widget', ref(9))], 'Unknown widget id: 9'],
    [
      'a child that is no reference',
      [call(1, 'add_widget', 2)],
      'A child must be a reference, got 2',
    ],
    ['no child', [call(1, 'add_widget')], 'A child must be a reference, got undefined'],
    [
      'a child removed that is elsewhere',
      [create(9, 'Label'), call(1, 'remove', ref(9))],
      '#9 is no child of #1',
    ],
    [
      'a sibling that is elsewhere',
      [create(9, 'Label'), call(1, 'insert_before', ref(2), ref(9))],
      '#9 is no child of #1',
    ],
    [
      'a widget in front of itself',
      [call(1, 'insert_before', ref(2), ref(2))],
      '#2 is no child of #1',
    ],
    [
      'a widget that is gone',
      [call(1, 'remove', ref(2), true), call(2, 'show')],
      'Unknown widget id: 2',
    ],
  ])('%s', (_, messages, reason) => {
    tellBox()
    expect(() => tell(...messages)).toThrow(reason)
  })

  test('no JSON', () => {
    expect(() => browser.receive('{')).toThrow('A frame must be JSON, got "{"')
  })
})

describe('a page', () => {
  test.each<[string, ServerMessage, number]>([
    ['is emptied by init', { type: 'init' }, 0],
    ['is emptied where a telling begins that is all of it', { type: 'reconstruct-start' }, 0],
    ['stands when all of its past goes on', { type: 'welcome', heard: 0, kept: 'page' }, 4],
    ['is emptied when it is told anew', { type: 'welcome', heard: 0, kept: 'session' }, 0],
    ['is emptied when the session is a new one', { type: 'welcome', heard: 0, kept: 'nothing' }, 0],
  ])('%s', (_, message, left) => {
    tellBox()
    tell(message)
    expect(browser.widgets.size).toBe(left)
  })

  test('carries out the calls of a batch in their order', () => {
    tellBox()
    tell({
      type: 'batch',
      calls: [
        { wid: 2, method: 'set_text', args: ['a'] },
        { wid: 1, method: 'remove', args: [ref(3), true] },
        { wid: 2, method: 'set_text', args: ['b'] },
      ],
    })
    expect([states(2), children(1)]).toEqual([{ text: 'b' }, [2, 4]])
  })

  test('forgets bytes that came halfway over a line that is gone', () => {
    tell(create(1, 'Image'))
    const header = { type: 'binary-call', wid: 1, method: 'set_binary_image', args: [] }
    browser.receive(JSON.stringify(header))
    browser.lineLost()
    browser.receive(JSON.stringify(header))
    expect(browser.receive(Uint8Array.of(1, 2))).toHaveLength(1)
    expect(() => browser.receive(Uint8Array.of(3))).toThrow('binary')
  })
})
