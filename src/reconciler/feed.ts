// Answers a table that asks for the rows on its screen: now, and again whenever a signal changes that the
// application's source has read.
//
//   browser: rows-wanted 200 to 260  ->  source({ start: 200, end: 260, … })  ->  put_rows 200 […] 1000000
//   a signal that it read changes    ->  source, again                        ->  put_rows of the rows that differ

import type { Json } from '../protocol/messages.ts'
import { track, untrack } from '../reactive/reader.ts'
import type { Reader, Watch } from '../reactive/reader.ts'
import { LEAF } from '../reactive/job.ts'
import type { Job } from '../reactive/job.ts'
import { rowsToTell } from '../widgets/row-source.ts'
import type { RowPage, RowRange, RowSource, ToldRows } from '../widgets/row-source.ts'
import { show } from '../widgets/show.ts'
import { noticeAt } from './boundary.ts'
import type { Viewer } from './host.ts'
import { nameOf } from './node.ts'
import type { Tree } from './tree.ts'
import type { WidgetNode } from './widget-node.ts'
import { isSameValue } from './props.ts'

type Wanted = Omit<RowRange, 'signal'>

export class Feed implements Job, Reader {
  readonly depth = LEAF
  isStale = false
  watch: Watch | undefined = undefined
  readonly #tree: Tree
  readonly #node: WidgetNode
  readonly #viewer: Viewer
  #wanted: Wanted | undefined
  #told: ToldRows | undefined
  #asking: AbortController | undefined
  #isAsked = false

  constructor(tree: Tree, node: WidgetNode, viewer: Viewer) {
    this.#tree = tree
    this.#node = node
    this.#viewer = viewer
    tree.feeds.add(this)
  }

  get order(): number {
    return this.#node.wid
  }

  get viewer(): Viewer {
    return this.#viewer
  }

  /** The browser wants these rows; rows in another order than before are all new to it. */
  want(wanted: Wanted): void {
    if (!isSameValue(this.#wanted?.sorts, wanted.sorts)) this.#told = undefined
    this.#wanted = wanted
    this.#isAsked = true
    // What has become stale by now is asked for by this.
    this.#tree.scheduler.remove(this)
    this.run()
  }

  /** There is another source, or it has read something else by now: it may have other rows. */
  becomeStale(): void {
    this.#tree.scheduler.add(this)
  }

  run(): void {
    if (!this.#tree.viewers.has(this.#viewer)) return this.leave()
    if (!this.#wanted) return
    const { start, end, sorts } = this.#wanted
    this.#asking?.abort()
    const asking = (this.#asking = new AbortController())
    const fail = (error: unknown): void => {
      if (asking.signal.aborted) return
      noticeAt(this.#tree, this.#node, error, '.source')
      if (this.#isAsked) this.#tell(start, { rows: [], total: this.#told?.page.total ?? 0 })
    }
    const take = (page: RowPage): void => {
      if (!asking.signal.aborted) this.#tell(start, page)
    }
    try {
      const source = this.#node.props['source'] as RowSource
      const page = track(this, () => source({ start, end, sorts, signal: asking.signal }))
      if (page instanceof Promise) page.then(take).catch(fail)
      else take(page)
    } catch (error) {
      fail(error)
    }
  }

  describe(): string {
    return `The source of ${nameOf(this.#node)}`
  }

  /** Another browser, or another widget, knows no rows and will ask by itself. */
  forget(): void {
    this.#asking?.abort()
    this.#wanted = undefined
    this.#told = undefined
  }

  /** Nobody asks any more. */
  leave(): void {
    this.dispose()
    this.#node.feeds?.delete(this.#viewer)
  }

  dispose(): void {
    this.forget()
    this.#tree.scheduler.remove(this)
    this.#tree.feeds.delete(this)
    untrack(this)
  }

  /** A browser that asks is always answered: it waits with its next question until then. */
  #tell(start: number, page: RowPage): void {
    checkPage(page)
    const news =
      rowsToTell(this.#told, start, page, isSameValue) ??
      (this.#isAsked ? { start, rows: [] } : undefined)
    if (news) {
      const args = [news.start, news.rows as readonly Json[], page.total]
      this.#tree.host.call(this.#node, 'put_rows', args, { only: this.#viewer })
      this.#tree.scheduler.request()
    }
    // Not before: what cannot be said has not been told.
    this.#told = { start, page }
    this.#isAsked = false
  }
}

/** What answers this browser. With each new one those of browsers that look no longer are let go. */
export function feedOf(tree: Tree, node: WidgetNode, viewer: Viewer): Feed {
  const feeds = (node.feeds ??= new Map())
  const found = feeds.get(viewer)
  if (found) return found
  for (const [other, feed] of feeds) if (!tree.viewers.has(other)) feed.leave()
  const made = new Feed(tree, node, viewer)
  feeds.set(viewer, made)
  return made
}

/** A browser that is told of the widget anew, or every browser. */
export function forgetFeeds({ feeds }: WidgetNode, viewer: Viewer | undefined): void {
  if (viewer !== undefined) feeds?.get(viewer)?.forget()
  else for (const feed of feeds?.values() ?? []) feed.forget()
}

/** The browser will not be back. */
export function leaveFeeds({ feeds }: Tree, viewer: Viewer): void {
  for (const feed of feeds) if (feed.viewer === viewer) feed.leave()
}

/** @throws TypeError that says what a source has to give */
function checkPage(page: unknown): void {
  const { rows, total } = (page ?? {}) as Partial<RowPage>
  if (Array.isArray(rows) && Number.isSafeInteger(total)) return
  throw new TypeError(
    `A source must give { rows, total }, rows being a list and total a whole number, got ${show(page)}`,
  )
}
