import { expect, test } from 'vitest'
import { GridColumns } from '../../../src/client/widgets/grid-columns.ts'

const [label, field] = [false, true]

test.each([
  ['labels only', [label, label], ''],
  ['fields only', [field, field], ''],
  ['a label and a field', [label, field], 'fit-content(50%) auto'],
  ['two pairs', [label, field, label, field], 'fit-content(50%) auto fit-content(50%) auto'],
])('%s', (_what, cells, tracks) => {
  const columns = new GridColumns()
  for (const [at, isFilling] of cells.entries()) columns.add(at, isFilling)
  expect(columns.tracks).toBe(tracks)
})

test('one field fills its column, and no longer when it has gone', () => {
  const columns = new GridColumns()
  columns.add(0, label)
  columns.add(1, label)
  columns.add(1, field)
  const before = columns.tracks
  columns.remove(1, field)
  expect([before, columns.tracks]).toEqual(['fit-content(50%) auto', ''])
})

test('a column in which nothing stands counts as one of labels', () => {
  const columns = new GridColumns()
  columns.add(1, field)
  expect(columns.tracks).toBe('fit-content(50%) auto')
})

test('columns that nobody could see are not counted up to', () => {
  const columns = new GridColumns()
  columns.add(0, label)
  columns.add(1_000_000_000, field)
  expect(columns.tracks).toBe('')
})
