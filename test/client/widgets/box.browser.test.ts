import { expect, test } from 'vitest'
import type { Json, ServerMessage } from '../../../src/protocol/messages.ts'
import { call, create, page, ref } from '../harness.ts'

/** A box #1 of 300 × 200 px with labels #2, #3, … of 40 × 30 px put in with these arguments. */
function box(className: string, places: readonly Json[][], ...more: readonly ServerMessage[]) {
  const here = page()
  here.send(create(1, className), call(1, 'resize', 300, 200))
  for (const [at, place] of places.entries()) {
    here.send(create(at + 2, 'Label', 'B'), call(at + 2, 'resize', 40, 30))
    here.send(call(1, 'add_widget', ref(at + 2), ...place))
  }
  here.send(...more)
  here.root.append(here.widget(1).element)
  const origin = here.widget(1).element.getBoundingClientRect()
  const places_ = () =>
    places.map((_, at) => {
      const { x, y, width, height } = here.widget(at + 2).element.getBoundingClientRect()
      return [x - origin.x, y - origin.y, width, height].map(Math.round)
    })
  return { ...here, places: places_ }
}

test('a column puts its children one below the other, a row side by side', () => {
  const plain = [[], []]
  expect(box('VBox', plain, call(1, 'set_spacing', 10)).places()).toEqual([
    [0, 0, 40, 30],
    [0, 40, 40, 30],
  ])
  expect(box('HBox', plain, call(1, 'set_spacing', 10)).places()).toEqual([
    [0, 85, 40, 30],
    [50, 85, 40, 30],
  ])
})

test('spare room is shared by stretch, whatever size was set', () => {
  expect(
    box('HBox', [[], [1], [2]])
      .places()
      .map(([x, , width]) => [x, width]),
  ).toEqual([
    [0, 40],
    [40, 87],
    [127, 173],
  ])
  expect(
    box('VBox', [[3], [1]])
      .places()
      .map(([, y, , height]) => [y, height]),
  ).toEqual([
    [0, 150],
    [150, 50],
  ])
})

test('a child that moves without a stretch has none', () => {
  const { send, places } = box('VBox', [[1], []])
  send(call(1, 'add_widget', ref(2)))
  expect(places()).toEqual([
    [0, 30, 40, 30],
    [0, 0, 40, 30],
  ])
})

test('only the stretch changes when the last child is added again', () => {
  const { send, places } = box('VBox', [[], []])
  send(call(1, 'add_widget', ref(3), 1))
  expect(places()[1]).toEqual([0, 30, 40, 170])
})

test('insert_before takes a stretch', () => {
  const { send, places } = box('VBox', [[], []])
  send(call(1, 'insert_before', ref(3), ref(2), 1))
  expect(places()[1]).toEqual([0, 0, 40, 170])
})

test('a child that left keeps nothing of its share', () => {
  const { send, widget, root } = box('HBox', [[1]])
  send(call(1, 'remove', ref(2)))
  root.append(widget(2).element)
  expect(widget(2).element.offsetWidth).toBe(40)
})

test.each([
  ['VBox', 'left', [0, 0]],
  ['VBox', 'center', [130, 0]],
  ['VBox', 'right', [260, 0]],
  ['VBox', null, [0, 0]],
  ['HBox', 'top', [0, 0]],
  ['HBox', 'center', [0, 85]],
  ['HBox', 'bottom', [0, 170]],
  ['HBox', null, [0, 85]],
])('children of a %s aligned %s are at %j', (className, align, at) => {
  const { places } = box(className, [[]], call(1, 'set_align', align))
  expect(places()[0]!.slice(0, 2)).toEqual(at)
})

test('across a column a field is as wide as the column, a button as wide as its text', () => {
  const { send, widget, root } = page()
  send(create(1, 'VBox'), create(2, 'TextEntry'), create(3, 'Button', 'OK'))
  send(call(1, 'resize', 300, null), call(1, 'add_widget', ref(2)), call(1, 'add_widget', ref(3)))
  root.append(widget(1).element)
  expect(widget(2).element.offsetWidth).toBe(300)
  expect(widget(3).element.offsetWidth).toBeLessThan(100)
  send(call(3, 'set_expanding', true))
  expect(widget(3).element.offsetWidth).toBe(300)
})

test('a child that expands in the direction of the box fills it', () => {
  const { send, places } = box('VBox', [[], []])
  send(call(2, 'resize', 40, null), call(2, 'set_expanding', false, true))
  expect(places()[0]![3]).toBe(170)
})

