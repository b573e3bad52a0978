import { expect, test } from 'vitest'
import { show } from '../../src/widgets/show.ts'

const round: { self?: unknown } = {}
round.self = round

test.each([
  ['a text', '"a text"'],
  [5, '5'],
  [null, 'null'],
  [undefined, 'undefined'],
  [Number.NaN, 'NaN'],
  [[1, Infinity], '[1,Infinity]'],
  [7n, '7n'],
  [Symbol('x'), 'Symbol(x)'],
  [() => 1, 'a function'],
  [{ a: 1, on: () => 1 }, '{"a":1,"on":a function}'],
  [new Date(0), 'a Date'],
  [[{ at: new Date(Number.NaN) }], '[{"at":a Date}]'],
  [round, '[object Object]'],
  [[7n], '[object Array]'],
  ['x'.repeat(100), `"${'x'.repeat(59)}`],
])('%o is shown as %s', (value, text) => {
  expect(show(value)).toBe(text)
})
