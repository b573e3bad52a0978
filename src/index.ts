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
export type { RowPage, RowRange, RowSource } from './widgets/row-source.ts'
export type { AnyHandle, Handle } from './widgets/handle.ts'
export { useCloseDialog, useDialogs } from './session/dialogs.ts'
export type { DialogOptions, Dialogs } from './session/dialogs.ts'
export type { ConfirmOptions, PromptOptions } from './session/question-dialogs.ts'
export type { Upload, UploadedFile, UploadStream } from './widgets/uploads.ts'
export type { Font } from './session/font.ts'
export type { DownloadOptions } from './session/page-wide.ts'
export type { Content } from './session/publisher.ts'
export { Session } from './session/session.ts'
export type { OnError, SessionOptions } from './session/session-options.ts'
export type { SessionEvent } from './session/recording/events.ts'
export type { Mask, RecordOptions } from './session/recording/record-options.ts'
export type { Recording } from './session/recording/recording.ts'
export type { Clock } from './protocol/clock.ts'
export { shared } from './session/shared.ts'
export { useSession, useToast } from './session/use-session.ts'
export type { ShowToast, ToastOptions } from './session/toasts.ts'
export type { Credentials, Hello, Peer } from './session/peer.ts'
export { Metrics } from './telemetry/metrics.ts'
export type { Telemetry } from './telemetry/telemetry.ts'
export type { Logger } from './telemetry/logger.ts'
export { Application, serve } from './inspector/index.ts'
export type {
  ApplicationOptions,
  AttachOptions,
  InspectorOptions,
  MetricsOptions,
  Middleware,
  ServeOptions,
  SessionCallback,
} from './server/index.ts'
