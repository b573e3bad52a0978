import { beforeAll, expect, test } from 'vitest'
import { call, callback, create, listen, named, page, ready, ref } from '../harness.ts'

beforeAll(() => ready('FixedLayout'))

/** A layout #1 with labels #2 at 10, 20 and #3 at 60, 5. */
function layout() {
  const here = page()
  here.send(create(1, 'FixedLayout'), listen(1, 'child-added'), listen(1, 'child-removed'))
  here.send(create(2, 'Label', 'First'), create(3, 'Label', 'Second'))
  here.send(call(1, 'add_widget', ref(2), 10, 20), call(1, 'add_widget', ref(3), 60, 5))
  const { element } = here.widget(1)
  here.root.append(element)
  const offset = (wid: number) => {
    const [outer, inner] = [element, here.widget(wid).element].map((one) =>
      one.getBoundingClientRect(),
    )
    return [inner!.x - outer!.x, inner!.y - outer!.y]
  }
  return { ...here, element, offset }
}

test('children stand where they say, px from the corner', () => {
  const { offset, sent } = layout()
  expect([offset(2), offset(3)]).toEqual([
    [10, 20],
    [60, 5],
  ])
  expect(sent()).toEqual([2, 3].map((wid) => callback(1, 'child-added', named(wid, 'Label'))))
})

test('adding a child again moves it, also to the end of the order, without a word', () => {
  const { send, sent, offset, ask } = layout()
  sent()
  send(call(1, 'add_widget', ref(2), -5, 33))
  expect([offset(2), offset(3)]).toEqual([
    [-5, 33],
    [60, 5],
  ])
  expect([ask(1, 'get_children'), sent()]).toEqual([[named(3, 'Label'), named(2, 'Label')], []])
})

test('insert_before changes the order, and the offsets only if they are given', () => {
  const { send, offset, ask } = layout()
  send(call(1, 'insert_before', ref(3), ref(2)))
  expect([offset(3), ask(1, 'get_children')]).toEqual([
    [60, 5],
    [named(3, 'Label'), named(2, 'Label')],
  ])
  send(call(1, 'insert_before', ref(3), ref(2), 1, 2))
  expect(offset(3)).toEqual([1, 2])
})

test('children have their natural size unless they are given one', () => {
  const { widget, send } = layout()
  const natural = widget(2).element.offsetWidth
  expect(natural).toBeLessThan(100)
  send(call(2, 'resize', 120, 40))
  const { offsetWidth, offsetHeight } = widget(2).element
  expect([offsetWidth, offsetHeight]).toEqual([120, 40])
})

test('it is as large as its children need, and a smaller one does not squeeze them', () => {
  const { root, element, send, widget } = layout()
  root.style.cssText = 'inline-size: fit-content'
  send(call(2, 'resize', 300, 200))
  expect([element.offsetWidth, element.offsetHeight]).toEqual([310, 220])
  send(call(1, 'resize', 50, 50), create(4, 'Label', 'Some words in a row'))
  send(call(1, 'add_widget', ref(4), 0, 0))
  expect(widget(4).element.offsetWidth).toBeGreaterThan(60)
})

test('where text runs from the right, offsets count from there', () => {
  const { root, element, widget } = layout()
  root.dir = 'rtl'
  const [outer, inner] = [element, widget(2).element].map((one) => one.getBoundingClientRect())
  expect(outer!.right - inner!.right).toBe(10)
})

test('a child that is taken out forgets its offsets', () => {
  const { send, widget, sent } = layout()
  sent()
  send(call(1, 'remove', ref(2)))
  const { marginInlineStart, marginBlockStart } = widget(2).element.style
  expect([marginInlineStart, marginBlockStart]).toEqual(['', ''])
  expect(sent()).toEqual([callback(1, 'child-removed', named(2, 'Label'))])
})

test.each([
  [[ref(2)], 'FixedLayout.add_widget needs "x" to be number, got nothing'],
  [[ref(2), 1, '2'], 'FixedLayout.add_widget needs "y" to be number, got "2"'],
])('add_widget with %j is refused', (args, reason) => {
  expect(() => layout().ask(1, 'add_widget', ...args)).toThrow(reason)
})
