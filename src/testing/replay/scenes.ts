// A recording as a test tells it: one thing after the other that a user has done, or that time has brought, and what the
// browser was told because of it.

import { decodeClientFrame } from '../../protocol/codec.ts'
import type { CallbackMessage, ClientMessage } from '../../protocol/messages.ts'
import type { OutputEvent, RecordedEvent } from '../../session/recording/events.ts'
import { isOfInterest, lineOf } from '../lines.ts'
import { ModelBrowser } from '../../model/model.ts'
import { show } from '../reports.ts'
import { deedFor } from './deed-for.ts'
import type { Deed } from './deed-for.ts'
import { RecordingError } from './read-recording.ts'
import type { ReadRecording } from './read-recording.ts'

export interface Scene {
  /** Undefined for what is shown first. */
  readonly deed: Deed | undefined
  readonly lines: string[]
  /** When it was, in milliseconds since the recording began. */
  readonly time: number
}

/** @throws RecordingError for what no test of this kind can say */
export function scenesOf({ events }: ReadRecording): readonly Scene[] {
  const scenes = new Scenes()
  for (const event of events) scenes.take(event)
  const lasting = scenes.all.filter(({ deed, lines }) => !isTime(deed) || lines.length > 0)
  return lasting.some(({ deed }) => isTime(deed)) ? lasting.flatMap(withTime) : lasting
}

function isTime(deed: Deed | undefined): boolean {
  return deed?.method === 'advance'
}

/** In a test no time passes by itself. */
function withTime(scene: Scene, at: number, all: readonly Scene[]): Scene[] {
  const { deed, time } = scene
  const waited = time - (all[at - 1]?.time ?? time)
  const advance: Deed = { method: 'advance', args: [waited] }
  if (isTime(deed)) return [{ ...scene, deed: advance }]
  return waited > 0 ? [{ deed: advance, lines: [], time }, scene] : [scene]
}

class Scenes {
  readonly all: Scene[] = []
  readonly #browser = new ModelBrowser()

  take(event: RecordedEvent): void {
    switch (event.type) {
      case 'attach':
        if (event.line > 1) throw new RecordingError(severalLines)
        return
      case 'in':
        return this.#told(event)
      case 'mount':
        return this.#begin(undefined, event)
      case 'timer':
        return this.#begin({ method: 'advance', args: [] }, event)
      case 'now':
      case 'random':
        throw new RecordingError(
          'A test cannot be made of a recording in which the application has asked session.clock for time or chance: replay it',
        )
      case 'signal':
        throw new RecordingError(
          `A test cannot be made of a recording in which others write recorded(${JSON.stringify(event.name)}): replay it`,
        )
      case 'out':
        return this.#said(event)
      default:
    }
  }

  #told(event: Extract<RecordedEvent, { readonly type: 'in' }>): void {
    if (!('frame' in event)) throw new RecordingError(uploads)
    for (const message of messagesIn(event.frame)) {
      if (message.type === 'callback') this.#happened(message, event)
      else mustBeSimple(message)
    }
  }

  #happened(callback: CallbackMessage, event: RecordedEvent): void {
    const { wid, action, args } = callback
    const widget = this.#browser.widgets.get(wid)
    // Its last click may still have been under way.
    if (!widget) return
    this.#begin(deedFor(this.#browser, { widget, action, args }), event)
    this.#note(this.#lineOf('^', callback))
    show(this.#browser, widget, action, args)
  }

  #said(event: Extract<OutputEvent, { readonly type: 'out' }>): void {
    if (!('frame' in event)) throw new RecordingError(onlyTexts)
    const messages = this.#browser.receive(event.frame)
    // What the application was made with, and its component knows nothing of.
    const shown = messages.filter((one) => isOfInterest(one) && one.type !== 'register-font')
    for (const message of shown) this.#note(this.#lineOf('v', message))
  }

  #begin(deed: Deed | undefined, { t }: RecordedEvent): void {
    this.all.push({ deed, lines: [], time: t })
  }

  #note(line: string): void {
    this.all.at(-1)?.lines.push(line)
  }

  #lineOf(arrow: 'v' | '^', message: Parameters<typeof lineOf>[1]): string {
    return lineOf(arrow, message, (wid) => this.#browser.names.of(wid))
  }
}

/** @throws RecordingError for what no page of ours sends */
function messagesIn(frame: string): readonly ClientMessage[] {
  try {
    return decodeClientFrame(frame)
  } catch (error) {
    throw new RecordingError(
      `A test cannot be made of a recording in which a browser was refused: ${(error as Error).message}. Replay it`,
    )
  }
}

function mustBeSimple(message: ClientMessage): void {
  if (message.type === 'file-chunk' || message.type === 'binary-chunk') {
    throw new RecordingError(uploads)
  }
}

const severalLines =
  'A test can be made of what one browser has done over one line; this recording has more of them: replay it'
const uploads = 'A test cannot be made of a recording with uploads: replay it'
const onlyTexts =
  'A test needs the texts of what was said, and this recording has something else: record with frames: "text", or replay it'
