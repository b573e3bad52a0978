import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { treePatchOf } from '../../src/widgets/differ-tree.ts'
import { patchedTree } from '../../src/widgets/patched-tree.ts'
import { nodeParts } from '../../src/widgets/tree-data.ts'
import type { TreeBranch, TreePatch } from '../../src/widgets/tree-payloads.ts'

const tree: TreeBranch = { fruit: { apple: { n: 1 }, pear: [2, 3] }, herb: {}, salt: { n: 9 } }

test.each<[string, TreePatch, TreeBranch]>([
  ['nothing', {}, tree],
  ['a node that goes', { remove: ['fruit', 'none'] }, { herb: {}, salt: { n: 9 } }],
  [
    'another order',
    { move: [['salt', 'fruit']] },
    { salt: { n: 9 }, fruit: tree['fruit']!, herb: {} },
  ],
  [
    'a node that comes',
    { nodes: [['herb', 'oil', [4]]] },
    { fruit: tree['fruit']!, oil: [4], herb: {}, salt: { n: 9 } },
  ],
  ['cells', { cells: { salt: { n: 8, m: 1 } } }, { ...tree, salt: { n: 8, m: 1 } }],
  [
    'cells of a list, by place',
    { in: { fruit: { cells: { pear: { 1: 7 } } } } },
    { ...tree, fruit: { apple: { n: 1 }, pear: [2, 7] } },
  ],
  [
    'a leaf that becomes a branch',
    { in: { salt: { nodes: [[null, 'sea', { n: 1 }]] } } },
    { ...tree, salt: { sea: { n: 1 }, __values__: { n: 9 } } },
  ],
  [
    'a key that every object has',
    { nodes: [[null, 'constructor', [1]]] },
    { ...tree, constructor: [1] },
  ],
])('%s', (_, patch, after) => {
  const patched = patchedTree(tree, patch)
  expect([patched, Object.keys(patched)]).toEqual([after, Object.keys(after)])
})

const values = fc.dictionary(fc.constantFrom('n', 'm'), fc.integer({ min: 0, max: 2 }), {
  maxKeys: 2,
})
const { branch } = fc.letrec<{ branch: TreeBranch }>((tie) => ({
  branch: fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.oneof(
      { depthSize: 'small' },
      values,
      fc.constantFrom([1], [2, 3]),
      tie('branch'),
    ) as fc.Arbitrary<TreeBranch>,
    { maxKeys: 4 },
  ),
}))

test('what makes one tree of another, does', () => {
  fc.assert(
    fc.property(branch, branch, (before, after) => {
      const patch = treePatchOf(before, after)
      expect(plain(patchedTree(before, patch ?? {}))).toEqual(plain(after))
    }),
  )
})

/** In one way of writing it: a cell that goes is an empty one. */
function plain(nodes: TreeBranch): unknown {
  return Object.entries(nodes).map(([key, node]) => {
    const { values: cells, below } = nodeParts(node)
    const said = Object.entries(cells ?? {}).filter(([, value]) => value !== null)
    return [key, Object.fromEntries(said), below && plain(below)]
  })
}
