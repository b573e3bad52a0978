// Widgets made by `session.create` instead of JSX: what was said of them, so that it can be said
// again to another browser.

import type { Json, WidgetId } from '../protocol/messages.ts'
import type { Handler } from '../reconciler/host.ts'
import { widgetClass } from '../widgets/catalog.ts'
import type { Method } from '../widgets/define.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import type { RemoteHost } from './remote-host.ts'

type Said =
  | { readonly kind: 'create'; readonly widgetClass: WidgetClass; readonly args: readonly Json[] }
  | { readonly kind: 'call'; readonly method: string; readonly args: readonly Json[] }
  | { readonly kind: 'listen'; readonly action: string; readonly handler: Handler }

interface Entry {
  readonly wid: WidgetId
  readonly said: Said
}

export class Imperative {
  /** In the order it was said; a setter, or a handler, that is said again takes the older one's place. */
  readonly #said = new Map<string, Entry>()
  readonly #host: RemoteHost
  readonly #wids = new Set<WidgetId>()
  #count = 0

  constructor(host: RemoteHost) {
    this.#host = host
  }

  /** Whether a widget was made here and not by JSX. */
  has(wid: WidgetId): boolean {
    return this.#wids.has(wid)
  }

  create(wid: WidgetId, className: string, args: readonly Json[]): void {
    this.#wids.add(wid)
    const made = widgetClass(className)
    this.#note(`${wid} create`, wid, { kind: 'create', widgetClass: made, args })
    this.#host.create(wid, made, args)
  }

  call(wid: WidgetId, name: string, { kind }: Method, args: readonly Json[]): void {
    if (kind === 'query') return
    const key = kind === 'setter' ? `${wid} ${name}` : `${wid} ${name} ${this.#count++}`
    this.#note(key, wid, { kind: 'call', method: name, args })
    if (kind === 'child') this.#adopt(wid, args)
  }

  listen(wid: WidgetId, action: string, handler: Handler): void {
    this.#note(`${wid} on ${action}`, wid, { kind: 'listen', action, handler })
    this.#host.listen(wid, action, handler)
  }

  unlisten(wid: WidgetId, action: string): void {
    this.#said.delete(`${wid} on ${action}`)
    this.#host.unlisten(wid, action)
  }

  /** Ends a widget with everything that was put into it. */
  destroy(wid: WidgetId): void {
    this.#host.destroy(wid)
    this.#wids.delete(wid)
    for (const [key, entry] of this.#said) {
      if (entry.wid === wid || mentions(entry.said, wid)) this.#said.delete(key)
    }
  }

  /** Says everything again to a browser that knows nothing. */
  replay(): void {
    for (const { wid, said } of this.#said.values()) {
      if (said.kind === 'create') this.#host.create(wid, said.widgetClass, said.args)
      else if (said.kind === 'listen') this.#host.listen(wid, said.action, said.handler)
      else {
        this.#host.call(wid, said.method, said.args)
        if (this.#isChildCall(wid, said.method)) this.#adopt(wid, said.args)
      }
    }
  }

  #note(key: string, wid: WidgetId, said: Said): void {
    this.#said.delete(key)
    this.#said.set(key, { wid, said })
  }

  #isChildCall(wid: WidgetId, method: string): boolean {
    return this.#host.classOf(wid)?.methods.get(method)?.kind === 'child'
  }

  #adopt(parent: WidgetId, args: readonly Json[]): void {
    for (const child of widsIn(args)) this.#host.adopt(parent, child)
  }
}

function mentions(said: Said, wid: WidgetId): boolean {
  return said.kind === 'call' && widsIn(said.args).includes(wid)
}

/** The widgets among the arguments of a call. */
function widsIn(args: readonly Json[]): WidgetId[] {
  return args.flatMap((arg) => {
    if (typeof arg !== 'object' || arg === null || Array.isArray(arg)) return []
    const { wid, __wid__: ref } = arg as Readonly<Record<string, unknown>>
    const found = wid ?? ref
    return typeof found === 'number' ? [found] : []
  })
}
