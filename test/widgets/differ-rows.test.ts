import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MethodCall } from '../../src/widgets/define.ts'
import { diffColumns, rowsDiffer } from '../../src/widgets/differ-rows.ts'
import type { CellValue, RowInput, RowPatch, RowValues } from '../../src/widgets/table-payloads.ts'
import { rowPatch } from '../../src/widgets/table-payloads.ts'

type Values = Record<string, CellValue>

const diff = rowsDiffer('set_rows')
const byId = { rowKey: 'id', columns: [{ key: 'id' }, { key: 'name' }, { key: 'cpu' }] }
const byPlace = { columns: byId.columns }

const ann = { id: 1, name: 'ann', cpu: 10 }
const bob = { id: 2, name: 'bob', cpu: 20 }
const cyd = { id: 3, name: 'cyd', cpu: 30 }
const dot = { id: 4, name: 'dot', cpu: 40 }

describe('rows with a key', () => {
  test.each<[string, RowInput[], RowInput[], RowPatch | 'nothing']>([
    ['the same rows', [ann, bob], [{ ...ann }, { ...bob }], 'nothing'],
    ['one cell', [ann, bob], [ann, { ...bob, cpu: 21 }], { cells: { 2: { cpu: 21 } } }],
    [
      'a cell that is gone',
      [ann, bob],
      [ann, { id: 2, name: 'bob' }],
      { cells: { 2: { cpu: null } } },
    ],
    [
      'a cell that was null and is missing',
      [{ ...ann, cpu: null }],
      [{ id: 1, name: 'ann' }],
      'nothing',
    ],
    ['a row less', [ann, bob, cyd], [ann, cyd], { remove: ['2'] }],
    ['a row more at the end', [ann], [ann, bob], { rows: [[null, bob]] }],
    [
      'rows more in the middle',
      [ann, dot],
      [ann, bob, cyd, dot],
      {
        rows: [
          ['4', bob],
          ['4', cyd],
        ],
      },
    ],
    ['the last to the front', [ann, bob, cyd], [cyd, ann, bob], { move: [['3', '1']] }],
    ['the first to the end', [ann, bob, cyd], [bob, cyd, ann], { move: [['1', null]] }],
    ['two neighbours swapped', [ann, bob, cyd, dot], [ann, cyd, bob, dot], { move: [['3', '2']] }],
    [
      'all at once',
      [ann, bob, cyd],
      [{ ...cyd, cpu: 31 }, dot, ann],
      { remove: ['2'], move: [['3', '1']], rows: [['1', dot]], cells: { 3: { cpu: 31 } } },
    ],
    ['lists', [[1, 'ann', 10]], [[1, 'ann', 11]], { cells: { 1: { 2: 11 } } }],
    [
      'a row that turns from values into a list',
      [ann, bob],
      [ann, [2, 'bob', 20]],
      { rows: [[null, [2, 'bob', 20]]] },
    ],
    ['no number twice', [{ ...ann, cpu: NaN }], [{ ...ann, cpu: NaN }], 'nothing'],
  ])('%s', (_what, before, after, patch) => {
    expect(diff(before, after, byId)).toEqual(patch === 'nothing' ? [] : [['patch_rows', [patch]]])
  })

  test.each<[string, RowInput[], RowInput[], MethodCall[]]>([
    ['the first rows', [], [ann], [['set_rows', [[ann]]]]],
    ['no rows any more', [ann], [], [['clear', []]]],
    ['none and none', [], [], []],
    ['nothing that stays', [ann], [bob], [['set_rows', [[bob]]]]],
    ['one key twice', [ann], [ann, ann], [['set_rows', [[ann, ann]]]]],
    ['a row without its key', [ann], [ann, { name: 'x' }], [['set_rows', [[ann, { name: 'x' }]]]]],
  ])('%s: not by a patch', (_what, before, after, calls) => {
    expect(diff(before, after, byId)).toEqual(calls)
  })

  test('names that mean something to JavaScript are keys like others', () => {
    const before = [{ id: '__proto__', constructor: 1 }]
    const after = [{ id: '__proto__', constructor: 2 }]
    expect(JSON.stringify(diff(before, after, byId))).toBe(
      '[["patch_rows",[{"cells":{"__proto__":{"constructor":2}}}]]]',
    )
  })
})

describe('rows without a key go by their place', () => {
  test.each<[string, RowInput[], RowInput[], MethodCall[]]>([
    ['a cell', [ann, bob], [ann, cyd], [['patch_rows', [{ cells: { row1: { ...cyd } } }]]]],
    ['a single value', [1, 2], [1, 3], [['patch_rows', [{ cells: { row1: { 0: 3 } } }]]]],
    ['a row more', [1], [1, 2], [['patch_rows', [{ rows: [[null, 2]] }]]]],
    ['two rows less', [1, 2, 3], [1], [['patch_rows', [{ remove: ['row1', 'row2'] }]]]],
    ['another shape', [1, 2], [1, ann], [['set_rows', [[1, ann]]]]],
  ])('%s', (_what, before, after, calls) => {
    expect(diff(before, after, byPlace)).toEqual(calls)
  })
})

test('rows that are no list are refused', () => {
  expect(() => diff([], 'rows', byId)).toThrow('must be a list of rows, got string')
})

