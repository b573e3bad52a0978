// The way to the server, as a page uses it.

import type { Credentials, Line } from '../line/index.ts'

/** A line, and who wants to know what comes over it. */
export interface Uplink extends Pick<
  Line,
  'tell' | 'answer' | 'acknowledge' | 'whenClear' | 'welcomed' | 'heard' | 'foreign'
> {
  /** What addresses on the server's site start from; the page's own base unless given. */
  readonly base?: string
  /** What the page shows to come back to its session. */
  credentials?(): Credentials | undefined
  /** The server has given new ones. */
  session?(credentials: Credentials, isForeign: boolean): void
  /** From 0 to 1, for numbers that other pages are not to give too; `Math.random` unless given. */
  chance?(): number
}
