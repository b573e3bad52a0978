// What a session can be told when it is made.

import type { Clock } from '../protocol/clock.ts'
import type { Slices } from '../reactive/scheduler.ts'
import type { Logger } from '../telemetry/logger.ts'
import type { Telemetry } from '../telemetry/telemetry.ts'
import type { Publisher } from './publisher.ts'
import type { RecordOptions } from './recording/record-options.ts'
import type { Tape } from './recording/tape.ts'

export interface SessionOptions {
  /** Names the session; a random one unless given. */
  readonly id?: string
  /** Whose it is: what `authenticate` of the application gave. */
  readonly user?: unknown
  /** A mistake of the application: a component, an effect or a handler threw. Unless given, `logger` is told, else it is printed. */
  readonly onError?: OnError
  /** Takes what is measured; nothing is unless given. */
  readonly telemetry?: Telemetry | undefined
  /** Takes lines about browsers that come and go, and about errors where there is no `onError`; nobody does unless given. */
  readonly logger?: Logger | undefined
  /** Milliseconds to wait for the answer to a question such as `getSize()`; 10,000 unless given. */
  readonly callTimeout?: number
  /** The most bytes the files of one upload may have together; 64 MiB unless given. */
  readonly maxUploadBytes?: number
  /** The most bytes one file may have; no limit of its own unless given. */
  readonly maxFileBytes?: number
  /** The most bytes of memory that all uploads under way may take; 128 MiB unless given. */
  readonly maxUploadMemory?: number
  /** Bytes that may wait in the socket of one browser before what comes next waits here; 1 MiB unless given. */
  readonly maxBacklogBytes?: number
  /** Bytes of frames kept for one page until it has acknowledged them; 1 MiB unless given. */
  readonly maxWindowBytes?: number
  /** Milliseconds that they are kept for a page whose line is down; 120,000 unless given. */
  readonly windowTime?: number
  /** Puts a flush off; a microtask unless given. */
  readonly defer?: (flush: () => void) => void
  /**
   * Milliseconds after which a long flush lets others have their turn; not at all unless given. An Application gives
   * its sessions 8.
   */
  readonly sliceTime?: number
  /** Time, for tests; that of the machine unless given. */
  readonly clock?: Clock
  /** Keeps what happens to the session, for `treewire replay`: `true` in a file of the folder `recordings`. */
  readonly record?: boolean | RecordOptions
  /** @internal What is asked by `recorded` in place of the outside. */
  readonly outside?: (name: string, outside: () => unknown) => unknown
  /** @internal What stands in place of everything outside. */
  readonly tape?: Tape
  /** @internal Told when a message of a browser has been taken. */
  readonly onTaken?: () => void
  /** @internal How a flush is cut, where `sliceTime` is given. */
  readonly slices?: Slices
  /** @internal Gives addresses to what the browser is to fetch. */
  readonly publisher?: Publisher
  /** @internal The address by which others come in. */
  readonly shareUrl?: (base: string | undefined) => string
}

/**
 * Told of an error of the application.
 *
 * @param where  the path of the component, as in 'App > Row > Button #4.onActivated', or what was done, as in 'authenticate'
 * @param stack  where the elements of the components are written, a line each from the innermost on, as in
 *               'in Row (app.tsx:12:5)'; undefined where no component has to do with it
 */
export type OnError = (error: unknown, where: string, stack?: string) => void

/** What of it concerns files on their way up. */
export type UploadOptions = Pick<
  SessionOptions,
  'maxUploadBytes' | 'maxFileBytes' | 'maxUploadMemory'
>

/** What of it concerns lines that are slow or down. */
export type LineOptions = Pick<SessionOptions, 'maxBacklogBytes' | 'maxWindowBytes' | 'windowTime'>
