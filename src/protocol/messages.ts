// Every message that may cross the wire, and nothing else. No imports.
//
// This is the current level of the pgwidgets protocol and what is ours: `welcome`, `hello` and `heard`, by which a
// page goes on where its line dropped. The server asks, the browser answers whatever carries an `id`; what the user
// does comes up as callbacks. PROTOCOL.md tells it in prose.

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

/**
 * Ours. What of a page's past goes on: `page` is everything, and what it has missed follows; `session` is what the
 * application knows, and the page is told it anew; `nothing` is a new session.
 */
export type Kept = 'page' | 'session' | 'nothing'

/** Ours. The first message of each connection of a page of ours, and again when it has to be told anew. */
export type WelcomeMessage = {
  readonly type: 'welcome'
  /** The last `seq` of this page that the session has taken; 0 for none. */
  readonly heard: number
  readonly kept: Kept
  /** How often this page has been emptied and told anew; 0 unless given. */
  readonly life?: number
}

/** What a page shows to come back to its session. Not answered; a page of pgwidgets tells its `viewport`. */
export type SessionInfoMessage = {
  readonly type: 'session-info'
  readonly session_id: RequestId
  readonly token: string
}

/** Ours. What comes behind it was said knowing everything that the page had told up to this `seq`. */
export type HeardMessage = {
  readonly type: 'heard'
  readonly id?: RequestId
  readonly count: number
}

/** Empties the page as `init` does. Until its end no callback but `map` is told. */
export type ReconstructStartMessage = {
  readonly type: 'reconstruct-start'
  readonly id?: RequestId
  readonly next_wid?: WidgetId
}

export type ReconstructEndMessage = {
  readonly type: 'reconstruct-end'
  readonly id?: RequestId
}

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
  /** Events that the method causes while it runs are not told. */
  readonly silent?: boolean
}

