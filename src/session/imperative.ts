// Widgets made by `session.create` instead of JSX: what they are now, so that another browser can be
// told of it.

import type { Json, WidgetId } from '../protocol/messages.ts'
import type { Handler, Widget } from '../reconciler/host.ts'
import type { Origin } from '../reconciler/tree.ts'
import { widgetClass } from '../widgets/catalog.ts'
import type { Method } from '../widgets/define.ts'
import { argsOf, reportedValue } from '../widgets/widget-class.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import { makerIn } from './browser-made.ts'
import {
  childrenIn,
  type Contents,
  type Divider,
  dividers,
  insertBefore,
  type Standing,
} from './contents.ts'
import { widsIn, withoutRefs, withRefs } from './refs.ts'
import { newWidget } from './remote-host.ts'
import type { RemoteHost } from './remote-host.ts'
import { wrongArgs } from './wrong-args.ts'

/** One widget. References in arguments are `{"__wid__": n}`, as they go over the wire. */
interface Entry {
  readonly widget: Widget
  readonly widgetClass: WidgetClass
  readonly args: readonly Json[]
  /** What was called, by what it is about: a later call about the same takes the older one's place. */
  readonly calls: Map<string, Call>
  /** Children in order, and among them dividers, which are no widgets. */
  readonly contents: Contents
  parent: WidgetId | undefined
}

interface Call {
  readonly method: string
  readonly args: readonly Json[]
  /** It has a meaning only when the children are there. */
  readonly isLate: boolean
}

/** Child methods that take out; all others put in. */
const removers: ReadonlySet<string> = new Set([
  'remove',
  'remove_widget',
  'close_widget',
  'close_child',
])

export class Imperative {
  readonly #host: RemoteHost
  /** In the order in which they were made. */
  readonly #entries = new Map<WidgetId, Entry>()
  #count = 0

  constructor(host: RemoteHost) {
    this.#host = host
  }

  /** Whether a widget was made here and not by JSX. */
  has(wid: WidgetId): boolean {
    return this.#entries.has(wid)
  }

