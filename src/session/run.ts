// Messages of one flush for one audience, as text that is written while the tree changes: cheaper than objects that
// are turned into text later.
//
// The last message stays open, without its closing brace, because only when the flush ends is it known which one
// has to carry the id that acknowledges the frame.
//
//   {…},{…},{"type":"call",…

import type { Json, WidgetId } from '../protocol/messages.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'

/** Characters of one piece. */
const pieceLength = 1024

export class Run {
  #text = ''
  /** What was written before, in pieces that need not be touched any more. */
  readonly #pieces: string[] = []

  /** Everything, the last message open: to be joined once, for it may be much. */
  get pieces(): readonly string[] {
    return [...this.#pieces, this.#text]
  }

  get isEmpty(): boolean {
    return this.#text === '' && this.#pieces.length === 0
  }

  /** A whole frame, acknowledged by this id. */
  framed(id: number): string {
    const end = ',"id":' + id + '}]'
    if (this.#pieces.length === 0) return '[' + this.#text + end
    return ['[', ...this.#pieces, this.#text, end].join('')
  }

  create(wid: WidgetId, { createText }: WidgetClass, args: readonly Json[]): void {
    this.#say('},{"type":"create","wid":' + wid + createText + textOf(args))
  }

  /** @param args  as JSON text */
  call(wid: WidgetId, method: string, args: string): void {
    this.#say('},{"type":"call","wid":' + wid + ',"method":"' + method + '","args":' + args)
  }

  /** A call of which no event is told. */
  callSilently(wid: WidgetId, method: string, args: string): void {
    this.call(wid, method, args + ',"silent":true')
  }

  /** A call that puts a child in as the last one. */
  add(parent: WidgetId, method: string, child: WidgetId, placement: readonly Json[]): void {
    if (method !== 'add_widget' || placement.length > 0) {
      return this.call(parent, method, '[{"__wid__":' + child + '}' + more(placement))
    }
    this.#say('},{"type":"call","wid":' + parent + addText + child + '}]')
  }

  /** A call that puts a child in front of another one. */
  insertBefore(
    parent: WidgetId,
    [child, before]: readonly [WidgetId, WidgetId],
    placement: readonly Json[],
  ): void {
    const end = before + '}' + more(placement)
    this.#say('},{"type":"call","wid":' + parent + insertText + child + '},{"__wid__":' + end)
  }

  listen(wid: WidgetId, action: string): void {
    this.#say('},{"type":"listen","wid":' + wid + ',"action":' + quoted(action))
  }

  unlisten(wid: WidgetId, action: string): void {
    this.#say('},{"type":"unlisten","wid":' + wid + ',"action":' + quoted(action))
  }

  /** A message that is no part of the tree, without an id. */
  say(message: object): void {
    this.#say('},' + JSON.stringify(message).slice(0, -1))
  }

  /**
   * A text that grows is a tree of its parts until somebody looks into it. Looking early finds the parts where the
   * processor has them still, and lets them go before the garbage collector has to carry them along.
   *
   * @param text  a message that begins with the end of the one before
   */
  #say(text: string): void {
    this.#text += this.isEmpty ? text.slice(2) : text
    if (this.#text.length < pieceLength) return
    this.#text.charCodeAt(0)
    this.#pieces.push(this.#text)
    this.#text = ''
  }
}

const addText = ',"method":"add_widget","args":[{"__wid__":'
const insertText = ',"method":"insert_before","args":[{"__wid__":'

/** The rest of a list of arguments. */
function more(args: readonly Json[]): string {
  return args.length === 0 ? ']' : ',' + JSON.stringify(args).slice(1)
}

/** Arguments as JSON. Most are one short text without anything to escape, which needs no serialiser. */
export function textOf(args: readonly Json[]): string {
  if (args.length === 0) return '[]'
  const only = args.length === 1 ? args[0] : undefined
  return typeof only === 'string' && isPlain(only) ? '["' + only + '"]' : JSON.stringify(args)
}

function quoted(text: string): string {
  return isPlain(text) ? '"' + text + '"' : JSON.stringify(text)
}

/** Longer texts are read faster by the serialiser. */
const shortText = 64

/** Whether JSON writes a text as it is: without quotes, backslashes, control characters and surrogates. */
function isPlain(text: string): boolean {
  if (text.length > shortText) return false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x20 || code === 0x22 || code === 0x5c || code >= 0xd800) return false
  }
  return true
}
