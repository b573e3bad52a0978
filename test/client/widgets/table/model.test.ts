import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TableModel } from '../../../../src/client/widgets/table/model.ts'
import { rowsDiffer } from '../../../../src/widgets/differ-rows.ts'
import type {
  CellValue,
  ColumnInput,
  RowInput,
  RowPatch,
} from '../../../../src/widgets/table-payloads.ts'

type Values = Record<string, CellValue>

const columns: ColumnInput[] = [
  { key: 'id', type: 'integer' },
  { key: 'name' },
  { key: 'cpu', type: 'float' },
]
const diff = rowsDiffer('set_rows')

function table(rows: RowInput[], rowKey: string | null = 'id'): TableModel {
  const model = new TableModel({ rowKey, mode: 'multiple' })
  model.setColumns(columns)
  model.setRows(rows, true)
  return model
}

const keys = (model: TableModel): string[] => model.shown.map(({ key }) => key)

describe('keys', () => {
  test.each<[string, string | null, RowInput[], string[]]>([
    ['the text under the row key', 'id', [{ id: 7 }, { id: 'x' }], ['7', 'x']],
    [
      'the row key in a list',
      'name',
      [
        [1, 'ann'],
        [2, 'bob'],
      ],
      ['ann', 'bob'],
    ],
    ['by place without one', null, [{ id: 7 }, [8], 9], ['row0', 'row1', 'row2']],
    ['by place where the row says nothing', 'id', [{ id: 7 }, {}], ['7', 'row1']],
    ['by place where the key is taken', 'id', [{ id: 7 }, { id: 7 }], ['7', 'row1']],
  ])('%s', (_what, rowKey, rows, expected) => {
    expect(keys(table(rows, rowKey))).toEqual(expected)
  })

  test('a row that is added gets a key that none has', () => {
    const model = table([1, 2, 3], null)
    model.patch({ remove: ['row0'] })
    expect(model.insertRow(0, [9]).key).toBe('row3')
    expect(keys(model)).toEqual(['row3', 'row1', 'row2'])
  })
})

describe('sorting', () => {
  const rows = [
    { id: 1, name: 'b10', cpu: 2 },
    { id: 2, name: 'b9', cpu: null },
    { id: 3, name: 'a', cpu: 2 },
    { id: 4, cpu: -1 },
  ]

  test.each<[string, boolean, string[]]>([
    ['cpu', true, ['4', '1', '3', '2']],
    ['cpu', false, ['1', '3', '4', '2']],
    ['name', true, ['3', '2', '1', '4']],
    ['name', false, ['1', '2', '3', '4']],
    ['nonsense', true, ['1', '2', '3', '4']],
    ['', true, ['1', '2', '3', '4']],
  ])('by %s, ascending %s', (key, ascending, expected) => {
    const model = table(rows)
    model.sortBy(key, ascending)
    expect(keys(model)).toEqual(expected)
  })

  test('waits for a column that is yet to come', () => {
    const model = table(rows)
    model.sortBy('extra', false)
    model.patch({ cells: { 1: { extra: 1 }, 2: { extra: 2 } } })
    model.columns.insert({ key: 'extra' }, null)
    expect(keys(model)).toEqual(['2', '1', '3', '4'])
  })

  test('rows stay sorted as cells change', () => {
    const model = table(rows)
    model.sortBy('cpu', false)
    expect(keys(model)).toEqual(['1', '3', '4', '2'])
    model.patch({ cells: { 2: { cpu: 9 } } })
    model.setCell(['4'], 'cpu', 5)
    expect(keys(model)).toEqual(['2', '4', '1', '3'])
  })
})

describe('selection', () => {
  test('goes with the key, not with the place', () => {
    const model = table([{ id: 1 }, { id: 2 }])
    model.selection.set(['2'])
    expect(model.patch({ move: [['2', '1']], rows: [['2', { id: 3 }]] })).toBe(false)
    expect(model.selectedRows()).toEqual([{ path: ['2'], values: { id: 2 } }])
  })

  test('drops rows that go, and says so', () => {
    const model = table([{ id: 1 }, { id: 2 }])
    model.selection.set(['1', '2'])
    expect(model.patch({ remove: ['2'] })).toBe(true)
    expect(model.setRows([{ id: 3 }], true)).toBe(true)
    expect(model.selectedRows()).toEqual([])
  })

  test('may come before its rows', () => {
    const model = table([])
    model.selection.set(['2'])
    model.setRows([{ id: 1 }, { id: 2 }], true)
    expect(model.selectedRows()).toEqual([{ path: ['2'], values: { id: 2 } }])
  })

  test('does not outlive new rows that go by their place', () => {
    const model = table([1, 2], null)
    model.selection.set(['row1'])
    expect(model.setRows([1, 3], false)).toBe(false)
    expect(model.setRows([7, 8], true)).toBe(true)
    expect(model.selectedRows()).toEqual([])
  })

  test('tells the values of listed rows by column', () => {
    const model = table([[1, 'ann']])
    model.selection.set(['1'])
    expect(model.selectedRows()).toEqual([
      { path: ['1'], values: { id: 1, name: 'ann', cpu: null } },
    ])
  })
})

