// What is decided about cells: which are selected, covered and coloured, how they are copied and edited.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CellSelection } from '../../../../src/client/widgets/table/cell-selection.ts'
import { Colors } from '../../../../src/client/widgets/table/colors.ts'
import { addedColumn, columnsFrom } from '../../../../src/client/widgets/table/column.ts'
import { Columns } from '../../../../src/client/widgets/table/columns.ts'
import { isSameEdit, parsedEdit } from '../../../../src/client/widgets/table/edit-value.ts'
import { spansOf } from '../../../../src/client/widgets/table/spans.ts'
import { fromTsv, toTsv } from '../../../../src/client/widgets/table/tsv.ts'
import type {
  CellValue,
  ColumnInput,
  ColumnSpec,
  SelectionMode,
} from '../../../../src/widgets/table-payloads.ts'

const at = (row: string, column: string) => ({ row, column })

describe('selected cells', () => {
  const chosenIn = (cells: CellSelection): string =>
    [...cells.chosen].map(([row, columns]) => `${row}:${[...columns].join('')}`).join(' ')

  test.each<[SelectionMode, boolean, string]>([
    ['single', false, ''],
    ['single', true, '2:b'],
    ['none', true, '2:b'],
    ['single-cell', false, '2:b'],
    ['multiple-cell', false, '1:a 2:b'],
  ])('mode %s, with a cursor %s', (mode, hasCursor, chosen) => {
    const cells = new CellSelection(mode, hasCursor)
    cells.set([at('1', 'a'), at('2', 'b')])
    expect(chosenIn(cells)).toBe(chosen)
  })

  test('a block takes the place of the one before, and leaves what was chosen before it', () => {
    const cells = new CellSelection('multiple-cell', true)
    cells.only(at('9', 'a'))
    cells.toggle(at('1', 'b'))
    expect(cells.block({ rows: ['1', '2', '3'], columns: ['b', 'c'] })).toBe(true)
    expect(chosenIn(cells)).toBe('9:a 1:bc 2:bc 3:bc')
    cells.block({ rows: ['1'], columns: ['b', 'c'] })
    expect(chosenIn(cells)).toBe('9:a 1:bc')
    expect(cells.block({ rows: ['1'], columns: ['c', 'b'] })).toBe(false)
    cells.put([at('1', 'b'), at('9', 'a')], false)
    expect(chosenIn(cells)).toBe('1:c')
    expect([cells.drop(['7']), cells.drop(['1'])]).toEqual([false, true])
    expect(chosenIn(cells)).toBe('')
  })
})

describe('colours', () => {
  test('of each by itself the most specific counts', () => {
    const colors = new Colors()
    expect(colors.of('r', 'c')).toBeUndefined()
    colors.set({
      table: { fg: 'black', bg: 'white', bold: false },
      columns: [{ col_key: 'c', bg: 'blue' }],
      rows: [{ path: ['r'], bold: true }],
      cells: [{ path: ['r'], col_key: 'c', fg: 'red' }],
    })
    expect(colors.of('r', 'c')).toEqual({ fg: 'red', bg: 'blue', bold: true })
    expect(colors.of('r', 'd')).toEqual({ fg: 'black', bg: 'white', bold: true })
    expect(colors.of('s', 'd')).toEqual({ fg: 'black', bg: 'white', bold: false })
  })

  test('go with their rows, by saying nothing, and by clearing', () => {
    const colors = new Colors()
    colors.set({ cells: [{ path: ['a', 'b'], col_key: 'c', bg: 'red' }] })
    colors.set({ rows: [{ path: ['d'], bg: 'red' }], columns: [{ col_key: 'e', bg: 'red' }] })
    colors.drop(['a\0b'])
    expect(colors.of('a\0b', 'c')).toBeUndefined()
    colors.paintRow(['d'], { bg: null })
    expect(colors.of('d', 'c')).toBeUndefined()
    expect(colors.of('x', 'e')).toEqual({ fg: null, bg: 'red', bold: null })
    colors.set({ clear: true })
    expect(colors.of('x', 'e')).toBeUndefined()
  })
})

