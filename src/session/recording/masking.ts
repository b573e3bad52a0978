// Takes out of events what is not to be read in a recording, in a way that the recording can still be replayed: what
// was typed, and what the session has said because of it, are replaced by the same text.

import type { Json, ServerMessage, WidgetId } from '../../protocol/messages.ts'
import type { TextEdit } from '../../widgets/text-edits.ts'
import { Disguises } from './disguises.ts'
import type { SessionEvent } from './events.ts'
import { isList, isObject, withTexts, withValues } from './json-texts.ts'
import type { JsonObject } from './json-texts.ts'
import { MaskedFields } from './masked-fields.ts'
import type { EditedText } from './masked-fields.ts'
import type { Mask } from './record-options.ts'
import type { Shown } from './shown.ts'

/** What says of a message what it is. */
const kept: ReadonlySet<string> = new Set(['type', 'class', 'method', 'action', 'session_id', 'id'])

/** Of `_replaceRange`. */
type ReplacementArgs = readonly [from: number, to: number, insert: string, ...Json[]]

/** Questions to masked fields that may be open at one time. */
const mostAsked = 1000

/**
 * What it promises of each text that a user has put into a masked field, that a masked field was given by its session,
 * or that a pattern has found: from then on it stands in no event as it is, nor does a part of it of 8 UTF-16 units;
 * when it has fewer than 4 units, it may stand as a part of another text. Where that cannot be promised any more there is
 * a `failure`, and the event at hand must not be kept. What it takes of memory has a bound, and the time for an event
 * grows with the length of the event, whatever has been hidden before.
 *
 * What it does not look into: bytes, numbers, and what a text has become by the application.
 */
export class Masking {
  readonly #disguises = new Disguises()
  readonly #fields: MaskedFields
  readonly #shown: Shown
  readonly #patterns: readonly RegExp[]
  readonly #changes: readonly ((event: SessionEvent) => SessionEvent | undefined)[]
  /** Ids of questions to masked fields. */
  readonly #asked = new Set<Json>()
  /** Those whose text has changed by edits, in the last frame of a browser or since. */
  #edited = new Set<EditedText>()
  #failure: string | undefined

  constructor(masks: Mask | readonly Mask[], shown: Shown) {
    const all = isList(masks) ? (masks as readonly Mask[]) : [masks as Mask]
    this.#shown = shown
    this.#fields = new MaskedFields(all, (wid) => shown.has(wid))
    this.#patterns = all.filter((mask) => mask instanceof RegExp).map(global)
    this.#changes = all.filter((mask) => typeof mask === 'function')
  }