test('when the row of the keyboard goes, the one in its place is next', () => {
  const model = table([{ id: 1 }, { id: 2 }, { id: 3 }])
  const at = () => model.active?.key
  model.active = model.shown[1]
  model.patch({ remove: ['2'] })
  expect(at()).toBe('3')
  model.patch({ remove: ['3'] })
  expect(at()).toBe('1')
  model.setRows([], true)
  expect(at()).toBeUndefined()
})

test('columns keep the width that they were given', () => {
  const model = table([])
  model.columns.setWidth('name', 200)
  model.setColumns([
    { key: 'name', label: 'Name' },
    { key: 'id', colwidth: '3fr' },
  ])
  expect(model.columns.shown.map(({ track }) => track)).toEqual([
    '200px',
    'minmax(max-content, 3fr)',
  ])
})

test('a column that is put in takes nothing from listed rows', () => {
  const model = table([[1, 'ann']], 'id')
  model.columns.insert('New', 'id')
  expect(model.columns.shown.map(({ key }) => key)).toEqual(['_col0', 'id', 'name', 'cpu'])
  model.setCell(['1'], '_col0', 'x')
  model.selection.set(['1'])
  expect(model.selectedRows()[0]!.values).toEqual({ _col0: 'x', id: 1, name: 'ann', cpu: null })
})

test('a patch that does not fit passes over what is not there', () => {
  const model = table([{ id: 1, name: 'ann' }])
  model.patch({
    remove: ['7'],
    move: [
      ['7', '1'],
      ['1', '7'],
    ],
    rows: [['7', { id: 2 }]],
    cells: { 7: { name: 'x' } },
  })
  expect(keys(model)).toEqual(['1', '2'])
})

test('names that mean something to JavaScript are names like others', () => {
  const model = table([{ id: 1 }])
  model.patch(JSON.parse('{"cells":{"1":{"__proto__":"x"},"__proto__":{"id":9}}}') as RowPatch)
  model.setColumns([{ key: '__proto__' }, { key: 'constructor' }])
  model.selection.set(['1', 'constructor'])
  expect(JSON.stringify(model.selectedRows())).toBe(
    '[{"path":["1"],"values":{"id":1,"__proto__":"x"}}]',
  )
})

describe('at random', () => {
  const cell = fc.constantFrom<CellValue>(0, 1, 2.5, 'a', 'b10', 'b9', null, true, false)
  const row = fc.record({ id: fc.nat(30), name: cell, cpu: cell }) as fc.Arbitrary<Values>
  const rows = fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 20 })
  const walk = fc.array(rows, { minLength: 2, maxLength: 8 })

  test('patches give what all rows anew give, sorted or not', () => {
    fc.assert(
      fc.property(walk, fc.constantFrom('', 'cpu', 'name'), fc.boolean(), (steps, key, way) => {
        const model = table(steps[0]!)
        model.sortBy(key, way)
        for (const [at, after] of steps.slice(1).entries()) {
          expect(keys(model)).toHaveLength(steps[at]!.length)
          carryOut(model, diff(steps[at], after, { rowKey: 'id', columns }))
          const fresh = table(after)
          fresh.sortBy(key, way)
          expect(shownBy(model)).toEqual(shownBy(fresh))
        }
      }),
      { numRuns: 500 },
    )
  })
})

test.each([false, true])(
  'ten thousand rows turned around are no trouble, sorted %s',
  (isSorted) => {
    const before = Array.from({ length: 10_000 }, (_, id) => ({ id, cpu: id % 100 }))
    const after = before.toReversed()
    const model = table(before)
    if (isSorted) model.sortBy('cpu', true)
    carryOut(model, diff(before, after, { rowKey: 'id', columns }))
    const last = isSorted ? '0' : '9999'
    const firstOfAll = isSorted ? '9900' : '9999'
    expect(model.shown[0]!.key).toBe(firstOfAll)
    expect(model.find([last])).toBeDefined()
  },
)

function carryOut(model: TableModel, calls: ReturnType<typeof diff>): void {
  for (const [method, [given]] of calls) {
    if (method === 'patch_rows') model.patch(given as RowPatch)
    else model.setRows(method === 'clear' ? [] : (given as RowInput[]), true)
  }
}

function shownBy(model: TableModel) {
  return model.shown.map(({ key, values, index }) => ({ key, values, index }))
}
