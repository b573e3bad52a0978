// A WebSocket whose other end is in the same page. What one end says the other hears a little later, in order.

import type { SocketClass } from '../../../src/client/index.ts'

type Frame = string | ArrayBuffer

/** The server's end. */
export interface FarEnd {
  readonly url: string
  onFrame(frame: Frame): void
  /** The page has closed it. */
  onClose(): void
  send(frame: Frame): void
  /** 1006: the line has broken, and nobody has said why. */
  close(code: number, reason?: string): void
}

/** @param accept  is given the other end of each socket that is made */
export function joinedSockets(accept: (end: FarEnd) => void): SocketClass {
  return class extends EventTarget {
    readonly bufferedAmount = 0
    binaryType: BinaryType = 'blob'
    readonly #end: FarEnd
    #isOpen = true

    constructor(url: string) {
      super()
      const dispatch = (event: Event) => queueMicrotask(() => this.dispatchEvent(event))
      const whileOpen = (event: Event) => this.#isOpen && dispatch(event)
      this.#end = {
        url,
        onFrame: () => undefined,
        onClose: () => undefined,
        send: (data) => whileOpen(new MessageEvent('message', { data })),
        close: (code, reason = '') => {
          whileOpen(new CloseEvent('close', { code, reason }))
          this.#isOpen = false
        },
      }
      dispatch(new Event('open'))
      queueMicrotask(() => accept(this.#end))
    }

    send(frame: Frame): void {
      queueMicrotask(() => this.#isOpen && this.#end.onFrame(frame))
    }

    close(): void {
      if (!this.#isOpen) return
      this.#isOpen = false
      queueMicrotask(() => this.#end.onClose())
    }
  }
}