test('a row that wraps goes on in the next line', () => {
  const { send, places } = box(
    'HBox',
    Array.from({ length: 9 }, () => []),
  )
  send(call(1, 'resize', 200, null), call(1, 'set_wrap', true))
  const lines = new Set(places().map(([, y]) => y))
  expect(lines.size).toBe(2)
  send(call(1, 'set_wrap', false))
  expect(new Set(places().map(([, y]) => y)).size).toBe(1)
})

test('buttons in a row that is too narrow break between words only', () => {
  const { send, widget, root } = page()
  send(
    create(1, 'HBox'),
    create(2, 'Button', 'Somewhat longer'),
    create(3, 'Button', 'Unbreakable'),
  )
  send(call(1, 'add_widget', ref(2)), call(1, 'add_widget', ref(3)))
  root.append(widget(1).element)
  const [wide, whole] = [2, 3].map((wid) => widget(wid).element.offsetWidth)
  send(call(1, 'resize', 180, null))
  expect(widget(2).element.offsetWidth).toBeLessThan(wide!)
  expect(widget(3).element.offsetWidth).toBe(whole)
})

test('what scrolls gives way in a column that is too low, what does not keeps its height', () => {
  const { send, widget, root } = page()
  send(create(1, 'VBox'), create(2, 'Button', 'B'), create(3, 'ScrollArea'), create(4, 'Label'))
  send(call(1, 'resize', 200, 300), call(4, 'resize', 100, 1000), call(3, 'set_widget', ref(4)))
  send(call(1, 'add_widget', ref(2)), call(1, 'add_widget', ref(3)))
  root.append(widget(1).element)
  const button = widget(2).element.offsetHeight
  expect([button >= 30, widget(3).element.offsetHeight]).toEqual([true, 300 - button])
})

test('a height that was asked for holds in a column, until it is taken back', () => {
  const { send, widget, root } = page()
  send(create(1, 'VBox'), create(2, 'ScrollArea'), create(3, 'Label'), call(3, 'resize', 100, 1000))
  send(call(1, 'resize', 200, 400), call(2, 'set_widget', ref(3)), call(1, 'add_widget', ref(2)))
  root.append(widget(1).element)
  const heights = [100, 500, null].map((height) => {
    send(call(2, 'resize', null, height))
    return widget(2).element.offsetHeight
  })
  expect(heights).toEqual([100, 500, 400])
})

test.each([
  [
    'horizontal',
    'top',
    [
      [0, 0, 40, 30],
      [40, 0, 40, 30],
    ],
  ],
  [
    'horizontal',
    'bottom',
    [
      [0, 170, 40, 30],
      [40, 170, 40, 30],
    ],
  ],
  [
    'vertical',
    'left',
    [
      [0, 0, 40, 30],
      [0, 30, 40, 30],
    ],
  ],
  [
    'vertical',
    'right',
    [
      [260, 0, 40, 30],
      [260, 30, 40, 30],
    ],
  ],
])('a Box that was made %s and aligned %s puts its children so', (orientation, align, expected) => {
  const here = page()
  here.send(create(1, 'Box', { orientation }), call(1, 'resize', 300, 200))
  for (const wid of [2, 3]) {
    here.send(create(wid, 'Label', 'B'), call(wid, 'resize', 40, 30))
    here.send(call(1, 'add_widget', ref(wid)))
  }
  here.send(call(1, 'set_align', align))
  here.root.append(here.widget(1).element)
  const { left, top } = here.widget(1).element.getBoundingClientRect()
  const places = [2, 3].map((wid) => {
    const { x, y, width, height } = here.widget(wid).element.getBoundingClientRect()
    return [x - left, y - top, width, height].map(Math.round)
  })
  expect(places).toEqual(expected)
})

test('a Box refuses a word for the other direction, and goes on', () => {
  const { send, sent, ask } = page()
  send(create(1, 'Box'), { ...call(1, 'set_align', 'left'), id: 1 })
  expect(sent()).toMatchObject([
    {
      error: 'Box.set_align needs one of top, center, bottom while it is horizontal, got left',
    },
  ])
  expect(ask(1, 'num_children')).toBe(0)
})

test('in a low column a text area keeps its lines: what follows does not lie over them', () => {
  const { send, widget, root } = page()
  send(create(1, 'VBox'), call(1, 'resize', 300, 60))
  send(create(2, 'TextArea'), create(3, 'Button', 'OK'))
  send(call(1, 'add_widget', ref(2), 1), call(1, 'add_widget', ref(3)))
  root.append(widget(1).element)
  const field = widget(2).element.querySelector('textarea')!.getBoundingClientRect()
  expect(widget(3).element.getBoundingClientRect().top).toBeGreaterThanOrEqual(field.bottom)
})
