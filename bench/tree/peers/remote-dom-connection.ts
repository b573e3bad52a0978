// What stands at the other end of Remote DOM's connection: its records, turned into the messages of the bench.
//
// A record names a place by its index, so each node keeps its children as an array, as Remote DOM's own receiver does.
// A node that is moved is taken out and put in again with all that is in it: known by its id, it is the same node.

import {
  MUTATION_TYPE_INSERT_CHILD,
  MUTATION_TYPE_REMOVE_CHILD,
  MUTATION_TYPE_UPDATE_PROPERTY,
  ROOT_ID,
} from '@remote-dom/core'
import type {
  RemoteConnection,
  RemoteElementSerialization,
  RemoteMutationRecord,
  RemoteNodeSerialization,
} from '@remote-dom/core'
import { HostNode, MessageHost } from '../message-host.ts'
import type { Message } from '../message.ts'

class RemoteNode extends HostNode {
  id = ROOT_ID
  readonly children: RemoteNode[] = []
}

const classes: ReadonlyMap<string, string> = new Map([
  ['v-box', 'VBox'],
  ['h-box', 'HBox'],
  ['text-label', 'Label'],
  ['push-button', 'Button'],
])

export class TranslatingConnection implements RemoteConnection {
  readonly host = new MessageHost(RemoteNode)
  readonly #nodes = new Map<string, RemoteNode>([[ROOT_ID, this.host.window as RemoteNode]])
  #removed: RemoteNode[] = []

  mutate(records: readonly RemoteMutationRecord[]): void {
    for (const record of records) this.#translate(record)
  }

  call(): never {
    throw new Error('No screen of the bench calls a method of an element')
  }

  take(): readonly Message[] {
    for (const node of this.#removed) if (!node.parent) this.#forget(node)
    this.#removed = []
    return this.host.take()
  }

  #translate(record: RemoteMutationRecord): void {
    const node = this.#nodes.get(record[1])!
    if (record[0] === MUTATION_TYPE_INSERT_CHILD) this.#insert(node, record[2], record[3])
    else if (record[0] === MUTATION_TYPE_REMOVE_CHILD) this.#remove(node, record[2])
    else if (record[0] === MUTATION_TYPE_UPDATE_PROPERTY) {
      this.host.setText(node, record[3] as string)
    }
  }

  #insert(parent: RemoteNode, serialized: RemoteNodeSerialization, index: number): void {
    const child = this.#nodes.get(serialized.id) ?? this.#make(serialized)
    const anchor = parent.children[index]
    if (anchor) parent.children.splice(index, 0, child)
    else parent.children.push(child)
    this.host.insert(parent, child, anchor)
  }

  #make(serialized: RemoteNodeSerialization): RemoteNode {
    const { id, element, properties, eventListeners, children } =
      serialized as RemoteElementSerialization
    const text = properties?.['text'] as string | undefined
    const node = this.host.create(classes.get(element)!, text) as RemoteNode
    node.id = id
    this.#nodes.set(id, node)
    const listener = eventListeners?.['activated']
    if (listener) this.host.listen(node, () => void listener())
    children.forEach((child, at) => this.#insert(node, child, at))
    return node
  }

  #remove(parent: RemoteNode, index: number): void {
    const [child] = parent.children.splice(index, 1)
    if (!child) return
    this.host.remove(child)
    this.#removed.push(child)
  }

  #forget(node: RemoteNode): void {
    this.#nodes.delete(node.id)
    for (const child of node.children) this.#forget(child)
  }
}
