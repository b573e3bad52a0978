// Widgets made by `session.create`: what they send, and what is said again to another browser.

import { beforeEach, describe, expect, test } from 'vitest'
import { createElement } from 'treewire'
import type { Handle, Session } from 'treewire'
import { foreigner, newPage, open, Recorder } from './recorder.ts'

let session: Session
let peer: Recorder

beforeEach(() => {
  ;({ session, peer } = open(null))
})

/** The messages of what was just done. */
function sent(): string[] {
  session.flush()
  return peer.take()
}

/** The messages that a new browser gets. */
function replayed(): string[] {
  session.flush()
  peer = new Recorder()
  session.attach(peer, newPage)
  return sent()
}

const ignore = (): void => {}

describe('a widget made by hand', () => {
  test('is one create, with its arguments as they are', () => {
    const button = session.create('Button', ['Save', { variant: 'primary' }])
    expect([button.wid, button.className, button.isAlive]).toEqual([1, 'Button', true])
    expect(sent()).toEqual(['v create #1 Button "Save" {"variant":"primary"}'])
  })

  test('takes calls, listeners and their end', () => {
    const button = session.create('Button')
    sent()
    button.setText('a')
    button.call('set_text', 'b')
    button.on('activated', ignore)
    button.on('activated', ignore)
    button.off('activated')
    button.off('resize')
    button.destroy()
    button.destroy()
    expect(sent()).toEqual([
      'v call #1 set_text "a"',
      'v call #1 set_text "b"',
      'v listen #1 activated',
      'v unlisten #1 activated',
      'v call #1 destroy',
    ])
  })

  test('refers to others by their handles', () => {
    const [box, label] = [session.create('VBox'), session.create('Label', ['a'])]
    box.call('add_widget', label, 1)
    session.create('RadioButton', ['b', { group: label }])
    expect(sent().slice(2)).toEqual([
      'v call #1 add_widget #2 1',
      'v create #3 RadioButton "b" {"group":#2}',
    ])
  })

  test('has a number that no other widget of the session had', () => {
    const first = session.create('Label')
    first.destroy()
    expect(session.create('Label').wid).toBe(first.wid + 1)
  })
})

describe('wrong in plain JavaScript', () => {
  test.each<[string, unknown, string]>([
    ['Buton', [], 'There is no widget class "Buton". Did you mean "Button"?'],
    ['constructor', [], 'There is no widget class "constructor".'],
    ['__proto__', [], 'There is no widget class "__proto__".'],
    ['Button', 'text', `Button needs its arguments as a list, got "text".`],
    ['Button', [5], 'Button needs "text" to be string, got 5'],
    ['Button', ['a', { variant: 'loud' }], 'Button needs "variant" to be '],
    [
      'Button',
      ['a', { varient: 'quiet' }],
      'There is no option "varient" of Button. Did you mean "variant"?',
    ],
    ['Button', ['a', { constructor: 1 }], 'There is no option "constructor" of Button.'],
    ['Button', ['a', 'b'], 'Button needs its options as an object, got "b"'],
    ['Button', ['a', null], 'Button needs its options as an object, got null'],
    ['Button', ['a', {}, 3], 'Button takes 1 arguments and its options, got 3 arguments'],
    ['Button', { text: 'a' }, 'Button needs its arguments as a list, got {"text":"a"}.'],
  ])('%s with %j is refused by one sentence, and nothing is sent', (className, args, sentence) => {
    expect(() => session.create(className as never, args as never)).toThrow(sentence)
    expect(sent()).toEqual([])
    expect(replayed()).toEqual([])
  })

  test('a value that is no JSON is refused by a sentence too', () => {
    expect(() => session.create('Button', [5n as never])).toThrow(
      'Button needs "text" to be string, got',
    )
  })
})

