// References that come over the wire become handles, at any depth.

import { describe, expect, test } from 'vitest'
import { revive } from '../../src/session/revive.ts'
import type { AnyHandle } from 'treewire'

/** Handles of the widgets 1 to 3; the others are gone. */
const handles = new Map([1, 2, 3].map((wid) => [wid, { wid } as unknown as AnyHandle]))
const revived = (value: unknown): unknown => revive(value, ({ __wid__: wid }) => handles.get(wid))
const ref = (wid: unknown) => ({ __wid__: wid })
const one = handles.get(1)
const two = handles.get(2)

test.each([
  ['nothing', [], []],
  ['plain values', [1, 'a', null, true, { b: [] }], [1, 'a', null, true, { b: [] }]],
  ['a reference', [ref(1)], [one]],
  ['a reference with the class that browsers add', [{ __wid__: 1, __class__: 'Label' }], [one]],
  ['references deep inside', [{ a: [{ b: ref(2) }] }, [[ref(1)]]], [{ a: [{ b: two }] }, [[one]]]],
  ['undefined', undefined, undefined],
  ['a lone reference', ref(2), two],
])('revives %s', (_, value, wanted) => {
  expect(revived(value)).toEqual(wanted)
})

test('a handle is the very handle', () => {
  expect((revived([ref(1)]) as unknown[])[0]).toBe(one)
})

test.each([
  ['a reference', ref(9)],
  ['one of the arguments', [ref(1), ref(9)]],
  ['something deep inside', [{ a: [{ b: ref(9) }] }]],
])('gives undefined where %s is of a widget that is gone', (_, value) => {
  expect(revived(value)).toBeUndefined()
})

test.each([ref('1'), ref(null), ref(1.5), ref(2 ** 53), ref([1])])(
  '%j is no reference but plain data',
  (value) => {
    expect(revived([value])).toEqual([value])
  },
)

describe('names from the wire stay names', () => {
  test.each(['{"__proto__":{"polluted":1}}', '{"a":{"__proto__":{"polluted":1}}}'])(
    '%s',
    (text) => {
      const value = JSON.parse(text) as unknown
      expect(JSON.stringify(revived(value))).toBe(text)
      expect((revived(value) as { polluted?: unknown }).polluted).toBeUndefined()
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    },
  )

  test('a reference must be its own', () => {
    const value = JSON.parse('{"__proto__":{"__wid__":1}}') as unknown
    expect(JSON.stringify(revived(value))).not.toBe(JSON.stringify(one))
    expect(revived(Object.create({ __wid__: 1 }))).toEqual({})
  })
})
