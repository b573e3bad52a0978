// What a session needs of the HTTP server that its page came from: addresses for what is too large, or not meant,
// for the wire. The server implements it; a session alone does without.

/** Something that has an address. */
export interface Published {
  /** From where the page is. Nobody guesses it. */
  readonly address: string
  /** Takes the address away. */
  withdraw(): void
}

/** Something that is given once. */
export interface Offered extends Published {
  /** Ends it, even while it is being fetched. */
  stop(): void
}

/** What can be downloaded: text or bytes, or something that gives them bit by bit, such as a stream of Node. */
export type Content =
  | string
  | ArrayBuffer
  | ArrayBufferView
  | AsyncIterable<string | Uint8Array>
  | Iterable<Uint8Array>

/** Something that is fetched once. */
export interface Offer {
  /** Under which it is saved; any text. */
  readonly name: string
  readonly type: string
  readonly content: Content
  /** Bytes, when that is known of a stream; it fails when it has more, or fewer. */
  readonly size: number | undefined
  /** Told of the bytes that have been sent so far. */
  readonly onProgress: (sent: number) => void
  /** Told once: of the end, or of why there is none. */
  readonly onEnd: (error: Error | undefined) => void
}

export interface Publisher {
  font(bytes: Uint8Array, type: string): Published
  offer(offer: Offer): Offered
}
