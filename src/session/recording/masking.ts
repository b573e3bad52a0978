// Takes out of events what is not to be read in a recording, in a way that the recording can still be replayed: what
// was typed, and what the session has said because of it, are replaced by the same text.

import type { Json, ServerMessage } from '../../protocol/messages.ts'
import type { Outcome, SessionEvent } from './events.ts'
import { MaskedFields } from './masked-fields.ts'
import type { Mask } from './record-options.ts'
import { Disguises } from './disguises.ts'

/** What says of a message what it is. */
const kept: ReadonlySet<string> = new Set(['type', 'class', 'method', 'action', 'session_id', 'id'])

type Message = Readonly<Record<string, Json>>

export class Masking {
  readonly #disguises = new Disguises()
  readonly #fields: MaskedFields
  readonly #patterns: readonly RegExp[]
  readonly #changes: readonly ((event: SessionEvent) => SessionEvent | undefined)[]

  constructor(masks: Mask | readonly Mask[]) {
    const all = isList(masks) ? masks : [masks]
    this.#fields = new MaskedFields(all)
    this.#patterns = all.filter((mask) => mask instanceof RegExp).map(global)
    this.#changes = all.filter((mask) => typeof mask === 'function')
  }

  /** @returns undefined for an event that is left out */
  masked(event: SessionEvent): SessionEvent | undefined {
    let result: SessionEvent | undefined = this.#without(event)
    for (const change of this.#changes) result &&= change(result)
    return result
  }

  /** A value without anything that is hidden. */
  value(value: Json): Json {
    return mapped(value, (text) => this.#text(text))
  }

  #without(event: SessionEvent): SessionEvent {
    switch (event.type) {
      case 'in':
        return 'frame' in event ? { ...event, frame: this.#up(event.frame) } : event
      case 'out':
        return 'frame' in event ? { ...event, frame: this.#down(event.frame) } : event
      case 'error':
        return { ...event, message: this.#text(event.message) }
      case 'value':
      case 'settled':
      case 'signal':
        return { ...event, ...this.#outcome(event) }
      default:
        return event
    }
  }

  /** Whether there is anything that could have to be hidden. */
  get #isConcerned(): boolean {
    return this.#patterns.length > 0 || this.#fields.areThere || !this.#disguises.isEmpty
  }

  #outcome({ value, error }: Outcome): Outcome {
    return {
      ...(value !== undefined && { value: this.value(value) }),
      ...(error && { error: { ...error, message: this.#text(error.message) } }),
    }
  }

  #down(frame: string): string {
    if (!this.#isConcerned && !frame.includes('"create"')) return frame
    const messages = messagesIn(frame) as readonly ServerMessage[] | undefined
    // A field may be told its name after what stands in it.
    for (const message of messages ?? []) this.#fields.note(message)
    for (const message of messages ?? []) {
      for (const text of this.#fields.textsIn(message)) this.#disguises.hide(text)
    }
    return this.#frame(frame, (message) => this.#message(this.#replaced(message)))
  }

  /** Where a part of a masked text is replaced, that is hidden as if its user had typed it. */
  #replaced(message: Message): Message {
    const { type, wid, method, args } = message
    const isPart = type === 'call' && method === '_replaceRange' && this.#fields.has(Number(wid))
    if (!isPart || !Array.isArray(args)) return message
    const [from, to, insert, ...more] = args as unknown as readonly [
      number,
      number,
      string,
      ...Json[],
    ]
    return { ...message, args: [from, to, this.#disguises.of(insert, from), ...more] }
  }

  #up(frame: string): string {
    if (!this.#isConcerned) return frame
    return this.#frame(frame, (message) => {
      if (message['type'] !== 'callback' || !this.#fields.has(Number(message['wid']))) {
        return this.#message(message)
      }
      const { action, args } = message
      // What is wrong in it is said by whoever takes it.
      if (args === undefined) return this.#message(message)
      return { ...message, args: this.#typedAll(action, args) }
    })
  }

  #typedAll(action: Json | undefined, args: Json): Json {
    return Array.isArray(args)
      ? args.map((arg: Json) => this.#typed(action, arg))
      : this.#typed(action, args)
  }

  /** What a user has put into a field that is masked: the whole text, or edits of it. */
  #typed(action: Json | undefined, arg: Json): Json {
    if (action === 'edited' && Array.isArray(arg) && arg.every(isEdit)) {
      return arg.map((edit) => ({ ...edit, insert: this.#disguises.of(edit.insert, edit.from) }))
    }
    return mapped(arg, (text) => this.#disguises.hide(text))
  }

  /** A frame in which nothing changes stays as it is, byte for byte. */
  #frame(frame: string, change: (message: Message) => Message): string {
    const messages = messagesIn(frame)
    // What no page of ours says; it ends its line.
    if (!messages) return this.#text(frame)
    const changed = messages.map((message) => (isObject(message) ? change(message) : message))
    if (changed.every((message, at) => message === messages[at])) return frame
    return JSON.stringify(frame.trimStart().startsWith('[') ? changed : changed[0])
  }

  #message(message: Message): Message {
    return changedIn(message, (value, name) => (kept.has(name) ? value : this.value(value)))
  }

  #text(text: string): string {
    let result = this.#disguises.in(text)
    for (const pattern of this.#patterns) {
      result = result.replace(pattern, (found) => this.#disguises.hide(found))
    }
    return result
  }
}

function messagesIn(frame: string): readonly Message[] | undefined {
  try {
    const parsed: unknown = JSON.parse(frame)
    return (Array.isArray(parsed) ? parsed : [parsed]) as readonly Message[]
  } catch {
    return undefined
  }
}

/** What does not change stays the very same. */
function mapped(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) {
    const all = value.map((one: Json) => mapped(one, change))
    return all.some((one, at) => one !== value[at]) ? all : value
  }
  return isObject(value) ? changedIn(value, (one) => mapped(one, change)) : value
}

function changedIn(value: Message, change: (value: Json, name: string) => Json): Message {
  const entries = Object.entries(value).map(([name, one]) => [name, change(one, name)] as const)
  const isChanged = entries.some(([name, one]) => one !== value[name])
  return isChanged ? Object.fromEntries(entries) : value
}

function isObject(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)
}

/** Beyond that no text goes. */
const farthest = 2 ** 30

function isEdit(edit: unknown): edit is { readonly from: number; readonly insert: string } {
  if (!isObject(edit)) return false
  const { from, insert } = edit
  return typeof insert === 'string' && isIndex(from)
}

function isIndex(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) < farthest
}

function isList(masks: Mask | readonly Mask[]): masks is readonly Mask[] {
  return Array.isArray(masks)
}

function global(pattern: RegExp): RegExp {
  return pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`)
}
