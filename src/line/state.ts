// How a line is, as a page tells its user.

export type LineState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'up' }
  /** `retryAt` is on the clock's time, in milliseconds. */
  | { readonly kind: 'down'; readonly retryAt: number }
  /**
   * For good. `code` is the server's, from 4000 to 4999, or 0 when the page has ended it itself: the address is none,
   * too much was done while the line was down, or it was closed.
   */
  | { readonly kind: 'ended'; readonly code: number; readonly reason: string }
