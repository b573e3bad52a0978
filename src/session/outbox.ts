// Messages waiting for the end of the flush, as the text of one frame.
//
// Text is written while the tree changes: cheaper than objects that are turned into text later.
// The last message stays open, without its closing brace, because only when the flush ends is it
// known which one has to carry the id that acknowledges the frame.
//
//   [{…},{…},{"type":"call",…            while writing
//   [{…},{…},{"type":"call",…,"id":7}]   taken

import type { Json, WidgetId } from '../protocol/messages.ts'

export class Outbox {
  #text = ''
  #isLastNumbered = false

  get isEmpty(): boolean {
    return this.#text === ''
  }

  create(wid: WidgetId, className: string, args: readonly Json[]): void {
    this.#write(`"create","wid":${wid},"class":"${className}","args":${JSON.stringify(args)}`)
  }

  /** @param id  asks for the answer to this very call */
  call(wid: WidgetId, method: string, args: string, id?: number): void {
    this.#write(`"call","wid":${wid},"method":"${method}","args":${args}`)
    if (id === undefined) return
    this.#text += `,"id":${id}`
    this.#isLastNumbered = true
  }

  listen(wid: WidgetId, action: string): void {
    this.#write(`"listen","wid":${wid},"action":${JSON.stringify(action)}`)
  }

  unlisten(wid: WidgetId, action: string): void {
    this.#write(`"unlisten","wid":${wid},"action":${JSON.stringify(action)}`)
  }

  /** The frame; its last message carries `nextId()`, unless it has an id already. */
  take(nextId: () => number): string {
    const id = this.#isLastNumbered ? '' : `,"id":${nextId()}`
    const frame = `[${this.#text}${id}}]`
    this.clear()
    return frame
  }

  clear(): void {
    this.#text = ''
    this.#isLastNumbered = false
  }

  #write(message: string): void {
    this.#text += this.#text === '' ? `{"type":${message}` : `},{"type":${message}`
    this.#isLastNumbered = false
  }
}
