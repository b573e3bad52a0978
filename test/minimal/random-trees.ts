// Random pairs of trees: before, and after. Most of what is there afterwards was there before, in another order and
// with other states, or else nearly everything would be new.

import * as fc from 'fast-check'
import type { ContainerTree, GroupTree, Tree } from './trees.tsx'

export type Pair<Of> = readonly [before: Of, after: Of]

/** Which kinds of trees are drawn, besides single widgets. */
export interface Drawn {
  readonly containers?: readonly ContainerTree['kind'][]
  readonly groups?: readonly GroupTree['kind'][]
  readonly hasLists?: boolean
  readonly hasChoices?: boolean
  readonly hasStretches?: boolean
  /** The most children of one parent, before and after together. */
  readonly most?: number
}

/** Where one child stands, if it does, before and after. */
interface Member {
  readonly trees: Pair<Tree>
  readonly isKeyed: boolean
  readonly places: Pair<number | undefined>
}

type Fields = Readonly<Record<string, fc.Arbitrary<unknown>>>

export function pairs(drawn: Drawn): fc.Arbitrary<Pair<readonly Tree[]>> {
  const { containers = [], groups = [], most = 6 } = drawn
  const place: Fields = drawn.hasStretches ? { stretch: fc.constantFrom(undefined, 0, 1) } : {}
  const { children } = fc.letrec<{ tree: Pair<Tree>; children: Pair<readonly Tree[]> }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      ...leavesOf(drawn, place),
      ...containers.map((kind) => parentOf(kind, place, tie('children'))),
      ...groups.map((kind) => parentOf(kind, {}, tie('children'))),
    ),
    children: fc.array(memberOf(tie('tree')), { maxLength: most }).map(pairOf),
  }))
  return children
}

function memberOf(trees: fc.Arbitrary<Pair<Tree>>): fc.Arbitrary<Member> {
  const place = fc.option(fc.nat(9), { nil: undefined, freq: 4 })
  const isKeyed = fc.nat(4).map((one) => one > 0)
  return fc.record({ trees, isKeyed, places: fc.tuple(place, place) })
}

function pairOf(members: readonly Member[]): Pair<readonly Tree[]> {
  return [standing(members, 0), standing(members, 1)]
}

function standing(members: readonly Member[], when: 0 | 1): Tree[] {
  return members
    .map(({ trees, isKeyed, places }, at) => ({
      tree: isKeyed ? { ...trees[when], key: 'abcdefghij'[at] } : trees[when],
      place: places[when],
    }))
    .filter(({ place }) => place !== undefined)
    .toSorted((one, other) => one.place! - other.place!)
    .map(({ tree }) => tree)
}

function leavesOf(
  { hasLists, hasChoices }: Drawn,
  place: Fields,
): readonly fc.Arbitrary<Pair<Tree>>[] {
  const leaves = [
    twice({ kind: fc.constant('label'), ...place, text, isLive: fc.boolean() }),
    twice({ kind: fc.constant('button'), ...place, text, isHeard: fc.boolean() }),
    twice({
      kind: fc.constant('slider'),
      ...place,
      low: fc.constantFrom(0, 1),
      high: fc.constantFrom(10, 20),
      value: fc.constantFrom(5, 6),
    }),
    twice({ kind: fc.constant('nothing') }),
  ]
  if (hasLists) leaves.push(twice({ kind: fc.constant('list'), rows }))
  if (hasChoices) leaves.push(twice({ kind: fc.constant('choice'), isOn: fc.boolean() }))
  return leaves
}

const text = fc.constantFrom('x', 'y')

const rows = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('1', '2', '3', '4'), text, labels: fc.constantFrom(0, 1, 2) }),
  { selector: ({ id }) => id, maxLength: 4 },
)

/** Another one before than after. */
function twice(fields: Fields): fc.Arbitrary<Pair<Tree>> {
  const tree = fc.record(fields) as fc.Arbitrary<Tree>
  return fc.tuple(tree, tree)
}

/** A splitter may be turned. */
function parentOf(
  kind: ContainerTree['kind'] | GroupTree['kind'],
  place: Fields,
  children: fc.Arbitrary<Pair<readonly Tree[]>>,
): fc.Arbitrary<Pair<Tree>> {
  const kinds = kind.endsWith('splitter')
    ? fc.constantFrom('high splitter', 'wide splitter')
    : fc.constant(kind)
  return fc
    .tuple(twice({ kind: kinds, ...place }), children)
    .map(
      ([[before, after], [olds, news]]) =>
        [withChildren(before, olds), withChildren(after, news)] as const,
    )
}

/** A frame takes one widget. */
function withChildren(parent: Tree, children: readonly Tree[]): Tree {
  const of = parent.kind === 'frame' ? children.filter(isWidget).slice(0, 1) : children
  return { ...parent, of } as Tree
}

function isWidget({ kind }: Tree): boolean {
  return ['label', 'button', 'slider', 'box', 'frame'].includes(kind)
}
