// The browsers of the soak, in a process of their own: each speaks as our page does, and little more.

import { randomBytes } from 'node:crypto'
import { WebSocket } from 'ws'

const [address, count] = process.argv.slice(2) as [string, string]

/** Milliseconds between two deeds of the crowd. */
const PACE = 5

interface Message {
  readonly type: string
  readonly id?: number
  readonly heard?: number
  readonly kept?: string
  readonly wid?: number
  readonly action?: string
  readonly session_id?: string
  readonly token?: string
}

class Visitor {
  readonly #page = randomBytes(16).toString('hex')
  #socket: WebSocket | undefined
  #credentials: Pick<Message, 'session_id' | 'token'> | undefined
  #seen = 0
  #seq = 0
  #button: number | undefined

  #isGone = false

  connect(): void {
    if (this.#isGone || this.#socket) return
    const isBack = this.#credentials !== undefined
    const socket = new WebSocket(`${address}?page=${this.#page}${isBack ? '&resume=1' : ''}`)
    this.#socket = socket
    socket.on('error', () => undefined)
    socket.on('open', () => {
      if (isBack) this.#send({ type: 'hello', ...this.#credentials, seen: this.#seen })
    })
    socket.on('message', (data) => {
      for (const message of JSON.parse((data as Buffer).toString()) as Message[])
        this.#obey(message)
    })
  }

  /** The line breaks; after so many milliseconds there is another. */
  drop(pause: number): void {
    this.#socket?.terminate()
    this.#socket = undefined
    setTimeout(() => this.connect(), pause)
  }

  /** For good. */
  leave(): void {
    this.#isGone = true
    this.#socket?.terminate()
  }

  click(): void {
    if (this.#button === undefined || this.#socket?.readyState !== WebSocket.OPEN) return
    const click = { type: 'callback', wid: this.#button, action: 'activated', args: [] }
    this.#send({ ...click, seq: ++this.#seq })
  }

  #obey({ type, id, heard, kept, wid, action, session_id, token }: Message): void {
    if (type === 'welcome') {
      this.#seq = heard ?? 0
      if (kept !== 'page') this.#seen = 0
    }
    if (type === 'session-info') this.#credentials = { session_id: session_id!, token: token! }
    if (type === 'listen' && action === 'activated') this.#button = wid
    if (id === undefined) return
    this.#seen = id
    this.#send({ type: 'result', id })
  }

  #send(message: object): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message))
  }
}

const visitors = Array.from({ length: Number(count) }, () => new Visitor())
visitors.forEach((visitor, at) => setTimeout(() => visitor.connect(), at * 2))

setInterval(() => {
  const at = Math.floor(Math.random() * visitors.length)
  const visitor = visitors[at]!
  const chance = Math.random()
  if (chance < 0.7) return visitor.click()
  if (chance < 0.9) return visitor.drop(Math.random() * 3000)
  visitor.leave()
  // Somebody else comes.
  visitors[at] = new Visitor()
  visitors[at].connect()
}, PACE)
