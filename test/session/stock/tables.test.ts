// Tables of a stock browser: told as a whole what our session tells by patches, with rows that go by their place.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowsDiffer } from '../../../src/widgets/differ-rows.ts'
import { diffTree } from '../../../src/widgets/differ-tree.ts'
import { call, create, listen, pair } from './pair.ts'
import type { Pair } from './pair.ts'

const columns = [{ key: 'id' }, { key: 'n' }]
const row = (id: string, n: number) => ({ id, n })

function table(options = {}): Pair {
  const both = pair()
  both.say(create(1, 'TableView', { columns, row_key: 'id', ...options }))
  return both
}

const shown = ({ browser }: Pair, method: string): unknown =>
  [...browser.widgets.values()][0]!.state.get(method)?.[0]

/** What the last call has left of rows. */
function rowsIn({ browser }: Pair): unknown {
  const told = browser.log.findLast(({ method }) => method === 'set_rows' || method === 'clear')
  return told?.['method'] === 'set_rows' ? (told['args'] as unknown[])[0] : []
}

describe('a TableView', () => {
  test('shows its rows after any patch', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 })
    const rows = ids.chain((all) => fc.tuple(...all.map((id) => fc.nat(3).map((n) => row(id, n)))))
    fc.assert(
      fc.property(fc.array(rows, { minLength: 2, maxLength: 6 }), (steps) => {
        const both = table()
        const differ = rowsDiffer('set_rows')
        let before: unknown = []
        for (const after of steps) {
          const calls = differ(before, after, { rowKey: 'id', columns })
          if (calls.length > 0) both.say(...calls.map(([method, args]) => call(1, method, ...args)))
          expect(rowsIn(both)).toEqual(after)
          before = after
        }
        expect(both.browser.violations).toEqual([])
      }),
      { numRuns: 200, seed: 1 },
    )
  })

  test('names rows by their place down, and by their key up', () => {
    const both = table()
    both.say(
      listen(1, 'selected'),
      listen(1, 'cell_edited'),
      call(1, 'set_rows', [row('a', 1), row('b', 2)]),
    )
    both.say(call(1, 'set_selected', [['b']]), call(1, 'set_cell', ['a'], 'n', 5))
    expect(shown(both, 'set_selected')).toEqual([['row1']])
    expect(shown(both, 'set_cell')).toEqual(['row0'])
    const view = both.browser.only('TableView')
    const chosen = [{ path: ['row0'], values: row('a', 5) }]
    expect(both.up(both.browser.fire(view, 'selected', chosen))).toEqual([
      {
        type: 'callback',
        wid: 1,
        action: 'selected',
        args: [[{ path: ['a'], values: row('a', 5) }]],
      },
    ])
    both.up(both.browser.fire(view, 'cell_edited', ['row1'], 'n', 2, 9))
    both.say(call(1, 'patch_rows', { move: [['b', 'a']] }))
    expect(shown(both, 'set_rows')).toEqual([row('b', 9), row('a', 5)])
    expect(shown(both, 'set_selected')).toEqual([['row1']])
    expect(both.browser.violations).toEqual([])
  })

  test('is given the rows of a source, until there are enough', () => {
    const both = table({ sparse: true })
    expect(both.say(listen(1, 'rows_wanted'))[0]).toEqual({
      type: 'callback',
      wid: 1,
      action: 'rows_wanted',
      args: [0, 500, []],
    })
    const rows = Array.from({ length: 500 }, (_, at) => row(`${at}`, at))
    expect(both.say(call(1, 'put_rows', 0, rows, 620))[0]).toMatchObject({ args: [500, 620, []] })
    expect(both.say(call(1, 'put_rows', 500, rows.slice(0, 120), 620))).toHaveLength(1)
    expect(shown(both, 'set_rows')).toHaveLength(620)
  })

  test('tells by what it is sorted', () => {
    const both = table()
    both.say(listen(1, 'sorts_changed'))
    expect(
      both.up(both.browser.fire(both.browser.only('TableView'), 'sorted', 'n', false)),
    ).toEqual([{ type: 'callback', wid: 1, action: 'sorts_changed', args: [[['n', false]]] }])
  })
})

describe('a TreeView', () => {
  const before = { a: { x: { n: 1 }, y: { n: 2 } }, b: { n: 3 } }
  const after = { b: { n: 4 }, a: { y: { n: 2 }, z: { n: 5 } } }

  test('shows its nodes after a patch, with what was closed and chosen', () => {
    const both = pair()
    both.say(create(1, 'TreeView', { columns }), listen(1, 'folded'), call(1, 'set_tree', before))
    const view = both.browser.only('TreeView')
    expect(both.up(both.browser.fire(view, 'collapsed', null, ['a']))).toEqual([
      { type: 'callback', wid: 1, action: 'folded', args: [[['a']]] },
    ])
    both.up(both.browser.fire(view, 'selected', [{ path: ['a', 'y'], values: null }]))
    both.say(...diffTree(before, after, {}).map(([method, args]) => call(1, method, ...args)))
    expect(JSON.stringify(shown(both, 'set_tree'))).toBe(JSON.stringify(after))
    expect(shown(both, 'collapse_item')).toEqual(['a'])
    expect(shown(both, 'set_selected')).toEqual([['a', 'y']])
    expect(both.browser.violations).toEqual([])
  })

  test('stays closed where everything was closed at once', () => {
    const both = pair()
    both.say(create(1, 'TreeView', { columns }), call(1, 'set_tree', before))
    both.say(call(1, 'collapse_all'))
    both.say(call(1, 'patch_tree', { remove: ['b'] }))
    expect(shown(both, 'collapse_item')).toEqual(['a'])
  })

  test('closes the branches that it has', () => {
    const both = pair()
    both.say(create(1, 'TreeView'), call(1, 'set_tree', before))
    both.say(call(1, 'set_collapsed', [['a'], ['nowhere'], ['b']]))
    const told = both.browser.log.filter(({ method }) => method === 'collapse_item')
    expect(told).toEqual([expect.objectContaining({ args: [['a']], silent: true })])
  })
})
