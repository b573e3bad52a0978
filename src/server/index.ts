// What the server room offers.

export { Application, type AttachOptions, type Middleware } from './application.ts'
export type { ApplicationOptions, SessionCallback } from './options.ts'
export { serve, type ServeOptions } from './serve.ts'
