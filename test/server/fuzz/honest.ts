// A visitor who keeps to the rules among those who do not, and clicks all the time. Every click has to arrive.

import { once } from 'node:events'
import { WebSocket } from 'ws'
import { decodeServerFrame } from '../../../src/protocol/codec.ts'
import type { ServerMessage } from '../../../src/protocol/messages.ts'
import type { Target } from './frames.ts'
import { COUNTER, counted } from './screen.tsx'

/** Milliseconds in which the server has to answer a click, however busy others keep it. */
const PATIENCE = 20_000

export class HonestVisitor {
  readonly #socket: WebSocket
  readonly #isOfOurs: boolean
  readonly #classes = new Map<number, string>()
  readonly #targets: Target[] = []
  /** Says that something has come. */
  #notice: () => void = () => undefined
  #button = 0
  #session: string | undefined
  #shown = ''
  #clicks = 0
  #seq = 0
  #ended: string | undefined

  /** @param isOfOurs  counts what it tells, as our page does */
  constructor(url: string, { isOfOurs }: { isOfOurs: boolean }) {
    this.#isOfOurs = isOfOurs
    const page = isOfOurs ? `?page=${'ab'.repeat(16)}` : ''
    this.#socket = new WebSocket(url + page)
    this.#socket.on('message', (data, isBinary) => {
      if (!isBinary) this.#hear(decodeServerFrame((data as Buffer).toString()))
      this.#notice()
    })
    this.#socket.on('close', (code, reason) => {
      this.#ended = `${code} ${reason.toString()}`
      this.#notice()
    })
  }

  /** The clicks that the server has answered. */
  get clicks(): number {
    return this.#clicks
  }

  /** The name of its session, as far as it has been told. */
  get session(): string | undefined {
    return this.#session
  }

  /** Every event that the server listens to. */
  get targets(): readonly Target[] {
    return this.#targets
  }

  /** Resolves when the whole page is there. */
  async arrive(): Promise<void> {
    await once(this.#socket, 'open')
    await this.#until(() => this.#shown === counted(0) && this.#targets.length > 0, 'the page')
  }

  /** Resolves when the server has shown that it has heard the click. */
  async click(): Promise<void> {
    const wanted = counted(this.#clicks + 1)
    this.#say({
      type: 'callback',
      wid: this.#button,
      action: 'activated',
      args: [],
      ...(this.#isOfOurs && { seq: ++this.#seq }),
    })
    await this.#until(() => this.#shown === wanted, wanted)
    this.#clicks++
  }

  async leave(): Promise<void> {
    if (this.#ended !== undefined) return
    this.#socket.close()
    await once(this.#socket, 'close')
  }

  #hear(messages: readonly ServerMessage[]): void {
    for (const message of messages) {
      this.#note(message)
      if ('id' in message && message.id !== undefined) this.#say({ type: 'result', id: message.id })
    }
  }

  #note(message: ServerMessage): void {
    if (message.type === 'session-info') this.#session = String(message.session_id)
    if (message.type === 'create' && message.wid !== undefined) {
      this.#classes.set(message.wid, message.class)
      const [first] = message.args ?? []
      if (message.class === 'Button' && first === COUNTER) this.#button = message.wid
      if (message.class === 'Label' && typeof first === 'string') this.#see(first)
    }
    if (message.type === 'listen') {
      const { wid, action } = message
      this.#targets.push({ wid, action, className: this.#classes.get(wid)! })
    }
    if (message.type === 'call' && message.method === 'set_text') {
      const [text] = message.args ?? []
      if (typeof text === 'string') this.#see(text)
    }
  }

  #see(text: string): void {
    if (text.startsWith('Clicked ')) this.#shown = text
  }

  #say(message: object): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message))
  }

  async #until(isTrue: () => boolean, what: string): Promise<void> {
    const end = Date.now() + PATIENCE
    while (!isTrue()) {
      if (this.#ended !== undefined) throw new Error(`An honest line was ended: ${this.#ended}`)
      const rest = end - Date.now()
      if (rest <= 0)
        throw new Error(`An honest visitor waits for "${what}", and sees "${this.#shown}"`)
      await this.#next(rest)
    }
  }

  #next(patience: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, patience)
      this.#notice = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
