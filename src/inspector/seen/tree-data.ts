// The tree of a session as a TreeView shows it: nodes by their ids, each with its name and what it shows in short.

import type { ComponentNode, Node } from '../../reconciler/node.ts'
import type { Tag } from '../../jsx/element.ts'
import type { WidgetNode } from '../../reconciler/widget-node.ts'
import { currentValue } from '../../reconciler/known.ts'
import type { TreeBranch, TreeNode } from '../../widgets/tree-payloads.ts'
import type { NodeIds } from './node-ids.ts'
import { labelOf, propLabel } from './owner.ts'
import type { RenderLog } from './render-log.ts'
import { cut, tagName } from './short-text.ts'

/** Nodes that are shown at most; beyond them nobody finds anything without a filter. */
export const mostNodes = 5000

export interface ShownTree {
  readonly tree: TreeBranch
  /** Nodes that there was no room for, or that the filter leaves out. */
  readonly left: number
}

export interface TreeChoice {
  /** A text that a name or what is shown has to have in it; all that such nodes stand in stay. */
  readonly filter?: string
  /** A node that stays in any case. */
  readonly chosen?: Node | undefined
}

export function treeDataOf(
  root: Node | undefined,
  log: RenderLog,
  { filter = '', chosen }: TreeChoice = {},
): ShownTree {
  const { ids } = log
  const wanted = filter.trim().toLowerCase()
  let room = mostNodes
  let left = 0
  const branchOf = (node: Node): TreeNode | undefined => {
    if (room === 0) return void left++
    room--
    const row = rowOf(node, log)
    const below = childrenOf(node).flatMap((child) => {
      const id = ids.of(child)
      const branch = branchOf(child)
      return branch === undefined ? [] : [[id, branch] as const]
    })
    if (below.length === 0 && node !== chosen && !fits(row, wanted)) {
      room++
      return void left++
    }
    return { ...row, ...Object.fromEntries(below) }
  }
  if (!root) return { tree: {}, left }
  const id = ids.of(root)
  const top = branchOf(root)
  return { tree: top === undefined ? {} : { [id]: top }, left }
}

/** The ids that lead to a node in that tree; none for what it does not show. */
export function pathOf(node: Node | undefined, ids: NodeIds): string[] {
  if (!node) return []
  // A fragment is shown only as the root.
  const own = node.kind === 'group' && node.parent ? [] : [ids.of(node)]
  return [...pathOf(node.parent, ids), ...own]
}

function fits({ name, shows }: Row, wanted: string): boolean {
  return wanted === '' || `${name} ${shows}`.toLowerCase().includes(wanted)
}

/** Fragments are of no interest to people; what is in them is. */
function childrenOf({ children }: Node): Node[] {
  return children.flatMap((child) => {
    if (!child) return []
    return child.kind === 'group' ? childrenOf(child) : [child]
  })
}

type Row = { readonly name: string; readonly shows: string }

function rowOf(node: Node, log: RenderLog): Row {
  if (node.kind === 'component') return { name: labelOf(node), shows: propsText(node, log) }
  if (node.kind === 'list') return { name: 'rows', shows: String(node.items.length) }
  if (node.kind === 'group') return { name: groupName(node.type), shows: '' }
  return { name: `${node.widgetClass.name} #${node.wid}`, shows: statesText(node, log) }
}

function groupName(type: Tag): string {
  return tagName(type) || 'Fragment'
}

function propsText(node: ComponentNode, log: RenderLog): string {
  const props = Object.entries(node.props)
    .map(([name, value]) => [propLabel(node, name), value] as const)
    .filter(([name, value]) => name !== 'children' && value !== undefined)
  return cut(props.map(([name, value]) => `${name}=${log.textOf(value)}`).join(' '))
}

function statesText(node: WidgetNode, log: RenderLog): string {
  const { props, widgetClass } = node
  const names = Object.keys(props).filter((name) => widgetClass.prop(name)?.kind === 'state')
  return cut(names.map((name) => `${name}=${log.textOf(currentValue(node, name))}`).join(' '))
}
