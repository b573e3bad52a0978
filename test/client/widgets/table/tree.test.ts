import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Branch } from '../../../../src/client/widgets/table/branch.ts'
import { TableModel } from '../../../../src/client/widgets/table/model.ts'
import { pathOf } from '../../../../src/client/widgets/table/row.ts'
import { subtree, type Status } from '../../../../src/client/widgets/table/subtree.ts'
import {
  addNodes,
  deleteNodes,
  fillBranch,
  patchBranch,
  treeOf,
} from '../../../../src/client/widgets/table/tree-rows.ts'
import { diffTree } from '../../../../src/widgets/differ-tree.ts'
import { nodeParts } from '../../../../src/widgets/tree-data.ts'
import type { TreeBranch, TreeNode, TreePatch } from '../../../../src/widgets/tree-payloads.ts'

const files: TreeBranch = {
  docs: {
    name: 'Documents',
    'b.txt': { name: 'b', size: 2 },
    'a.txt': { name: 'a', size: 1 },
    deep: { 'c.txt': { name: 'c', size: 3 } },
  },
  readme: { name: 'readme', size: 9 },
  empty: {},
}

function tree(nodes: TreeBranch = files): TableModel {
  const model = new TableModel({ mode: 'multiple', isTree: true })
  model.setColumns([{ key: 'name' }, { key: 'size', type: 'integer' }])
  model.restructure(() => fillBranch(model.top, nodes))
  return model
}

const shown = (model: TableModel): string[] => model.shown.map((row) => pathOf(row).join('/'))
const all = ['docs', 'docs/b.txt', 'docs/a.txt', 'docs/deep', 'docs/deep/c.txt', 'readme', 'empty']

describe('a node', () => {
  test.each<[string, TreeNode, ReturnType<typeof nodeParts>]>([
    ['values', { a: 1 }, { values: { a: 1 }, below: undefined }],
    ['nothing', {}, { values: null, below: {} }],
    ['a list', [1, 'x'], { values: [1, 'x'], below: undefined }],
    ['one value', 7, { values: [7], below: undefined }],
    ['null', null, { values: [null], below: undefined }],
    ['nodes and values', { a: 1, b: { c: 2 } }, { values: { a: 1 }, below: { b: { c: 2 } } }],
    ['nodes alone', { b: {} }, { values: null, below: { b: {} } }],
    ['a list among nodes', { b: [1] }, { values: null, below: { b: [1] } }],
    ['its values apart', { __values__: { a: 1 } }, { values: { a: 1 }, below: {} }],
    [
      'both',
      { a: 1, __values__: { d: 2 }, b: { c: 2 } },
      { values: { a: 1, d: 2 }, below: { b: { c: 2 } } },
    ],
    ['a listed own row', { __values__: [1], b: { c: 2 } }, { values: [1], below: { b: { c: 2 } } }],
  ])('of %s', (_what, node, parts) => {
    expect(nodeParts(node)).toEqual(parts)
  })
})

describe('rows', () => {
  test('stand below one another, and new branches are open', () => {
    expect(shown(tree())).toEqual(all)
  })

  test('below a closed one are not shown, but there', () => {
    const model = tree()
    expect(model.setOpen(model.find(['docs'])!, false)).toBe(true)
    expect(shown(model)).toEqual(['docs', 'readme', 'empty'])
    expect(model.setOpen(model.find(['docs'])!, false)).toBe(false)
    expect(model.find(['docs', 'deep', 'c.txt'])).toBeDefined()
  })

  test('may be closed before they come, and no longer once all are opened', () => {
    const model = tree({})
    model.close(['docs\0deep', 'docs', 'later'])
    model.restructure(() => fillBranch(model.top, files))
    expect(shown(model)).toEqual(['docs', 'readme', 'empty'])
    model.setOpen(model.find(['docs'])!, true)
    expect(shown(model)).not.toContain('docs/deep/c.txt')
    model.foldAll(() => true)
    model.restructure(() => addNodes(model.top, { later: { x: 1, y: {} } }))
    expect(shown(model)).toEqual([...all, 'later', 'later/y'])
  })

  test('are sorted among those beside them', () => {
    const model = tree()
    model.sortBy('size', false)
    expect(shown(model)).toEqual([
      'readme',
      'docs',
      'docs/b.txt',
      'docs/a.txt',
      'docs/deep',
      'docs/deep/c.txt',
      'empty',
    ])
    model.setCell(['docs', 'a.txt'], 'size', 5)
    expect(shown(model).slice(2, 4)).toEqual(['docs/a.txt', 'docs/b.txt'])
  })

  test('that go take their selection along, and the keyboard goes on beside them', () => {
    const model = tree()
    model.selection.set(['docs', 'docs\0deep\0c.txt', 'readme'])
    model.active = model.find(['docs', 'deep', 'c.txt'])
    expect(shown(model)).toEqual(all)
    expect(model.restructure((): never[] => [])).toBe(false)
    expect(model.restructure(() => model.find(['docs'])!.below!.remove(['deep']))).toBe(true)
    expect(model.selectedRows().map(({ path }) => path)).toEqual([['docs'], ['readme']])
    expect(model.active!.key).toBe('readme')
  })

  test('that are replaced as a whole lose what was below', () => {
    const { top } = tree()
    const gone = addNodes(top, { docs: { new: { name: 'n' } }, more: { name: 'm' } })
    expect(gone).toHaveLength(4)
    expect(treeOf(top)).toEqual({
      docs: { new: { name: 'n' } },
      readme: files['readme'],
      empty: {},
      more: { name: 'm' },
    })
  })

  test('values are null where a branch has none', () => {
    const model = tree()
    model.selection.set(['docs', 'empty'])
    expect(model.selectedRows().map(({ values }) => values)).toEqual([{ name: 'Documents' }, null])
  })
})

