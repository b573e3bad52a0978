import { expect, test } from 'vitest'
import { browserMethod } from '../../../src/client/widgets/browser-method.ts'
import * as display from '../../../src/widgets/classes/display.ts'
import * as layout from '../../../src/widgets/classes/layout.ts'
import { WidgetClass } from '../../../src/widgets/widget-class.ts'

const classes = {
  Label: new WidgetClass('Label', display.Label),
  VBox: new WidgetClass('VBox', layout.VBox),
}

test.each([
  ['Label', 'set_text', ['text'], ['text'], false],
  ['Label', 'get_text', [], [], true],
  ['Label', 'hide', [], ['visible'], false],
  ['VBox', 'add_widget', ['child', 'stretch?'], [], false],
  ['VBox', 'insert_before', ['child', 'before', 'stretch?'], [], false],
] as const)('%s.%s', (className, name, params, states, isQuery) => {
  const method = browserMethod(classes[className], name)
  const told = method?.params.map((param) => `${param.name}${param.optional ? '?' : ''}`)
  expect(told).toEqual(params)
  expect(method).toMatchObject({ fullName: `${className}.${name}`, states, isQuery })
})

test('a class has no method that is not declared', () => {
  expect(browserMethod(classes.Label, 'constructor')).toBeUndefined()
})
