import { expect, test } from 'vitest'
import { Marks, statesSetBy } from '../../src/widgets/marks.ts'
import { widgetClass } from '../../src/widgets/catalog.ts'

test('a state is marked until the server has heard of its change', () => {
  const marks = new Marks()
  const slider = {}
  marks.mark(slider, 'value', 5)
  expect([marks.isMarked(slider, 'value'), marks.isMarked(slider, 'limits')]).toEqual([true, false])
  marks.heard(4)
  expect([marks.isMarked(slider, 'value'), marks.isMarked({}, 'value')]).toEqual([true, false])
  marks.heard(5)
  expect(marks.isMarked(slider, 'value')).toBe(false)
})

test('the last change counts', () => {
  const marks = new Marks()
  const slider = {}
  marks.mark(slider, 'value', 5)
  marks.mark(slider, 'value', 7)
  marks.heard(6)
  expect(marks.isMarked(slider, 'value')).toBe(true)
})

test('what a server hears at once is never marked', () => {
  const marks = new Marks()
  const slider = {}
  marks.heard(Infinity)
  marks.mark(slider, 'value', 5)
  expect(marks.isMarked(slider, 'value')).toBe(false)
})

test.each([
  ['Slider', 'set_value', ['value']],
  ['Slider', 'set_limits', ['min', 'max', 'step']],
  ['Slider', 'get_value', []],
  ['CheckBox', 'set_state', ['state']],
  ['Label', 'hide', ['visible']],
  ['Dialog', 'popup', ['visible']],
  ['VideoWidget', 'play', ['paused']],
  ['TableView', 'set_data', []],
  ['TextSource', 'set_text', []],
])('%s.%s sets %j', (name, method, states) => {
  expect(statesSetBy(widgetClass(name), method)).toEqual(states)
})
