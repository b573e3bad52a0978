// Stands between a session of ours and a browser that runs pgwidgets-js 0.4.1 as it is. Both speak as if the other
// were of their own kind; neither knows of it.
//
//   session ──▶ down ──▶ browser      our numbers, insert_before, what only ours understand  →  what it understands
//   session ◀── up  ◀── browser       its numbers, its echoes, its answers                   →  what our pages tell

import type { Frame } from '../../protocol/bytes.ts'
import { isBytesMessage } from '../../protocol/bytes-calls.ts'
import type { BytesMessage } from '../../protocol/bytes-calls.ts'
import type { ClientMessage, Json, RequestId, ServerMessage } from '../../protocol/messages.ts'
import { Answers } from './answers.ts'
import type { Reply } from './answers.ts'
import { BytesDown } from './bytes-down.ts'
import { nobody } from './numbers.ts'
import { StockPage } from './stock-page.ts'
import type { Question } from './telling.ts'

/** What a frame of text holds when nobody has looked at it. */
type Parsed = Readonly<Record<string, Json>>

export class StockAdapter {
  readonly #page = new StockPage()
  readonly #answers = new Answers()
  readonly #bytesDown = new BytesDown()
  /** The id of an `init` that the browser has not answered: what it says until then is of its former life. */
  #init: { readonly id: RequestId | undefined } | undefined

  /**
   * Frames of our session for this browser → frames that it understands, in order.
   *
   * @throws when the frame is none of our session
   */
  down(frame: Frame): Frame[] {
    if (typeof frame !== 'string') return this.#bytesDown.takeBytes(frame)
    const parsed = JSON.parse(frame) as ServerMessage | ServerMessage[]
    const messages = Array.isArray(parsed) ? parsed : [parsed]
    const frames: Frame[] = []
    const put = (): void => {
      frames.push(...frameOf(this.#page.says.take(), Array.isArray(parsed)))
    }
    for (const message of messages) {
      if (isBytesMessage(message)) {
        // Its frame has to be right behind it, so everything else goes in front.
        this.#page.settle()
        put()
        frames.push(...this.#bytesDown.take(message, this.#headerOf(message)))
      } else this.#takeDown(message)
    }
    this.#page.settle()
    put()
    return frames
  }

  /**
   * A frame of the browser → a frame as our pages would send it; undefined when nothing is left of it. What cannot be
   * understood goes on as it is, for the session to refuse.
   *
   * @throws ProtocolError when the browser speaks of too much that is its own
   */
  up(frame: string | Uint8Array): string | Uint8Array | undefined {
    if (typeof frame !== 'string') return this.#init ? undefined : frame
    const parsed = parsedOf(frame)
    if (!parsed) return frame
    const messages = parsed.flatMap((one) => this.#takeUp(one))
    const all = [...this.#page.takeUnsaid(), ...messages]
    if (all.length === 0) return undefined
    return JSON.stringify(all.length === 1 ? all[0] : all)
  }

  #takeDown(message: ServerMessage): void {
    const { says } = this.#page
    const question = this.#say(message)
    if (!('id' in message) || message.id === undefined || message.type === 'init') return
    this.#page.settle()
    this.#answers.expect(message.id, question)
    const last = says.last
    const isAnswering = last !== undefined && !('id' in last) && last.type !== 'session-info'
    // What is answered here, or has come to nothing, is answered when the browser has done all before it.
    if (isAnswering && !isAnswered(question)) says.number(message.id)
    else says.message({ type: 'batch', id: message.id, calls: [] })
  }

  #say(message: ServerMessage): Question | undefined {
    const page = this.#page
    switch (message.type) {
      case 'init':
        this.#begin(message.id)
        return undefined
      case 'create':
        page.create(message)
        return undefined
      case 'call':
        return page.call(message)
      case 'batch':
        for (const call of message.calls ?? []) page.call(call)
        return undefined
      case 'listen':
        page.listen(message.wid, message.action)
        return undefined
      case 'unlisten':
        page.unlisten(message.wid, message.action)
        return undefined
      case 'download':
        page.download(message)
        return undefined
      case 'welcome':
      case 'heard':
      case 'upload':
        return undefined
      default:
        page.settle()
        page.says.message(unnumbered(message))
        return undefined
    }
  }

  #begin(id: RequestId | undefined): void {
    this.#page.clear()
    this.#answers.clear()
    this.#bytesDown.clear()
    this.#init = { id }
    const { says } = this.#page
    says.message({ type: 'init', ...(id !== undefined && { id }) })
    // Whoever it was connected to may have left it in the middle of a reconstruction.
    says.message({ type: 'reconstruct-end' })
  }

  /** Undefined when the browser has no such widget or method. */
  #headerOf(message: BytesMessage): BytesMessage | undefined {
    return message.type === 'binary-chunk' ? message : this.#page.bytesCall(message)
  }

  #takeUp(message: Parsed | null): ClientMessage[] {
    if (message === null) return []
    if (this.#init) return this.#takeGreeting(message)
    switch (message['type']) {
      case 'result':
      case 'error':
        return this.#takeReply(message as unknown as Reply)
      case 'callback':
        return this.#takeCallback(message)
      case 'binary-chunk':
      case 'file-chunk':
        return this.#takePiece(message)
      default:
        return [message as unknown as ClientMessage]
    }
  }

  #takeGreeting(message: Parsed): ClientMessage[] {
    const { type, id } = message
    const isAnswer = (type === 'result' || type === 'error') && id === this.#init?.id
    if (!isAnswer) return []
    this.#init = undefined
    return [message as unknown as ClientMessage]
  }

