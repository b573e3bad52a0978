import { signal } from 'treewire'
import { expect, test } from 'vitest'
import { show } from '../../src/widgets/show.ts'

class Point {
  readonly x = 1
}

const round: { self?: unknown } = {}
round.self = round

test.each<[unknown, string]>([
  ['a "b"', '"a \\"b\\""'],
  [5, '5'],
  [null, 'null'],
  [undefined, 'undefined'],
  [NaN, 'NaN'],
  [[1, -Infinity], '[1,-Infinity]'],
  [7n, '7n'],
  [Symbol('x'), 'Symbol(x)'],
  [() => 1, 'a function'],
  [{ a: [1, null], on: () => 1 }, '{"a":[1,null],"on":a function}'],
  [Object.create(null), '{}'],
  [new Set([1]), 'a Set'],
  [Promise.resolve(1), 'a Promise'],
  [new Error('boom'), 'an Error'],
  [new Point(), 'a Point {"x":1}'],
  [new Uint8Array([1, 2]), 'a Uint8Array {"0":1,"1":2}'],
  [new Date(0), 'a Date'],
  [[{ at: new Date(NaN) }], '[{"at":a Date}]'],
  [signal(1), '1'],
  [round, '[object Object]'],
  [[7n], '[object Array]'],
  ['x'.repeat(100), `"${'x'.repeat(59)}`],
])('%o is shown as %s', (value, text) => {
  expect(show(value)).toBe(text)
})