  /** @throws when there is no such class, or the arguments are not what its constructor takes */
  create(wid: WidgetId, className: string, given: readonly unknown[]): void {
    const made = widgetClass(className)
    const wrong = wrongArgs(made, given)
    if (wrong) throw new TypeError(wrong)
    const args = withRefs(given)
    const widget = newWidget(wid, made)
    this.#entries.set(wid, {
      widget,
      widgetClass: made,
      args,
      calls: new Map(),
      contents: new Map(),
      parent: undefined,
    })
    this.#host.create(widget, args)
  }

  /** @throws when a child method would put in what cannot be there */
  checkPut(wid: WidgetId, name: string, args: readonly Json[]): void {
    if (removers.has(name)) return
    for (const child of widsIn(args)) {
      if (!this.has(child)) {
        throw new Error(`${this.#name(child)} belongs to JSX and stays where JSX has put it`)
      }
      if (!this.#isWithin(wid, child)) continue
      const why = child === wid ? 'which is itself' : 'which is in it'
      throw new Error(`${this.#name(child)} cannot be put into ${this.#name(wid)}, ${why}`)
    }
  }

  /** Notes a call that the host has been told of. */
  call(wid: WidgetId, name: string, method: Method, args: readonly Json[]): void {
    const { kind, isMomentary, afterChildren } = method
    const entry = this.#entries.get(wid)
    if (!entry || kind === 'query' || kind === 'factory' || isMomentary) return
    // What a page has made by itself no other page can be told of.
    if (makerIn(args) !== undefined) return
    if (kind === 'child') return this.#changeChildren(wid, entry, name, args)
    if (entry.widgetClass.name === 'MDISubWindow' && name === 'close') return this.#orphan(wid)
    const isLate = afterChildren === true || (kind === 'action' && holdsChildren(entry))
    note(entry.calls, this.#subjectOf(entry, name, kind, args), { method: name, args, isLate })
  }

  /** A user has changed states of a widget: the other browsers are to show them, and those that come later. */
  reported(wid: WidgetId, action: string, args: readonly Json[], origin: Origin | undefined): void {
    const entry = this.#entries.get(wid)
    for (const { prop, where } of entry?.widgetClass.reports.get(action) ?? []) {
      const state = entry!.widgetClass.prop(prop)
      if (state?.kind !== 'state' || !state.setter || state.combines || state.differ) continue
      const indexOf = (child: WidgetId): number => childrenIn(entry!.contents).indexOf(child)
      const value = reportedValue(where, args, {}, indexOf)
      if (value === undefined) continue
      const { setter, isAfterChildren: isLate } = state
      const call = { method: setter, args: argsOf(state, value), isLate }
      note(entry!.calls, setter, call)
      const except = origin?.showsIt ? { except: origin.viewer } : {}
      this.#host.call(entry!.widget, setter, call.args, { ...except, isSilent: true })
    }
  }

  listen(wid: WidgetId, action: string, handler: Handler): void {
    this.#host.listenByHand(wid, action, handler)
  }

  unlisten(wid: WidgetId, action: string): void {
    this.#host.unlistenByHand(wid, action)
  }

  /** Ends a widget with everything that is in it. */
  destroy(wid: WidgetId): void {
    for (const one of this.#withDescendants(wid)) this.#host.destroy(this.#entries.get(one)!.widget)
    this.#forget(wid)
  }

  /** Tells everything to a browser that knows nothing. */
  replay(): void {
    const isGone = (wid: WidgetId): boolean => this.#host.classOf(wid) === undefined
    for (const { widget, args } of this.#entries.values()) {
      const living = args.map((arg) => withoutRefs(arg, isGone))
      this.#host.create(widget, living)
    }
    const say = ({ widget, calls }: Entry, wantsLate: boolean): void => {
      for (const { method, args, isLate } of calls.values()) {
        // A call that speaks of a widget that is gone has no meaning any more.
        if (isLate === wantsLate && !widsIn(args).some(isGone))
          this.#host.call(widget, method, args)
      }
    }
    for (const entry of this.#entries.values()) {
      say(entry, false)
      for (const action of entry.widget.listeners!.keys()) this.#host.listen(entry.widget, action)
    }
    for (const { widget, contents } of this.#entries.values()) {
      for (const [one, standing] of contents) this.#replayOne(widget, one, standing)
    }
    for (const entry of this.#entries.values()) say(entry, true)
  }

  #replayOne(owner: Widget, one: WidgetId | Divider, { method, args }: Standing): void {
    if (typeof one !== 'number') return this.#host.call(owner, one.method, [])
    const { widget } = this.#entries.get(one)!
    if (method === undefined) return this.#host.insert(owner, widget, undefined, args)
    this.#host.call(owner, method, [{ __wid__: one }, ...args])
    this.#host.adopt(owner.wid, one)
  }

  #changeChildren(wid: WidgetId, entry: Entry, name: string, args: readonly Json[]): void {
    if (name === 'remove_all') {
      for (const child of childrenIn(entry.contents)) this.#takeOut(child, args[0] === true)
      entry.contents.clear()
    } else if (dividers.has(name)) entry.contents.set({ method: name }, { args: [] })
    else if (removers.has(name)) {
      for (const child of widsIn(args[0])) this.#takeOut(child, args[1] === true)
    } else this.#putIn(wid, entry, name, args)
  }

  #putIn(wid: WidgetId, entry: Entry, name: string, args: readonly Json[]): void {
    const [child] = widsIn(args)
    if (child === undefined || !isAdding(name)) return this.#noteOther(wid, entry, name, args)
    const isIndexed = name === 'insert_widget'
    const [before] = name === 'insert_before' ? widsIn(args[1]) : []
    this.#orphan(child)
    if (name === 'set_widget') for (const other of childrenIn(entry.contents)) this.#orphan(other)
    const at = before ?? (isIndexed ? childrenIn(entry.contents)[Number(args[0])] : undefined)
    const rest = args.slice(isIndexed || before !== undefined ? 2 : 1)
    const standing = { args: rest, ...(name === 'add_menu' && { method: name }) }
    insertBefore(entry.contents, child, standing, at)
    this.#adopt(wid, child)
  }

  /** Rows and columns of a grid, buttons of a dialog: said again as they were said. */
  #noteOther(wid: WidgetId, entry: Entry, name: string, args: readonly Json[]): void {
    note(entry.calls, `${name} ${this.#count++}`, { method: name, args, isLate: false })
    for (const child of widsIn(args)) {
      this.#orphan(child)
      this.#adopt(wid, child)
    }
  }

  #adopt(parent: WidgetId, child: WidgetId): void {
    const entry = this.#entries.get(child)
    if (entry) entry.parent = parent
    this.#host.adopt(parent, child)
  }

  #orphan(child: WidgetId): void {
    const entry = this.#entries.get(child)
    if (!entry || entry.parent === undefined) return
    this.#entries.get(entry.parent)?.contents.delete(child)
    entry.parent = undefined
    this.#host.orphan(child)
  }

  #takeOut(child: WidgetId, isEnded: boolean): void {
    const ended = isEnded ? this.#withDescendants(child) : []
    this.#orphan(child)
    for (const wid of ended) this.#host.forget(wid)
    if (isEnded) this.#forget(child)
  }

  /** A widget and what is in it, parents first. */
  #withDescendants(wid: WidgetId): WidgetId[] {
    const found = [wid]
    for (let at = 0; at < found.length; at++) {
      const entry = this.#entries.get(found[at]!)
      if (entry) found.push(...childrenIn(entry.contents))
    }
    return found
  }

  #forget(wid: WidgetId): void {
    const ended = this.#withDescendants(wid)
    this.#orphan(wid)
    for (const one of ended) this.#entries.delete(one)
  }

  #isWithin(wid: WidgetId, outer: WidgetId): boolean {
    let at: WidgetId | undefined = wid
    while (at !== undefined && at !== outer) at = this.#entries.get(at)?.parent
    return at === outer
  }

  #name(wid: WidgetId): string {
    return `${this.#host.classOf(wid)?.name ?? 'Widget'} #${wid}`
  }

  #subjectOf(entry: Entry, name: string, kind: Method['kind'], args: readonly Json[]): string {
    const visible = entry.widgetClass.prop('visible')
    const toggle = visible?.kind === 'state' ? visible.toggle : undefined
    if (toggle && [toggle.on, toggle.off, 'show', 'hide', 'popup'].includes(name)) return 'visible'
    if (kind === 'setter') return name
    // What a container is told of a child, such as where it is to go, counts until it is told again.
    const [child] = holdsChildren(entry) ? widsIn(args[0]) : []
    return child === undefined ? `${name} ${this.#count++}` : `${name} of ${child}`
  }
}

function holdsChildren({ widgetClass: made }: Entry): boolean {
  return made.children !== undefined
}

/** Whether a child method puts one child among the others. */
function isAdding(name: string): boolean {
  return (
    name === 'add_widget' ||
    name === 'add_menu' ||
    name === 'set_widget' ||
    name === 'insert_before' ||
    name === 'insert_widget'
  )
}

function note<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key)
  map.set(key, value)
}