test.each<[Parameters<typeof deleteNodes>[1], boolean, string[]]>([
  [{ docs: {} }, true, ['readme', 'empty']],
  [{ docs: null, readme: null }, true, ['empty']],
  [{ docs: { deep: { 'c.txt': {} } } }, true, [...all.slice(0, 3), 'readme', 'empty']],
  [{ docs: { deep: { 'c.txt': {} } } }, false, [...all.slice(0, 4), 'readme', 'empty']],
  [{ nowhere: {}, readme: { deeper: null } }, true, all],
])('deleting %j, pruning %s', (spec, isPruning, left) => {
  const model = tree()
  model.restructure(() => deleteNodes(model.top, spec, isPruning))
  expect(shown(model)).toEqual(left)
})

describe('a part of it', () => {
  const parts = (status: Status): TreeBranch => {
    const model = tree()
    model.setOpen(model.find(['docs', 'deep'])!, false)
    model.selection.set(['docs\0a.txt'])
    return subtree(model, status)
  }
  const named = { __values__: { name: 'Documents' } }
  const { docs } = files as { docs: TreeBranch }

  test.each<[Status, TreeBranch]>([
    ['selected', { docs: { ...named, 'a.txt': docs['a.txt']! } }],
    ['collapsed', { docs: { ...named, deep: docs['deep']! } }],
    [
      'expanded',
      { docs: { ...named, 'b.txt': docs['b.txt']!, 'a.txt': docs['a.txt']! }, empty: {} },
    ],
    [['docs', 'deep'], { docs: { ...named, deep: docs['deep']! } }],
  ])('%j', (status, part) => {
    expect(parts(status)).toEqual(part)
  })

  test('a path that leads nowhere is told', () => {
    expect(() => parts(['docs', 'x'])).toThrow('There is no node ["docs","x"] in the tree')
  })
})

describe('from one tree to another', () => {
  test.each<[string, TreeBranch, TreeBranch, TreePatch | undefined]>([
    ['the same', files, structuredClone(files), undefined],
    [
      'a cell',
      files,
      { ...files, readme: { name: 'readme', size: 10 } },
      { cells: { readme: { size: 10 } } },
    ],
    [
      'a cell below',
      { a: { b: { c: { x: 1 } } }, d: 1 },
      { a: { b: { c: { x: 2 } } }, d: 1 },
      { in: { a: { in: { b: { cells: { c: { x: 2 } } } } } } },
    ],
    [
      'a leaf that becomes a branch',
      { a: { x: 1 } },
      { a: { b: {} } },
      { nodes: [[null, 'a', { b: {} }]] },
    ],
    [
      'all at once',
      { a: { x: 1 }, b: { x: 2 }, c: { x: 3 } },
      { c: { x: 3 }, d: { x: 4 }, a: { x: 5 } },
      { remove: ['b'], move: [['c', 'a']], nodes: [['a', 'd', { x: 4 }]], cells: { a: { x: 5 } } },
    ],
  ])('%s', (_what, before, after, patch) => {
    expect(diffTree(before, after, {})).toEqual(patch ? [['patch_tree', [patch]]] : [])
  })

  test.each<[TreeBranch, TreeBranch, unknown]>([
    [{ a: 1 }, {}, [['clear', []]]],
    [{}, {}, []],
    [{ a: 1 }, { b: 1 }, [['set_tree', [{ b: 1 }]]]],
  ])('%j to %j', (before, after, calls) => {
    expect(diffTree(before, after, {})).toEqual(calls)
  })

  const value = fc.constantFrom(1, 2, 'x', null)
  const leaf = fc.oneof(
    fc.dictionary(fc.constantFrom('p', 'q'), value, { minKeys: 1 }),
    fc.array(value, { maxLength: 2 }),
    value,
  )
  const key = fc.constantFrom('a', 'b', 'c', 'd', '7', '10', '__proto__')
  const { branch } = fc.letrec<{ node: TreeNode; branch: TreeBranch }>((tie) => ({
    node: fc.oneof({ depthSize: 'small' }, leaf, tie('branch')),
    branch: fc.dictionary(key, tie('node'), { maxKeys: 5 }),
  }))

  test('patches, carried out word by word, give what the whole tree gives', () => {
    fc.assert(
      fc.property(fc.array(branch, { minLength: 2, maxLength: 6 }), (trees) => {
        const top = new Branch()
        fillBranch(top, trees[0]!)
        for (const [at, after] of trees.slice(1).entries()) {
          for (const [method, [given]] of diffTree(trees[at], after, {})) {
            if (method === 'patch_tree') patchBranch(top, given as TreePatch)
            else fillBranch(top, (given ?? {}) as TreeBranch)
          }
          const fresh = new Branch()
          fillBranch(fresh, after)
          expect(outline(top)).toEqual(outline(fresh))
        }
      }),
      { numRuns: 1000 },
    )
  })
})

/** Rows in order, with their values but for empty ones. */
function outline({ rows }: Branch): unknown {
  return rows.map(({ key, index, values, below }) => [
    key,
    index,
    Object.fromEntries(Object.entries(values ?? {}).filter(([, value]) => value !== null)),
    below && outline(below),
  ])
}
