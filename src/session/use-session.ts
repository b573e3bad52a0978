// How a component finds the session it is shown in.

import { renderingComponent, useCell } from '../reconciler/hooks.ts'
import { Session } from './session.ts'
import type { ShowToast } from './toasts.ts'

/** The session of the component that renders: one user's interface. */
export function useSession(): Session {
  const { owner } = renderingComponent('useSession').tree
  if (owner instanceof Session) return owner
  throw new Error('useSession was called in a tree that no session owns')
}

/** Shows messages in the corner of the page; the same function in every render. */
export function useToast(): ShowToast {
  const session = useSession()
  return useCell('useToast', () => (text, options) => session.toast(text, options))
}
