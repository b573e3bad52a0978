import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RowInput } from '../../../../src/widgets/table-payloads.ts'
import { Branch } from '../../../../src/client/widgets/table/branch.ts'
import { isBlank, Sparse } from '../../../../src/client/widgets/table/sparse.ts'

const keys = { name: 'id', position: -1 }
const rows = (...ids: readonly number[]): RowInput[] => ids.map((id) => ({ id, name: `n${id}` }))

function sparse() {
  const top = new Branch()
  const list = new Sparse(top)
  const shown = () =>
    Array.from({ length: list.length }, (_, at) => {
      const row = list.at(at)!
      return isBlank(row) ? '·' : row.key
    }).join('')
  return { top, list, shown }
}

test('nothing is known before the first answer', () => {
  const { list } = sparse()
  expect([list.isKnown, list.length, list.at(0)]).toEqual([false, 0, undefined])
})

test('rows stand in their place among blank ones', () => {
  const { list, shown, top } = sparse()
  list.keep(2, 5)
  list.put(2, rows(2, 3, 4), 8, keys)
  expect(shown()).toBe('··234···')
  expect(top.rows.map(({ key }) => key)).toEqual(['2', '3', '4'])
})

test('some of them may come anew, and fewer be left', () => {
  const { list, shown } = sparse()
  list.keep(0, 5)
  list.put(0, rows(0, 1, 2, 3, 4), 8, keys)
  list.put(1, rows(7), 3, keys)
  expect(shown()).toBe('072')
})

test('a row that is here stays the same object when it moves', () => {
  const { list } = sparse()
  list.keep(0, 3)
  list.put(0, rows(0, 1, 2), 3, keys)
  const row = list.at(2)!
  list.put(0, rows(2, 0, 1), 3, keys)
  expect(list.at(0)).toBe(row)
  expect(list.indexOf(row)).toBe(0)
})

test('what nobody waits for any more is passed over', () => {
  const { list, shown } = sparse()
  list.keep(0, 3)
  list.put(0, rows(0, 1, 2), 9, keys)
  list.keep(6, 9)
  list.put(0, rows(0, 1, 2), 9, keys)
  expect(shown()).toBe('·········')
})

test('a blank row knows its place, and is the same as long as it is blank', () => {
  const { list } = sparse()
  list.put(0, [], 1_000_000, keys)
  const row = list.at(999_999)!
  expect([list.indexOf(row), list.at(999_999) === row, row.values]).toEqual([999_999, true, null])
})

test('a row without a key goes by its place', () => {
  const { list } = sparse()
  list.keep(40, 42)
  list.put(40, [['a'], ['b']], 100, { name: null, position: -1 })
  expect(list.at(41)!.key).toBe('row41')
})

test('whatever is asked for and comes, each row shows what came for its place last', () => {
  const step = fc.record({
    start: fc.nat(12),
    size: fc.nat(6),
    total: fc.integer({ min: 1, max: 16 }),
    isKeep: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const { list } = sparse()
      let [kept, total, next] = [{ start: 0, end: 0 }, 0, 0]
      let plain = new Map<number, string>()
      for (const { start, size, total: newTotal, isKeep } of steps) {
        if (isKeep) {
          kept = { start, end: start + size }
          list.keep(kept.start, kept.end)
          plain = new Map([...plain].filter(([at]) => at >= kept.start && at < kept.end))
          continue
        }
        const ids = Array.from({ length: size }, () => next++)
        total = newTotal
        list.put(start, rows(...ids), total, keys)
        for (const [at, id] of ids.entries()) plain.set(start + at, `${id}`)
        plain = new Map(
          [...plain].filter(([at]) => at >= kept.start && at < kept.end && at < total),
        )
      }
      const found = Array.from({ length: total }, (_, at) => list.at(at)!)
      expect(found.map((row) => (isBlank(row) ? undefined : row.key))).toEqual(
        found.map((_, at) => plain.get(at)),
      )
    }),
  )
})
