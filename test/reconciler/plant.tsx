// A tree without session: its host writes down what it is told and counts it.

import { createElement, TopLevel } from 'treewire'
import type { Child } from 'treewire'
import type { Json, WidgetId } from '../../src/protocol/messages.ts'
import { createTree } from '../../src/reconciler/create-tree.ts'
import type { Host, Viewer, Widget } from '../../src/reconciler/host.ts'
import { mount } from '../../src/reconciler/reconcile.ts'
import { Wids } from '../../src/reconciler/wids.ts'

/** Writes its verbs down as lines: `insert 4 into 2 before 5 [1]`. */
export class Recorder implements Host {
  readonly alive = new Map<WidgetId, Widget>()
  /** By widget and action: `4 activated`. */
  readonly listening = new Set<string>()
  #lines: string[] = []

  create(widget: Widget, args: readonly Json[]): void {
    const { wid, widgetClass } = widget
    if (this.alive.has(wid)) throw new Error(`${wid} is there already`)
    this.alive.set(wid, widget)
    widget.isGone = false
    widget.childCount = 0
    this.#say('create', wid, widgetClass.name, ...args.map((one) => JSON.stringify(one)))
  }

  call({ wid, isGone }: Widget, method: string, args: readonly Json[]): void {
    if (isGone) return
    this.#mustBe(wid)
    this.#say('call', wid, method, ...args.map((one) => JSON.stringify(one)))
  }

  insert(
    parent: Widget | undefined,
    child: Widget,
    before: WidgetId | undefined,
    placement: readonly Json[],
  ): void {
    const { wid } = child
    if (parent) this.#mustBe(parent.wid)
    this.#mustBe(wid)
    if (before !== undefined) this.#mustBe(before)
    if (parent && child.owner !== parent) {
      child.owner = parent
      parent.childCount++
    }
    const place = placement.length > 0 ? [JSON.stringify(placement)] : []
    this.#say('insert', wid, 'into', parent?.wid ?? 'page', 'before', before ?? 'end', ...place)
  }

  destroy(widget: Widget): void {
    const { wid, owner, isGone } = widget
    if (isGone) return
    this.#mustBe(wid)
    this.alive.delete(wid)
    widget.isGone = true
    widget.owner = undefined
    if (owner) owner.childCount--
    for (const key of this.listening) if (key.startsWith(`${wid} `)) this.listening.delete(key)
    this.#say('destroy', wid)
  }

  sweep(): void {}

  listen({ wid, isGone }: Widget, action: string): void {
    if (isGone) return
    this.#mustBe(wid)
    this.listening.add(`${wid} ${action}`)
    this.#say('listen', wid, action)
  }

  unlisten({ wid, isGone }: Widget, action: string): void {
    if (isGone) return
    this.#mustBe(wid)
    this.listening.delete(`${wid} ${action}`)
    this.#say('unlisten', wid, action)
  }

  /** The lines since the last `take`. */
  take(): string[] {
    const lines = this.#lines
    this.#lines = []
    return lines
  }

  #mustBe(wid: WidgetId): void {
    if (!this.alive.has(wid)) throw new Error(`There is no widget ${wid}`)
  }

  #say(...words: readonly unknown[]): void {
    this.#lines.push(words.join(' '))
  }
}

/**
 * Mounts what `component` returns in a window, which is 1, to a host that writes down; what the window
 * cost is forgotten. Nothing flushes by itself.
 */
export function plantInWindow(component: () => Child) {
  const planted = plant(() => createElement(TopLevel, { children: createElement(component, {}) }))
  planted.host.take()
  return planted
}

/** Mounts what `component` returns. */
export function plant(component: () => Child, host = new Recorder()) {
  const errors: string[] = []
  const viewers = new Set<Viewer>([0])
  const tree = createTree({
    host,
    viewers,
    owner: undefined,
    wids: new Wids(),
    handleFor: ({ wid, widgetClass: { name } }) => ({ wid, className: name }) as never,
    report: (error, where) => void errors.push(`${where}: ${String(error)}`),
    onFlushed: () => {},
    defer: () => {},
  })
  const element = createElement(component, {})
  const root = mount(tree, element, { parent: undefined, index: 0, maker: -1 })
  const flush = (): void => tree.scheduler.flush()
  flush()
  return { tree, root, host, errors, flush, viewers }
}
