// An element as one would write it.

import { expect, test } from 'vitest'
import { Button, HBox, Label, Slider, TabWidget, type Element } from 'treewire'
import { jsxText } from '../../../examples/gallery/jsx-text.ts'

const rows: [string, Element, string][] = [
  ['nothing', <Label />, '<Label />'],
  ['a text', <Label text="Ada" />, '<Label text="Ada" />'],
  ['a text with quotes', <Label text={`"Ada's"`} />, `<Label text={'"Ada\\'s"'} />`],
  ['lines', <Label text={'a\nb'} />, `<Label text={'a\\nb'} />`],
  ['on and off', <Slider track showValue={false} />, '<Slider track showValue={false} />'],
  ['a list', <Slider size={[null, 8]} />, '<Slider size={[null, 8]} />'],
  ['a function', <Button onClick={() => 1} />, '<Button onClick={() => …} />'],
  ['what is not given', <Label text={undefined} />, '<Label />'],
  ['what is long', <Label text={'long '.repeat(20)} />, '<Label text={text} />'],
  ['text between the tags', <Label>Ada</Label>, '<Label>Ada</Label>'],
  [
    'children',
    <HBox spacing={4}>
      <Button>OK</Button>
      <Button text="No" />
    </HBox>,
    '<HBox spacing={4}>\n  <Button>OK</Button>\n  <Button text="No" />\n</HBox>',
  ],
  [
    'many props',
    <TabWidget closable reorderable tabPosition="bottom" label="Parts of the page" index={2} />,
    [
      '<TabWidget',
      '  closable',
      '  reorderable',
      '  tabPosition="bottom"',
      '  label="Parts of the page"',
      '  index={2}',
      '/>',
    ].join('\n'),
  ],
]

test.each(rows)('%s', (_what, element, text) => {
  expect(jsxText(element)).toBe(text)
})
