// What a user of treewire writes with. What is not named here may change any day.

export { createContext, useContext } from './reconciler/context.ts'
export type { Context } from './reconciler/context.ts'
export { ErrorBoundary } from './reconciler/error-boundary.ts'
export { For, Show } from './reconciler/flow.ts'
export { useComputed, useEffect, useRef, useSignal, useSignalEffect } from './reconciler/hooks.ts'
export { Suspense } from './reconciler/suspense.ts'
export { batch, computed, signal, untracked } from './reactive/signals.ts'
export type { ReadonlySignal, Signal } from './reactive/signals.ts'
export { effect, onCleanup } from './reactive/scope.ts'
export { createElement } from './jsx/classic.ts'
export { Fragment } from './jsx/element.ts'
export type { Child, Component, Element, Key, TextChild } from './jsx/element.ts'
export type { JSX, Ref } from './jsx/types.ts'
export * from './widgets/tags.ts'
export type { ClassName, PropsOf, Reactive } from './widgets/derive.ts'
export type { AnyHandle, Handle } from './widgets/handle.ts'
export { Session } from './session/session.ts'
export type { SessionOptions } from './session/session.ts'
export { shared } from './session/shared.ts'
export { useSession } from './session/use-session.ts'
export type { Hello, Peer } from './session/peer.ts'
export { Application, serve } from './server/index.ts'
export type {
  ApplicationOptions,
  AttachOptions,
  Middleware,
  ServeOptions,
  SessionCallback,
} from './server/index.ts'
