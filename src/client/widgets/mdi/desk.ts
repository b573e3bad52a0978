// A workspace, as a window in it sees it.

import type { Room } from './arrange.ts'

export interface Desk<Window> {
  /** Its corner, scrolled as it is, in px of the viewport. */
  origin(): readonly [x: number, y: number]
  /** How far it is in sight, scrolled as it is, in px from its corner. */
  reach(): Room
  raise(window: Window): void
  lower(window: Window): void
  close(window: Window): void
  /** The user asks to close it. */
  asked(window: Window): void
  /** Whether somebody would hear the question. */
  hearsQuestions(): boolean
  /** To the next window, or to the one before. */
  go(window: Window, way: 1 | -1): void
  /** It has another title, place, size or state, but does not look like it yet. */
  changes(window: Window): void
}
