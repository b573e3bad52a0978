// Widgets made by `session.create` instead of JSX: what was said of them, so that it can be said
// again to another browser.

import type { Json, WidgetId } from '../protocol/messages.ts'
import type { Handler } from '../reconciler/host.ts'
import { widgetClass } from '../widgets/catalog.ts'
import type { Method } from '../widgets/define.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import type { RemoteHost } from './remote-host.ts'
import { wrongArgs } from './wrong-args.ts'

type Said =
  | { readonly kind: 'create'; readonly widgetClass: WidgetClass; readonly args: readonly Json[] }
  | {
      readonly kind: 'call'
      readonly method: string
      readonly isChild: boolean
      readonly args: readonly Json[]
    }
  | { readonly kind: 'listen'; readonly action: string; readonly handler: Handler }

interface Entry {
  readonly wid: WidgetId
  readonly said: Said
}

/** Child methods that take out; all others put in. */
const removers: ReadonlySet<string> = new Set(['remove', 'remove_widget', 'close_widget'])

export class Imperative {
  /** In the order it was said; what sets the same thing again takes the older one's place. */
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

  /** @throws when there is no such class, or the arguments are not what its constructor takes */
  create(wid: WidgetId, className: string, args: readonly Json[]): void {
    const made = widgetClass(className)
    const wrong = wrongArgs(made, args)
    if (wrong) throw new TypeError(wrong)
    this.#wids.add(wid)
    this.#note(`${wid} create`, wid, { kind: 'create', widgetClass: made, args })
    this.#host.create(wid, made, args)
  }

  /** @throws when a child method would put in what cannot be there */
  checkPut(wid: WidgetId, name: string, args: readonly Json[]): void {
    if (removers.has(name)) return
    for (const child of widsIn(args)) {
      if (!this.#wids.has(child)) {
        throw new Error(`${this.#name(child)} belongs to JSX and stays where JSX has put it`)
      }
      if (child === wid || this.#host.descendantsOf(child).includes(wid)) {
        const why = child === wid ? 'which is itself' : 'which is in it'
        throw new Error(`${this.#name(child)} cannot be put into ${this.#name(wid)}, ${why}`)
      }
    }
  }

  #name(wid: WidgetId): string {
    return `${this.#host.classOf(wid)?.name ?? 'Widget'} #${wid}`
  }

  /** Notes a call that the host has been told of. */
  call(wid: WidgetId, name: string, { kind }: Method, args: readonly Json[]): void {
    if (kind === 'query') return
    if (kind === 'child') return this.#changeChildren(wid, name, args)
    this.#note(`${wid} ${this.#stateOf(wid, name, kind)}`, wid, {
      kind: 'call',
      method: name,
      isChild: false,
      args,
    })
  }

  listen(wid: WidgetId, action: string, handler: Handler): void {
    this.#note(`${wid} on ${action}`, wid, { kind: 'listen', action, handler })
    this.#host.listen(wid, action, handler)
  }

  unlisten(wid: WidgetId, action: string): void {
    this.#said.delete(`${wid} on ${action}`)
    this.#host.unlisten(wid, action)
  }

  /** Ends a widget with everything that is in it. */
  destroy(wid: WidgetId): void {
    const within = this.#host.descendantsOf(wid)
    this.#host.destroy(wid)
    for (const one of within) this.#host.destroy(one)
    for (const one of [wid, ...within]) this.#forget(one)
  }

  /** Says everything again to a browser that knows nothing. */
  replay(): void {
    for (const { wid, said } of this.#said.values()) {
      if (said.kind === 'create') this.#host.create(wid, said.widgetClass, this.#living(said.args))
      else if (said.kind === 'listen') this.#host.listen(wid, said.action, said.handler)
      else {
        this.#host.call(wid, said.method, said.args)
        if (said.isChild) this.#adopt(wid, said.args)
      }
    }
  }

  #changeChildren(wid: WidgetId, name: string, args: readonly Json[]): void {
    if (name === 'remove_all') {
      for (const child of this.#host.childrenOf(wid)) this.#takeOut(wid, child, args[0] === true)
    } else if (removers.has(name)) {
      for (const child of widsIn(args)) this.#takeOut(wid, child, args[1] === true)
    } else {
      const isPutting = widsIn(args).length > 0
      const key = isPutting ? `${wid} holds ${widsIn(args).join()}` : `${wid} ${this.#count++}`
      this.#note(key, wid, { kind: 'call', method: name, isChild: true, args })
      this.#adopt(wid, args)
    }
  }

  #takeOut(parent: WidgetId, child: WidgetId, isEnded: boolean): void {
    this.#said.delete(`${parent} holds ${child}`)
    const within = isEnded ? [child, ...this.#host.descendantsOf(child)] : []
    this.#host.orphan(child)
    for (const wid of within) {
      this.#host.forget(wid)
      this.#forget(wid)
    }
  }

  #forget(wid: WidgetId): void {
    this.#wids.delete(wid)
    for (const [key, { wid: about, said }] of this.#said) {
      if (about === wid || (said.kind === 'call' && widsIn(said.args).includes(wid))) {
        this.#said.delete(key)
      }
    }
  }

  /** What a call is about: a later one about the same takes its place. */
  #stateOf(wid: WidgetId, name: string, kind: Method['kind']): string {
    const toggles = this.#host.classOf(wid)?.props.get('visible')
    if (toggles?.kind === 'state' && toggles.toggle) {
      if (name === toggles.toggle.on || name === toggles.toggle.off) return 'visible'
    }
    return kind === 'setter' ? name : `${name} ${this.#count++}`
  }

  #note(key: string, wid: WidgetId, said: Said): void {
    this.#said.delete(key)
    this.#said.set(key, { wid, said })
  }

  /** The arguments without references to widgets that are gone. */
  #living(args: readonly Json[]): Json[] {
    return args.map((arg) => without(arg, (wid) => this.#host.classOf(wid) === undefined))
  }

  #adopt(parent: WidgetId, args: readonly Json[]): void {
    for (const child of widsIn(args)) this.#host.adopt(parent, child)
  }
}

/** The widgets in a value, however deep. */
function widsIn(value: unknown): WidgetId[] {
  if (typeof value !== 'object' || value === null) return []
  const wid = widOf(value)
  return wid === undefined ? Object.values(value).flatMap(widsIn) : [wid]
}

/** The value with null in place of widgets that are gone. */
function without(value: Json, isGone: (wid: WidgetId) => boolean): Json {
  if (typeof value !== 'object' || value === null) return value
  const wid = widOf(value)
  if (wid !== undefined) return isGone(wid) ? null : value
  if (Array.isArray(value)) return value.map((one: Json) => without(one, isGone))
  const entries = Object.entries(value).map(([name, one]: [string, Json]) => [
    name,
    without(one, isGone),
  ])
  return Object.fromEntries(entries) as Json
}

function widOf(value: object): WidgetId | undefined {
  const { wid, __wid__: ref } = value as Readonly<Record<string, unknown>>
  const found = ref ?? wid
  return typeof found === 'number' ? found : undefined
}