  #takeReply(reply: Reply): Reply[] {
    const { numbers } = this.#page
    if (reply.type === 'result' && reply.next_wid !== undefined) numbers.raise(reply.next_wid - 1)
    return this.#answers.take(reply, (value) => numbers.inOurs(value))
  }

  #takeCallback(message: Parsed): ClientMessage[] {
    const { wid, action, args } = message
    if (typeof wid !== 'number' || typeof action !== 'string' || !Array.isArray(args)) {
      return [message as unknown as ClientMessage]
    }
    return this.#page.hear(wid, action, args)
  }

  #takePiece(message: Parsed): ClientMessage[] {
    const wid = this.#page.numbers.ours(Number(message['wid'])) ?? nobody
    return [{ ...message, wid } as unknown as ClientMessage]
  }
}

/** A browser that is told one message by itself is answered so. */
function frameOf(messages: readonly ServerMessage[], isList: boolean): Frame[] {
  if (messages.length === 0) return []
  return isList ? [JSON.stringify(messages)] : messages.map((one) => JSON.stringify(one))
}

function isAnswered(question: Question | undefined): boolean {
  return question?.answer !== undefined || question?.error !== undefined
}

function unnumbered(message: ServerMessage): ServerMessage {
  const { id: _, ...rest } = message as ServerMessage & { readonly id?: RequestId }
  return rest
}

/** Values are walked by functions that call themselves; the session refuses deeper ones. */
const mostDepth = 110

/** Undefined for what is no JSON, or holds something that is no message. */
function parsedOf(frame: string): (Parsed | null)[] | undefined {
  let value: unknown
  try {
    value = JSON.parse(frame)
  } catch {
    return undefined
  }
  const all: unknown[] = Array.isArray(value) ? value : [value]
  return all.every((one) => isMessage(one) && isWithin(one, mostDepth))
    ? (all as (Parsed | null)[])
    : undefined
}

function isMessage(one: unknown): boolean {
  return typeof one === 'object' && !Array.isArray(one)
}

function isWithin(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return depth > 0 && Object.values(value).every((one) => isWithin(one, depth - 1))
}
