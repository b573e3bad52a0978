import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Row } from '../../../../src/client/widgets/table/branch.ts'
import { addedColumn } from '../../../../src/client/widgets/table/column.ts'
import { Order, type Sort, sortsAfter } from '../../../../src/client/widgets/table/order.ts'
import type { CellValue } from '../../../../src/widgets/table-payloads.ts'

const text = addedColumn({ key: 'text' }, [])
const figure = addedColumn({ key: 'figure', type: 'float' }, [])

const rowsOf = (values: readonly (readonly CellValue[])[]): Row[] =>
  values.map(([first, second], index) => ({
    key: String(index),
    parent: undefined,
    values: { text: first!, figure: second ?? null },
    index,
    below: undefined,
  }))

const valuesIn = (rows: readonly Row[]) =>
  rows.map(({ values }) => (values as { text: CellValue }).text)

describe('texts', () => {
  test.each<[CellValue[], CellValue[]]>([
    [
      ['b10', 'b9', 'B9', 'a', ''],
      ['a', 'b9', 'B9', 'b10', ''],
    ],
    [
      ['x', 2, true, null, 1],
      [true, 1, 2, 'x', null],
    ],
    [
      ['ä', 'z', 'a b', 'a-b', 'a'],
      ['a', 'ä', 'a b', 'a-b', 'z'],
    ],
  ])('%j are sorted to %j', (values, sorted) => {
    const order = new Order([{ column: text, ascending: true }])
    expect(valuesIn(order.sorted(rowsOf(values.map((value) => [value]))))).toEqual(sorted)
  })

  test('in a column of numbers a text that is one counts as one', () => {
    const rows = rowsOf([
      ['a', '10'],
      ['b', 9],
      ['c', 'none'],
    ])
    const order = new Order([{ column: figure, ascending: false }])
    expect(valuesIn(order.sorted(rows))).toEqual(['c', 'a', 'b'])
  })
})

const cell = fc.constantFrom<CellValue>('b10', 'b9', 'B9', 'ä', 'a b', '', null, 1, 2.5, true, '7')
const table = fc.array(fc.tuple(cell, cell), { maxLength: 30 })
const by = fc.constantFrom(
  [{ column: text, ascending: true }],
  [
    { column: figure, ascending: false },
    { column: text, ascending: true },
  ],
)

test('sorting by numbers is sorting by comparing', () => {
  fc.assert(
    fc.property(table, by, (values, columns) => {
      const rows = rowsOf(values)
      const order = new Order(columns)
      expect(order.sorted(rows)).toEqual(rows.toSorted(order.compare))
    }),
    { numRuns: 500 },
  )
})

test('rows put among sorted rows stand where sorting would put them', () => {
  fc.assert(
    fc.property(table, by, fc.nat(30), (values, columns, cut) => {
      const rows = rowsOf(values)
      const order = new Order(columns)
      const [rest, moving] = [rows.slice(cut), rows.slice(0, cut)]
      expect(order.merged(order.sorted(rest), order.sorted(moving))).toEqual(order.sorted(rows))
    }),
    { numRuns: 500 },
  )
})

const sort = (key: string, ascending = true): Sort => ({ key, ascending })

test.each<[string, Sort[], string, boolean, Sort[]]>([
  ['the first click', [], 'a', false, [sort('a')]],
  ['the second turns around', [sort('a')], 'a', false, [sort('a', false)]],
  ['the third, too', [sort('a', false)], 'a', false, [sort('a')]],
  ['another column alone', [sort('a'), sort('b')], 'c', false, [sort('c')]],
  ['the second of several alone', [sort('a'), sort('b')], 'b', false, [sort('b')]],
  ['adding to none', [], 'a', true, [sort('a')]],
  ['adding one', [sort('a')], 'b', true, [sort('a'), sort('b')]],
  ['adding it again', [sort('a'), sort('b')], 'b', true, [sort('a'), sort('b', false)]],
  ['and once more', [sort('a'), sort('b', false)], 'b', true, [sort('a')]],
  ['the last stays', [sort('a', false)], 'a', true, [sort('a')]],
])('%s', (_what, before, key, isAdding, after) => {
  expect(sortsAfter(before, key, isAdding)).toEqual(after)
})
