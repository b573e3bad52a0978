// Shows something else while async components below it are waited for.

import { signal } from '../reactive/signals.ts'
import { createElement, Offstage } from '../jsx/element.ts'
import type { Child } from '../jsx/element.ts'
import { renderingComponent, useCell, useEffect } from './hooks.ts'

interface SuspenseProps {
  /** Shown until everything below has something to show for the first time. */
  readonly fallback?: Child
  readonly children?: Child
}

/**
 * The children are made at once but stay off the page until none of them waits. Once shown they
 * stay: an async component that runs again keeps what it shows until it has something newer.
 */
export function Suspense({ fallback, children }: SuspenseProps): Child {
  const node = renderingComponent('Suspense')
  const state = useCell('Suspense', () => ({
    waiting: signal(0),
    isMounted: signal(false),
    isShown: false,
  }))
  node.boundary ??= {
    fail: () => false,
    notice: () => {},
    wait() {
      state.waiting.value++
      return () => {
        state.waiting.value--
      }
    },
  }
  // Whether anything waits is known only after the children have rendered.
  useEffect(() => {
    state.isMounted.value = true
  }, [])
  const isMounted = state.isMounted.value
  const isWaiting = state.waiting.value > 0
  state.isShown ||= isMounted && !isWaiting
  return [
    createElement(Offstage, { isShown: state.isShown, children }, 'children'),
    isMounted && !state.isShown ? fallback : null,
  ]
}
