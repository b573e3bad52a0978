// Replays a recording against a component of today.

import type { Child } from '../../jsx/element.ts'
import type { Difference } from './difference.ts'
import { play } from './play.ts'
import type { Stage } from './play.ts'
import { readRecording } from './read-recording.ts'
import type { ReadRecording } from './read-recording.ts'
import { countMessages } from './said.ts'

/** What a replay has come to. */
export interface Replayed {
  /** Whether every message is the same, byte for byte. */
  readonly isSame: boolean
  /** How many messages of the session were the same. */
  readonly messages: number
  /** The first that is not; undefined when all are. */
  readonly difference: Difference | undefined
  /** What is not as it was and may be the reason, in sentences. */
  readonly notes: readonly string[]
}

/**
 * Does to a component what was done when the recording was made, and compares what it says. Nothing outside is asked,
 * and no time passes.
 *
 * @param recording  its text
 * @param shown      what is to be shown: an element, or a component
 * @throws           RecordingError with one sentence, for what is no recording of this version
 */
export async function replay(
  recording: string,
  shown: Child | (() => Child | Promise<Child>),
): Promise<Replayed> {
  const component = typeof shown === 'function' ? shown : () => shown
  return replayOn(readRecording(recording), { mount: (session) => session.mount(component) })
}

/** The same on any stage. */
export async function replayOn(recording: ReadRecording, stage: Stage): Promise<Replayed> {
  const { same, difference, notes } = await play(recording, stage)
  return {
    isSame: difference === undefined,
    messages: countMessages(same),
    difference,
    notes: [
      ...notes,
      ...notesOn(recording),
      ...(isAnother(recording, difference) ? [another] : []),
    ],
  }
}

const another =
  'Not even what is shown first is as it was: is this the recording of another application?'

/** Whether they part before anybody has done anything. */
function isAnother({ events }: ReadRecording, difference: Difference | undefined): boolean {
  if (!difference) return false
  const before = events.slice(0, difference.line - 2)
  return !before.some((event) => event.type === 'in' && 'frame' in event && isDeed(event.frame))
}

function isDeed(frame: string): boolean {
  return frame.includes('"callback"')
}

/** What a recording does not hold. */
function notesOn({ isCut, events }: ReadRecording): string[] {
  const last = events.at(-1)
  if (isCut)
    return [
      'The last line of the recording is half a line: what came after the line before it is not known',
    ]
  if (last?.type === 'stop')
    return [`The recording ends before its session, because ${last.reason}`]
  return []
}
