// Shows something else when what is below it cannot be shown.

import type { Child } from '../jsx/element.ts'
import { createElement, Fragment } from '../jsx/element.ts'
import { mistakeAt } from './boundary.ts'
import type { Mistake } from './boundary.ts'
import { renderingComponent, useSignal } from './hooks.ts'

interface ErrorBoundaryProps {
  /** Shown instead of the children after one of them threw; `reset` tries them again. */
  readonly fallback: Child | ((error: unknown, reset: () => void) => Child)
  /** Told of errors below, also of those of handlers, which leave what is shown as it is. */
  readonly onError?: (error: unknown, where: string, stack: string) => void
  readonly children?: Child
}

interface Failure {
  readonly error: unknown
}

export function ErrorBoundary({ fallback, onError, children }: ErrorBoundaryProps): Child {
  const node = renderingComponent('ErrorBoundary')
  const { tree } = node
  const failure = useSignal<Failure | undefined>(undefined)
  const told = ({ error, where, stack }: Mistake): void => {
    try {
      onError?.(error, where, stack)
    } catch (mistake) {
      tree.report({ ...mistakeAt(node, mistake), where: 'ErrorBoundary.onError' })
    }
  }
  const reset = (): void => {
    failure.value = undefined
  }
  node.boundary = {
    fail(mistake, via) {
      // What fails in the fallback is for the next boundary above.
      if (via.key === 'fallback') return false
      failure.value ??= { error: mistake.error }
      told(mistake)
      tree.report(mistake)
      return true
    },
    notice: told,
    retry: reset,
  }
  const failed = failure.value
  if (!failed) return createElement(Fragment, { children }, 'children')
  const shown = typeof fallback === 'function' ? fallback(failed.error, reset) : fallback
  return createElement(Fragment, { children: shown }, 'fallback')
}
