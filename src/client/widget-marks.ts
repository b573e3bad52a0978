// Which states of which widgets the user has changed while the server does not know of it. Members of a group share
// their state: that one is on says that the others are not.

import { Marks } from '../widgets/marks.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import type { RemoteObject } from './widgets/remote-object.ts'

export class WidgetMarks {
  readonly #marks = new Marks()
  readonly #groupOf: (object: RemoteObject) => object | undefined
  #heard = 0

  /** @param groupOf  the group that a widget is a member of */
  constructor(groupOf: (object: RemoteObject) => object | undefined) {
    this.#groupOf = groupOf
  }

  /** What the server says now it says knowing all that was told up to this number. */
  get heard(): number {
    return this.#heard
  }

  hear(count: number): void {
    this.#heard = count
    this.#marks.heard(count)
  }

  clear(): void {
    this.#marks.clear()
  }

  /** The user has done something that changes what `action` reports; it was told under this number. */
  mark(object: RemoteObject, { reports }: WidgetClass, action: string, seq: number): void {
    for (const { prop } of reports.get(action) ?? []) {
      if (!object.minds(prop)) this.#marks.mark(this.#ownerOf(object, prop), prop, seq)
    }
  }

  /** Whether a method that sets these states would set what the user has changed since the server last heard. */
  isUsers(object: RemoteObject, states: readonly string[]): boolean {
    return states.some((state) => this.#marks.isMarked(this.#ownerOf(object, state), state))
  }

  #ownerOf(object: RemoteObject, state: string): object {
    return (state === 'state' ? this.#groupOf(object) : undefined) ?? object
  }
}
