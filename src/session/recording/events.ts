// What a recording is made of: one line of JSON an event, behind a first line that says what it is a recording of.
// PROTOCOL.md tells every kind, for whoever reads one without us.

import type { Json } from '../../protocol/messages.ts'
import type { Hello } from '../peer.ts'
import type { SessionOptions } from '../session-options.ts'

/** Of the format; another one is not understood. */
export const formatVersion = 1

/** Microtasks between two inputs that are counted; with more they are most often of two turns. */
export const mostHops = 50

/** The options that decide what a session says. */
export const keptOptions = [
  'callTimeout',
  'maxUploadBytes',
  'maxFileBytes',
  'maxUploadMemory',
  'maxBacklogBytes',
  'maxWindowBytes',
  'windowTime',
  'sliceTime',
] as const satisfies readonly (keyof SessionOptions)[]

/** The first line. */
export interface RecordingHeader {
  /** The version of treewire. */
  readonly treewire: string
  /** The version of the format. */
  readonly recording: number
  /** Of the session. */
  readonly id: string
  /** When it began: ISO 8601. */
  readonly at: string
  /** The file of the program, from its folder, where that is known. */
  readonly app?: string
  /** Whose session it is, as far as JSON can say it. */
  readonly user?: Json
  readonly options: Pick<SessionOptions, (typeof keptOptions)[number]>
  /** When a flush comes: in a microtask, or at some later time. */
  readonly flushes: 'microtask' | 'later'
  /** Whether the page came from a server that gives addresses to files. */
  readonly publishes: boolean
  /** Of the session's clock, when the recording began. */
  readonly now: number
}

/** A frame of text, or a binary one in base64, or only what both come to: SHA-256, and the size in bytes. */
export type RecordedFrame =
  | { readonly frame: string }
  | { readonly bytes: string }
  | { readonly hash: string; readonly size: number }

/** How something outside has ended: with JSON, with nothing, or with an error. */
export interface Outcome {
  readonly value?: Json
  readonly error?: { readonly name: string; readonly message: string }
  /** What came that JSON cannot say: such as 'a Map'. */
  readonly lost?: string
}

/** What happens to a session. The line number of a browser counts its connections. */
export type InputEvent =
  | { readonly type: 'attach'; readonly line: number; readonly hello: Hello }
  | { readonly type: 'detach'; readonly line: number; readonly isForGood: boolean }
  | ({ readonly type: 'in'; readonly line: number } & RecordedFrame)
  /** The session is told what to show; by whom, the recording does not know. */
  | { readonly type: 'mount' }
  /** A font of the application's options; the `address` behind it is that of its file. */
  | { readonly type: 'font'; readonly family: string; readonly url?: string }
  | { readonly type: 'end' }
  /** A timer of the session's clock; they are numbered as they are set. @param delay milliseconds */
  | { readonly type: 'timer'; readonly number: number; readonly delay: number }
  /** What has changed is sent, by itself. */
  | { readonly type: 'flush' }
  /** What has changed is sent, because somebody outside has called `flush()`. */
  | { readonly type: 'flush-now' }
  /** A promise given to `recorded` has ended; the calls of each name are numbered. */
  | ({ readonly type: 'settled'; readonly name: string; readonly call: number } & Outcome)
  /** A signal given to `recorded` has another value. */
  | ({ readonly type: 'signal'; readonly name: string } & Outcome)
  /** Bytes of a download have left. */
  | { readonly type: 'fetched'; readonly number: number; readonly sent: number }
  | { readonly type: 'fetch-end'; readonly number: number; readonly error?: string }

/** What a session has looked at while it worked. */
export type ReadingEvent =
  | { readonly type: 'now'; readonly value: number }
  | { readonly type: 'random'; readonly value: number }
  /** Bytes that wait in the socket, where they are others than before. */
  | { readonly type: 'backlog'; readonly line: number; readonly bytes: number }
  /** A flush was cut after so many looks at the clock; the rest is the next `flush`. */
  | { readonly type: 'cut'; readonly looks: number }
  | { readonly type: 'address'; readonly address: string }
  | { readonly type: 'share'; readonly url: string }
  /** What `recorded` gave at once. */
  | ({ readonly type: 'value'; readonly name: string; readonly call: number } & Outcome)
  /** `recorded` was given a promise. */
  | { readonly type: 'asked'; readonly name: string; readonly call: number }

/** What a session has said. */
export type OutputEvent =
  | ({ readonly type: 'out'; readonly line: number } & RecordedFrame)
  | {
      readonly type: 'close'
      readonly line: number
      readonly code: number
      readonly reason: string
    }
  | { readonly type: 'error'; readonly where: string; readonly message: string }

/** The recording has ended before its session. */
export interface StopEvent {
  readonly type: 'stop'
  readonly reason: string
}

export type SessionEvent = InputEvent | ReadingEvent | OutputEvent | StopEvent

/** An event in its recording. */
export type RecordedEvent = SessionEvent & {
  /** Milliseconds since the recording began. */
  readonly t: number
  /**
   * Of an input that came in the same turn of the process as the one before it: how many microtasks later; 0 before
   * any could run.
   */
  readonly hops?: number
  /** Of an input that came while the session said what the event in front of it is. */
  readonly inside?: true
}

const typesOf: Record<SessionEvent['type'], 'input' | 'reading' | 'output' | 'stop'> = {
  attach: 'input',
  detach: 'input',
  in: 'input',
  mount: 'input',
  font: 'input',
  end: 'input',
  timer: 'input',
  flush: 'input',
  'flush-now': 'input',
  settled: 'input',
  signal: 'input',
  fetched: 'input',
  'fetch-end': 'input',
  now: 'reading',
  random: 'reading',
  backlog: 'reading',
  cut: 'reading',
  address: 'reading',
  share: 'reading',
  value: 'reading',
  asked: 'reading',
  out: 'output',
  close: 'output',
  error: 'output',
  stop: 'stop',
}

export const eventTypes: ReadonlyMap<string, 'input' | 'reading' | 'output' | 'stop'> = new Map(
  Object.entries(typesOf),
)

export function isInput(event: SessionEvent): event is InputEvent {
  return typesOf[event.type] === 'input'
}

export function isReading(event: SessionEvent): event is ReadingEvent {
  return typesOf[event.type] === 'reading'
}

export function isOutput(event: SessionEvent): event is OutputEvent {
  return typesOf[event.type] === 'output'
}
