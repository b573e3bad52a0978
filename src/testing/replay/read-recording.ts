// Reads a recording, and says in a sentence what is wrong with one that is none. Pure.

import { eventTypes, formatVersion } from '../../session/recording/events.ts'
import type { RecordedEvent, RecordingHeader } from '../../session/recording/events.ts'

/** What was given is no recording, or cannot be understood. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError'
}

export interface ReadRecording {
  readonly header: RecordingHeader
  readonly events: readonly RecordedEvent[]
  /** Its last line is half a line: the process has ended while it was written. */
  readonly isCut: boolean
}

/** @throws RecordingError with one sentence */
export function readRecording(text: string): ReadRecording {
  const lines = text.split('\n')
  const last = lines.pop() ?? ''
  const isCut = last !== ''
  const [first, ...rest] = lines
  const header = headerIn(first ?? last)
  return { header, events: rest.map((line, at) => eventIn(line, at + 2)), isCut }
}

function headerIn(line: string): RecordingHeader {
  const header = objectIn<RecordingHeader>(line)
  if (header?.recording === undefined) {
    throw new RecordingError(
      `This is no recording: its first line would say {"treewire":…,"recording":${formatVersion},…}, and is ${start(line)}`,
    )
  }
  if (header.recording !== formatVersion) {
    throw new RecordingError(
      `The recording has the format ${JSON.stringify(header.recording)}, written by treewire ${JSON.stringify(header.treewire)}; this one reads the format ${formatVersion}: replay it with the version that it was recorded with`,
    )
  }
  const { id, options, flushes, now } = header
  if (typeof id === 'string' && typeof options === 'object' && flushes && typeof now === 'number') {
    return header as RecordingHeader
  }
  throw new RecordingError(
    `The first line of the recording must have "id", "options", "flushes" and "now", and is ${start(line)}`,
  )
}

function eventIn(line: string, number: number): RecordedEvent {
  const event = objectIn<RecordedEvent>(line)
  if (!event) {
    throw new RecordingError(
      `Line ${number} of the recording is no object of JSON, but ${start(line)}: has somebody edited it?`,
    )
  }
  if (typeof event.type !== 'string' || !eventTypes.has(event.type)) {
    throw new RecordingError(
      `Line ${number} of the recording tells an event ${JSON.stringify(event.type)}, which this version of treewire does not know`,
    )
  }
  return event as RecordedEvent
}

function objectIn<Whole>(line: string): Partial<Whole> | undefined {
  try {
    const value = JSON.parse(line) as Partial<Whole> | null
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    // Told by who wanted an object.
    return undefined
  }
}

function start(line: string): string {
  return line === '' ? 'empty' : JSON.stringify(line.slice(0, 60))
}
