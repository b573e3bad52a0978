// What is called on the rows of a table or a tree does to the model what it does to the page.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ModelBrowser } from '../../src/model/model.ts'
import { shownRows } from '../../src/model/table-rows.ts'
import type { Json } from '../../src/protocol/messages.ts'
import { call, create, ready } from '../client/harness.ts'
import { shown, type Shown } from '../client/widgets/shown.ts'

await ready('TableView')
await ready('TreeView')

type Call = readonly [method: string, ...args: Json[]]

const columns = ['id', 'n'].map((key) => ({ key, label: key }))
const unkeyed = { columns, selection_mode: 'multiple' }
const keyed = { ...unkeyed, row_key: 'id' }

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const n = fc.integer({ min: 0, max: 3 })
const index = fc.integer({ min: 0, max: 6 })
const row = fc.oneof(fc.record({ id, n }), fc.tuple(id, n))
const column = fc.constantFrom('n', 'nowhere')

/** Of rows that have a key of their own, and of those that go by their place. */
const named = fc.constantFrom('a', 'b', 'c', 'row0', 'row1', 'row2', 'row3')
const before = fc.option(named)
const patch = fc.record(
  {
    remove: fc.array(named, { maxLength: 2 }),
    move: fc.array(fc.tuple(named, before), { maxLength: 2 }),
    rows: fc.array(fc.tuple(before, fc.oneof(row, fc.record({ n }))), { maxLength: 2 }),
    cells: fc.dictionary(named, fc.record({ n }), { maxKeys: 2 }),
  },
  { requiredKeys: [] },
)

const tableCall: fc.Arbitrary<Call> = fc.oneof(
  fc.tuple(fc.constant('patch_rows'), patch as fc.Arbitrary<Json>),
  fc.tuple(fc.constant('insert_row'), index, row),
  fc.tuple(fc.constant('append_row'), row),
  fc.tuple(fc.constant('delete_row'), index),
  fc.tuple(fc.constant('set_cell'), fc.tuple(named), fc.constantFrom('id', 'n', 'nowhere'), n),
  fc.tuple(
    fc.constant('update_rows'),
    fc.uniqueArray(fc.record({ id, n }), { selector: (one) => one.id }),
  ),
  fc.tuple(fc.constant('sort_by_column'), fc.constantFrom('n', ''), fc.boolean()),
  fc.constant<Call>(['clear']),
)

const path = fc.array(id, { minLength: 1, maxLength: 3 })
const leaf = fc.record({ n })
const nodes = fc.dictionary(id, fc.oneof(leaf, fc.dictionary(id, leaf)), { maxKeys: 3 })
const branches = fc.dictionary(
  id,
  fc.option(fc.dictionary(id, fc.constant(null), { maxKeys: 2 })),
  {
    maxKeys: 2,
  },
)

const treeCall: fc.Arbitrary<Call> = fc.oneof(
  fc.tuple(fc.constant('add_tree'), nodes, fc.option(path)),
  fc.tuple(fc.constant('add_item'), fc.option(path), id, leaf),
  fc.tuple(fc.constant('insert_row'), leaf, fc.option(id), fc.option(id)),
  fc.tuple(fc.constant('append_row'), leaf),
  fc.tuple(fc.constant('remove_item'), path),
  fc.tuple(fc.constant('remove_items'), fc.array(path, { maxLength: 2 })),
  fc.tuple(fc.constant('delete_row'), fc.oneof(id, path)),
  fc.tuple(fc.constant('delete_tree'), branches, fc.boolean()),
  fc.tuple(fc.constant('set_cell'), path, column, n),
  fc.tuple(fc.constant('update_tree'), nodes),
  fc.constant<Call>(['clear']),
)

/** A page and a model of the same widget. */
class Both {
  readonly page: Shown
  readonly model = new ModelBrowser()

  constructor(className: string, options: Json) {
    this.page = shown([], className, options)
    this.model.obey(create(1, className, options))
  }

  /** What each of them answers. */
  answers([method, ...args]: Call): readonly unknown[] {
    const asked = call(1, method, ...args)
    const isAsked = ['insert_row', 'append_row', 'add_item'].includes(method)
    const answer = this.model.obey(asked)
    if (isAsked) return [this.page.answer(method, ...args), answer]
    this.page.calls([method, ...args])
    return [undefined, answer]
  }

  rows(): readonly unknown[] {
    this.page.calls(['select_all', true])
    const rows = this.page.answer('get_selected')
    this.page.calls(['clear_selection'])
    const inModel = shownRows(this.model.widget(1)).map(({ path, values }) => ({ path, values }))
    return [rows, inModel]
  }
}

test.each([
  ['a table', 'TableView', keyed, tableCall],
  ['a table whose rows have no keys', 'TableView', unkeyed, tableCall],
  ['a tree', 'TreeView', keyed, treeCall],
])('of %s', (_, className, options, some) => {
  fc.assert(
    fc.property(fc.array(some, { maxLength: 8 }), (calls) => {
      const both = new Both(className, options)
      for (const one of calls) {
        const [answer, inModel] = both.answers(one)
        expect(inModel).toEqual(answer)
        const [rows, rowsInModel] = both.rows()
        expect(rowsInModel).toEqual(rows)
      }
      both.page.send(call(1, 'destroy'))
    }),
    { numRuns: 150 },
  )
})
