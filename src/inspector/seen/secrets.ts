// What nobody is shown: whatever lets one in somewhere. The address of a download opens to whoever has it. What stands in
// a field for a password is shown as dots, and so is the same text wherever else it comes up.

import type {
  ClientMessage,
  Json,
  RequestId,
  ServerMessage,
  WidgetId,
} from '../../protocol/messages.ts'
import type { Widget } from '../../reconciler/host.ts'
import { currentValue } from '../../reconciler/known.ts'
import type { Node } from '../../reconciler/node.ts'
import { WidgetNode } from '../../reconciler/widget-node.ts'
import { asSignal } from './as-signal.ts'
import type { BytesMessage } from './said.ts'
import { valueOf } from './values-read.ts'
import { nodesFrom } from './walk.ts'

/** Makes a text one that may be shown. */
export type Hide = (text: string) => string

type AnyMessage = ServerMessage | ClientMessage | BytesMessage

/** As many, however long the text is. */
export const dots = '••••••'

/** The class whose widgets may be fields for passwords. */
const fieldClass = 'TextEntry'

/** Texts that are remembered; the oldest gives way. */
const mostTexts = 100
/** Signs; what is shorter stands in other texts by chance, and is hidden only where it stands alone. */
const shortest = 4

/** What says of a message what it is. */
const kept: ReadonlySet<string> = new Set(['type', 'class', 'method', 'action', 'id'])

export class Secrets {
  readonly #widgetAt: (wid: WidgetId) => Widget | undefined
  /** Those that are for passwords. Who was once stays one. */
  readonly #fields = new Set<WidgetId>()
  /** Of these it is known whether they are. */
  readonly #met = new Set<WidgetId>()
  readonly #nodes = new Set<WidgetNode>()
  /** Numbers of answers with what stands in such a field. */
  readonly #answers = new Set<RequestId>()
  /** In the order in which they came up. */
  readonly #texts = new Set<string>()
  /** The longest first: one may begin as another does. */
  #long: readonly string[] = []

  /** @param root  what is mounted already */
  constructor(root: Node | undefined, widgetAt: (wid: WidgetId) => Widget | undefined) {
    this.#widgetAt = widgetAt
    for (const node of nodesFrom(root)) if (node instanceof WidgetNode) this.#meet(node)
  }

  /** Looks at what stands in the fields now. @returns hides it, and all that stood there before */
  look(): Hide {
    for (const node of this.#nodes) {
      if (node.isGone) this.#nodes.delete(node)
      else this.#lookAt(node)
    }
    return (text) => this.#in(text)
  }

  /** Takes notice of what browsers are told. @param id  what the answer to it will carry */
  said(message: ServerMessage, id?: RequestId): void {
    if (message.type === 'create') this.#made(message)
    if (message.type !== 'call') return
    const { wid, method, args } = message
    if (method === 'set_password') this.#addField(wid)
    if (!this.#isField(wid)) return
    if (method === 'set_text') this.#add(args?.[0])
    if (method === 'get_text' && id !== undefined) this.#answers.add(id)
  }

  /** Takes notice of what a page tells. */
  heard(message: ClientMessage): void {
    if (message.type !== 'callback' || !this.#isField(message.wid)) return
    const { wid, action, args } = message
    if (this.#widgetAt(wid)?.widgetClass.reports.has(action)) args.forEach((arg) => this.#add(arg))
  }

  /** The message as it may be shown. */
  without(message: AnyMessage): AnyMessage {
    if (message.type === 'download') return { ...message, url: '…' }
    if (this.#isAnswer(message)) return { ...message, value: dots }
    const hide = this.look()
    if (this.#texts.size === 0) return message
    const entries = Object.entries(message).map(([name, value]: [string, Json]) => [
      name,
      kept.has(name) ? value : hidden(value, hide),
    ])
    return Object.fromEntries(entries)
  }

  /** An answer may say what the user has typed and not told yet. */
  #isAnswer(message: AnyMessage): message is Extract<ClientMessage, { type: 'result' }> {
    if (message.type !== 'result' || message.id === undefined) return false
    return this.#answers.delete(message.id)
  }

  #meet(node: WidgetNode): void {
    if (node.widgetClass.name !== fieldClass) return
    this.#met.add(node.wid)
    if (currentValue(node, 'password') === true) this.#addField(node.wid, node)
  }

  #made({ wid, class: className, args = [] }: Extract<ServerMessage, { type: 'create' }>): void {
    if (wid === undefined || className !== fieldClass) return
    this.#met.add(wid)
    const options = args.find((arg) => typeof arg === 'object' && arg !== null)
    if (options === undefined || !('password' in options) || options['password'] !== true) return
    this.#addField(wid)
    this.#add(args[0])
  }

  #addField(wid: WidgetId, node = this.#widgetAt(wid)): void {
    this.#fields.add(wid)
    if (!(node instanceof WidgetNode)) return
    this.#nodes.add(node)
    this.#lookAt(node)
  }

  /** One that was made by hand before anybody looked may be. */
  #isField(wid: WidgetId): boolean {
    if (this.#fields.has(wid) || this.#met.has(wid)) return this.#fields.has(wid)
    return this.#widgetAt(wid)?.widgetClass.name === fieldClass
  }

  /** What it follows may be ahead of it. */
  #lookAt(node: WidgetNode): void {
    this.#add(currentValue(node, 'text'))
    const source = asSignal(node.props['text'])
    if (source) this.#add(valueOf(source))
  }

  #add(text: unknown): void {
    if (typeof text !== 'string' || text === '' || this.#texts.has(text)) return
    this.#texts.add(text)
    const [oldest] = this.#texts
    if (this.#texts.size > mostTexts) this.#texts.delete(oldest!)
    const long = [...this.#texts].filter(({ length }) => length >= shortest)
    this.#long = long.toSorted((a, b) => b.length - a.length)
  }

  #in(text: string): string {
    if (this.#texts.has(text)) return dots
    return this.#long.reduce((shown, secret) => shown.replaceAll(secret, dots), text)
  }
}

function hidden(value: Json, hide: Hide): Json {
  if (typeof value === 'string') return hide(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one: Json) => hidden(one, hide))
  const entries = Object.entries(value).map(([name, one]: [string, Json]) => [
    name,
    hidden(one, hide),
  ])
  return Object.fromEntries(entries) as Json
}