describe('lines of cells', () => {
  test.each<[CellValue[][], string]>([
    [
      [
        [1, 'a'],
        [null, true],
      ],
      '1\ta\n\ttrue',
    ],
    [[['say "no"', 'a\tb']], '"say ""no"""\t"a\tb"'],
    [[['two\nlines']], '"two\nlines"'],
  ])('%j is written as %j', (cells, text) => {
    expect(toTsv(cells)).toBe(text)
  })

  test.each<[string, string[][]]>([
    ['', []],
    ['a', [['a']]],
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a\t\n\tb',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['"a\tb"\t"c""d"', [['a\tb', 'c"d']]],
    ['"no end', [['"no end']]],
    ['x "y" z', [['x "y" z']]],
  ])('%j is read as %j', (text, cells) => {
    expect(fromTsv(text)).toEqual(cells)
  })

  test('what is written is read', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ' ', '"', '\t', '\n', '\r', '7') })
    const line = fc.array(cell, { minLength: 2, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (cells) => {
        expect(fromTsv(toTsv(cells))).toEqual(cells)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('cells that are covered', () => {
  const columns = columnsFrom([
    { key: 'name' },
    { key: 'size', type: 'integer' },
    { key: 'note', editable: true },
    { key: 'stop', widget: 'button', text: 'Stop' },
  ])

  test.each<[{ [key: string]: CellValue }, number[]]>([
    [{ name: 'a', size: 1, note: 'x' }, [1, 1, 1, 1]],
    [{ name: 'a', note: 'x' }, [2, 0, 1, 1]],
    [{ name: 'a', note: 'x', stop: null }, [2, 0, 2, 0]],
    [{ size: 1, stop: null }, [1, 1, 1, 1]],
    [{ name: 'a' }, [2, 0, 1, 1]],
  ])('%j', (values, spans) => {
    const row = { key: 'r', parent: undefined, values, index: 0, below: undefined }
    expect(spansOf(row, columns, ({ spec }) => spec.editable === true)).toEqual(spans)
  })
})

describe('edits', () => {
  test.each<[ColumnSpec, string, CellValue]>([
    [{}, ' 7 ', ' 7 '],
    [{}, '', ''],
    [{ type: 'integer' }, ' 7 ', 7],
    [{ type: 'integer' }, '7.5', 'refused'],
    [{ type: 'float' }, '7,5', 7.5],
    [{ type: 'float' }, '', null],
    [{ type: 'float' }, 'seven', 'refused'],
    [{ type: 'number' }, '1e400', 'refused'],
  ])('in a column %j %j becomes %j', (spec, text, value) => {
    const parsed = parsedEdit(text, addedColumn(spec, []))
    expect(parsed ? parsed.value : 'refused').toEqual(value)
  })

  test.each<[CellValue | undefined, string, boolean]>([
    [undefined, '', true],
    [null, '', true],
    [7, '7', true],
    ['a', 'b', false],
  ])('%j edited to %j is the same: %s', (before, text, isSame) => {
    expect(isSameEdit(before, text)).toBe(isSame)
  })
})

describe('columns', () => {
  const inputs: ColumnInput[] = [{ key: 'id' }, { key: 'a' }, { key: 'b', widget: 'checkbox' }]
  const keys = ({ shown }: Columns): string => shown.map(({ key }) => key).join(' ')

  test('stand where they were put, and the rest follow', () => {
    const columns = new Columns(null)
    columns.set(inputs)
    columns.move('b', 'id')
    expect(keys(columns)).toBe('b id a')
    columns.insert({ key: 'new' }, 'a')
    expect(keys(columns)).toBe('b id a new')
    columns.delete('id')
    columns.move('b', null)
    expect(keys(columns)).toBe('a new b')
    columns.setOrder([])
    expect(keys(columns)).toBe('new a b')
    expect(columns.all.map(({ key }) => key)).toEqual(['new', 'a', 'b'])
  })

  test('can be edited as they say, as they are told, or all; but not the one that names the rows', () => {
    const columns = new Columns('id')
    columns.set(inputs)
    const editable = (): string[] =>
      columns.all.filter((column) => columns.isEditable(column)).map(({ key }) => key)
    expect(editable()).toEqual(['b'])
    columns.setEditable('a', true)
    columns.setEditable('b', false)
    expect(editable()).toEqual(['a'])
    columns.setEditable('a', false)
    columns.isAllEditable = true
    expect(editable()).toEqual(['a'])
  })
})
