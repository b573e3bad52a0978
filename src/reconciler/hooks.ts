// What a component keeps from one render to the next, found again by the order of its calls.

import { cleanupOf, runIn } from '../reactive/scope.ts'
import { computed, signal, untracked } from '../reactive/signals.ts'
import type { ReadonlySignal, Signal } from '../reactive/signals.ts'
import { currentMaker, renderAs } from '../jsx/rendering.ts'
import type { Ref } from '../jsx/types.ts'
import type { Child, Component as AnyComponent, Props } from '../jsx/element.ts'
import { show } from '../widgets/show.ts'
import type { ComponentNode } from './node.ts'

type Cleanup = void | (() => void)

/** One effect of a component, waiting for the end of the flush. */
interface WaitingEffect {
  /** Ends what it has done before; all do that before any runs. */
  end?(): void
  run(): void
}

/** The cells of one component. */
export class Hooks {
  #waiting: WaitingEffect[] | undefined
  readonly #cells: unknown[] = []
  #next = 0
  #isComplete: boolean

  /** @param isComplete  whether the component has rendered before, without a hook */
  constructor(isComplete: boolean) {
    this.#isComplete = isComplete
  }

  get isWaiting(): boolean {
    return this.#waiting !== undefined
  }

  /** What each hook keeps, in the order of the calls. */
  get cells(): readonly unknown[] {
    return this.#cells
  }

  /** Whether anything is kept. */
  get hasCells(): boolean {
    return this.#cells.length > 0
  }

  /** Runs `effect` at the end of the flush. */
  wait(effect: WaitingEffect): void {
    this.#waiting ??= []
    this.#waiting.push(effect)
  }

  /** Those that wait, and go on waiting. */
  get waiting(): readonly WaitingEffect[] {
    return this.#waiting ?? []
  }

  takeWaiting(): readonly WaitingEffect[] {
    const waiting = this.#waiting ?? []
    this.#waiting = undefined
    return waiting
  }

  begin(): void {
    this.#next = 0
  }

