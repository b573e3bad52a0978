// What a component keeps from one render to the next, found again by the order of its calls.

import { computed, signal, untracked } from '../reactive/signals.ts'
import type { ReadonlySignal, Signal } from '../reactive/signals.ts'
import type { Ref } from '../jsx/types.ts'
import type { ComponentNode, Tree } from './node.ts'

type Cleanup = void | (() => void)

/** One effect of a component, waiting for the end of the flush. */
interface WaitingEffect {
  run(): void
}

/** The cells of one component. */
export class Hooks {
  readonly waiting: WaitingEffect[] = []
  #cells: unknown[] | undefined
  #next = 0
  #isComplete = false

  begin(): void {
    this.#next = 0
  }

  /** @throws when the render called fewer hooks than the one before */
  end(): void {
    const cells = this.#cells?.length ?? 0
    if (this.#isComplete && this.#next !== cells) {
      throw new Error(
        `A component called ${this.#next} hooks where it called ${cells} before. Call hooks at the top, never behind a condition`,
      )
    }
    this.#isComplete = true
  }

  cell<Cell>(make: () => Cell): Cell {
    const cells = (this.#cells ??= [])
    const at = this.#next++
    if (at === cells.length) {
      if (this.#isComplete) {
        throw new Error(
          `A component called more hooks than the ${cells.length} it called before. Call hooks at the top, never behind a condition`,
        )
      }
      cells.push(make())
    }
    return cells[at] as Cell
  }
}

interface Rendering {
  readonly tree: Tree
  readonly node: ComponentNode
}

/** The component that renders right now; set and put back around each synchronous render. */
let rendering: Rendering | undefined

/** Renders `node` as the component that hooks belong to. */
export function renderWithHooks<Result>(
  tree: Tree,
  node: ComponentNode,
  render: () => Result,
): Result {
  const outer = rendering
  rendering = { tree, node }
  node.hooks.begin()
  try {
    const result = render()
    node.hooks.end()
    return result
  } finally {
    rendering = outer
  }
}

/** @throws when no component renders, which names the hook */
export function renderingComponent(hook: string): Rendering {
  if (rendering) return rendering
  throw new Error(
    `${hook} was called outside of a component. Call it while a component renders, before its first await`,
  )
}

/** A signal of this component. `initial` counts for the first render only. */
export function useSignal<Value>(initial: Value): Signal<Value>
export function useSignal<Value = undefined>(): Signal<Value | undefined>
export function useSignal(initial?: unknown): Signal<unknown> {
  return renderingComponent('useSignal').node.hooks.cell(() => signal(initial))
}

/** A signal that follows others. `compute` may use the props of the latest render. */
export function useComputed<Value>(compute: () => Value): ReadonlySignal<Value> {
  const cell = renderingComponent('useComputed').node.hooks.cell(() => {
    const latest = { compute }
    return { latest, value: computed(() => latest.compute()) }
  })
  cell.latest.compute = compute
  return cell.value
}

/** Keeps a value for the life of the component; give it to `ref` and it holds the handle. */
export function useRef<Value>(initial: Value): { current: Value }
export function useRef<Value>(): Ref<Value>
export function useRef<Value>(initial?: Value): { current: Value | undefined } {
  return renderingComponent('useRef').node.hooks.cell(() => ({ current: initial }))
}

/**
 * Runs `work` after the flush that showed this render, and again when one of `inputs` differs;
 * without inputs after every render. What it returns runs before the next time and at the end.
 */
export function useEffect(work: () => Cleanup, inputs?: readonly unknown[]): void {
  const { node } = renderingComponent('useEffect')
  const cell = node.hooks.cell(() => new EffectCell(node))
  cell.offer(work, inputs)
}

/** Runs `work` after the first flush, and again whenever a signal that it read changes. */
export function useSignalEffect(work: () => Cleanup): void {
  const { node } = renderingComponent('useSignalEffect')
  const cell = node.hooks.cell(() => {
    const made = { work }
    const start = (): void => void node.life.effect(() => made.work())
    node.hooks.waiting.push({ run: start })
    return made
  })
  cell.work = work
}

class EffectCell {
  readonly #node: ComponentNode
  #inputs: readonly unknown[] | undefined
  #cleanup: (() => void) | undefined
  #hasRun = false

  constructor(node: ComponentNode) {
    this.#node = node
    node.life.add(() => this.#cleanup?.())
  }

  offer(work: () => Cleanup, inputs: readonly unknown[] | undefined): void {
    if (this.#hasRun && isSameList(this.#inputs, inputs)) return
    this.#inputs = inputs
    this.#hasRun = true
    this.#node.hooks.waiting.push({ run: () => this.#run(work) })
  }

  #run(work: () => Cleanup): void {
    const before = this.#cleanup
    this.#cleanup = undefined
    before?.()
    this.#cleanup = untracked(work) ?? undefined
  }
}

function isSameList(a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean {
  if (!a || !b || a.length !== b.length) return false
  return a.every((value, at) => Object.is(value, b[at]))
}
