import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { catalog } from '../../src/widgets/catalog.ts'
import {
  combined,
  event,
  option,
  optional,
  ours,
  param,
  query,
  setter,
  setterOf,
  widget,
} from '../../src/widgets/define.ts'
import { referenceOf } from '../../src/widgets/reference.ts'
import {
  boolean,
  named,
  nullable,
  number,
  oneOf,
  string,
  widgetRef,
} from '../../src/widgets/types.ts'

test('docs/reference.md is up to date', () => {
  const text = readFileSync(new URL('../../docs/reference.md', import.meta.url), 'utf8')
  expect(text, 'run `npm run reference`').toBe(referenceOf(catalog))
})

const dial = widget({
  summary: 'Made up.',
  base: 'widget',
  args: [optional('text', string, '')],
  options: {
    side: option(oneOf('l', 'r'), 'l', 'Side.'),
    min: option(number, 0, 'Least.'),
    value: option(nullable(named('Degree', number)), null, 'Where it points.'),
    lit: ours(option(boolean, false, 'Shines.')),
  },
  methods: {
    set_text: setter([param('text', string)], [''], 'Text.'),
    set_min: combined([param('min', number)], ['min'], 'Least.'),
    set_degree: setterOf('value', [param('value', number)], [0], 'Where it points.'),
    set_lit: ours(setter([param('tf', boolean)], [false], 'Shines.')),
    set_hint: setter([param('text', string), optional('seconds', number)], [''], 'Hint.'),
    get_degree: query([optional('child', nullable(widgetRef))], number, 'Where it points.'),
  },
  events: { 'turned-by': event([param('by', number)], 'Turned.') },
  text: 'text',
  userState: { value: { 'turned-by': 0 } },
  bind: { prop: 'value', events: ['turned-by'] },
  aliases: { onTurn: 'onTurnedBy' },
  notes: ['It is round.'],
})

test('a class is told in one section', () => {
  expect(section('Dial', referenceOf({ Dial: dial }))).toBe(
    `
Made up.

It has all that [every widget](#every-widget) has.

| Prop | Type | Default |  |
| --- | --- | --- | --- |
| \`text\` | \`string\` | \`""\` | Text. |
| \`side\` | \`'l'\\|'r'\` | \`"l"\` | Side. *Fixed.* |
| \`min\` | \`number\` | \`0\` | Least. |
| \`value\` | \`number\` | \`null\` | Where it points. |
| \`lit\` | \`boolean\` | \`false\` | Shines. *Ours.* |
| \`hint\` | \`string or [text: string, seconds?: number]\` | \`[""]\` | Hint. |

| Event |  |
| --- | --- |
| \`onTurnedBy(by: number)\` | Turned. Also \`onTurn\`. |

| Method of the handle |  |
| --- | --- |
| \`setText(text: string)\` | Text. |
| \`setMin(min: number)\` | Least. |
| \`setDegree(value: number)\` | Where it points. |
| \`setLit(tf: boolean)\` | Shines. *Ours.* |
| \`setHint(text: string, seconds?: number)\` | Hint. |
| \`getDegree(child?: WidgetRef\\|null): Promise<number>\` | Where it points. |

Text between the tags is its \`text\`.

The user can change \`value\` (told by \`onTurnedBy\`). \`bind\` is for \`value\`.

It is round.
`.trim(),
  )
})

test('children are told with what they say of their place', () => {
  const { VBox, GridBox, Frame, Dialog } = catalog
  const text = referenceOf({ VBox, GridBox, Frame, Dialog })
  expect(section('VBox', text)).toContain('A child says its place by `stretch` (`number`).')
  expect(section('GridBox', text)).toContain('by `row` (`number`) and `column` (`number`).')
  expect(section('Frame', text)).toContain('It takes one child.')
  expect(section('Dialog', text)).toContain('`popup` is called when it is mounted.')
  expect(section('Every container', text)).toContain('before: WidgetRef)` (*ours*)')
})

test('an addition of ours is marked as such', () => {
  const text = referenceOf({ Lamp: { summary: 'Shines.', base: 'object', ours: true } })
  expect(section('Lamp', text)).toContain('Shines. *Ours.*')
})

test('every type that has a name is explained once', () => {
  const rows = section('Types', referenceOf({ Dial: dial, Other: dial })).split('\n')
  expect(rows.filter((row) => row.includes('Degree'))).toEqual(['| `Degree` | `number` |'])
})

function section(heading: string, text: string): string {
  const [, after = ''] = text.split(`\n## ${heading}\n`)
  return after.split('\n## ')[0]!.trim()
}
