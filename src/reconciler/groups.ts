// Radio and toggle buttons that exclude each other, by the name of their group.
//
// When one is chosen the browser releases the others without a word; this finds them.

import type { WidgetNode } from './node.ts'

export class Groups {
  readonly #members = new Map<string, Set<WidgetNode>>()

  join(node: WidgetNode): void {
    const name = groupOf(node)
    if (name === undefined) return
    const members = this.#members.get(name)
    if (members) members.add(node)
    else this.#members.set(name, new Set([node]))
  }

  leave(node: WidgetNode): void {
    const name = groupOf(node)
    const members = name === undefined ? undefined : this.#members.get(name)
    if (!members) return
    members.delete(node)
    if (members.size === 0) this.#members.delete(name!)
  }

  othersOf(node: WidgetNode): WidgetNode[] {
    const name = groupOf(node)
    const members = name === undefined ? [] : [...(this.#members.get(name) ?? [])]
    return members.filter((other) => other !== node)
  }
}

function groupOf({ element, widgetClass }: WidgetNode): string | undefined {
  const { group } = element.props
  return typeof group === 'string' ? `${widgetClass.name}:${group}` : undefined
}