  /** Why nothing can be kept any more; completes "because …". Undefined as long as all can be masked. */
  get failure(): string | undefined {
    if (this.#disguises.isFull) return 'more was typed into masked fields than it can look for'
    if (this.#asked.size > mostAsked) return 'too many questions to masked fields have no answer'
    return this.#failure
  }

  /** @returns undefined for an event that is left out */
  masked(event: SessionEvent): SessionEvent | undefined {
    this.learn()
    let result: SessionEvent | undefined = this.#without(event)
    for (const change of this.#changes) result &&= change(result)
    return result
  }

  /** A value without anything that is hidden. */
  value(value: Json): Json {
    return withTexts(value, (text) => this.#text(text))
  }

  /** Hides what edits have made of masked fields: a browser tells only the edits, and what comes of them the session knows. */
  learn(): void {
    for (const edited of this.#edited) {
      const text = edited.read()
      this.#disguises.hideChange(edited.hidden, text)
      edited.hidden = text
    }
  }

  #without(event: SessionEvent): SessionEvent {
    switch (event.type) {
      case 'in':
        return 'frame' in event ? { ...event, frame: this.#up(event.frame) } : event
      case 'out':
        return 'frame' in event ? { ...event, frame: this.#down(event.frame) } : event
      case 'attach':
      case 'stop':
        return event
      default:
        return withValues(event, (value, name) => (name === 'type' ? value : this.value(value)))
    }
  }

  #down(frame: string): string {
    const isConcerned =
      this.#patterns.length > 0 || this.#fields.count > 0 || !this.#disguises.isEmpty
    if (!isConcerned && !frame.includes('"create"')) return frame
    const messages = messagesIn(frame) as readonly ServerMessage[] | undefined
    // A field may be told its name after what stands in it.
    for (const message of messages ?? []) this.#fields.note(message)
    for (const message of messages ?? []) this.#noteDown(message)
    this.learn()
    return this.#frame(frame, (message) => this.#downMessage(message))
  }

  #noteDown(message: ServerMessage): void {
    for (const text of this.#fields.textsIn(message)) this.#disguises.hide(text)
    if (message.type !== 'call' || !this.#fields.has(message.wid)) return
    if (isReplacement(message)) this.#follow(message.wid)
    if (message.id !== undefined && this.#fields.isAsked(message)) this.#asked.add(message.id)
  }

  /** Where a part of a masked text is replaced, that is hidden as if its user had typed it. */
  #downMessage(message: JsonObject): JsonObject {
    const { type, wid, args } = message
    if (isReplacement(message) && this.#fields.has(Number(wid))) {
      const [from, to, insert, ...more] = args as ReplacementArgs
      return { ...message, args: [from, to, this.#disguises.of(insert, from), ...more] }
    }
    return type === 'create' ? this.#created(message) : this.#message(message)
  }

  /** The names of options are those of the catalog. */
  #created(message: JsonObject): JsonObject {
    return withValues(message, (value, name) => {
      if (kept.has(name)) return value
      if (name !== 'args' || !isList(value)) return this.value(value)
      const args = value.map((arg) =>
        isObject(arg) ? withValues(arg, (one) => this.value(one)) : this.value(arg),
      )
      return args.some((arg, at) => arg !== value[at]) ? args : value
    })
  }

  #up(frame: string): string {
    this.#edited = new Set()
    const isConcerned =
      this.#patterns.length > 0 || this.#fields.isWanted || !this.#disguises.isEmpty
    return isConcerned ? this.#frame(frame, (message) => this.#upMessage(message)) : frame
  }

  #upMessage(message: JsonObject): JsonObject {
    const { type, id, wid, action, args, value } = message
    if (type === 'result' || type === 'error') {
      const isAnswer = this.#asked.delete(id!)
      if (!isAnswer || value === undefined) return this.#message(message)
      return { ...message, value: this.#typed(value) }
    }
    if (type !== 'callback' || args === undefined) return this.#message(message)
    if (!this.#shown.has(Number(wid))) return { ...message, args: this.#unheard(args) }
    if (!this.#fields.has(Number(wid))) return this.#message(message)
    return { ...message, args: this.#typedAll(action, Number(wid), args) }
  }

  /** It may have been a masked field. Nobody hears of it any more, so nothing comes of it either. */
  #unheard(args: Json): Json {
    return withTexts(args, (text) => this.#disguises.of(text))
  }

  #typedAll(action: Json | undefined, wid: WidgetId, args: Json): Json {
    const edits = action === 'edited' && isList(args) ? args[0] : undefined
    if (!isList(edits) || !edits.every(isEdit)) return this.#typed(args)
    this.#follow(wid)
    const disguised = edits.map((edit) => ({
      ...edit,
      insert: this.#disguises.of(edit.insert, edit.from),
    }))
    return [disguised, ...(args as readonly Json[]).slice(1)]
  }

  /** What a user has put into a field that is masked. */
  #typed(value: Json): Json {
    return withTexts(value, (text) => this.#disguises.hide(text))
  }

  /** From now on it is looked what edits make of a masked field. */
  #follow(wid: WidgetId): void {
    const edited = this.#fields.editedText(wid, () => this.#shown.textIn(wid))
    if (edited) this.#edited.add(edited)
    else this.#failure = 'a masked field that was made by hand tells only edits of its text'
  }

  /** A frame in which nothing changes stays as it is, byte for byte. */
  #frame(frame: string, change: (message: JsonObject) => JsonObject): string {
    const messages = messagesIn(frame)
    // What no page of ours says. Whatever it is, it ends its line, and that may be told with a part of it.
    if (!messages) return this.#fields.wereMasked ? this.#disguises.hide(frame) : this.#text(frame)
    const changed = messages.map((message) => (isObject(message) ? change(message) : message))
    if (changed.every((message, at) => message === messages[at])) return frame
    return JSON.stringify(frame.trimStart().startsWith('[') ? changed : changed[0])
  }

  #message(message: JsonObject): JsonObject {
    return withValues(message, (value, name) => (kept.has(name) ? value : this.value(value)))
  }

  #text(text: string): string {
    let result = this.#disguises.in(text)
    for (const pattern of this.#patterns) {
      result = result.replace(pattern, (found) => this.#disguises.hide(found))
    }
    return result
  }
}

function messagesIn(frame: string): readonly Json[] | undefined {
  try {
    const parsed = JSON.parse(frame) as Json
    return isList(parsed) ? parsed : [parsed]
  } catch {
    return undefined
  }
}

/** Whether it replaces a part of a text. */
function isReplacement(message: { readonly type?: Json; readonly method?: Json }): boolean {
  return message.type === 'call' && message.method === '_replaceRange'
}

/** What else may stand in it is for whoever takes it. */
function isEdit(edit: Json): edit is JsonObject & Pick<TextEdit, 'from' | 'insert'> {
  return isObject(edit) && typeof edit['insert'] === 'string' && typeof edit['from'] === 'number'
}

function global(pattern: RegExp): RegExp {
  return pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`)
}
