// A user's interface on a server of pgwidgets: each request waits for the answer of the first browser, the others are
// told the same and not waited for. All of it is remembered, and built anew when another browser comes.

import type {
  BatchMessage,
  CallbackMessage,
  CallMessage,
  BinaryChunkMessage,
  Dtype,
  Json,
  ResultMessage,
  ServerMessage,
} from '../../../src/protocol/messages.ts'
import { isRef } from '../../../src/widgets/types.ts'
import { isPrivate, refsIn, wrongEvent, type Wrong } from './conduct.ts'
import { type Audience, type Connection, GoneError, PageError } from './connection.ts'
import { Receipts } from './receipts.ts'
import { rebuild } from './reconstruction.ts'
import { activeListens, autoListens, isPut, keyOf, passOf, setters } from './state.ts'

export type Handler = (...args: readonly Json[]) => void

/** Something that was put into a widget, or made in it. */
export interface Put {
  readonly method: string
  readonly args: readonly Json[]
  /** What the page has made for it. */
  made?: Widget
}

export interface Widget {
  wid: number
  readonly className: string
  readonly args: readonly Json[]
  /** By key, in the order in which they were first set. */
  readonly state: Map<string, readonly [method: string, ...args: readonly Json[]]>
  readonly items: (readonly Json[])[]
  readonly puts: Put[]
  readonly handlers: Map<string, Handler>
  /** What the pages have been asked to tell. */
  readonly listens: Set<string>
  parent?: Widget
}

