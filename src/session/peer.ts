// The other end, as a session sees it: a WebSocket in production, two arrays in tests.

export interface Peer {
  /** @param frame a frame of text, or a binary one, which must not be changed any more */
  send(frame: string | Uint8Array): void
  /** @param code 1000 or 44xx, see protocol/close.ts  @param reason any length; it is cut to fit */
  close(code: number, reason: string): void
  /** Bytes handed to `send` that have not left this process yet. */
  readonly backlog: number
}

/** What a browser says of itself when it connects. */
export interface Hello {
  /** The page's own id; undefined for a client that is not ours, which is then spoken to in pure core. */
  readonly page: string | undefined
  /** The last frame id the page has applied; 0 for a page that is new and empty. */
  readonly seen: number
}
