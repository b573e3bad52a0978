// What is to be known of one node: what it was given, what it keeps, what it reads, who listens.

import type { Reader } from '../../reactive/reader.ts'
import { sourcesOf } from '../../reactive/sources.ts'
import { findBinding } from '../../reconciler/known.ts'
import type { ComponentNode, Node } from '../../reconciler/node.ts'
import { actionsOf } from '../../reconciler/props.ts'
import type { WidgetNode } from '../../reconciler/widget-node.ts'
import { asSignal } from './as-signal.ts'
import { valueOf } from './values-read.ts'
import { propLabel } from './owner.ts'
import { hookName, signalIn } from './signal-names.ts'
import type { RenderLog } from './render-log.ts'
import { bindingsOf, nodesFrom } from './walk.ts'
import type { NodeIds } from './node-ids.ts'

export type Section = 'Props' | 'Hooks' | 'Reads' | 'Known from users' | 'Listens'

export interface Detail {
  readonly section: Section
  readonly name: string
  readonly value: string
  readonly note: string
}

/** Undefined when it is not there any more. */
export function findNode(root: Node | undefined, id: string, ids: NodeIds): Node | undefined {
  for (const node of nodesFrom(root)) if (ids.of(node) === id) return node
  return undefined
}

export function detailsOf(node: Node, log: RenderLog): Detail[] {
  if (node.kind === 'component') return ofComponent(node, log)
  return node.kind === 'widget' ? ofWidget(node, log) : []
}

function ofComponent(node: ComponentNode, log: RenderLog): Detail[] {
  const hooks = node.hooks?.cells ?? []
  return [
    ...Object.entries(node.props).map(([name, value]) => propOf(propLabel(node, name), value, log)),
    ...hooks.map((cell, at) => hookOf(cell, at, log)),
    ...readsOf(node, log),
  ]
}

function ofWidget(node: WidgetNode, log: RenderLog): Detail[] {
  const { props, widgetClass } = node
  const given = Object.keys(props).filter((name) => name !== 'children')
  const states = given.filter((name) => widgetClass.prop(name)?.kind !== 'event')
  return [
    ...states.map((name) => stateOf(node, name, log)),
    ...bindingsOf(node).flatMap((binding) =>
      readsOf(binding, log).map((read) => ({ ...read, note: `for ${binding.prop.name}` })),
    ),
    ...[...(node.known ?? [])].map(([name, value]) =>
      detail('Known from users', name, log.textOf(value)),
    ),
    ...actionsOf(widgetClass, props).map((action) => detail('Listens', action, '')),
  ]
}

function propOf(name: string, value: unknown, log: RenderLog): Detail {
  const signal = asSignal(value)
  if (!signal) return detail('Props', name, log.textOf(value))
  return detail('Props', name, log.textOf(valueOf(signal)), `signal ${log.names.nameOf(signal)}`)
}

/** What follows something is shown with what it has come to. */
function stateOf(node: WidgetNode, name: string, log: RenderLog): Detail {
  const bound = findBinding(node, name)
  if (!bound) return propOf(name, node.props[name], log)
  const source = asSignal(node.props[name])
  const note = source ? `follows ${log.names.nameOf(source)}` : 'follows a function'
  return detail('Props', name, log.textOf(bound.value), note)
}

function hookOf(cell: unknown, at: number, log: RenderLog): Detail {
  const signal = signalIn(cell)
  const name = `${at + 1} ${hookName(cell)}`
  return detail('Hooks', name, log.textOf(signal ? valueOf(signal) : heldBy(cell)))
}

function heldBy(cell: unknown): unknown {
  const isRef = typeof cell === 'object' && cell !== null && 'current' in cell
  return isRef ? cell.current : undefined
}

function readsOf(reader: Reader, log: RenderLog): Detail[] {
  return sourcesOf(reader).map((signal) =>
    detail('Reads', log.names.nameOf(signal), log.textOf(valueOf(signal))),
  )
}

function detail(section: Section, name: string, value: string, note = ''): Detail {
  return { section, name, value, note }
}
