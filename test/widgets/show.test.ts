import { signal } from 'treewire'
import { expect, test } from 'vitest'
import { show } from '../../src/widgets/show.ts'

class Point {
  readonly x = 1
}

const ring: { self?: unknown } = {}
ring.self = ring

test.each<[unknown, string]>([
  ['a "b"', '"a \\"b\\""'],
  [undefined, 'undefined'],
  [NaN, 'NaN'],
  [-Infinity, '-Infinity'],
  [7n, '7n'],
  [Symbol('x'), 'Symbol(x)'],
  [() => 1, 'a function'],
  [{ a: [1, null] }, '{"a":[1,null]}'],
  [Object.create(null), '{}'],
  [new Set([1]), 'a Set'],
  [Promise.resolve(1), 'a Promise'],
  [new Error('boom'), 'an Error'],
  [new Point(), 'a Point {"x":1}'],
  [new Uint8Array([1, 2]), 'a Uint8Array {"0":1,"1":2}'],
  [new Date(0), '"1970-01-01T00:00:00.000Z"'],
  [signal(1), '1'],
  [ring, '[object Object]'],
  ['x'.repeat(100), `"${'x'.repeat(59)}`],
])('%o is shown as %s', (value, text) => {
  expect(show(value)).toBe(text)
})