/** Calls in their order, with one answer for all. */
export type BatchMessage = {
  readonly type: 'batch'
  readonly id?: RequestId
  readonly calls?: readonly Omit<CallMessage, 'type' | 'id'>[]
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

/** A call whose first argument is the binary frame behind it. Not in an array. */
export type BinaryCallMessage = {
  readonly type: 'binary-call'
  readonly id?: RequestId
  readonly wid: WidgetId
  readonly method: string
  /** The arguments behind the bytes. */
  readonly args?: readonly Json[]
}

/** How the numbers of a typed array are written, the least byte first. */
export type Dtype =
  | 'uint8'
  | 'uint16'
  | 'uint32'
  | 'int8'
  | 'int16'
  | 'int32'
  | 'float32'
  | 'float64'

/** A call whose first argument comes in pieces, each a `binary-chunk`. */
export type BinaryCallChunkedMessage = {
  readonly type: 'binary-call-chunked'
  readonly id?: RequestId
  readonly wid: WidgetId
  readonly method: string
  readonly args?: readonly Json[]
  readonly transfer_id: number
  readonly num_chunks: number
  readonly shape?: readonly number[]
  /** The numbers that the bytes are; without it they are bytes. */
  readonly dtype?: Dtype
}

/** `binary`: the bytes are the next binary frame. `base64`: they are in `data`. */
export type ChunkEncoding = 'binary' | 'base64'

/** One piece of the bytes that a `binary-call-chunked` announced, in any order. */
export type BinaryPieceMessage = {
  readonly type: 'binary-chunk'
  readonly transfer_id: number
  readonly chunk_index: number
  readonly num_chunks: number
  readonly encoding?: ChunkEncoding
  readonly data?: string
}

/** Makes a font known to the page by a name. */
export type RegisterFontMessage = {
  readonly type: 'register-font'
  readonly id?: RequestId
  readonly family: string
  readonly url: string
  readonly weight?: string
  readonly style?: string
}

/** A font for all that has none of its own. */
export type DefaultFont = {
  readonly family: string
  /** In px. */
  readonly size?: number | null
  readonly weight?: string | null
  readonly style?: string | null
}

export type SetDefaultFontMessage = {
  readonly type: 'set-default-font'
  readonly id?: RequestId
  readonly font: DefaultFont | null
}

/** Opens an address in a window of its own, which knows nothing of the page. */
export type OpenUrlMessage = {
  readonly type: 'open-url'
  readonly id?: RequestId
  readonly url: string
}

/** Ours. Saves what an address gives, as a browser saves a link. */
export type DownloadMessage = {
  readonly type: 'download'
  readonly id?: RequestId
  readonly url: string
  /** Under which it is saved. */
  readonly name: string
}

/** `stop` is for good. */
export type UploadCommand = 'pause' | 'resume' | 'stop'

/** Ours. What an upload under way is to do. */
export type UploadMessage = {
  readonly type: 'upload'
  readonly id?: RequestId
  readonly transfer_id: number
  readonly command: UploadCommand
}

/** What the server may send. One frame holds one of these, or an array of them. */
export type ServerMessage =
  | InitMessage
  | WelcomeMessage
  | SessionInfoMessage
  | HeardMessage
  | ReconstructStartMessage
  | ReconstructEndMessage
  | CreateMessage
  | CallMessage
  | BatchMessage
  | ListenMessage
  | UnlistenMessage
  | BinaryCallMessage
  | BinaryCallChunkedMessage
  | BinaryPieceMessage
  | RegisterFontMessage
  | SetDefaultFontMessage
  | OpenUrlMessage
  | DownloadMessage
  | UploadMessage

/** Ours. The first message of a page that has been connected before, or was given an address to share. */
export type HelloMessage = {
  readonly type: 'hello'
  readonly session_id: RequestId
  readonly token: string
  /** The last `id` that it has carried out; 0 for a page that is empty. */
  readonly seen: number
}

/** The request with this `id`, and everything before it, is done. */
export type ResultMessage = {
  readonly type: 'result'
  readonly id?: RequestId
  /** Of a `create`: the number the widget has. */
  readonly wid?: WidgetId
  /** Of a `create`, for servers of pgwidgets: a number above all that the page has used. */
  readonly next_wid?: WidgetId
  /** Of a `call`: what the method returned; absent when it returned nothing. */
  readonly value?: Json
  /** Of an `init`: the session that the page wants to come back to. */
  readonly session_id?: RequestId
  readonly token?: string
  readonly seq?: number
}

/** A request failed; the page goes on. */
export type ErrorMessage = {
  readonly type: 'error'
  readonly id?: RequestId
  readonly error: string
  readonly seq?: number
}

/** Something happened to a widget, and the server had asked to be told. */
export type CallbackMessage = {
  readonly type: 'callback'
  readonly wid: WidgetId
  readonly action: string
  readonly args: readonly Json[]
  /** Ours. Counts up from 1 over all that a page tells; what a server has taken before it passes over. */
  readonly seq?: number
  /** Ours. That of the last `welcome`, unless it is 0: what was told in an earlier life is not shown any more. */
  readonly life?: number
}

/** The size of the page's window, in px: behind `session-info`, and when it changes. */
export type ViewportMessage = {
  readonly type: 'viewport'
  readonly width: number
  readonly height: number
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
  readonly seq?: number
}

/** One piece of a file, announced by a callback with the same `transfer_id`; pieces come in any order. */
export type BinaryChunkMessage = {
  readonly type: 'binary-chunk'
  readonly wid: WidgetId
  readonly transfer_id: number
  readonly file_index?: number
  readonly file_count?: number
  readonly chunk_index: number
  readonly num_chunks: number
  readonly encoding?: ChunkEncoding
  readonly data?: string
  readonly seq?: number
}

/** What the browser may send. One frame holds one of these, or an array of them. */
export type ClientMessage =
  | HelloMessage
  | ResultMessage
  | ErrorMessage
  | CallbackMessage
  | ViewportMessage
  | FileChunkMessage
  | BinaryChunkMessage