describe('a browser that knows nothing is told', () => {
  test('every widget, what was said of it, and then who is in whom', () => {
    const [box, label] = [session.create('VBox'), session.create('Label', ['a'])]
    box.call('add_widget', label)
    label.on('click', ignore)
    const lines = [
      'v create #1 VBox',
      'v create #2 Label "a"',
      'v listen #2 click',
      'v call #1 add_widget #2',
    ]
    expect(replayed()).toEqual(lines)
    expect(replayed()).toEqual(lines)
  })

  test('only the last of what is set, listened to or shown', () => {
    const label = session.create('Label', ['a'])
    for (const text of ['b', 'c', 'd']) {
      label.setText(text)
      label.show()
      label.hide()
      label.on('click', ignore)
      label.on('enter', ignore)
      label.off('enter')
    }
    expect(replayed()).toEqual([
      'v create #1 Label "a"',
      'v call #1 set_text "d"',
      'v call #1 hide',
      'v listen #1 click',
    ])
  })

  test('nothing of a child that was put in and taken out a hundred times', () => {
    const [box, label] = [session.create('VBox'), session.create('Label')]
    for (let round = 0; round < 100; round++) {
      box.call('add_widget', label)
      box.call('remove', label)
    }
    expect(replayed()).toEqual(['v create #1 VBox', 'v create #2 Label'])
  })

  test('no questions', async () => {
    const asked = session.create('Label').getText()
    session.flush()
    session.detach(peer)
    expect(replayed()).toEqual(['v create #1 Label'])
    await expect(asked).rejects.toThrow('the page had to be told everything anew')
  })

  test('nothing of what is gone', () => {
    const [box, label] = [session.create('VBox'), session.create('Label')]
    box.call('add_widget', label)
    label.on('click', ignore)
    label.destroy()
    expect(replayed()).toEqual(['v create #1 VBox'])
  })

  test('everything, a client that is not ours as well', () => {
    session.create('Label', ['a'])
    session.flush()
    peer = new Recorder()
    session.attach(peer, foreigner)
    expect(sent()).toEqual(['v create #1 Label "a"'])
  })

  test('what was made while nobody was there', () => {
    session.detach(peer)
    session.create('Label', ['a']).setText('b')
    expect(replayed()).toEqual(['v create #1 Label "a"', 'v call #1 set_text "b"'])
  })
})

describe('the references in what is said again', () => {
  test('to a widget that is gone become null in a create', () => {
    const first = session.create('RadioButton', ['a'])
    session.create('RadioButton', ['b', { group: first }])
    first.destroy()
    expect(replayed()).toEqual(['v create #2 RadioButton "b" {"group":null}'])
  })

  test('to a widget that is gone take their call along, however deep they are', () => {
    const [grid, a, b] = [
      session.create('GridBox'),
      session.create('Label'),
      session.create('Label'),
    ]
    grid.call('append_row', [a, b])
    a.destroy()
    expect(replayed()).toEqual(['v create #1 GridBox', 'v create #3 Label'])
  })
})

