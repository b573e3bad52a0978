// Buttons that exclude each other by the name of their group: a stock browser wants any other member instead.

import type { Known } from './known.ts'
import { optionOf } from './known.ts'

export class Groups {
  readonly #members = new Map<string, Set<Known>>()

  /** @returns another member, undefined for the first one and for what is in no group of a name */
  join(known: Known): Known | undefined {
    const name = nameOf(known)
    if (name === undefined) return undefined
    const members = this.#members.get(name) ?? new Set()
    this.#members.set(name, members)
    const other = [...members].find((one) => one !== known)
    members.add(known)
    return other
  }

  leave(known: Known): void {
    const name = nameOf(known)
    if (name === undefined) return
    const members = this.#members.get(name)
    members?.delete(known)
    if (members?.size === 0) this.#members.delete(name)
  }
}

function nameOf(known: Known): string | undefined {
  const group = optionOf(known, 'group')
  return typeof group === 'string' ? `${known.widgetClass.name} ${group}` : undefined
}
