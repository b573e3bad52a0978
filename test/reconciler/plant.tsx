// A tree without session: its host writes down what it is told and counts it.

import { createElement, TopLevel } from 'treewire'
import type { Child } from 'treewire'
import type { Json, WidgetId } from '../../src/protocol/messages.ts'
import { createTree } from '../../src/reconciler/create-tree.ts'
import type { Handler, Host, Viewer } from '../../src/reconciler/host.ts'
import { mount } from '../../src/reconciler/reconcile.ts'
import type { WidgetClass } from '../../src/widgets/widget-class.ts'

/** Writes its verbs down as lines: `insert 4 into 2 before 5 [1]`. */
export class Recorder implements Host {
  readonly handlers = new Map<string, Handler>()
  readonly alive = new Set<WidgetId>()
  #lines: string[] = []

  create(wid: WidgetId, { name }: WidgetClass, args: readonly Json[]): void {
    if (this.alive.has(wid)) throw new Error(`${wid} is there already`)
    this.alive.add(wid)
    this.#say('create', wid, name, ...args.map((one) => JSON.stringify(one)))
  }

  call(wid: WidgetId, method: string, args: readonly Json[]): void {
    this.#mustBe(wid)
    this.#say('call', wid, method, ...args.map((one) => JSON.stringify(one)))
  }

  insert(
    parent: WidgetId,
    child: WidgetId,
    before: WidgetId | undefined,
    placement: readonly Json[],
  ): void {
    if (parent !== 0) this.#mustBe(parent)
    this.#mustBe(child)
    if (before !== undefined) this.#mustBe(before)
    const place = placement.length > 0 ? [JSON.stringify(placement)] : []
    this.#say('insert', child, 'into', parent, 'before', before ?? 'end', ...place)
  }

  destroy(wid: WidgetId): void {
    this.#mustBe(wid)
    this.alive.delete(wid)
    for (const key of this.handlers.keys()) if (key.startsWith(`${wid} `)) this.handlers.delete(key)
    this.#say('destroy', wid)
  }

  listen(wid: WidgetId, action: string, handler: Handler): void {
    this.#mustBe(wid)
    this.handlers.set(`${wid} ${action}`, handler)
    this.#say('listen', wid, action)
  }

  unlisten(wid: WidgetId, action: string): void {
    this.#mustBe(wid)
    this.handlers.delete(`${wid} ${action}`)
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
  let lastWid = 0
  const viewers = new Set<Viewer>([0])
  const tree = createTree({
    host,
    viewers,
    owner: undefined,
    nextWid: () => ++lastWid,
    handleFor: (wid, { name }) => ({ wid, className: name }) as never,
    report: (error, where) => void errors.push(`${where}: ${String(error)}`),
    onFlushed: () => {},
    defer: () => {},
  })
  const element = createElement(component, {})
  const root = mount(tree, element, { parent: undefined, index: 0, anchor: undefined })
  const flush = (): void => tree.scheduler.flush()
  flush()
  return { tree, root, host, errors, flush, viewers }
}
