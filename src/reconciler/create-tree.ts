// Puts a tree together: its host, its scheduler, its books.

import type { WidgetId } from '../protocol/messages.ts'
import { Scheduler } from '../reactive/scheduler.ts'
import type { AnyHandle } from '../widgets/handle.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import { failAt } from './boundary.ts'
import { Groups } from './groups.ts'
import type { Host } from './host.ts'
import type { ComponentNode, Tree, WidgetNode } from './node.ts'
import { remake, rerender } from './reconcile.ts'
import { assertState } from './widget.ts'

export interface TreeOptions {
  readonly host: Host
  /** What `useSession` gives. */
  readonly owner: unknown
  nextWid(): WidgetId
  handleFor(wid: WidgetId, widgetClass: WidgetClass): AnyHandle
  report(error: unknown, where: string): void
  /** The flush is over: everything it changed has been said to the host. */
  onFlushed(): void
  readonly defer?: (flush: () => void) => void
}

export function createTree(options: TreeOptions): Tree {
  const scheduler: Scheduler = new Scheduler({
    onDrained: () => commit(tree),
    onFlushed: () => options.onFlushed(),
    onError: (error, job) => options.report(error, job.describe()),
    ...(options.defer && { defer: options.defer }),
  })
  const tree: Tree = {
    host: options.host,
    owner: options.owner,
    scheduler,
    groups: new Groups(),
    uncommitted: [],
    nextWid: () => options.nextWid(),
    handleFor: (wid, widgetClass) => options.handleFor(wid, widgetClass),
    report: (error, where) => options.report(error, where),
    remake: (node) => remake(tree, node),
    rerender: (node) => rerender(tree, node),
    fail: (node, error, part) => failAt(tree, node, error, part),
    assertLater: (node, names) => scheduler.add(assertion(tree, node, names)),
  }
  return tree
}

/** Runs the effects that waited for the end of the flush. */
function commit(tree: Tree): void {
  for (const node of tree.uncommitted.splice(0)) runEffects(tree, node)
}

function runEffects(tree: Tree, node: ComponentNode): void {
  for (const waiting of node.hooks?.takeWaiting() ?? []) {
    if (!node.isMounted) return
    try {
      waiting.run()
    } catch (error) {
      failAt(tree, node, error, ' effect')
    }
  }
}

function assertion(tree: Tree, node: WidgetNode, names: readonly string[]) {
  return {
    // After the bound props, which are at depth + 1, have taken their new values.
    depth: node.depth + 2,
    isStale: false,
    run: () => names.forEach((name) => assertState(tree, node, name)),
    describe: () => `${node.widgetClass.name} #${node.wid}`,
  }
}
