// Patches of rows and of anything else that stands in an order, against their plain meaning.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { arranged } from '../../src/widgets/arranged.ts'
import { rowsDiffer } from '../../src/widgets/differ-rows.ts'
import { freeKey, keysOf, patchedRows } from '../../src/widgets/patched-rows.ts'
import type { RowInput, RowPatch } from '../../src/widgets/table-payloads.ts'

const byId = { rowKey: 'id', columns: [{ key: 'n' }, { key: 'id' }] }
const byPlace = { rowKey: null, columns: byId.columns }
const [a, b, c, d] = [
  { id: 'a', n: 0 },
  { id: 'b', n: 1 },
  { id: 'c', n: 2 },
  { id: 'd', n: 3 },
] as const

test.each<[what: string, patch: RowPatch, after: RowInput[]]>([
  ['nothing', {}, [a, b, c]],
  ['a row less', { remove: ['b'] }, [a, c]],
  ['the last to the front', { move: [['c', 'a']] }, [c, a, b]],
  ['the first to the end', { move: [['a', null]] }, [b, c, a]],
  ['one in front of itself', { move: [['a', 'a']] }, [a, b, c]],
  [
    'another one in front of itself',
    { rows: [['a', { id: 'a', n: 9 }]] },
    [{ id: 'a', n: 9 }, b, c],
  ],
  ['one that is new in front of itself', { rows: [['d', d]] }, [a, b, c, d]],
  ['in front of what has gone', { remove: ['c'], move: [['a', 'c']] }, [b, a]],
  ['what is not there', { remove: ['x'], move: [['y', null]], cells: { z: { n: 1 } } }, [a, b, c]],
  ['one more', { rows: [['b', d]] }, [a, d, b, c]],
  ['one in the place of another', { rows: [['a', { id: 'c', n: 9 }]] }, [{ id: 'c', n: 9 }, a, b]],
  ['a cell', { cells: { b: { n: 9 } } }, [a, { id: 'b', n: 9 }, c]],
  [
    'a cell of one that is new',
    { rows: [[null, d]], cells: { d: { n: 9 } } },
    [a, b, c, { id: 'd', n: 9 }],
  ],
])('%s', (_, patch, after) => {
  expect(patchedRows([a, b, c], patch, byId)).toEqual(after)
})

test('rows without a key go by their place', () => {
  const patch = { remove: ['row2'], rows: [[null, [8]] as const], cells: { row0: { 0: 7 } } }
  expect(patchedRows([[1], [2], [3]], patch, byPlace)).toEqual([[7], [2], [8]])
})

test('rows go by other names where there are some', () => {
  expect(patchedRows([[1], [2]], { remove: ['row1'] }, byPlace, ['row1', 'row0'])).toEqual([[2]])
})

test.each<[rows: RowInput[], keys: string[]]>([
  [
    [a, b],
    ['a', 'b'],
  ],
  [
    [[1, 'x'], [2]],
    ['x', 'row1'],
  ],
  [
    [a, a, 'row1'],
    ['a', 'row1', 'row2'],
  ],
])('%j are called %j', (rows, keys) => {
  expect(keysOf(rows, byId)).toEqual(keys)
})

test('a name by place is the first that is free', () => {
  expect(freeKey(new Set(['row2', 'row3']), 2)).toBe('row4')
  expect(freeKey(new Set(), 0)).toBe('row0')
})

const keys = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const anchor = fc.option(keys)

test('any steps come to what they mean, one after the other', () => {
  const steps = fc.record({
    remove: fc.array(keys, { maxLength: 3 }),
    move: fc.array(fc.tuple(keys, anchor), { maxLength: 4 }),
    put: fc.array(fc.tuple(anchor, keys, fc.nat()), { maxLength: 4 }),
  })
  fc.assert(
    fc.property(fc.uniqueArray(keys), steps, (before, { remove, move, put }) => {
      let list = before.map((key): [string, number] => [key, -1])
      const place = (entry: [string, number], before: string | null): void => {
        const stays = list.findIndex(([key]) => key === entry[0] && key === before)
        if (stays >= 0) return void (list[stays] = entry)
        list = list.filter(([key]) => key !== entry[0])
        const at = list.findIndex(([key]) => key === before)
        list.splice(at < 0 ? list.length : at, 0, entry)
      }
      for (const gone of remove) list = list.filter(([key]) => key !== gone)
      for (const [key, before] of move) {
        const moved = list.find(([other]) => other === key)
        if (moved) place(moved, before)
      }
      for (const [before, key, value] of put) place([key, value], before)
      const entries = before.map((key) => [key, -1] as const)
      expect([...arranged(entries, { remove, move, put })]).toEqual(list)
    }),
    { numRuns: 2000, seed: 1 },
  )
})

test('what is found to differ makes the new rows of the old ones', () => {
  const row = fc.record({ id: keys, n: fc.nat(3) })
  const rows = fc.uniqueArray(row, { selector: ({ id }) => id })
  const differ = rowsDiffer('set_rows')
  fc.assert(
    fc.property(rows, rows, (before, after) => {
      for (const [method, [patch]] of differ(before, after, byId)) {
        if (method !== 'patch_rows') continue
        expect(patchedRows(before, patch as RowPatch, byId)).toEqual(after)
      }
    }),
    { numRuns: 1000, seed: 1 },
  )
})
