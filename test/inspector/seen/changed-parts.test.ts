// Which parts of an object or a list differ.

import { expect, test } from 'vitest'
import { changedParts } from '../../../src/inspector/seen/changed-parts.ts'

const paths = (before: unknown, after: unknown): string[] =>
  changedParts(before, after).map(({ path }) => path)

test.each<[string, unknown, unknown, string[]]>([
  ['numbers', 1, 2, ['']],
  ['lists', [1, 2, 3], [1, 3, 2], ['[1]', '[2]']],
  ['lists of other lengths', [1], [1, 2], ['']],
  ['an item of a list', [{ a: 1 }, { a: 1 }], [{ a: 1 }, { a: 2 }], ['[1].a']],
  ['an object in place of nothing', null, { a: 1 }, ['']],
  ['nothing', { a: 1 }, { a: 1 }, []],
  ['what came, and what went', { a: 1 }, { b: 1 }, ['.a', '.b']],
  ['an object in place of a list', [], {}, ['']],
  ['what is deep', { a: { b: { c: { d: 1 } } } }, { a: { b: { c: { d: 2 } } } }, ['.a.b']],
])('%s', (_what, before, after, found) => {
  expect(paths(before, after)).toEqual(found)
})

test('no code of the application runs for it', () => {
  const computed = () => ({
    get a(): never {
      throw new Error('Nobody is to ask')
    },
  })
  expect(paths(computed(), computed())).toEqual([])
  const proxy = () => new Proxy({}, { ownKeys: () => expect.unreachable() })
  expect(paths(proxy(), proxy())).toEqual([''])
  const list = () => new Proxy([1], { get: () => expect.unreachable() })
  expect(paths(list(), list())).toEqual([''])
})

test('objects in a ring come to an end', () => {
  const ring = (): object => {
    const one: { self?: object } = {}
    one.self = one
    return one
  }
  expect(paths(ring(), ring())).toEqual(['.self.self'])
})
