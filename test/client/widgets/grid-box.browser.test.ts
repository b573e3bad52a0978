import { expect, test } from 'vitest'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, create, named, page, ref } from '../harness.ts'

/** A grid #1 with buttons #2, #3, … of 40 × 30 px in these cells. */
function grid(cells: readonly [row: number, column: number][], options: Json = {}) {
  const here = page()
  here.send(create(1, 'GridBox', options), call(1, 'set_spacing', 10))
  for (const [at, cell] of cells.entries()) {
    here.send(create(at + 2, 'Button', 'B'), call(at + 2, 'resize', 40, 30))
    here.send(call(1, 'add_widget', ref(at + 2), ...cell))
  }
  const { element } = here.widget(1)
  element.style.width = 'max-content'
  here.root.append(element)
  const at = (wid: number) => {
    const origin = element.getBoundingClientRect()
    const { x, y } = here.widget(wid).element.getBoundingClientRect()
    return [x - origin.x, y - origin.y]
  }
  const cell = (row: number, column: number) => here.ask(1, 'get_widget_at_cell', row, column)
  return { ...here, element, at, cell }
}

test('children stand in their cells', () => {
  const { at } = grid([
    [0, 0],
    [0, 1],
    [1, 1],
  ])
  expect([at(2), at(3), at(4)]).toEqual([
    [0, 0],
    [50, 0],
    [50, 40],
  ])
})

test('rows and columns can have gaps of their own', () => {
  const { send, at } = grid([
    [0, 0],
    [0, 1],
    [1, 1],
  ])
  send(call(1, 'set_row_spacing', 3), call(1, 'set_column_spacing', 5))
  expect(at(4)).toEqual([45, 33])
})

test('it grows as cells are filled, and is never smaller than it began', () => {
  const { ask, send, cell } = grid([[0, 0]], { rows: 2, columns: 3 })
  expect(ask(1, 'get_row_column_count')).toEqual([2, 3])
  send(create(9, 'Label'), call(1, 'add_widget', ref(9), 4, 1))
  expect(ask(1, 'get_row_column_count')).toEqual([5, 3])
  expect([cell(4, 1), cell(4, 0), cell(0, 0)]).toEqual([
    named(9, 'Label'),
    null,
    named(2, 'Button'),
  ])
})

test('a row that is put in moves later rows down', () => {
  const { send, cell, ask } = grid([
    [0, 0],
    [1, 0],
  ])
  send(create(8, 'Label'), create(9, 'Label'))
  send(call(1, 'insert_row', 1, [ref(8), ref(9)]))
  expect([cell(0, 0), cell(1, 0), cell(1, 1), cell(2, 0)]).toEqual([
    named(2, 'Button'),
    named(8, 'Label'),
    named(9, 'Label'),
    named(3, 'Button'),
  ])
  send(call(1, 'delete_row', 1))
  expect([cell(1, 0), ask(1, 'num_children')]).toEqual([named(3, 'Button'), 2])
})

test('an empty row may be put in', () => {
  const { send, cell, ask } = grid([[0, 0]])
  send(call(1, 'insert_row', 0), call(1, 'insert_column', 0, null))
  expect([cell(1, 1), ask(1, 'get_row_column_count')]).toEqual([named(2, 'Button'), [2, 2]])
})

test('columns are put in, added and dropped like rows', () => {
  const { send, cell } = grid([
    [0, 0],
    [0, 1],
  ])
  send(create(8, 'Label'), create(9, 'Label'))
  send(call(1, 'append_column', [ref(8)]), call(1, 'insert_column', 1, [ref(9)]))
  expect([0, 1, 2, 3].map((column) => cell(0, column))).toEqual([
    named(2, 'Button'),
    named(9, 'Label'),
    named(3, 'Button'),
    named(8, 'Label'),
  ])
  send(call(1, 'delete_column', 0))
  expect([cell(0, 0), cell(0, 3)]).toEqual([named(9, 'Label'), null])
})

test('rows are appended from the top in an empty grid', () => {
  const { send, cell } = grid([], { rows: 1, columns: 2 })
  send(create(8, 'Label'), create(9, 'Label'))
  send(call(1, 'append_row', [ref(8)]), call(1, 'append_row', [ref(9)]))
  expect([cell(0, 0), cell(1, 0)]).toEqual([named(8, 'Label'), named(9, 'Label')])
})

test('beside fields, labels and buttons are as wide as they are', () => {
  const here = page()
  here.send(create(1, 'GridBox'), call(1, 'set_spacing', 10), call(1, 'resize', 400, null))
  here.send(create(2, 'Label', 'Name'), create(3, 'TextEntry'), create(4, 'Button', 'Ask'))
  for (const wid of [2, 3, 4]) here.send(call(1, 'add_widget', ref(wid), 0, wid - 2))
  here.root.append(here.widget(1).element)
  const widths = () => [2, 3, 4].map((wid) => here.widget(wid).element.offsetWidth)
  const [label, field, button] = widths()
  expect([label! < 60, field! > 240, button! < 80]).toEqual([true, true, true])
  here.send(call(1, 'add_widget', ref(3), 1, 0))
  expect(widths()[1]).toBeGreaterThan(240)
  here.send(call(1, 'remove', ref(3)))
  expect(here.widget(4).element.offsetLeft).toBeGreaterThan(200)
})

test('children flow into as many columns as fit', () => {
  const { send, at, element } = grid(
    [
      [0, 0],
      [5, 0],
      [0, 3],
    ],
    { min_column_width: 100 },
  )
  element.style.width = '320px'
  expect([at(2), at(3), at(4)]).toEqual([
    [0, 0],
    [110, 0],
    [220, 0],
  ])
  element.style.width = '250px'
  expect([at(3)[1], at(4)]).toEqual([0, [0, 40]])
  element.style.width = '60px'
  expect([at(2), at(3), at(4)]).toEqual([
    [0, 0],
    [0, 40],
    [0, 80],
  ])
  send(call(1, 'set_min_column_width', null))
  element.style.width = 'max-content'
  expect(at(4)[1]).toBe(0)
})
