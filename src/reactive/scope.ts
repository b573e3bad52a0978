// Who owns what: everything made inside a scope is let go when the scope ends.
//
// signals-core knows no owners: an effect made inside a component would outlive it. Here each
// component has a scope for its life and one for its current render, and `effect` joins the one
// that is running.

import { effect as bareEffect, untracked } from '@preact/signals-core'

/** @param part  `' effect'` when an effect threw, empty when a cleanup did */
type OnError = (error: unknown, part: string) => void

export class Scope {
  #cleanups: (() => void)[] | undefined
  readonly #onError: OnError | undefined

  /** @param onError  told of errors in what was made here; without it they reach whoever caused them */
  constructor(onError?: OnError) {
    this.#onError = onError
  }

  /** Starts an effect that ends with the scope. What it makes in turn ends before it runs again. */
  effect(work: () => void | (() => void)): () => void {
    const onError = this.#onError
    const inner = new Scope(onError && ((error) => onError(error, ' effect')))
    let isOver = false
    let stop = (): void => {}
    // It may come while the effect runs, also for the first time.
    const end = (): void => {
      isOver = true
      try {
        stop()
      } finally {
        // Whoever is told that a signal is not watched any more may throw.
        inner.end()
      }
    }
    this.add(end)
    stop = bareEffect(() => {
      inner.end()
      const result = inner.#guard(() => runIn({ scope: inner }, work))
      const cleanup = cleanupOf(result, (error) => inner.#report(error))
      if (cleanup) inner.add(() => inner.#guard(cleanup))
      if (isOver) inner.end()
    })
    if (isOver) stop()
    return end
  }

  /** Of what was not waited for: there is no caller left to throw to but the process. */
  #report(error: unknown): void {
    if (!this.#onError) throw error
    this.#onError(error, '')
  }

  #guard<Result>(work: () => Result): Result | undefined {
    if (!this.#onError) return work()
    try {
      return work()
    } catch (error) {
      this.#onError(error, '')
      return undefined
    }
  }

  /** Runs `cleanup` when the scope ends. */
  add(cleanup: () => void): void {
    this.#cleanups ??= []
    this.#cleanups.push(cleanup)
  }

  /** Ends what was made here, last first; may be used again. All are run, even if some throw. */
  end(): void {
    const cleanups = this.#cleanups
    if (!cleanups) return
    this.#cleanups = undefined
    const errors: unknown[] = []
    for (const cleanup of cleanups.toReversed()) attempt(cleanup, errors)
    const onError = this.#onError
    if (onError) errors.forEach((error) => onError(error, ''))
    else if (errors.length > 0) throw errors.length === 1 ? errors[0] : new AggregateError(errors)
  }
}

/**
 * What an effect wants done before its next run, if it said so. One that is async by mistake has
 * nothing to say, but its error is told.
 */
export function cleanupOf(
  result: unknown,
  onError: (error: unknown) => void,
): (() => void) | undefined {
  if (result instanceof Promise) result.catch(onError)
  return typeof result === 'function' ? (result as () => void) : undefined
}

/** Something that makes its scope when it is first asked for. */
export interface ScopeOwner {
  readonly scope: Scope
}

/** Whose code runs right now; set and put back around each synchronous run. */
let running: ScopeOwner | undefined

/** Makes the scope of `owner` the one that `effect` and `onCleanup` join while `work` runs. */
export function runIn<Owner extends ScopeOwner, Result>(
  owner: Owner,
  work: (owner: Owner) => Result,
): Result {
  const outer = running
  running = owner
  try {
    return work(owner)
  } finally {
    running = outer
  }
}

/** Runs `cleanup` when the component that is rendering renders again or is gone. */
export function onCleanup(cleanup: () => void): void {
  if (running) return running.scope.add(cleanup)
  throw new Error('onCleanup was called outside of a component; call it while one renders')
}

/**
 * Runs `work` now and again whenever a signal that it read changes. What it returns is run before
 * the next time. Inside a component it ends with the render; outside it ends when you say so.
 *
 * @returns ends the effect
 */
export function effect(work: () => void | (() => void)): () => void {
  return running ? running.scope.effect(work) : bareEffect(work)
}

function attempt(cleanup: () => void, errors: unknown[]): void {
  try {
    untracked(cleanup)
  } catch (error) {
    errors.push(error)
  }
}
