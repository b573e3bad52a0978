import { expect, test } from 'vitest'
import { call, create, page, ref } from '../harness.ts'

test.each([
  ['horizontal', 'VBox', [300, 1]],
  ['vertical', 'HBox', [1, 50]],
])('a %s one is a line of 1 px across its %s', (orientation, box, size) => {
  const { send, ask, widget, root } = page()
  send(create(1, box), create(2, 'Separator', orientation), call(1, 'add_widget', ref(2)))
  send(call(1, 'resize', 300, 50))
  root.append(widget(1).element)
  expect(ask(2, 'get_size')).toEqual(size)
})

test('assistive technology hears of its direction', () => {
  const { send, widget } = page()
  send(create(1, 'Separator'))
  const { element } = widget(1)
  expect([element.tagName, element.ariaOrientation]).toEqual(['HR', 'horizontal'])
  send(call(1, 'set_orientation', 'vertical'))
  expect(element.ariaOrientation).toBe('vertical')
})
