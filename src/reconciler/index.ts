export { createContext, useContext } from './context.ts'
export type { Context } from './context.ts'
export { createTree } from './create-tree.ts'
export { ErrorBoundary } from './error-boundary.ts'
export { For, Show } from './flow.ts'
export {
  renderingComponent,
  useComputed,
  useEffect,
  useRef,
  useSignal,
  useSignalEffect,
} from './hooks.ts'
export { page } from './host.ts'
export type { Handler, Host } from './host.ts'
export type { Node, Tree } from './node.ts'
export { mount, retell, unmount } from './reconcile.ts'
export { Suspense } from './suspense.ts'