describe('a parent and its children', () => {
  let box: Handle<'VBox'>
  let labels: Handle<'Label'>[]

  beforeEach(() => {
    box = session.create('VBox')
    labels = ['a', 'b', 'c'].map((text) => session.create('Label', [text]))
    for (const label of labels) box.call('add_widget', label)
    sent()
  })

  const alive = (): boolean[] => labels.map(({ isAlive }) => isAlive)

  test('end together, and are said once', () => {
    box.destroy()
    expect(sent()).toEqual(['v call #1 destroy'])
    expect(alive()).toEqual([false, false, false])
    expect(replayed()).toEqual([])
  })

  test('end together with what is in the children', () => {
    const [frame, inner] = [session.create('Frame'), session.create('Label')]
    frame.call('set_widget', inner)
    box.call('add_widget', frame)
    box.destroy()
    expect([frame.isAlive, inner.isAlive]).toEqual([false, false])
  })

  test.each(['remove', 'remove_widget'])(
    '%s takes a child out, which then ends by itself',
    (method) => {
      box.call(method, labels[0])
      labels[0]!.destroy()
      expect(sent()).toEqual([`v call #1 ${method} #2`, 'v call #2 destroy'])
    },
  )

  test.each(['remove', 'remove_widget'])('%s ends the child if asked', (method) => {
    box.call(method, labels[0], true)
    expect(alive()).toEqual([false, true, true])
    expect(sent()).toEqual([`v call #1 ${method} #2 true`])
    expect(replayed().join()).not.toContain('#2')
  })

  test('remove_all takes all out', () => {
    box.call('remove_all')
    expect(alive()).toEqual([true, true, true])
    labels[0]!.destroy()
    expect(sent()).toEqual(['v call #1 remove_all', 'v call #2 destroy'])
    expect(replayed()).toEqual([
      'v create #1 VBox',
      'v create #3 Label "b"',
      'v create #4 Label "c"',
    ])
  })

  test('remove_all ends all if asked', () => {
    box.call('remove_all', true)
    expect(alive()).toEqual([false, false, false])
    expect(replayed()).toEqual(['v create #1 VBox'])
  })

  test('that end one by one in one flush are one message', () => {
    for (const label of labels) label.destroy()
    expect(sent()).toEqual(['v call #1 remove_all true'])
  })

  test('that came in by insert_widget count as well', () => {
    const late = session.create('Label', ['d'])
    box.call('insert_widget', 0, late)
    sent()
    for (const label of labels) label.destroy()
    expect(sent()).toEqual([2, 3, 4].map((wid) => `v call #1 remove #${wid} true`))
    expect(late.isAlive).toBe(true)
  })

  test('that moved to another parent go with that', () => {
    const other = session.create('HBox')
    other.call('add_widget', labels[0])
    box.destroy()
    expect(alive()).toEqual([true, false, false])
  })
})

test('children of a grid that came as rows are spared when the others end', () => {
  const grid = session.create('GridBox')
  const [a, b, c] = ['a', 'b', 'c'].map((text) => session.create('Label', [text]))
  grid.call('add_widget', a, 0, 0)
  grid.call('add_widget', b, 0, 1)
  grid.call('append_row', [c])
  sent()
  a!.destroy()
  b!.destroy()
  expect(sent()).toEqual(['v call #1 remove #2 true', 'v call #1 remove #3 true'])
  expect(c!.isAlive).toBe(true)
})

describe('what may not be put in is refused, and nothing is sent:', () => {
  test('a widget of another session', () => {
    const other = open(null).session.create('Label')
    const box = session.create('VBox')
    sent()
    expect(() => box.call('add_widget', other)).toThrow(/^Label #1 .*another session/)
    expect(() => session.create('RadioButton', ['a', { group: other }])).toThrow(/another session/)
    expect(sent()).toEqual([])
  })

  test('a widget into itself, or into what is in it', () => {
    const [outer, inner] = [session.create('VBox'), session.create('VBox')]
    outer.call('add_widget', inner)
    sent()
    expect(() => outer.call('add_widget', outer)).toThrow(/^VBox #1 cannot be put into VBox #1/)
    expect(() => inner.call('add_widget', outer)).toThrow(/^VBox #1 cannot be put into VBox #2/)
    expect(sent()).toEqual([])
    outer.destroy()
    expect([outer.isAlive, inner.isAlive]).toEqual([false, false])
  })

  test('a widget of JSX', () => {
    const ref: { current: Handle<'Label'> | undefined } = { current: undefined }
    session.mount(() => createElement('Label', { ref }))
    const box = session.create('VBox')
    sent()
    expect(() => box.call('add_widget', ref.current)).toThrow(/^Label #1 belongs to JSX/)
    expect(sent()).toEqual([])
  })
})

test('call("destroy") is destroy()', () => {
  const label = session.create('Label')
  sent()
  label.call('destroy')
  expect(label.isAlive).toBe(false)
  expect(sent()).toEqual(['v call #1 destroy'])
  expect(replayed()).toEqual([])
})
