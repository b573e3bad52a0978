// Renders nodes of families. A node whose family has other code by now keeps its hooks when the code calls the same
// ones; otherwise it begins anew, and that is noted as a loss.

import type { ComponentNode } from '../../reconciler/node.ts'
import type { Family } from './family.ts'
import type { Loss } from './loss.ts'
import { HooksChanged, RecordedHooks } from './recorded-hooks.ts'

export class Renderings {
  /** Which code of its family each node has been rendered with. */
  readonly #versions = new WeakMap<ComponentNode, number>()
  /** What each node has returned last. */
  readonly #results = new WeakMap<ComponentNode, unknown>()
  #losses: Loss[] = []

  /** Whether the node shows what earlier code of its family has said. */
  isOutdated(node: ComponentNode, { version }: Family): boolean {
    return this.#versions.get(node) !== version
  }

  takeLosses(): readonly Loss[] {
    const losses = this.#losses
    this.#losses = []
    return losses
  }

  readonly render = (family: Family, node: ComponentNode, call: () => unknown): unknown => {
    const hooks = (node.hooks ??= new RecordedHooks(node.hasRendered))
    const isNews = node.hasRendered && this.isOutdated(node, family)
    try {
      const result =
        isNews && hooks instanceof RecordedHooks ? this.#renderNews(node, hooks, call) : call()
      this.#versions.set(node, family.version)
      this.#results.set(node, result)
      return result
    } catch (error) {
      if (!isNews) throw error
      if (hooks instanceof RecordedHooks) hooks.giveUp()
      return this.#goOn(node, error)
    }
  }

  /** Code that has just been edited throws: what was shown before goes on, and is tried again with the next edit. */
  #goOn(node: ComponentNode, error: unknown): unknown {
    node.hooks?.takeWaiting()
    node.tree.fail(node, error, '')
    return this.#results.get(node)
  }

  #renderNews(node: ComponentNode, hooks: RecordedHooks, call: () => unknown): unknown {
    const names = [...hooks.names]
    try {
      hooks.check()
      const result = call()
      hooks.endCheck()
      return result
    } catch (error) {
      if (!(error instanceof HooksChanged)) throw error
      return this.#renderAnew(node, names, call)
    }
  }

  #renderAnew(node: ComponentNode, before: readonly string[], call: () => unknown): unknown {
    node.endRender()
    node.endLife()
    node.attached = undefined
    const hooks = new RecordedHooks(false)
    node.hooks = hooks
    try {
      return call()
    } finally {
      this.#lose(node, before, hooks.names)
    }
  }

  #lose({ type }: ComponentNode, before: readonly string[], after: readonly string[]): void {
    if (before.length === 0) return
    const why = `state was reset, because its hooks changed: ${listOf(before)} → ${listOf(after)}`
    this.#losses.push({ name: type.name || 'The root', why })
  }
}

function listOf(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ')
}