export class PythonSession implements Audience {
  readonly id: number | string
  readonly token: string
  readonly connections: Connection[] = []
  readonly widgets = new Map<number, Widget>()
  isReconstructing = false
  /** What happens while a reconstruction is under way: nothing unless given. */
  meanwhile: () => Promise<void> = () => Promise.resolve()
  /** What `batch` is called; another name is one that pages of long ago do not know. */
  batchType = 'batch'
  readonly #receipts = new Receipts((wid, action, payload) => {
    this.widgets.get(wid)?.handlers.get(action)?.(payload)
  })
  readonly #blame: (what: string) => void
  #lastId = 0
  #nextWid = 1
  #thread: Promise<unknown> = Promise.resolve()

  constructor(id: number | string, token: string, blame: (what: string) => void) {
    this.id = id
    this.token = token
    this.#blame = blame
  }

  get primary(): Connection | undefined {
    return this.connections[0]
  }

  get nextWid(): number {
    return this.#nextWid
  }

  /** The one thread of the application. What fails there is thrown there. */
  run<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#thread.then(work)
    this.#thread = done.catch(() => undefined)
    return done
  }

  newId(): number {
    return ++this.#lastId
  }

  classOf(wid: number): string {
    return this.widgets.get(wid)?.className ?? ''
  }

  // What the application does.

  async create(className: string, ...args: readonly Json[]): Promise<number> {
    const widget = newWidget(this.#nextWid, className, args)
    await this.make(widget)
    for (const action of autoListens(className)) await this.listenTo(widget, action)
    return widget.wid
  }

  /** @throws PageError when it failed */
  async call(wid: number, method: string, ...args: readonly Json[]): Promise<Json | undefined> {
    const widget = this.#find(wid)
    if (isPut(method)) return this.put(widget, { method, args })
    if (method === 'append_text' && widget.className === 'ComboBox') widget.items.push(args)
    else if (passOf(method)) widget.state.set(keyOf(method), [method, ...args])
    return this.say(widget, method, ...args)
  }

  async on(wid: number, action: string, handler: Handler): Promise<void> {
    const widget = this.#find(wid)
    widget.handlers.set(action, handler)
    await this.listenTo(widget, action)
  }

  /** @returns what went wrong */
  async batch(
    calls: readonly Pick<CallMessage, 'wid' | 'method' | 'args'>[],
  ): Promise<readonly string[]> {
    try {
      const { value } = await this.request({ type: this.batchType, calls } as BatchMessage)
      return (value as { readonly errors: readonly string[] } | undefined)?.errors ?? []
    } catch (error) {
      if (!String(error).includes('Unknown message type')) throw error
      for (const { wid, method, args } of calls) await this.call(wid, method, ...(args ?? []))
      return []
    }
  }

  /** Nobody waits for it. */
  callWithBytes(wid: number, method: string, bytes: ArrayBuffer, ...args: readonly Json[]): void {
    const id = ++this.#lastId
    for (const connection of this.connections) {
      connection.say({ type: 'binary-call', id, wid, method, args })
      connection.sayBytes(bytes)
    }
  }

  /** The same in pieces, of which every second one is text. */
  callWithPieces(
    wid: number,
    method: string,
    pieces: readonly ArrayBuffer[],
    options: { readonly args?: readonly Json[]; readonly dtype?: Dtype } = {},
  ): void {
    const transfer_id = ++this.#lastId
    const num_chunks = pieces.length
    for (const connection of this.connections) {
      const head = { wid, method, transfer_id, num_chunks, args: [], ...options }
      connection.say({ type: 'binary-call-chunked', id: transfer_id, ...head })
      for (const [chunk_index, piece] of pieces.entries()) {
        const chunk = { type: 'binary-chunk', transfer_id, chunk_index, num_chunks } as const
        if (chunk_index % 2 === 1) {
          connection.say({ ...chunk, encoding: 'base64', data: base64(piece) })
          continue
        }
        connection.say({ ...chunk, encoding: 'binary' })
        connection.sayBytes(piece)
      }
    }
  }

  // What a reconstruction does with the same words.

  async make(widget: Widget): Promise<void> {
    const { wid, className, args } = widget
    this.widgets.set(wid, widget)
    const { next_wid = 0 } = await this.request({ type: 'create', wid, class: className, args })
    this.#nextWid = Math.max(this.#nextWid, wid + 1, next_wid)
  }

  async say(widget: Widget, method: string, ...args: readonly Json[]): Promise<Json | undefined> {
    const { value } = await this.request({ type: 'call', wid: widget.wid, method, args })
    return value
  }

  /** What the page makes for it is given a name here, and listened to. */
  async put(widget: Widget, put: Put): Promise<Json | undefined> {
    if (!widget.puts.includes(put)) widget.puts.push(put)
    for (const { __wid__ } of refsIn([...put.args])) this.#find(__wid__).parent = widget
    const value = await this.say(widget, put.method, ...put.args)
    if (!isRef(value) || put.args.some((arg) => isRef(arg) && arg.__wid__ === value.__wid__)) {
      return value
    }
    if (!isPrivate(value.__wid__)) this.#blame(`a page made ${JSON.stringify(value)} by itself`)
    put.made = made(value.__wid__, value.__class__ ?? '', put.made)
    this.widgets.set(value.__wid__, put.made)
    const known = put.made.className === 'MDISubWindow' ? ['move', 'resize'] : ['resize']
    for (const action of known) await this.listenTo(put.made, action)
    return value
  }

  async listenTo(widget: Widget, action: string): Promise<void> {
    widget.listens.add(action)
    await this.request({ type: 'listen', wid: widget.wid, action })
  }

  /** @throws PageError when the first browser says that it failed */
  async request(message: ServerMessage): Promise<ResultMessage> {
    const [first, ...others] = this.connections
    if (!first) throw new Error('Nobody is there to be asked')
    const asked = first.ask({ ...message, id: ++this.#lastId })
    const id = others.length > 0 ? ++this.#lastId : 0
    const copies = others.map((other) => other.ask({ ...message, id }))
    for (const copy of copies) copy.then((one) => this.#compare(asked, one), unheard)
    return asked
  }

  // What the browsers do.

  /** Everything is built anew in all of them. */
  reconstruct(): Promise<void> {
    return this.run(() => rebuild(this))
  }

  event(from: Connection, { wid, action, args, ...others }: CallbackMessage): Wrong {
    const { type: _type, ...surplus } = others
    const widget = this.widgets.get(wid)
    if (Object.keys(surplus).length > 0) return 'nobody knows what else it says'
    if (this.isReconstructing && action !== 'map') return 'the interface is being built'
    if (!widget) return `there is no widget ${wid}`
    if (!widget.listens.has(action)) return 'nobody listens to it'
    const unknown = refsIn([...args]).find((ref) => !this.widgets.has(ref.__wid__))
    if (unknown && action === 'page-close') return 'there is no such page'
    const wrong = this.#receipts.announced(from, wid, action, args)
    if (activeListens(widget.className).includes(action)) this.#keep(from, widget, action, args)
    if (!this.#receipts.isFull(args)) widget.handlers.get(action)?.(...args)
    return wrong ?? wrongEvent(widget.className, action, args)
  }

  piece(from: Connection, header: BinaryChunkMessage, piece: ArrayBuffer): Wrong {
    return this.#receipts.piece(from, header, piece)
  }

  left(connection: Connection): void {
    const at = this.connections.indexOf(connection)
    if (at >= 0) this.connections.splice(at, 1)
  }

  #keep(from: Connection, widget: Widget, action: string, args: readonly Json[]): void {
    for (const [method, ...given] of setters(widget.className, action, args)) {
      if (passOf(method)) widget.state.set(keyOf(method), [method, ...given])
      const call = { type: 'call', wid: widget.wid, method, args: given, silent: true } as const
      const id = ++this.#lastId
      for (const other of this.connections) {
        if (other !== from) other.ask({ ...call, id }).catch(unheard)
      }
    }
  }

  /** Objects that pages make must have one number in all of them. */
  async #compare(asked: Promise<ResultMessage>, copy: ResultMessage): Promise<void> {
    const first = await asked.catch(() => undefined)
    const [one, other] = [refsIn(first?.value), refsIn(copy.value)].map((refs) =>
      JSON.stringify(refs),
    )
    if (first && one !== other) this.#blame(`two pages call one object ${one} and ${other}`)
  }

  #find(wid: number): Widget {
    const widget = this.widgets.get(wid)
    if (widget) return widget
    throw new Error(`There is no widget ${wid}`)
  }
}

export function newWidget(wid: number, className: string, args: readonly Json[]): Widget {
  return {
    wid,
    className,
    args,
    state: new Map(),
    items: [],
    puts: [],
    handlers: new Map(),
    listens: new Set(),
  }
}

/** In a reconstruction it takes the place of what was made before. */
function made(wid: number, className: string, before: Widget | undefined): Widget {
  return before ? { ...before, wid, listens: new Set() } : newWidget(wid, className, [])
}

function base64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
}

/** What the others answer, nobody waits for. */
function unheard(error: unknown): void {
  if (!(error instanceof PageError || error instanceof GoneError)) throw error
}
