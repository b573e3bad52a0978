// As much of a WebSocket as the line needs, so that a test can bring one of its own, and Node needs no DOM types.

export interface SocketEvent {
  readonly type: string
  /** Of a `message`: text, or an ArrayBuffer. */
  readonly data?: unknown
  /** Of a `close`. */
  readonly code?: number
  readonly reason?: string
}

export interface Socket {
  binaryType?: string
  /** Bytes that have not left yet. */
  readonly bufferedAmount?: number
  addEventListener(type: 'open' | 'message' | 'close', heard: (event: SocketEvent) => void): void
  send(data: string | ArrayBuffer): void
  close(code?: number): void
}

export type SocketClass = new (url: string) => Socket
