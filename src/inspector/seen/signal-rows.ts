// Every signal that something of a session reads, with who does.

import type { ReadonlySignal } from '../../reactive/signals.ts'
import { isWritable } from '../../reactive/signals.ts'
import { sourcesOf } from '../../reactive/sources.ts'
import { Binding } from '../../reconciler/binding.ts'
import { nameOf } from '../../reconciler/node.ts'
import type { Node } from '../../reconciler/node.ts'
import { valueOf } from './values-read.ts'
import { labelOf, ownerOf } from './owner.ts'
import type { RenderLog } from './render-log.ts'
import { nodesFrom, readersIn } from './walk.ts'

export interface SignalRow {
  /** Tells it from others of the same name. */
  readonly id: string
  readonly name: string
  readonly value: string
  readonly kind: 'signal' | 'computed'
  readonly readers: readonly ReaderRow[]
}

export interface ReaderRow {
  /** `Counter`, or `Label #4.text`. */
  readonly reader: string
  /** The component that it is, or is in. */
  readonly component: string
  readonly does: 'renders' | 'sets the prop'
}

/** In the order in which they are met, from the top of the tree on. */
export function signalRowsOf(root: Node | undefined, log: RenderLog): SignalRow[] {
  const readers = new Map<ReadonlySignal<unknown>, ReaderRow[]>()
  for (const node of nodesFrom(root)) {
    for (const reader of readersIn(node)) {
      const row = readerRow(node, reader instanceof Binding ? reader.prop.name : undefined)
      for (const signal of sourcesOf(reader))
        readers.set(signal, [...(readers.get(signal) ?? []), row])
    }
  }
  const seen = new Map<string, number>()
  return [...readers].map(([signal, all]) => {
    const name = log.names.nameOf(signal)
    const order = (seen.get(name) ?? 0) + 1
    seen.set(name, order)
    return {
      id: order === 1 ? name : `${name} (${order})`,
      name,
      value: log.textOf(valueOf(signal)),
      kind: isWritable(signal) ? 'signal' : 'computed',
      readers: all,
    }
  })
}

function readerRow(node: Node, prop: string | undefined): ReaderRow {
  const owner = ownerOf(node)
  const component = owner ? labelOf(owner) : ''
  if (node.kind === 'component') return { reader: labelOf(node), component, does: 'renders' }
  return { reader: `${nameOf(node)}.${prop}`, component, does: 'sets the prop' }
}
