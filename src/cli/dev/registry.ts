// What a program is made of, by file and name, from one evaluation of its modules to the next. What new evaluations
// bring counts only when all of them have come to their end: an edit that does not run changes nothing.

import { Evaluation } from './evaluation.ts'
import { Family } from './family.ts'
import type { AnyFunction } from './family.ts'
import { endOf, isContext, isSameKind, newKept, renew } from './kept.ts'
import type { Kept } from './kept.ts'
import type { Loss } from './loss.ts'
import { Renderings } from './renderings.ts'
import { Disposal } from './started.ts'
import type { Effect } from './started.ts'

/** What the marks in a module are calls of; see marks.ts. */
export interface Marks {
  /** The text of the module begins: what it imports is there. */
  begins(): void
  component<Value>(name: string, value: Value): Value
  keep<Value>(name: string, text: string, value: Value): Value
  /** Stands for `effect`. */
  effect(begin: Effect): Effect
  /** Stands for `setInterval`. */
  interval(begin: AnyFunction): AnyFunction
  watch(name: string, read: () => unknown): void
}

/** What a module finds in `import.meta.hot`. */
export interface Hot {
  /** Kept from one evaluation to the next. */
  readonly data: Record<string, unknown>
  /** Runs before the module is evaluated anew. */
  dispose(work: (data: Record<string, unknown>) => void): void
  /** Of no meaning here: every change is taken. */
  accept(): void
}

interface Module {
  readonly families: Map<string, Family>
  readonly kept: Map<string, Kept>
  readonly data: Record<string, unknown>
  /** Those that neither rest nor have ended; the last may not count yet. */
  readonly running: Evaluation[]
}

interface Resting {
  readonly module: Module
  readonly evaluation: Evaluation
}

export class Registry {
  readonly renderings = new Renderings()
  readonly #modules = new Map<string, Module>()
  readonly #familyOf = new WeakMap<object, Family>()
  /** Evaluations that count when all are through. */
  readonly #pending = new Map<Module, Evaluation>()
  /** Evaluations that end when what follows them counts, and go on when it does not. */
  readonly #resting: Resting[] = []
  readonly #onError: (error: unknown) => void
  #losses: Loss[] = []
  #current: string | undefined

  /** @param onError  told of what throws when something rests, goes on or ends that a module has started */
  constructor(onError: (error: unknown) => void) {
    this.#onError = onError
  }

  /** The file whose text runs, or has begun last. */
  get current(): string | undefined {
    return this.#current
  }

  /** The family that a component of the program belongs to. */
  familyOf(component: object): Family | undefined {
    return this.#familyOf.get(component)
  }

  /** A component that no module has made. */
  newFamily(name: string, first: AnyFunction): Family {
    const family = new Family(name, first, this.renderings.render)
    this.#familyOf.set(family.component, family)
    return family
  }

