// What a browser may not send: the connection ends with a code and a reason, the session does not.

import { describe, expect, test } from 'vitest'
import {
  Button,
  CheckBox,
  ComboBox,
  Label,
  Slider,
  TabWidget,
  TextEntry,
  TopLevel,
  VBox,
} from 'treewire'
import { newPage, open, Recorder } from './recorder.ts'

/** What the handlers of the page were given. */
let got: unknown[] = []
const take = (...args: readonly unknown[]): void => {
  got.push(args)
}

/** 3 Button, 4 CheckBox, 5 Slider, 6 ComboBox, 7 TextEntry, 8 TabWidget with 9 Label */
function openPage() {
  got = []
  const opened = open(
    <TopLevel>
      <VBox>
        <Button onActivated={take} />
        <CheckBox onActivated={take} />
        <Slider onActivated={take} />
        <ComboBox onActivated={take} />
        <TextEntry onModified={take} onDropEnd={take} />
        <TabWidget onPageSwitch={take}>
          <Label tab="a" />
        </TabWidget>
      </VBox>
    </TopLevel>,
  )
  opened.peer.take()
  return opened
}

const callback = (wid: number, action: string, ...args: readonly unknown[]) =>
  JSON.stringify({ type: 'callback', wid, action, args })

function nested(depth: number): string {
  return `{"type":"callback","wid":3,"action":"activated","args":[${'['.repeat(depth)}${']'.repeat(depth)}]}`
}

const wide = `{"type":"callback","wid":3,"action":"activated","args":[${'0,'.repeat(300_000)}0]}`

describe('a frame that is wrong', () => {
  test.each<[string, string, string | RegExp]>([
    ['no JSON', 'hello', '4400 A frame must be JSON, got "hello"'],
    ['nothing', '', '4400 A frame must be JSON, got ""'],
    ['half', '{"type":"callback"', /^4400 A frame must be JSON, got /],
    ['no object', '5', '4400 A message must be an object, got number'],
    ['a list in a list', '[[]]', '4400 A message must be an object, got array'],
    ['an unknown type', '{"type":"sizes"}', /^4400 Unknown message type "sizes"\. Known: /],
    ['a type "constructor"', '{"type":"constructor"}', /^4400 Unknown message type "constructor"/],
    ['a type "__proto__"', '{"type":"__proto__"}', /^4400 Unknown message type "__proto__"/],
    ['a message for browsers', '{"type":"init"}', /^4400 Unknown message type "init"/],
    [
      'a missing field',
      '{"type":"callback","wid":3}',
      '4400 "callback" needs "action" to be a string, got undefined',
    ],
    [
      'a wrong field',
      '{"type":"callback","wid":"3","action":"x","args":[]}',
      '4400 "callback" needs "wid" to be a whole number, got string',
    ],
    ['a widget that never was', callback(99, 'activated'), '4404 There never was a widget 99'],
    ['the page as a widget', callback(0, 'activated'), '4404 There never was a widget 0'],
    ['a widget below 0', callback(-1, 'activated'), '4404 There never was a widget -1'],
    [
      'an event that the class has not',
      callback(3, 'toggled'),
      '4404 Button has no event "toggled"',
    ],
    [
      'an event "constructor"',
      callback(3, 'constructor'),
      '4404 Button has no event "constructor"',
    ],
    ['an event "__proto__"', callback(3, '__proto__'), '4404 Button has no event "__proto__"'],
    [
      'an argument of another type',
      callback(4, 'activated', 'yes'),
      '4400 CheckBox.activated needs "state" to be boolean, got "yes"',
    ],
    [
      'a missing argument',
      callback(4, 'activated'),
      '4400 CheckBox.activated needs "state" to be boolean, got undefined',
    ],
    [
      'the second argument of another type',
      callback(6, 'activated', 0, 1),
      '4400 ComboBox.activated needs "text" to be string, got 1',
    ],
    [
      'null for a number',
      callback(5, 'activated', null),
      '4400 Slider.activated needs "value" to be number, got null',
    ],
    [
      'a number beyond numbers',
      '{"type":"callback","wid":5,"action":"activated","args":[1e999]}',
      /^4400 Slider\.activated needs "value" to be number, got /,
    ],
    [
      'a reference to a widget that never was',
      callback(8, 'page-switch', { __wid__: 99 }, 0),
      '4404 There never was a widget 99',
    ],
    [
      'a reference below 1',
      callback(8, 'page-switch', { __wid__: 0 }, 0),
      '4404 There never was a widget 0',
    ],
    [
      'a reference that is no number',
      callback(8, 'page-switch', { __wid__: '9' }, 0),
      '4400 TabWidget.page-switch needs "child" to be WidgetRef, got {"__wid__":"9"}',
    ],
    [
      'a reference to constructor',
      callback(8, 'page-switch', { __wid__: 'constructor' }, 0),
      /^4400 TabWidget\.page-switch needs "child" to be WidgetRef/,
    ],
    [
      'no reference where one is due',
      callback(8, 'page-switch', 9, 0),
      '4400 TabWidget.page-switch needs "child" to be WidgetRef, got 9',
    ],
    [
      'a wrong reference deep inside',
      callback(3, 'activated', [{ a: { __wid__: 99 } }]),
      '4404 There never was a widget 99',
    ],
    [
      'a chunk that nobody announced',
      '{"type":"file-chunk","wid":7,"transfer_id":1,"file_index":0,"file_count":1,"chunk_index":0,"num_chunks":1,"data":""}',
      '4400 No callback of widget 7 announced transfer 1',
    ],
    [
      'an announced file without size',
      callback(7, 'drop-end', { transfer_id: 1, files: [{ name: 'a', type: '' }] }),
      /^4400 An announced file needs /,
    ],
    ['values nested too deep', nested(20_000), /^4400 .*nested/],
    ['too many arguments', wide, /^4400 .*arguments, got 300001/],
  ])('%s: closes with a code and the reason, and the session lives on', (_, frame, reason) => {
    const { session, peer, errors } = openPage()
    session.receive(peer, frame)
    expect(peer.closed).toEqual([expect.stringMatching(matching(reason)) as unknown])
    expect([session.isConnected, session.isOver, errors, got]).toEqual([false, false, [], []])
    const next = new Recorder()
    session.attach(next, newPage)
    session.flush()
    expect(next.take().at(-1)).toBe('v call #1 show')
    session.receive(next, callback(4, 'activated', true))
    expect(got).toEqual([[true]])
  })

  test('leaves every other session as it is', () => {
    const [broken, other] = [openPage(), openPage()]
    broken.receive('{{')
    other.fire(3, 'activated')
    expect([other.session.isConnected, other.peer.closed, got]).toEqual([true, [], [[]]])
  })

  test('in its last message has done what came before', () => {
    const { receive, peer } = openPage()
    receive(
      `[${callback(4, 'activated', true)},${callback(99, 'activated')},${callback(4, 'activated', false)}]`,
    )
    expect(got).toEqual([[true]])
    expect(peer.closed).toEqual(['4404 There never was a widget 99'])
  })

  test('that is no message at all has done nothing', () => {
    const { receive } = openPage()
    receive(`[${callback(4, 'activated', true)},{"type":"callback"}]`)
    expect(got).toEqual([])
  })

  test('is refused for imperative widgets as for those of JSX', () => {
    const { session, peer, fire } = openPage()
    const box = session.create('CheckBox')
    box.on('activated', take)
    fire(box.wid, 'activated', 'yes')
    expect(peer.closed).toEqual(['4400 CheckBox.activated needs "state" to be boolean, got "yes"'])
    expect(got).toEqual([])
  })
})

