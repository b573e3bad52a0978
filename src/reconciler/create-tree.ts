// Puts a tree together: its host, its scheduler, its books.

import { mustTell } from '../reactive/must-tell.ts'
import { LATE } from '../reactive/job.ts'
import type { Job } from '../reactive/job.ts'
import { Scheduler } from '../reactive/scheduler.ts'
import type { Slices, Stopwatch } from '../reactive/scheduler.ts'
import type { AnyHandle } from '../widgets/handle.ts'
import { failAt } from './boundary.ts'
import { componentStack } from './component-stack.ts'
import { handlerOf } from './events.ts'
import { Exchanges } from './exchanges.ts'
import { leaveFeeds } from './feed.ts'
import { sayOfLeaf } from './folded.ts'
import { Groups } from './groups.ts'
import type { Host, Viewer, Widget } from './host.ts'
import { ComponentNode, nameOf } from './node.ts'
import type { Tree } from './tree.ts'
import type { WidgetNode } from './widget-node.ts'
import { commitLater, fill, mount, patch, patchChildren, rerender } from './reconcile.ts'
import { remake } from './retell.ts'
import { settle } from './settle.ts'
import { assertState, takeValue } from './state.ts'
import { unmount } from './unmount.ts'
import type { Wids } from './wids.ts'

mustTell()

export interface TreeOptions {
  readonly host: Host
  /** What `useSession` gives. */
  readonly owner: unknown
  /** Those who look at it, now and later. */
  readonly viewers: ReadonlySet<Viewer>
  readonly wids: Wids
  handleFor(widget: Widget): AnyHandle
  /** @param stack  see component-stack.ts */
  report(error: unknown, where: string, stack?: string): void
  /** The flush is over: everything it changed has been said to the host. */
  readonly onFlushed: () => void
  readonly defer?: (flush: () => void) => void
  readonly slices?: Slices
  readonly stopwatch?: Stopwatch
}

export function createTree(options: TreeOptions): Tree {
  let order = 0
  const scheduler: Scheduler = new Scheduler({
    onDrained: () => {
      tree.folding = undefined
      settle(tree)
      commit(tree)
    },
    onFlushed: options.onFlushed,
    onError: (error, job) => options.report(error, job.describe(), stackOf(job)),
    ...(options.defer && { defer: options.defer }),
    ...(options.slices && { slices: options.slices }),
    ...(options.stopwatch && { stopwatch: options.stopwatch }),
  })
  const tree: Tree = {
    // What every flush looks at stands together: very many trees are more than a processor has at hand.
    host: options.host,
    scheduler,
    takeValue: (binding, before) => {
      if (!binding.isOfLeaf || !sayOfLeaf(binding, before)) takeValue(binding, before)
    },
    uncommitted: [],
    unsettled: undefined,
    folding: undefined,
    owner: options.owner,
    groups: new Groups(),
    exchanges: new Exchanges(),
    feeds: new Set(),
    handled: new Map(),
    retelling: undefined,
    isEdited: false,
    observer: undefined,
    viewers: options.viewers,
    origin: undefined,
    leave: (viewer) => {
      tree.exchanges.leave(viewer)
      leaveFeeds(tree, viewer)
    },
    nextOrder: () => order++,
    wids: options.wids,
    handleFor: (widget) => options.handleFor(widget),
    report: ({ error, where, stack }) => options.report(error, where, stack),
    handlerOf: (widget, action) => handlerOf(tree, widget, action),
    mount: (element, spot) => mount(tree, element, spot),
    fill: (node, slots) => fill(tree, node, slots),
    commitLater: (node) => commitLater(tree, node),
    patch: (node, element) => patch(tree, node, element),
    unmount: (node) => unmount(tree, node),
    remake: (node) => remake(tree, node),
    rerender: (node) => rerender(tree, node),
    patchChildren: (node, slots) => patchChildren(tree, node, slots),
    fail: (node, error, part) => failAt(tree, node, error, part),
    assertLater: (node, prop) => scheduler.add(assertion(tree, node, prop)),
  }
  return tree
}

/** Of a job that never comes to rest: most often it is a component. */
function stackOf(job: Job): string | undefined {
  return job instanceof ComponentNode ? componentStack(job) : undefined
}

/** Runs the effects that waited for the end of the flush, when all that were there before have ended. */
function commit(tree: Tree): void {
  if (tree.uncommitted.length === 0) return
  const childrenFirst = tree.uncommitted.splice(0).toSorted((a, b) => b.depth - a.depth)
  for (const node of childrenFirst) {
    for (const waiting of node.hooks?.waiting ?? []) attempt(tree, node, () => waiting.end?.())
  }
  for (const node of childrenFirst) {
    for (const waiting of node.hooks?.takeWaiting() ?? []) attempt(tree, node, () => waiting.run())
  }
}

/** A component that has ended meanwhile has no effects any more. */
function attempt(tree: Tree, node: ComponentNode, step: () => void): void {
  if (!node.isMounted) return
  try {
    step()
  } catch (error) {
    failAt(tree, node, error, ' effect')
  }
}

function assertion(tree: Tree, node: WidgetNode, prop: string): Job {
  return afterBindings(node, () => assertState(tree, node, prop))
}

/** A job that runs when bound props have taken their new values. */
function afterBindings(node: WidgetNode, run: () => void): Job {
  return {
    depth: LATE,
    order: node.wid,
    isStale: false,
    run,
    describe: () => nameOf(node),
  }
}