  /** What `import.meta` of a file has more, for one evaluation. */
  metaOf(file: string): { readonly treewire: Marks; readonly hot: Hot } {
    const module = this.#moduleOf(file)
    const evaluation = new Evaluation(this.#onError)
    module.running.push(evaluation)
    this.#pending.set(module, evaluation)
    const begins = (): void => {
      this.#current = file
    }
    return {
      treewire: { begins, ...this.#marksOf(module, evaluation) },
      hot: hotOf(module, evaluation),
    }
  }

  /** What earlier evaluations of a file have started rests, until it is known whether those that come count. */
  rest(file: string): void {
    const module = this.#modules.get(file)
    if (!module) return
    // It was imported since, when it was wanted.
    this.#count(module)
    for (const evaluation of module.running.splice(0)) {
      this.#losses.push(...evaluation.rest())
      this.#resting.push({ module, evaluation })
    }
  }

  /** Ends everything that modules have started. */
  endAll(): void {
    for (const file of this.#modules.keys()) this.rest(file)
    this.#endResting()
  }

  /** What has been evaluated counts from now on. @returns what could not be kept */
  commit(): readonly Loss[] {
    this.#endResting()
    for (const module of this.#pending.keys()) this.#count(module)
    return this.#losses.splice(0)
  }

  /**
   * What has been evaluated since does not count, and what it has taken the place of goes on. Where there was nothing it
   * goes on itself: who has come to a program that has thrown behind `serve` is shown something whole.
   */
  discard(): void {
    const modules = new Set(this.#resting.map(({ module }) => module))
    for (const [module, evaluation] of this.#pending) {
      if (modules.has(module)) end(module, evaluation)
    }
    this.#pending.clear()
    for (const { module, evaluation } of this.#resting.splice(0).toReversed()) {
      module.running.push(evaluation)
      evaluation.goOn()
    }
    this.#losses = []
  }

  #endResting(): void {
    for (const { evaluation } of this.#resting.splice(0)) evaluation.end()
  }

  #count(module: Module): void {
    const evaluation = this.#pending.get(module)
    if (!evaluation) return
    this.#pending.delete(module)
    this.#commitComponents(module, evaluation)
    this.#commitValues(module, evaluation)
  }

  #moduleOf(file: string): Module {
    let module = this.#modules.get(file)
    if (!module) {
      module = { families: new Map(), kept: new Map(), data: {}, running: [] }
      this.#modules.set(file, module)
    }
    return module
  }

  #marksOf(module: Module, evaluation: Evaluation): Omit<Marks, 'begins'> {
    return {
      component: (name, value) => this.#component(module, evaluation, name, value),
      keep: (name, text, value) => keep(module, evaluation, { name, text, value }) as typeof value,
      effect: (begin) => evaluation.effect(begin),
      interval: (begin) => evaluation.interval(begin),
      watch: (name, read) => evaluation.watch(name, read),
    }
  }

  #component<Value>(module: Module, evaluation: Evaluation, name: string, value: Value): Value {
    if (isContext(value)) return keep(module, evaluation, { name, text: '', value }) as Value
    if (typeof value !== 'function' || isClass(value) || this.#familyOf.has(value)) return value
    evaluation.components.set(name, value as unknown as AnyFunction)
    let family = module.families.get(name)
    if (!family) {
      family = this.newFamily(name, value as unknown as AnyFunction)
      module.families.set(name, family)
    }
    return family.component as Value
  }

  #commitComponents({ families }: Module, { components }: Evaluation): void {
    for (const [name, family] of families) {
      const next = components.get(name)
      if (next) family.adopt(next)
      else {
        family.isGone = true
        families.delete(name)
      }
    }
  }

  #commitValues({ kept }: Module, { values }: Evaluation): void {
    for (const [name, one] of kept) {
      const next = values.get(name)
      if (next && isSameKind(one.value, next.value)) {
        this.#losses.push(...renew(one, next.text, next.value))
      } else {
        this.#losses.push(...endOf(one))
        kept.delete(name)
      }
    }
    for (const [name, { text, value }] of values) {
      if (!kept.has(name)) kept.set(name, newKept(name, text, value))
    }
  }
}

interface Made {
  readonly name: string
  readonly text: string
  readonly value: unknown
}

/** The value that has been there before under this name. One of another kind takes its place when it counts. */
function keep({ kept }: Module, { values }: Evaluation, { name, text, value }: Made): unknown {
  values.set(name, { text, value })
  const known = kept.get(name)
  if (known) return isSameKind(known.value, value) ? known.value : value
  kept.set(name, newKept(name, text, value))
  return value
}

/** An evaluation that does not count. */
function end({ running }: Module, evaluation: Evaluation): void {
  running.splice(running.indexOf(evaluation), 1)
  evaluation.rest()
  evaluation.end()
}

function hotOf({ data }: Module, evaluation: Evaluation): Hot {
  return {
    data,
    dispose: (work) => evaluation.starts(new Disposal(() => work(data))),
    accept: () => {},
  }
}

function isClass(value: object): boolean {
  return /^class\b/.test(Function.prototype.toString.call(value))
}
