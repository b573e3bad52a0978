// A part of a tree, in the form in which the server gives trees. What is in it brings the branches it stands in.

import type { TreeBranch } from '../../../widgets/tree-payloads.ts'
import type { Row } from './branch.ts'
import type { TableModel } from './model.ts'
import { idOf, withAllBelow } from './row.ts'
import { treeOf } from './tree-rows.ts'

/** `expanded` takes open branches with the leaves in them; a path or `selected` takes all that is below, too. */
export type Status = 'all' | 'selected' | 'expanded' | 'collapsed' | readonly string[]

/** @throws Error when there is no such path */
export function subtree(model: TableModel, status: Status): TreeBranch {
  if (status === 'all') return treeOf(model.top)
  const rows = new Set(wanted(model, status))
  for (const row of rows) {
    for (let at = row.parent; at; at = at.parent) rows.add(at)
  }
  return treeOf(model.top, (row) => rows.has(row))
}

function wanted(model: TableModel, status: Exclude<Status, 'all'>): Iterable<Row> {
  if (status === 'selected') {
    return withAllBelow([...model.all()].filter((row) => model.selection.has(idOf(row))))
  }
  const branches = model.branches()
  if (status === 'collapsed') return withAllBelow(branches.filter(({ below }) => !below!.isOpen))
  if (status === 'expanded') {
    return branches.filter(({ below }) => below!.isOpen).flatMap(withLeaves)
  }
  const row = model.find(status)
  if (!row) throw new Error(`There is no node ${JSON.stringify(status)} in the tree`)
  return withAllBelow([row])
}

function withLeaves(row: Row): Row[] {
  return [row, ...row.below!.rows.filter(({ below }) => !below)]
}
