// Values as short texts.

import { expect, test } from 'vitest'
import { Label, signal, VBox } from 'treewire'
import { shortText } from '../../../src/inspector/seen/short-text.ts'

function onSave() {}

class Account {
  readonly name = 'Ada'
  get secret(): string {
    throw new Error('A getter ran')
  }
}

test.each<[string, unknown, string]>([
  ['a text', 'Hello', '"Hello"'],
  ['a number', 1.5, '1.5'],
  ['nothing', undefined, 'undefined'],
  ['a function', onSave, 'ƒ onSave'],
  ['a function without a name', (() => () => {})(), 'ƒ'],
  ['a signal', signal(1), 'signal'],
  ['a widget', <VBox />, '<VBox>'],
  ['children', [<VBox key="a" />, 'text'], '2 children'],
  ['an object', { id: 1, tags: ['a', 'b'] }, '{ id: 1, tags: [ "a", "b" ] }'],
  ['what is deeper', { a: { b: { c: 1 } } }, '{ a: { b: {…} } }'],
  ['signals in an object', { title: signal(1) }, '{ title: signal }'],
  [
    'a getter',
    {
      get secret() {
        throw new Error('It ran')
      },
    },
    '{ secret: (computed) }',
  ],
  ['many', [1, 2, 3, 4, 5, 6, 7], '[ 1, 2, 3, 4, 5, 6, … ]'],
  ['nothing in them', [[], {}], '[ [], {} ]'],
  ['an object of a class, whose getters are left alone', new Account(), "Account { name: 'Ada' }"],
])('%s', (_what, value, text) => {
  expect(shortText(value)).toBe(text)
})

test('a component is called by its name', () => {
  function Card() {
    return <Label />
  }
  expect(shortText(<Card />)).toBe('<Card>')
})

test('what is long is cut', () => {
  const text = shortText('x'.repeat(10_000))
  expect([text.length, text.at(-1)]).toEqual([120, '…'])
})

test('a value that wants to show itself is not asked to', () => {
  const proud = { [Symbol.for('nodejs.util.inspect.custom')]: () => 'I ran' }
  expect(shortText(proud)).not.toContain('I ran')
})
