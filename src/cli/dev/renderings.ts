// Renders nodes of families. A node whose family has other code by now keeps its hooks when the code calls the same
// ones; otherwise it begins anew, and that is noted as a loss.

import type { ComponentNode } from '../../reconciler/node.ts'
import type { Family } from './family.ts'
import type { Loss } from './loss.ts'
import { HooksChanged, RecordedHooks } from './recorded-hooks.ts'

export class Renderings {
  /** Which code of its family each node has been rendered with. */
  readonly #versions = new WeakMap<ComponentNode, number>()
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
    const result =
      isNews && hooks instanceof RecordedHooks ? this.#renderNews(node, hooks, call) : call()
    this.#versions.set(node, family.version)
    return result
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
    const result = call()
    if (before.length === 0) return result
    const after = hooks.names
    this.#losses.push({
      name: node.type.name,
      why: `state was reset, because its hooks changed: ${listOf(before)} → ${listOf(after)}`,
    })
    return result
  }
}

function listOf(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ')
}
