// What a session can be told when it is made.

import type { Publisher } from './publisher.ts'

export interface SessionOptions {
  /** Names the session; a random one unless given. */
  readonly id?: string
  /** A mistake of the application: a component, an effect or a handler threw. Printed unless given. */
  readonly onError?: (error: unknown, where: string) => void
  /** Milliseconds to wait for the answer to a question such as `getSize()`; 10,000 unless given. */
  readonly callTimeout?: number
  /** The most bytes the files of one upload may have together; 64 MiB unless given. */
  readonly maxUploadBytes?: number
  /** The most bytes one file may have; no limit of its own unless given. */
  readonly maxFileBytes?: number
  /** The most bytes of memory that all uploads under way may take; 128 MiB unless given. */
  readonly maxUploadMemory?: number
  /** Puts a flush off; a microtask unless given. */
  readonly defer?: (flush: () => void) => void
  /** @internal Gives addresses to what the browser is to fetch. */
  readonly publisher?: Publisher
}

/** What of it concerns files on their way up. */
export type UploadOptions = Pick<
  SessionOptions,
  'maxUploadBytes' | 'maxFileBytes' | 'maxUploadMemory'
>
