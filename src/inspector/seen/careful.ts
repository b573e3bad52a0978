// Keeps a mistake of the inspector from what it looks at: it looks no longer then, and the application goes on.

import type { Observer } from '../../reconciler/observer.ts'

/** Runs `step`; what it throws goes to `failed`. */
export function attempt(step: () => void, failed: (error: unknown) => void): void {
  try {
    step()
  } catch (error) {
    failed(error)
  }
}

/** Tells `observer` everything, and `failed` what it throws. */
export function careful(observer: Observer, failed: (error: unknown) => void): Observer {
  return {
    given: (node, before) => attempt(() => observer.given(node, before), failed),
    rendering: (node) => attempt(() => observer.rendering(node), failed),
    rendered: (node) => attempt(() => observer.rendered(node), failed),
    read: (reader) => attempt(() => observer.read(reader), failed),
    following: (binding) => attempt(() => observer.following(binding), failed),
    followed: (binding) => attempt(() => observer.followed(binding), failed),
    handling: (node, prop) => attempt(() => observer.handling(node, prop), failed),
    handled: (node) => attempt(() => observer.handled(node), failed),
  }
}
