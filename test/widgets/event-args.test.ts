import { expect, test } from 'vitest'
import type { Json } from '../../src/protocol/messages.ts'
import { event, optional, param, widget } from '../../src/widgets/define.ts'
import { wrongEventArg } from '../../src/widgets/event-args.ts'
import { number, string } from '../../src/widgets/types.ts'
import { WidgetClass } from '../../src/widgets/widget-class.ts'

const dial = new WidgetClass(
  'Dial',
  widget({
    summary: 'Made up.',
    base: 'widget',
    events: {
      turned: event([param('value', number), optional('by', string)], 'Turned.'),
    },
  }),
)

test.each<[action: string, args: Json[], wrong: string | undefined]>([
  ['turned', [7, 'hand'], undefined],
  ['turned', [7], undefined],
  ['turned', [7, null], undefined],
  ['turned', [7, 'hand', 'more'], undefined],
  ['turned', [], 'needs "value" to be number, got undefined'],
  ['turned', [null, 'hand'], 'needs "value" to be number, got null'],
  ['turned', ['x', 3], 'needs "value" to be number, got "x"'],
  ['turned', [7, 3], 'needs "by" to be string, got 3'],
  ['turned', [['x'.repeat(99)]], `needs "value" to be number, got ["${'x'.repeat(58)}`],
  ['no-such', ['x'], undefined],
])('of %s %j is told what is wrong', (action, args, wrong) => {
  expect(wrongEventArg(dial, action, args)).toBe(wrong)
})
