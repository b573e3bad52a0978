// The other end, as a session sees it: a WebSocket in production, two arrays in tests.

export interface Peer {
  /** @param frame a frame of text, or a binary one, which must not be changed any more */
  send(frame: string | Uint8Array): void
  /** @param code 1000 or 44xx, see protocol/close.ts  @param reason any length; it is cut to fit */
  close(code: number, reason: string): void
  /** Bytes handed to `send` that have not left this process yet. */
  readonly backlog: number
  /** Milliseconds that the last heartbeat took to come back; missing where none has, or nobody measures it. */
  readonly roundTrip?: number | undefined
}

/** What is known of somebody who connects, before a word is said. */
export interface Visitor {
  /** The page's own name, the same over all its connections; undefined for a client that is not ours. */
  readonly page: string | undefined
  /** A page of ours that has a session to come back to: its first message is `hello`. */
  readonly isComingBack: boolean
  /** Where it comes from, e.g. `192.0.2.7`; empty when nobody knows. */
  readonly address: string
  /** What `authenticate` has found out; undefined without one. */
  readonly user: unknown
}

/** What a page shows to come back to a session: minted by the server, and by nobody else. */
export interface Credentials {
  readonly session_id: string
  readonly token: string
}

/** A page on its way into a session. */
export interface Hello {
  /** The page's own name; undefined for a client that is not ours, which is not asked what it knows. */
  readonly page: string | undefined
  /** The last frame id that the page has carried out; 0, or nothing, for a page that is empty. */
  readonly seen?: number
  /** The session was made for this page. */
  readonly isNew?: boolean
  /** What a page that does not know them yet is told, to come back with. */
  readonly credentials?: Credentials
}
