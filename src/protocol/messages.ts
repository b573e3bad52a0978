// Every message that may cross the wire, and nothing else. No imports.
//
// This is the core level of the pgwidgets protocol. The server asks, the browser answers whatever
// carries an `id`; what the user does comes up as callbacks. PROTOCOL.md tells it in prose.

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json }

/** Names one widget on both sides. Given out by the server, counts up from 1, never used twice. */
export type WidgetId = number

/** Chosen by the server, echoed by the browser as it came. */
export type RequestId = number | string

/** Stands for a widget wherever a value may stand, e.g. the child in `add_widget(child)`. */
export type WidgetRef = {
  readonly __wid__: WidgetId
  /** The class name; pgwidgets browsers add it, nobody needs it. */
  readonly __class__?: string
}

/** Empties the page and forgets every widget, listener and number. */
export type InitMessage = { readonly type: 'init'; readonly id?: RequestId }

/** Makes a widget. Without `wid` the browser chooses a number and tells it in the result. */
export type CreateMessage = {
  readonly type: 'create'
  readonly id?: RequestId
  readonly wid?: WidgetId
  readonly class: string
  readonly args?: readonly Json[]
}

/** Runs a method of a widget. */
export type CallMessage = {
  readonly type: 'call'
  readonly id?: RequestId
  readonly wid: WidgetId
  readonly method: string
  readonly args?: readonly Json[]
}

/** Asks for one named event of a widget. Asking twice is the same as asking once. */
export type ListenMessage = {
  readonly type: 'listen'
  readonly id?: RequestId
  readonly wid: WidgetId
  readonly action: string
}

export type UnlistenMessage = {
  readonly type: 'unlisten'
  readonly id?: RequestId
  readonly wid: WidgetId
  readonly action: string
}

/** What the server may send. One frame holds one of these, or an array of them. */
export type ServerMessage =
  | InitMessage
  | CreateMessage
  | CallMessage
  | ListenMessage
  | UnlistenMessage

/** The request with this `id`, and everything before it, is done. */
export type ResultMessage = {
  readonly type: 'result'
  readonly id?: RequestId
  /** Of a `create`: the number the widget has. */
  readonly wid?: WidgetId
  /** Of a `call`: what the method returned; absent when it returned nothing. */
  readonly value?: Json
}

/** A request failed; the page goes on. */
export type ErrorMessage = {
  readonly type: 'error'
  readonly id?: RequestId
  readonly error: string
}

/** Something happened to a widget, and the server had asked to be told. */
export type CallbackMessage = {
  readonly type: 'callback'
  readonly wid: WidgetId
  readonly action: string
  readonly args: readonly Json[]
}

/** One piece of the data URI of one file, announced by a callback with the same `transfer_id`. */
export type FileChunkMessage = {
  readonly type: 'file-chunk'
  readonly wid: WidgetId
  readonly transfer_id: number
  readonly file_index: number
  readonly file_count: number
  readonly chunk_index: number
  readonly num_chunks: number
  /** Part of `data:<mime>;base64,…`, cut at any character. */
  readonly data: string
}

/** What the browser may send. One frame holds one of these, or an array of them. */
export type ClientMessage = ResultMessage | ErrorMessage | CallbackMessage | FileChunkMessage
