import { expect, test } from 'vitest'
import { widsIn, withoutRefs, withRefs } from '../../src/session/refs.ts'

const ref = (wid: number) => ({ __wid__: wid })
const handle = (wid: number) => ({ toJSON: () => ref(wid) })
const bytes = new Uint8Array([1])

test('handles become references, however deep, and bytes stay bytes', () => {
  expect(withRefs([handle(3), { of: [handle(4), 'a', null] }, bytes])).toEqual([
    ref(3),
    { of: [ref(4), 'a', null] },
    bytes,
  ])
})

test('what JSON cannot carry is refused', () => {
  expect(() => withRefs([{ deep: 1n }])).toThrow('Arguments must be JSON, got 1n')
})

test('the widgets of a value are found, however deep', () => {
  expect(widsIn([ref(3), { of: [ref(4), 'a', null] }, bytes as never])).toEqual([3, 4])
  expect([widsIn(undefined), widsIn(null), widsIn(7)]).toEqual([[], [], []])
})

test('a reference to what is gone is null', () => {
  const value = [ref(3), { of: [ref(4), 'a'], plain: 1 }]
  expect(withoutRefs(value, (wid) => wid === 4)).toEqual([ref(3), { of: [null, 'a'], plain: 1 }])
})
