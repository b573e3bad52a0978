// What an application may know of the line, and may tell its user in a way of its own.

import type { LineState } from '../line/index.ts'

/**
 * The `detail` of the event `treewire-line`, which the root gets whenever the line changes. `preventDefault()` keeps
 * the notice away that would follow.
 *
 * - `connecting`  an attempt is under way
 * - `up`          the server has greeted the page
 * - `down`        the next attempt is at `retryAt`, on the clock of `performance.now()`
 * - `ended`       for good, with the server's close code and its reason
 * - `begun-anew`  behind `up`: the session that the page came back to is over, and it shows a new one
 */
export type LineEvent = LineState | { readonly kind: 'begun-anew' }

/** @returns whether the notice of it is wanted */
export function tellLine(root: HTMLElement, detail: LineEvent): boolean {
  return root.dispatchEvent(new CustomEvent('treewire-line', { detail, cancelable: true }))
}
