// Shows something else when what is below it cannot be shown.

import type { Child } from '../jsx/element.ts'
import { createElement, Fragment } from '../jsx/element.ts'
import { renderingComponent, useSignal } from './hooks.ts'

interface ErrorBoundaryProps {
  /** Shown instead of the children after one of them threw; `reset` tries them again. */
  readonly fallback: Child | ((error: unknown, reset: () => void) => Child)
  /** Told of errors below, also of those of handlers, which leave what is shown as it is. */
  readonly onError?: (error: unknown, where: string) => void
  readonly children?: Child
}

interface Failure {
  readonly error: unknown
}

export function ErrorBoundary({ fallback, onError, children }: ErrorBoundaryProps): Child {
  const { node, tree } = renderingComponent('ErrorBoundary')
  const failure = useSignal<Failure | undefined>(undefined)
  node.boundary = {
    fail(error, where) {
      // What fails now is the fallback: that is for the next boundary above.
      if (failure.peek()) return false
      failure.value = { error }
      onError?.(error, where)
      tree.report(error, where)
      return true
    },
    notice: (error, where) => onError?.(error, where),
  }
  const failed = failure.value
  if (!failed) return createElement(Fragment, { children }, 'children')
  const reset = (): void => {
    failure.value = undefined
  }
  const shown = typeof fallback === 'function' ? fallback(failed.error, reset) : fallback
  return createElement(Fragment, { children: shown }, 'fallback')
}
