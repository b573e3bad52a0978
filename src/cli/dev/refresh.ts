// Shows in a session what new code says: the components that have other code render again, everything else stays,
// and only what differs is sent.

import type { Component } from '../../jsx/element.ts'
import type { ComponentNode, Node } from '../../reconciler/node.ts'
import { insideOf } from '../../session/session.ts'
import type { Session } from '../../session/session.ts'
import type { Loss } from './loss.ts'
import type { Registry } from './registry.ts'

/** @returns what could not be kept */
export function refresh(session: Session, registry: Registry): readonly Loss[] {
  const { root } = insideOf(session)
  if (!root) return []
  const before = componentsIn(root)
  for (const node of before) {
    node.boundary?.retry?.()
    const family = registry.familyOf(node.type)
    if (family && registry.renderings.isOutdated(node, family)) node.tree.scheduler.add(node)
  }
  flushEdited(session)
  const known = new Set(before)
  const ended = before.filter((node) => !node.isMounted && node.hooks?.hasCells)
  const now = after(session)
  const shown: Shown = {
    all: typesOf(now),
    begun: typesOf(now.filter((node) => !known.has(node))),
  }
  return [
    ...registry.renderings.takeLosses(),
    ...ended.flatMap(({ type }) => lossOf(type, registry, shown)),
  ]
}

/** Components that are shown after an edit: all of them, and those that have only just begun. */
interface Shown {
  readonly all: ReadonlySet<Component>
  readonly begun: ReadonlySet<Component>
}

function typesOf(nodes: readonly ComponentNode[]): ReadonlySet<Component> {
  return new Set(nodes.map(({ type }) => type))
}

function flushEdited(session: Session): void {
  const { tree } = insideOf(session)
  tree.isEdited = true
  try {
    session.flush()
  } finally {
    tree.isEdited = false
  }
}

function after(session: Session): readonly ComponentNode[] {
  const { root } = insideOf(session)
  return root ? componentsIn(root) : []
}

/** Parents before children. */
function componentsIn(root: Node): ComponentNode[] {
  const found: ComponentNode[] = []
  const walk = (node: Node): void => {
    if (node.kind === 'component') found.push(node)
    for (const child of node.children) if (child) walk(child)
  }
  walk(root)
  return found
}

/** Why what has ended did so. What was taken out of the interface on purpose is no loss. */
function lossOf(type: Component, registry: Registry, shown: Shown): Loss[] {
  const { name } = type
  const family = registry.familyOf(type)
  if (family?.isGone) {
    const why = 'state is gone, because its module has no component of this name any more'
    return [{ name, why }]
  }
  if (shown.begun.has(type))
    return [{ name, why: 'state was reset, because it stands elsewhere now' }]
  if (family || shown.all.has(type)) return []
  // The one that has taken its place is another function of this name, for it is made with each evaluation.
  const isMadeAnew = [...shown.all].some(
    (other) => other.name === name && !registry.familyOf(other),
  )
  if (!isMadeAnew || name === '') return []
  return [{ name, why: 'state was reset, because it is defined inside of another function' }]
}