describe('what is no mistake', () => {
  test.each<[string, string]>([
    ['an empty frame', '[]'],
    ['a result that nobody waits for', '{"type":"result","id":999}'],
    ['a result without id', '{"type":"result"}'],
    ['an event that nobody listens to', callback(9, 'click', {})],
    ['an event that nobody listens to, with other arguments', callback(3, 'resize', 'huge')],
  ])('%s is passed over', (_, frame) => {
    const { session, peer, errors } = openPage()
    session.receive(peer, frame)
    expect([peer.closed, errors, got, session.isConnected]).toEqual([[], [], [], true])
  })

  test('a callback of a widget that is gone is dropped', () => {
    const { session, peer, errors, fire } = openPage()
    const button = session.create('Button')
    button.on('activated', take)
    button.destroy()
    fire(button.wid, 'activated')
    fire(button.wid, 'whatever')
    expect([peer.closed, errors, got]).toEqual([[], [], []])
  })

  test('a callback that speaks of a widget that is gone is dropped', () => {
    const { session, peer, errors, fire } = openPage()
    const label = session.create('Label')
    label.destroy()
    fire(8, 'page-switch', { __wid__: label.wid }, 0)
    expect([peer.closed, errors, got]).toEqual([[], [], []])
  })

  test('arguments beyond those declared are handed on', () => {
    const { fire } = openPage()
    fire(4, 'activated', true, 'more')
    expect(got).toEqual([[true, 'more']])
  })

  test('a reference with the class that pgwidgets adds is a handle', () => {
    const { fire } = openPage()
    fire(8, 'page-switch', { __wid__: 9, __class__: 'Label' }, 0)
    expect(got).toEqual([[expect.objectContaining({ wid: 9, className: 'Label' }), 0]])
  })
})

function matching(reason: string | RegExp): RegExp {
  if (reason instanceof RegExp) return reason
  return new RegExp(`^${reason.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)}$`)
}