describe('columns', () => {
  const renamed = [{ key: 'id', label: '#' }, { key: 'name' }]

  test('other columns leave rows alone', () => {
    expect(diffColumns(byId.columns, renamed, { rowKey: 'id', rows: [ann] })).toEqual([
      ['set_columns', [renamed]],
    ])
  })

  test('where listed rows have their key at another place, they are sent again', () => {
    const turned = [{ key: 'name' }, { key: 'id' }]
    expect(diffColumns(byId.columns, turned, { rowKey: 'id', rows: [['ann', 1]] })).toEqual([
      ['set_columns', [turned]],
      ['set_rows', [[['ann', 1]]]],
    ])
  })
})

describe('at random', () => {
  const cell = fc.constantFrom<CellValue>(0, 1, 'a', null, true)
  const row = fc.record(
    { id: fc.nat(30), a: cell, b: cell, c: cell },
    { requiredKeys: ['id'] },
  ) as fc.Arbitrary<Values>
  const rows = fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 20 })

  test('a patch, carried out word by word, makes the old rows the new ones', () => {
    const walk = fc.array(rows, { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(walk, (steps) => {
        let shown: Values[] = steps[0]!
        for (const [at, after] of steps.slice(1).entries()) {
          shown = applied(shown, after, diff(steps[at], after, byId))
          expect(shown.map(withoutNulls)).toEqual(after.map(withoutNulls))
        }
      }),
      { numRuns: 500 },
    )
  })

  test('a patch holds the cells that changed and no others, and moves no more rows than must', () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const patch = patchIn(diff(before, after, byId))
        if (!patch) return
        expect(rowPatch.accepts(patch)).toBe(true)
        const old = new Map(before.map((row) => [String(row['id']), row]))
        for (const [key, cells] of Object.entries(patch.cells ?? {})) {
          const row = old.get(key)!
          for (const [name, value] of Object.entries(cells)) {
            expect(row[name] ?? null).not.toBe(value)
          }
        }
        expect(patch.move?.length ?? 0).toBe(fewestMoves(before, after))
      }),
      { numRuns: 300 },
    )
  })

  test('rows by their place, too', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), fc.array(row, { maxLength: 8 }), (a, b) => {
        const calls = diff(a, b, byPlace)
        const shown = appliedByPlace(a, b, calls)
        expect(shown.map(withoutNulls)).toEqual(b.map(withoutNulls))
      }),
    )
  })
})

test('ten thousand rows, turned around, take no step for each pair of them', () => {
  let reads = 0
  const counted = (id: number) =>
    Object.defineProperty({ id: String(id) }, 'cpu', {
      enumerable: true,
      get() {
        reads++
        return 1
      },
    }) as unknown as RowValues
  const before = Array.from({ length: 10_000 }, (_, id) => counted(id))
  const after = before.map((_, at) => counted(9_999 - at))
  const patch = patchIn(diff(before, after, byId))!
  expect(patch.move).toHaveLength(9_999)
  expect(reads).toBeLessThan(50_000)
})

/** What `patch_rows` means, said the plain way. */
function applied(before: Values[], after: Values[], calls: readonly MethodCall[]): Values[] {
  const [method] = calls[0] ?? []
  if (method === undefined) return before
  if (method !== 'patch_rows') return after.map((row) => ({ ...row }))
  const { remove = [], move = [], rows = [], cells = {} } = patchIn(calls)!
  const shown = before.map((row) => ({ ...row })).filter((row) => !remove.includes(keyOf(row)))
  const place = (row: Values, anchor: string | null): void => {
    const at = shown.findIndex((other) => keyOf(other) === anchor)
    shown.splice(at < 0 ? shown.length : at, 0, row)
  }
  for (const [key, anchor] of move) {
    const [row] = shown.splice(
      shown.findIndex((other) => keyOf(other) === key),
      1,
    )
    place(row!, anchor)
  }
  for (const [anchor, row] of rows) place({ ...(row as Values) }, anchor)
  for (const [key, changed] of Object.entries(cells)) {
    Object.assign(
      shown.find((row) => keyOf(row) === key)!,
      changed,
    )
  }
  return shown
}

function appliedByPlace(before: Values[], after: Values[], calls: readonly MethodCall[]): Values[] {
  const patch = patchIn(calls)
  if (!patch) return calls.length === 0 ? before : after
  const shown = before.map((row) => ({ ...row }))
  for (const _ of patch.remove ?? []) shown.pop()
  for (const [anchor, row] of patch.rows ?? []) {
    expect(anchor).toBeNull()
    shown.push({ ...(row as Values) })
  }
  for (const [key, changed] of Object.entries(patch.cells ?? {})) {
    Object.assign(shown[Number(key.slice(3))]!, changed)
  }
  return shown
}

/** Kept rows less the longest of their increasing subsequences, found by trying all. */
function fewestMoves(before: readonly Values[], after: readonly Values[]): number {
  const placeOf = new Map(before.map((row, at) => [keyOf(row), at]))
  const places = after.flatMap((row) => placeOf.get(keyOf(row)) ?? [])
  const longest: number[] = []
  for (const [at, place] of places.entries()) {
    const best = places.slice(0, at).map((other, i) => (other < place ? longest[i]! : 0))
    longest.push(1 + Math.max(0, ...best))
  }
  return places.length - Math.max(0, ...longest)
}

function patchIn(calls: readonly MethodCall[]): RowPatch | undefined {
  expect(calls.length).toBeLessThan(2)
  return calls[0]?.[0] === 'patch_rows' ? (calls[0][1][0] as RowPatch) : undefined
}

function keyOf(row: Values): string {
  return String(row['id'])
}

function withoutNulls(row: Values): Values {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
}
