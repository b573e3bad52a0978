// One browser, as the server sees it: what it was asked and has not answered, and whether it says what it may.

import type { ClientMessage, Json, ServerMessage } from '../../../src/protocol/messages.ts'
import {
  isTooLarge,
  isTooLong,
  wrongAck,
  wrongAnswer,
  wrongPiece,
  wrongViewport,
  type Wrong,
} from './conduct.ts'
import type { FarEnd } from './joined-socket.ts'

export interface Ack {
  readonly session_id?: number | string
  readonly token?: string
}

type Of<Type extends ClientMessage['type']> = Extract<ClientMessage, { readonly type: Type }>

/** The session that it belongs to. */
export interface Audience {
  classOf(wid: number): string
  isReconstructing: boolean
  event(from: Connection, event: Of<'callback'>): Wrong
  piece(from: Connection, header: Of<'binary-chunk'>, piece: ArrayBuffer): Wrong
  left(from: Connection): void
}

interface Asked {
  readonly message: ServerMessage
  readonly answered: (answer: Of<'result' | 'error'>) => void
  readonly gone: () => void
}

/** An answer that says what has gone wrong. */
export class PageError extends Error {}

/** The browser has gone without an answer. */
export class GoneError extends Error {}

export class Connection {
  audience: Audience | undefined
  isOpen = true
  /** What was said, in order; of bytes how many they are. `S` is the server, `B` the browser. */
  readonly trace: (['S', ServerMessage | number] | ['B', ClientMessage | number])[] = []
  readonly #end: FarEnd
  readonly #blame: (what: string) => void
  readonly #asked = new Map<unknown, Asked>()
  #acknowledged: ((ack: Ack) => void) | undefined
  #measured: (() => void) | undefined
  #mayMeasure = false
  #header: Of<'binary-chunk'> | undefined

  constructor(end: FarEnd, blame: (what: string) => void) {
    this.#end = end
    this.#blame = blame
    end.onFrame = (frame) => this.#take(frame)
    end.onClose = () => this.#leave()
  }

  /** What the page has told of a widget. */
  told(wid: number, action: string): (readonly Json[])[] {
    return this.trace.flatMap(([, message]) => {
      if (typeof message === 'number' || message.type !== 'callback') return []
      return message.wid === wid && message.action === action ? [message.args] : []
    })
  }

  get url(): string {
    return this.#end.url
  }

  get unanswered(): string[] {
    return [...this.#asked.values()].map(({ message }) => JSON.stringify(message))
  }

  /** The first frame counts as the answer, whatever it is. */
  init(): Promise<Ack> {
    this.say({ type: 'init', id: 0 })
    return new Promise((resolve) => (this.#acknowledged = resolve))
  }

  /** @returns when the size of its window has come */
  inform(session_id: number | string, token: string): Promise<void> {
    this.#mayMeasure = true
    this.say({ type: 'session-info', session_id, token })
    return new Promise((resolve) => (this.#measured = resolve))
  }

  say(message: ServerMessage): void {
    this.trace.push(['S', message])
    if (this.isOpen) this.#end.send(JSON.stringify(message))
  }

  sayBytes(bytes: ArrayBuffer): void {
    this.trace.push(['S', bytes.byteLength])
    if (this.isOpen) this.#end.send(bytes)
  }

  /**
   * @returns what was answered, as it came
   * @throws  PageError when that is an error
   */
  ask(message: ServerMessage & { readonly id?: unknown }): Promise<Of<'result'>> {
    return new Promise((resolve, reject) => {
      const answered = (answer: Of<'result' | 'error'>) => {
        if (answer.type === 'result') resolve(answer)
        else reject(new PageError(answer.error))
      }
      const gone = () => reject(new GoneError())
      this.#asked.set(message.id, { message, answered, gone })
      this.say(message)
    })
  }

  close(code: number, reason = ''): void {
    this.#end.close(code, reason)
    this.#leave()
  }

  #leave(): void {
    this.isOpen = false
    this.audience?.left(this)
    for (const { gone } of this.#asked.values()) gone()
    this.#asked.clear()
  }

  #take(frame: string | ArrayBuffer): void {
    if (this.#acknowledged) this.#takeAck(frame)
    else if (typeof frame === 'string') this.#takeText(frame)
    else this.#takeBytes(frame)
  }

  #takeAck(frame: string | ArrayBuffer): void {
    const ack = typeof frame === 'string' ? parsed(frame) : undefined
    if (!ack) return this.#dies('the first frame is no object', frame)
    this.#judge(wrongAck(ack), frame)
    this.trace.push(['B', ack as ClientMessage])
    this.#acknowledged?.(ack)
    this.#acknowledged = undefined
  }

  #takeText(frame: string): void {
    if (isTooLong(frame)) return this.#dies('a text is longer than 1 MiB', frame, 1009)
    const message = parsed(frame) as ClientMessage | undefined
    if (!message) return this.#dies('a frame is no object', frame)
    if (this.#header) this.#blame(`something came between a header and its bytes: ${cut(frame)}`)
    this.trace.push(['B', message])
    this.#judge(this.#wrong(message), frame)
  }

  #takeBytes(bytes: ArrayBuffer): void {
    this.trace.push(['B', bytes.byteLength])
    const header = this.#header
    this.#header = undefined
    if (!header) return this.#blame('bytes came without a header')
    if (isTooLarge(bytes)) this.#blame(`a piece has ${bytes.byteLength} bytes`)
    this.#judge(this.audience?.piece(this, header, bytes), JSON.stringify(header))
  }

  #wrong(message: ClientMessage): Wrong {
    switch (message.type) {
      case 'result':
      case 'error':
        return this.#answered(message)
      case 'callback':
        return this.audience ? this.audience.event(this, message) : 'there is no session yet'
      case 'viewport':
        this.#measured?.()
        return this.#mayMeasure ? wrongViewport(message) : 'nobody has asked how large it is'
      case 'binary-chunk':
        if (message.encoding !== 'base64') this.#header = message
        return wrongPiece(message)
      default:
        return `nobody knows "${message.type}"`
    }
  }

  #answered(answer: Of<'result' | 'error'>): Wrong {
    const asked = this.#asked.get(answer.id)
    if (!asked) return 'nobody has asked for it'
    const [first] = this.#asked.keys()
    this.#asked.delete(answer.id)
    asked.answered(answer)
    if (first !== answer.id) return `it comes before the answer to ${String(first)}`
    const { message } = asked
    const isLost = answer.type === 'error' && this.audience?.isReconstructing === true
    if (isLost) return `it ends the reconstruction: ${JSON.stringify(message)}`
    const className = message.type === 'call' ? (this.audience?.classOf(message.wid) ?? '') : ''
    return wrongAnswer(message, answer, className)
  }

  /** What the server cannot take ends its handler, and with it the line. */
  #dies(why: string, frame: string | ArrayBuffer, code = 1011): void {
    this.#judge(why, frame)
    this.close(code)
  }

  #judge(wrong: Wrong, frame: string | ArrayBuffer): void {
    if (wrong !== undefined) this.#blame(`${wrong}: ${cut(frame)}`)
  }
}

function parsed(frame: string): Readonly<Record<string, Json>> | undefined {
  try {
    const value = JSON.parse(frame) as Json
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Readonly<Record<string, Json>>) : undefined
  } catch {
    return undefined
  }
}

function cut(frame: string | ArrayBuffer): string {
  return typeof frame === 'string' ? frame.slice(0, 200) : `${frame.byteLength} bytes`
}
