// Messages of one flush for one audience, as text that is written while the tree changes: cheaper than objects that
// are turned into text later.
//
// The last message stays open, without its closing brace, because only when the flush ends is it known which one
// has to carry the id that acknowledges the frame. It begins as a frame does: most often it is one.
//
//   [{…},{…},{"type":"call",…

import type { Json, WidgetId } from '../protocol/messages.ts'
import type { Audience } from '../reconciler/host.ts'
import { widgetClasses } from '../widgets/catalog.ts'
import { tableOf } from '../widgets/table.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'

/** Characters of one piece. */
const pieceLength = 1024

export class Run {
  readonly to: Audience
  #text = ''
  /** What was written before, in pieces that need not be touched any more; undefined for nothing, as most often. */
  #pieces: string[] | undefined = undefined

  /** @param to  whom it is for */
  constructor(to: Audience) {
    this.to = to
  }

  /** Everything, with the bracket in front and the last message open: to be joined once, for it may be much. */
  get pieces(): readonly string[] {
    return [...(this.#pieces ?? []), this.#text]
  }

  get isEmpty(): boolean {
    return this.#text === '' && !this.#pieces
  }

  /** A whole frame, acknowledged by this id. */
  framed(id: number): string {
    const end = ',"id":' + id + '}]'
    return this.#pieces ? [...this.#pieces, this.#text, end].join('') : this.#text + end
  }

  create(wid: WidgetId, { createText }: WidgetClass, args: readonly Json[]): void {
    this.#say(
      this.#begin('[{"type":"create","wid":', '},{"type":"create","wid":') +
        wid +
        createText +
        textOf(args),
    )
  }

  /** @param args  as JSON text */
  call(wid: WidgetId, method: string, args: string): void {
    const middle = callTexts[method] ?? callTextOf(method)
    this.#say(this.#beginCall() + wid + middle + args)
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
    this.#say(this.#beginCall() + parent + addText + child + '}]')
  }

  /** A call that puts a child in front of another one. */
  insertBefore(
    parent: WidgetId,
    [child, before]: readonly [WidgetId, WidgetId],
    placement: readonly Json[],
  ): void {
    const end = before + '}' + more(placement)
    this.#say(this.#beginCall() + parent + insertText + child + '},{"__wid__":' + end)
  }

  listen(wid: WidgetId, action: string): void {
    this.#say(
      this.#begin('[{"type":"listen","wid":', '},{"type":"listen","wid":') +
        wid +
        ',"action":' +
        quoted(action),
    )
  }

  unlisten(wid: WidgetId, action: string): void {
    this.#say(
      this.#begin('[{"type":"unlisten","wid":', '},{"type":"unlisten","wid":') +
        wid +
        ',"action":' +
        quoted(action),
    )
  }

  /** A message that is no part of the tree, without an id. */
  say(message: object): void {
    this.#say(this.#begin('[', '},') + JSON.stringify(message).slice(0, -1))
  }

  #beginCall(): string {
    return this.#begin('[{"type":"call","wid":', '},{"type":"call","wid":')
  }

  /** How a message begins. Of words that are there, and not looked up, V8 makes texts in less time. */
  #begin(first: string, next: string): string {
    return this.isEmpty ? first : next
  }

  /**
   * A text that grows is a tree of its parts until somebody looks into it. Looking early finds the parts where the
   * processor has them still, and lets them go before the garbage collector has to carry them along.
   *
   * @param text  a message that begins with the end of the one before, or with the bracket
   */
  #say(text: string): void {
    this.#text += text
    if (this.#text.length < pieceLength) return
    this.#text.charCodeAt(0)
    if (this.#pieces) this.#pieces.push(this.#text)
    else this.#pieces = [this.#text]
    this.#text = ''
  }
}

/** The middle of every call of a method. */
function callTextOf(method: string): string {
  return `,"method":"${method}","args":`
}

/** By the methods that there are. */
const callTexts = tableOf(
  [...widgetClasses.values()]
    .flatMap(({ methods }) => [...methods.keys()])
    .map((method) => [method, callTextOf(method)]),
)

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
