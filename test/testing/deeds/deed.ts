// What a user does, in the model and on a page, and what is told of it.

import type { CallMessage, ServerMessage } from '../../../src/protocol/messages.ts'
import type { User } from '../../../src/testing/user.ts'

export interface Deed {
  /** Put into a column, numbers from 3 on; what is no `create` follows. */
  readonly made: readonly ServerMessage[]
  readonly inModel: (user: User) => void
  readonly onPage: (elements: Elements) => Promise<void>
  /** What the server says then. */
  readonly afterwards?: readonly CallMessage[]
  readonly told: readonly string[]
}

/** Finds what a widget is shown as, or a part of that. */
export type Elements = (wid: number, selector?: string) => Element

/** Each by what is done. */
export type Deeds = readonly (readonly [title: string, deed: Deed])[]
