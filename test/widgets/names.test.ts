import { expect, expectTypeOf, test } from 'vitest'
import {
  camel,
  eventProp,
  stateName,
  type Camel,
  type EventProp,
  type StateName,
} from '../../src/widgets/names.ts'

test.each([
  ['text', 'text'],
  ['show_value', 'showValue'],
  ['show_value_position', 'showValuePosition'],
  ['page-switch', 'pageSwitch'],
  ['raise_', 'raise'],
  ['toggleContent', 'toggleContent'],
  ['scroll_to_lineno', 'scrollToLineno'],
])('%s is %s in camel case', (wire, name) => {
  expect(camel(wire)).toBe(name)
})

test.each([
  ['activated', 'onActivated'],
  ['page-switch', 'onPageSwitch'],
  ['cell_edited', 'onCellEdited'],
  ['dblclick', 'onDblclick'],
])('the action %s is the prop %s', (action, name) => {
  expect(eventProp(action)).toBe(name)
})

test.each([
  ['set_show_value', 'show_value'],
  ['set', 'set'],
  ['resize', 'resize'],
  ['reset_all', 'reset_all'],
])('the method %s sets the state %s', (method, state) => {
  expect(stateName(method)).toBe(state)
})

test('the compiler finds the same names', () => {
  expectTypeOf<Camel<'show_value_position'>>().toEqualTypeOf<'showValuePosition'>()
  expectTypeOf<Camel<'page-switch'>>().toEqualTypeOf<'pageSwitch'>()
  expectTypeOf<Camel<'raise_'>>().toEqualTypeOf<'raise'>()
  expectTypeOf<EventProp<'page-switch'>>().toEqualTypeOf<'onPageSwitch'>()
  expectTypeOf<StateName<'set_show_value'>>().toEqualTypeOf<'show_value'>()
  expectTypeOf<StateName<'resize'>>().toEqualTypeOf<'resize'>()
})
