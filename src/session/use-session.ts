// How a component finds the session it is shown in.

import { renderingComponent } from '../reconciler/hooks.ts'
import { Session } from './session.ts'

/** The session of the component that renders: one user's interface. */
export function useSession(): Session {
  const { owner } = renderingComponent('useSession').tree
  if (owner instanceof Session) return owner
  throw new Error('useSession was called in a tree that no session owns')
}
