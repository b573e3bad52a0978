// Which control a prop gets, and what it may be given.

import { expect, test } from 'vitest'
import {
  kindOf,
  problemWith,
  type Kind,
  type StateProp,
} from '../../../examples/gallery/prop-kinds.ts'
import { classOf } from '../../../examples/gallery/specimen.ts'

test.each<[string, string, Kind]>([
  ['Slider', 'track', { control: 'check' }],
  ['Slider', 'orientation', { control: 'choice', values: ['horizontal', 'vertical'] }],
  ['TableView', 'selectionMode', expect.objectContaining({ control: 'choice' }) as Kind],
  ['Slider', 'min', { control: 'number', step: 1, max: 100_000 }],
  ['ProgressBar', 'value', { control: 'number', step: 0.05, max: 1 }],
  ['TopLevel', 'icon', { control: 'text', isNullable: true }],
  ['TextEntry', 'placeholder', { control: 'text', isNullable: false }],
  ['ColorWidget', 'color', { control: 'text', isNullable: false }],
  ['Button', 'size', { control: 'json' }],
  ['ComboBox', 'items', { control: 'json' }],
])('the prop of %s %s', (className, prop, kind) => {
  expect(kindOf(propOf(className, prop))).toEqual(kind)
})

test.each<[string, string, unknown, string]>([
  ['Slider', 'min', 3, ''],
  ['Slider', 'min', '3', 'This has to be number.'],
  ['Slider', 'size', [100, null], ''],
  ['Slider', 'size', [100, 'high'], 'This has to be [number|null, number|null].'],
  ['Slider', 'size', 100, 'This has to be [number|null, number|null].'],
  ['Slider', 'size', [1, 2, 3], 'This has to be [number|null, number|null].'],
])('%s %s = %j', (className, prop, value, problem) => {
  expect(problemWith(propOf(className, prop), value)).toBe(problem)
})

function propOf(className: string, name: string): StateProp {
  return classOf(className).prop(name) as StateProp
}
