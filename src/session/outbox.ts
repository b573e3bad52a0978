// Messages waiting for the end of the flush, as the text of one frame.
//
// Text is written while the tree changes: cheaper than objects that are turned into text later.
// The last message stays open, without its closing brace, because only when the flush ends is it
// known which one has to carry the id that acknowledges the frame.
//
//   [{…},{…},{"type":"call",…            while writing
//   [{…},{…},{"type":"call",…,"id":7}]   taken
//
// A call with bytes is frames of its own: what was written before it goes in a frame in front of them, what comes
// after it in one behind them.

import { framesOf } from '../protocol/bytes.ts'
import type { BytesCall, Frame } from '../protocol/bytes.ts'
import type {
  Json,
  OpenUrlMessage,
  RegisterFontMessage,
  SetDefaultFontMessage,
  DownloadMessage,
  WidgetId,
} from '../protocol/messages.ts'
import type { Bytes } from '../widgets/types.ts'

/** What is said to the page as a whole. */
export type PageMessage =
  | RegisterFontMessage
  | SetDefaultFontMessage
  | OpenUrlMessage
  | DownloadMessage

/** The text of a frame, to which an id may be missing. */
interface Text {
  readonly text: string
  readonly isNumbered: boolean
}

export class Outbox {
  #text = ''
  /** What was written before, in pieces that need not be touched any more. */
  #pieces: string[] = []
  #isLastNumbered = false
  /** Whole frames that go before the one being written. */
  #before: (Text | Frame)[] = []
  #lastTransfer = 0

  get isEmpty(): boolean {
    return this.#hasNoText && this.#before.length === 0
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

  /** A call whose first argument is bytes. @throws TypeError for numbers that the wire has no name for */
  callWith(bytes: Bytes, call: BytesCall): void {
    const frames = framesOf(call, bytes, () => ++this.#lastTransfer)
    this.#endText()
    this.#before.push(...frames)
  }

  say(message: PageMessage): void {
    this.#next()
    this.#text += JSON.stringify(message).slice(0, -1)
  }

  /** The frames; the last message of each text carries `nextId()`, unless it has an id already. */
  take(nextId: () => number): Frame[] {
    this.#endText()
    const frames = this.#before.map((one) => (isText(one) ? frameOf(one, nextId) : one))
    this.clear()
    return frames
  }

  clear(): void {
    this.#clearText()
    this.#before = []
  }

  get #hasNoText(): boolean {
    return this.#text === '' && this.#pieces.length === 0
  }

  #endText(): void {
    if (this.#hasNoText) return
    const text = this.#pieces.join('') + this.#text
    this.#before.push({ text, isNumbered: this.#isLastNumbered })
    this.#clearText()
  }

  #clearText(): void {
    this.#text = ''
    this.#pieces = []
    this.#isLastNumbered = false
  }

  #open(type: string, wid: WidgetId): void {
    this.#next()
    this.#text += '{"type":"' + type + '","wid":' + wid
  }

  /** Closes the message before. */
  #next(): void {
    if (this.#text.length > pieceLength) this.#putAside()
    if (!this.#hasNoText) this.#text += '},'
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

function isText(one: Text | Frame): one is Text {
  return typeof one === 'object' && 'text' in one
}

function frameOf({ text, isNumbered }: Text, nextId: () => number): string {
  return isNumbered ? `[${text}}]` : `[${text},"id":${nextId()}}]`
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
