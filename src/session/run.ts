// Messages of one flush for one audience, as text that is written while the tree changes: cheaper than objects that
// are turned into text later.
//
// The last message stays open, without its closing brace, because only when the flush ends is it known which one
// has to carry the id that acknowledges the frame.
//
//   {…},{…},{"type":"call",…

import type { Json, WidgetId } from '../protocol/messages.ts'

export class Run {
  #text = ''
  /** What was written before, in pieces that need not be touched any more. */
  #pieces: string[] = []

  /** Everything, the last message open. */
  get text(): string {
    return this.#pieces.join('') + this.#text
  }

  create(wid: WidgetId, className: string, args: readonly Json[]): void {
    const text = textOf(args)
    this.#open('create', wid)
    this.#text += ',"class":"' + className + '","args":' + text
  }

  /** @param args  as JSON text */
  call(wid: WidgetId, method: string, args: string): void {
    this.#open('call', wid)
    this.#text += ',"method":"' + method + '","args":' + args
  }

  /** A call of which no event is told. */
  callSilently(wid: WidgetId, method: string, args: string): void {
    this.call(wid, method, args)
    this.#text += ',"silent":true'
  }

  /** A call that puts a child in as the last one. */
  add(parent: WidgetId, method: string, child: WidgetId, placement: readonly Json[]): void {
    this.#open('call', parent)
    this.#text += ',"method":"' + method + '","args":[{"__wid__":' + child + '}' + more(placement)
  }

  /** A call that puts a child in front of another one. */
  insertBefore(
    parent: WidgetId,
    [child, before]: readonly [WidgetId, WidgetId],
    placement: readonly Json[],
  ): void {
    this.#open('call', parent)
    this.#text += ',"method":"insert_before","args":[{"__wid__":' + child + '},{"__wid__":' + before
    this.#text += '}' + more(placement)
  }

  listen(wid: WidgetId, action: string): void {
    this.#open('listen', wid)
    this.#text += ',"action":' + JSON.stringify(action)
  }

  unlisten(wid: WidgetId, action: string): void {
    this.#open('unlisten', wid)
    this.#text += ',"action":' + JSON.stringify(action)
  }

  /** A message that is no part of the tree, without an id. */
  say(message: object): void {
    this.#next()
    this.#text += JSON.stringify(message).slice(0, -1)
  }

  #open(type: string, wid: WidgetId): void {
    this.#next()
    this.#text += '{"type":"' + type + '","wid":' + wid
  }

  /** Closes the message before. */
  #next(): void {
    if (this.#text.length > pieceLength) this.#putAside()
    if (this.#text !== '' || this.#pieces.length > 0) this.#text += '},'
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

/** The rest of a list of arguments. */
function more(args: readonly Json[]): string {
  return args.length === 0 ? ']' : ',' + JSON.stringify(args).slice(1)
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
