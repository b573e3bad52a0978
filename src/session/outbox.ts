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
  /** What was written before, in pieces that need not be touched any more. */
  #pieces: string[] = []
  #isLastNumbered = false

  get isEmpty(): boolean {
    return this.#text === '' && this.#pieces.length === 0
  }

  create(wid: WidgetId, className: string, args: readonly Json[]): void {
    const text = textOf(args)
    this.#open('create', wid)
    this.#text += ',"class":"' + className + '","args":' + text
  }

  /** @param args  as JSON text  @param id  asks for the answer to this very call */
  call(wid: WidgetId, method: string, args: string, id?: number): void {
    this.#open('call', wid)
    this.#text += ',"method":"' + method + '","args":' + args
    if (id === undefined) return
    this.#text += ',"id":' + id
    this.#isLastNumbered = true
  }

  /** A call whose first arguments are widgets: `add_widget(child)`, `insert_before(child, before)`. */
  place(
    parent: WidgetId,
    method: string,
    [child, before]: readonly [WidgetId, WidgetId?],
    rest: readonly Json[],
  ): void {
    const more = rest.length === 0 ? '' : ',' + JSON.stringify(rest).slice(1, -1)
    this.#open('call', parent)
    this.#text += ',"method":"' + method + '","args":[{"__wid__":' + child + '}'
    if (before !== undefined) this.#text += ',{"__wid__":' + before + '}'
    this.#text += more + ']'
  }

  listen(wid: WidgetId, action: string): void {
    this.#open('listen', wid)
    this.#text += ',"action":' + JSON.stringify(action)
  }

  unlisten(wid: WidgetId, action: string): void {
    this.#open('unlisten', wid)
    this.#text += ',"action":' + JSON.stringify(action)
  }

  /** The frame; its last message carries `nextId()`, unless it has an id already. */
  take(nextId: () => number): string {
    const id = this.#isLastNumbered ? '' : `,"id":${nextId()}`
    const frame = `[${this.#pieces.join('')}${this.#text}${id}}]`
    this.clear()
    return frame
  }

  clear(): void {
    this.#text = ''
    this.#pieces = []
    this.#isLastNumbered = false
  }

  #open(type: string, wid: WidgetId): void {
    if (this.#text.length > pieceLength) this.#putAside()
    this.#text += (this.isEmpty ? '{"type":"' : '},{"type":"') + type + '","wid":' + wid
    this.#isLastNumbered = false
  }

  /**
   * A text that grows is a tree of its parts until somebody looks into it. Looking early lets the
   * parts go before the garbage collector has to carry them along.
   */
  #putAside(): void {
    this.#text.charCodeAt(0)
    this.#pieces.push(this.#text)
    this.#text = ''
  }
}

/** Characters of one piece. */
const pieceLength = 8192

/** What JSON writes differently from how it stands in a string. */
// oxlint-disable-next-line no-control-regex -- JSON escapes them
const escaped = /["\\\u0000-\u001f\ud800-\udfff]/

/** Arguments as JSON. Most are one short text without anything to escape, which needs no serialiser. */
export function textOf(args: readonly Json[]): string {
  const only = args.length === 1 ? args[0] : undefined
  if (typeof only !== 'string' || only.length > 100 || escaped.test(only))
    return JSON.stringify(args)
  return '["' + only + '"]'
}