  /** @throws when the render called fewer hooks than the one before */
  end(): void {
    const cells = this.#cells.length
    if (this.#isComplete && this.#next !== cells) throw wrongCount(this.#next, cells)
    this.#isComplete = true
  }

  /** @param _hook  what it is asked for by; a development server looks at it */
  cell<Cell>(make: () => Cell, _hook: string): Cell {
    const at = this.#next++
    if (at === this.#cells.length) {
      if (this.#isComplete) throw wrongCount(at + 1, at)
      this.#cells.push(make())
    }
    return this.#cells[at] as Cell
  }

  /** The component has other code now: its effects run again after the next render, whatever their inputs. */
  renew(): void {
    for (const cell of this.#cells) {
      if (cell instanceof EffectCell || cell instanceof SignalEffectCell) cell.renew()
    }
  }
}

function wrongCount(now: number, before: number): Error {
  return new Error(
    `A component called ${now} hooks where it called ${before} before. Call hooks at the top, never behind a condition`,
  )
}

/** Calls the function of a component as the one that hooks belong to. */
export function renderWithHooks(node: ComponentNode): Child | Promise<Child> {
  node.hooks?.begin()
  const result = renderAs(node, callInScope)
  node.hooks?.end()
  node.hasRendered = true
  return result
}

function callInScope(node: ComponentNode): Child | Promise<Child> {
  return runIn(node, callComponent)
}

function callComponent({ type, props }: ComponentNode): Child | Promise<Child> {
  return (type as AnyComponent<Props>)(props)
}

/** @throws when no component renders, which names the hook */
export function renderingComponent(hook: string): ComponentNode {
  const rendering = currentMaker()
  if (rendering) return rendering as ComponentNode
  throw new Error(
    `${hook} was called outside of a component. Call it while a component renders, before its first await`,
  )
}

/** @throws while a component renders: what is done then is done again with every render */
export function mustNotRender(what: string): void {
  if (!currentMaker()) return
  throw new Error(`${what} was called while a component renders. Call it in a handler or an effect`)
}

function cell<Cell>(hook: string, make: (node: ComponentNode) => Cell): Cell {
  const node = renderingComponent(hook)
  node.hooks ??= new Hooks(node.hasRendered)
  return node.hooks.cell(() => make(node), hook)
}

/** Keeps what `make` gives for the life of the component that renders. For components of this room. */
export function useCell<Cell>(hook: string, make: () => Cell): Cell {
  return cell(hook, make)
}

/** A signal of this component. `initial` counts for the first render only. */
export function useSignal<Value>(initial: Value): Signal<Value>
export function useSignal<Value = undefined>(): Signal<Value | undefined>
export function useSignal(initial?: unknown): Signal<unknown> {
  return cell('useSignal', () => signal(initial))
}

/** A signal that follows others. `compute` may use the props of the latest render. */
export function useComputed<Value>(compute: () => Value): ReadonlySignal<Value> {
  mustBeFunction('useComputed', compute)
  const kept = cell('useComputed', () => {
    const latest = signal(compute)
    return { latest, value: computed(() => latest.value()) }
  })
  kept.latest.value = compute
  return kept.value
}

/** Keeps a value for the life of the component; give it to `ref` and it holds the handle. */
export function useRef<Value>(initial: Value): { current: Value }
export function useRef<Value>(): Ref<Value>
export function useRef<Value>(initial?: Value): { current: Value | undefined } {
  return cell('useRef', () => ({ current: initial }))
}

/**
 * Runs `work` after the flush that showed this render, and again when one of `inputs` differs;
 * without inputs after every render. What it returns runs before the next time and at the end.
 */
export function useEffect(work: () => Cleanup, inputs?: readonly unknown[]): void {
  mustBeFunction('useEffect', work)
  if (inputs !== undefined && !Array.isArray(inputs)) {
    throw new TypeError(`useEffect needs its inputs as an array, got ${show(inputs)}`)
  }
  cell('useEffect', (node) => new EffectCell(node)).offer(work, inputs)
}

/** Runs `work` after the first flush, and again whenever a signal that it read changes. */
export function useSignalEffect(work: () => Cleanup): void {
  mustBeFunction('useSignalEffect', work)
  cell('useSignalEffect', (node) => new SignalEffectCell(node)).offer(work)
}

function mustBeFunction(hook: string, given: unknown): void {
  if (typeof given === 'function') return
  throw new TypeError(`${hook} needs a function, got ${show(given)}`)
}

class SignalEffectCell implements WaitingEffect {
  readonly #node: ComponentNode
  #work: () => Cleanup = () => {}
  #stop: (() => void) | undefined

  constructor(node: ComponentNode) {
    this.#node = node
  }

  /** Waits with each render until one is shown. */
  offer(work: () => Cleanup): void {
    this.#work = work
    if (!this.#stop) this.#node.hooks?.wait(this)
  }

  renew(): void {
    this.#stop?.()
    this.#stop = undefined
  }

  run(): void {
    this.#stop ??= this.#node.life.effect(() => this.#work())
  }
}

class EffectCell implements WaitingEffect {
  readonly #node: ComponentNode
  #inputs: readonly unknown[] | undefined
  #cleanup: (() => void) | undefined
  #hasRun = false
  /** What the latest render wants done; of two renders before one flush only the later is shown. */
  #offered:
    | { readonly work: () => Cleanup; readonly inputs: readonly unknown[] | undefined }
    | undefined

  constructor(node: ComponentNode) {
    this.#node = node
    node.life.add(() => this.#cleanUp())
  }

  offer(work: () => Cleanup, inputs: readonly unknown[] | undefined): void {
    const isDone = this.#hasRun && isSameList(this.#inputs, inputs)
    this.#offered = isDone ? undefined : { work, inputs }
    if (!isDone) this.#node.hooks?.wait(this)
  }

  renew(): void {
    this.#inputs = undefined
  }

  end(): void {
    if (this.#offered) this.#cleanUp()
  }

  run(): void {
    const offered = this.#offered
    if (!offered) return
    const node = this.#node
    this.#offered = undefined
    this.#inputs = offered.inputs
    this.#hasRun = true
    const cleanup = cleanupOf(untracked(offered.work), (error) => node.failEffect(error))
    // It may have ended the component.
    if (node.isMounted) this.#cleanup = cleanup
    else cleanup?.()
  }

  #cleanUp(): void {
    const cleanup = this.#cleanup
    this.#cleanup = undefined
    cleanup?.()
  }
}

function isSameList(a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean {
  if (!a || !b || a.length !== b.length) return false
  return a.every((value, at) => Object.is(value, b[at]))
}
