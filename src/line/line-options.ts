// What a line is made with, and what it takes.

import type { Clock } from '../protocol/clock.ts'
import type {
  BinaryChunkMessage,
  CallbackMessage,
  ErrorMessage,
  FileChunkMessage,
  ResultMessage,
} from '../protocol/messages.ts'
import type { Credentials } from './credentials.ts'
import type { SocketClass } from './socket.ts'
import type { LineState } from './state.ts'

/** What must not be lost. */
export type ToldMessage =
  | CallbackMessage
  | ErrorMessage
  | ResultMessage
  | FileChunkMessage
  | BinaryChunkMessage

export interface LineOptions {
  /** Address of the server's socket, `ws:` or `wss:`. */
  readonly url: string
  /** Names this page to the server, over all its connections. */
  readonly page: string
  readonly WebSocket: SocketClass
  readonly clock?: Clock
  /** The largest frame that the server takes, in bytes; 1 MiB unless given. Of what is larger only that is told. */
  readonly maxFrameBytes?: number
  /**
   * Milliseconds within which a server of ours says something, if only `[]`; 0, and so unless given, when it does
   * not. A line on which nothing comes for two and a half times as long counts as lost.
   */
  readonly beat?: number
  /** Whether frames have come that are not carried out yet; none unless given. */
  isBehind?(): boolean
  /** What the page shows to come back to its session; asked at each attempt. None for a new page. */
  credentials(): Credentials | undefined
  /** The last message that this page has carried out; 0 for none. */
  seen(): number
  /** A frame of text, or a binary one. */
  onFrame(frame: string | ArrayBuffer): void
  /** `up` is said when the server has greeted, not when the socket is open. */
  onState(state: LineState): void
}
