// What the server room offers.

export { Application, type AttachOptions, type Middleware } from './application.ts'
export type { ApplicationOptions, InspectorOptions, MetricsOptions } from './options.ts'
export type { SessionCallback } from '../session/sessions.ts'
export { serve, type ServeOptions } from './serve.ts'
