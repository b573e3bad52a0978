// Tables of a stock browser: told as a whole what our session tells by patches, with rows that go by their place.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowsDiffer } from '../../../src/widgets/differ-rows.ts'
import { diffTree } from '../../../src/widgets/differ-tree.ts'
import { TableState } from '../../../src/session/stock/table-state.ts'
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

  describe('with a source', () => {
    const rows = Array.from({ length: 600 }, (_, at) => row(`${at}`, at))
    const opened = (): Pair => {
      const both = table({ sparse: true })
      both.say(listen(1, 'rows_wanted'), call(1, 'put_rows', 0, rows.slice(0, 500), 600))
      both.say(call(1, 'put_rows', 500, rows.slice(500), 600))
      return both
    }
    const put = (both: Pair, start: number, some: unknown[], total: number): unknown[] =>
      both.say(call(1, 'put_rows', start, some, total)).map(({ args }) => args)

    test('shows rows that differ in their places, and goes on showing the others', () => {
      const both = opened()
      const [a, b] = [row('3', -1), row('4', -2)]
      expect(put(both, 3, [a, b], 600)).toEqual([undefined])
      expect(rowsIn(both)).toEqual([...rows.slice(0, 3), a, b, ...rows.slice(5)])
    })

    test('ends where the source ends', () => {
      const both = opened()
      expect(put(both, 500, [], 42)).toEqual([undefined])
      expect(rowsIn(both)).toEqual(rows.slice(0, 42))
    })

    test('asks for more when there is more', () => {
      const both = opened()
      expect(put(both, 500, [], 700)).toEqual([[600, 700, []], undefined])
      expect(rowsIn(both)).toEqual(rows)
    })

    test('does not ask again for what it was not given', () => {
      const both = table({ sparse: true })
      both.say(listen(1, 'rows_wanted'))
      expect(put(both, 0, [], 600)).toEqual([[0, 500, []], undefined])
      expect(put(both, 0, [], 600)).toEqual([undefined])
    })

    test('shows rows behind a gap when the gap is filled', () => {
      const both = opened()
      put(both, 500, [], 42)
      expect(put(both, 500, rows.slice(500), 600)).toEqual([[42, 542, []], undefined])
      expect(rowsIn(both)).toEqual(rows.slice(0, 42))
      // Those behind it have been told, and are not told again.
      expect(put(both, 42, rows.slice(42, 500), 600)).toEqual([undefined])
      expect(rowsIn(both)).toEqual(rows)
    })
  })

  test('keeps the rows that were put in and taken away by hand', () => {
    const both = table()
    both.say(call(1, 'set_rows', [row('a', 1), row('b', 2), row('c', 3)]))
    both.say(call(1, 'delete_row', 1))
    both.say(call(1, 'insert_row', 0, row('d', 4)))
    both.say(call(1, 'insert_row', 99, row('e', 5)))
    both.say(call(1, 'append_row', row('f', 6)))
    both.say(call(1, 'patch_rows', { cells: { c: { n: 7 } } }))
    expect(rowsIn(both)).toEqual([row('d', 4), row('a', 1), row('c', 7), row('e', 5), row('f', 6)])
    expect(both.browser.violations).toEqual([])
  })

  test('calls rows as the browser does that has put some in and taken some away', () => {
    const both = table()
    both.say(listen(1, 'selected'), call(1, 'set_rows', [row('a', 1), row('b', 2)]))
    both.say(call(1, 'insert_row', 0, row('c', 3)))
    both.say(call(1, 'set_selected', [['c'], ['b']]))
    expect(shown(both, 'set_selected')).toEqual([['row2'], ['row1']])
    both.say(call(1, 'delete_row', 1))
    const chosen = [{ path: ['row1'], values: null }]
    const up = both.up(both.browser.fire(both.browser.only('TableView'), 'selected', chosen))
    expect(up).toMatchObject([{ args: [[{ path: ['b'] }]] }])
  })

  test('says the path of a row that was put in by hand by its key', () => {
    const { adapter } = pair()
    adapter.down('[{"type":"create","wid":1,"class":"TableView","args":[{"row_key":"id"}],"id":1}]')
    adapter.down('[{"type":"call","wid":1,"method":"append_row","args":[{"id":"a","n":1}],"id":2}]')
    const [{ value }] = [
      JSON.parse(adapter.up('{"type":"result","id":2,"value":["row0"]}') as string),
    ]
    expect(value).toEqual(['a'])
  })

  test('keeps by their keys the rows that are chosen when all are updated', () => {
    const both = table()
    both.say(call(1, 'set_rows', [row('a', 1), row('b', 2)]), call(1, 'set_selected', [['b']]))
    both.say(call(1, 'update_rows', [row('b', 3), row('c', 4)]))
    expect(shown(both, 'update_rows')).toEqual([row('b', 3), row('c', 4)])
    expect(shown(both, 'set_selected')).toEqual([['row0']])
    both.say(call(1, 'patch_rows', { remove: ['c'] }))
    expect(shown(both, 'set_selected')).toEqual([['row0']])
    both.say(call(1, 'update_rows', [row('d', 5)]))
    expect(shown(both, 'set_selected')).toEqual([])
    const updates = both.browser.log.filter(({ method }) => method === 'update_rows')
    expect(updates.map(({ silent }) => silent)).toEqual([true, true])
  })

  test('is given all rows anew where the browser would take one for another', () => {
    const both = pair()
    both.say(create(1, 'TableView', { columns }), call(1, 'set_rows', [row('a', 1)]))
    both.say(call(1, 'insert_row', 0, row('b', 2)))
    both.say(call(1, 'update_rows', [row('c', 3), row('d', 4)]))
    expect(shown(both, 'update_rows')).toBe(undefined)
    expect(rowsIn(both)).toEqual([row('c', 3), row('d', 4)])
    both.say(call(1, 'update_rows', [row('e', 5)]))
    expect(shown(both, 'update_rows')).toEqual([row('e', 5)])
  })

  test('keeps what was chosen path by path', () => {
    const both = table()
    both.say(call(1, 'set_rows', [row('a', 1), row('b', 2), row('c', 3)]))
    both.say(call(1, 'select_all', true), call(1, 'select_path', ['b'], false))
    both.say(call(1, 'patch_rows', { move: [['c', 'a']] }))
    expect(shown(both, 'set_selected')).toEqual([['row1'], ['row0']])
  })

  test('looks for the names of its rows once, until there are others', () => {
    let count = 0
    const named = (id: string) => ({
      get id() {
        count++
        return id
      },
    })
    const state = TableState.of('TableView', { row_key: 'id' })!
    state.note('set_rows', [[named('a'), named('b')]])
    for (let at = 0; at < 5; at++) {
      expect(state.toTheirs(['path'], [['b']])).toEqual([['row1']])
      expect(state.toOurs(['path'], [['row0']])).toEqual([['a']])
    }
    expect(count).toBe(2)
    state.note('set_rows', [[named('c')]])
    expect(state.toTheirs(['path'], [['c']])).toEqual([['row0']])
    expect(count).toBe(3)
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

  test.each<[method: string, args: unknown[], after: unknown]>([
    ['add_tree', [{ c: { n: 4 } }], { ...before, c: { n: 4 } }],
    ['add_tree', [{ b: { n: 5 } }, null], { ...before, b: { n: 5 } }],
    ['add_tree', [{ z: { n: 4 } }, ['a']], { ...before, a: { ...before.a, z: { n: 4 } } }],
    ['add_tree', [{ z: { n: 4 } }, ['nowhere']], before],
    ['add_item', [['a'], 'z', { n: 4 }], { ...before, a: { ...before.a, z: { n: 4 } } }],
    ['add_item', [null, 'c', { z: { n: 4 } }], { ...before, c: { z: { n: 4 } } }],
    ['add_item', [['nowhere'], 'c', { n: 4 }], before],
    ['remove_item', [['a', 'x']], { ...before, a: { y: { n: 2 } } }],
    ['remove_items', [[['a', 'x'], ['b'], ['a', 'y']]], { a: {} }],
    ['delete_tree', [{ a: { x: null }, c: {} }], { ...before, a: { y: { n: 2 } } }],
    ['delete_tree', [{ a: { x: {}, y: {} } }], { b: before.b }],
    ['delete_tree', [{ a: { x: {}, y: {} } }, false], { ...before, a: {} }],
    ['delete_tree', [{ b: { n: {} } }], { a: before.a }],
    ['insert_row', [{ n: 4 }], { ...before, row2: { n: 4 } }],
    ['insert_row', [['c', 4], 'c', 'b'], { a: before.a, c: { id: 'c', n: 4 }, b: before.b }],
    ['append_row', [{ n: 4 }], { ...before, row2: { n: 4 } }],
    ['delete_row', ['b'], { a: before.a }],
    ['delete_row', [['a', 'x']], { ...before, a: { y: { n: 2 } } }],
    ['update_tree', [after], after],
    ['set_data', [[['r', 1], { n: 2 }]], { row0: { id: 'r', n: 1 }, row1: { n: 2 } }],
    ['update_data', [[['r', 1]]], { row0: { id: 'r', n: 1 } }],
  ])('has after %s%j what the browser has', (method, args, wanted) => {
    const both = pair()
    both.say(create(1, 'TreeView', { columns }), call(1, 'set_tree', before))
    both.say(call(1, method, ...args))
    expect(shown(both, method)).toBeDefined()
    both.say(call(1, 'patch_tree', {}))
    expect(JSON.stringify(shown(both, 'set_tree'))).toBe(JSON.stringify(wanted))
    expect(both.browser.violations).toEqual([])
  })

  describe('keeps what is closed and chosen', () => {
    const opened = (): Pair => {
      const both = pair()
      both.say(create(1, 'TreeView', { columns }), call(1, 'set_tree', before))
      both.say(call(1, 'set_collapsed', [['a']]), call(1, 'set_selected', [['a', 'y'], ['b']]))
      return both
    }
    /** What is said to be closed and chosen, when all is said anew. */
    const kept = (both: Pair, patch = {}): unknown[] => {
      both.browser.log.length = 0
      both.say(call(1, 'patch_tree', patch))
      const args = (method: string): unknown[] =>
        both.browser.log.filter((told) => told['method'] === method).map((told) => told['args'])
      return [args('collapse_item'), args('set_selected')]
    }

    test('when all nodes are updated', () => {
      const both = opened()
      both.say(call(1, 'update_tree', { a: { y: { n: 8 } }, c: { z: { n: 9 } } }))
      expect(kept(both)).toEqual([[[['a']]], [[[['a', 'y']]]]])
    })

    test('and a leaf that has become a branch does not open in the browser', () => {
      const both = opened()
      both.say(call(1, 'update_tree', { ...before, b: { z: { n: 9 } } }))
      expect(kept(both)[0]).toEqual([[['a']], [['b']]])
    })

    test('when nodes come and go by hand', () => {
      const both = opened()
      both.say(call(1, 'add_tree', { c: { n: 1 } }), call(1, 'remove_item', ['b']))
      expect(kept(both)).toEqual([[[['a']]], [[[['a', 'y']]]]])
    })

    test('but a branch that has gone is open when it comes back', () => {
      const both = opened()
      expect(kept(both, { remove: ['a'] })).toEqual([[], [[[['b']]]]])
      expect(kept(both, { nodes: [[null, 'a', before.a]] })).toEqual([[], [[[['b']]]]])
    })

    test('but a branch that takes the place of another is open, as the browser has it', () => {
      const both = opened()
      both.say(call(1, 'add_tree', { a: { y: { n: 8 } } }))
      expect(kept(both)[0]).toEqual([])
      // A leaf does not open there by having something below it.
      both.say(call(1, 'add_item', ['b'], 'z', { n: 1 }))
      expect(kept(both)[0]).toEqual([[['b']]])
    })

    test('and tells of no branch that has gone', () => {
      const both = opened()
      both.say(listen(1, 'folded'), call(1, 'patch_tree', { remove: ['a'] }))
      both.say(call(1, 'set_tree', before), call(1, 'collapse_all'))
      both.say(call(1, 'patch_tree', { remove: ['a'], nodes: [[null, 'c', { z: { n: 1 } }]] }))
      const up = both.up(both.browser.fire(both.browser.only('TreeView'), 'collapsed', null, ['c']))
      expect(up).toMatchObject([{ action: 'folded', args: [[['c']]] }])
    })
  })

  test('closes the branches that it has', () => {
    const both = pair()
    both.say(create(1, 'TreeView'), call(1, 'set_tree', before))
    both.say(call(1, 'set_collapsed', [['a'], ['nowhere'], ['b']]))
    const told = both.browser.log.filter(({ method }) => method === 'collapse_item')
    expect(told).toEqual([expect.objectContaining({ args: [['a']], silent: true })])
  })
})
