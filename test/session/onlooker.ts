// A page that carries out what it is told when the test says so, acknowledges it, and numbers what it tells. Of what
// its user does it tells in which of its lives that was: what it does before it has carried out its welcome is of the
// one before.

import type { Session } from 'treewire'
import { lineOf, ModelBrowser } from 'treewire/testing'
import type { ModelWidget } from 'treewire/testing'
import type { ClientMessage, Json, ServerMessage } from '../../src/protocol/messages.ts'
import { reportedValue } from '../../src/widgets/widget-class.ts'
import { Recorder } from './recorder.ts'

export class Onlooker {
  readonly browser = new ModelBrowser()
  readonly name: string
  peer = new Recorder()
  /** The last id that it has carried out. */
  seen = 0
  /** How often it was emptied, as the session counts. */
  #life = 0
  #told = 0
  readonly #session: Session

  /** It comes, and is told everything; it has not carried it out yet. */
  constructor(session: Session, name: string) {
    this.#session = session
    this.name = name
    session.attach(this.peer, { page: name })
  }

  /** The last `seq` that it has told. */
  get told(): number {
    return this.#told
  }

  /** Carries out what has come, and says that it has. @returns the lines, without those of its welcome */
  take(): string[] {
    this.#session.flush()
    const messages = this.peer.takeAll().flatMap((frame) => this.browser.receive(frame))
    const seen = this.seen
    for (const message of messages) this.#carriedOut(message)
    if (this.seen !== seen && this.seen > 0) this.say({ type: 'result', id: this.seen })
    return messages
      .filter(({ type }) => type !== 'welcome' && type !== 'session-info')
      .map((message) => lineOf('v', message))
  }

  /** Says something that is not kept. */
  say(message: ClientMessage): void {
    this.#session.receive(this.peer, JSON.stringify(message))
  }

  /** Tells something under the next number. */
  tell(message: ClientMessage): ClientMessage {
    const numbered = this.#numbered(message)
    this.say(numbered)
    return numbered
  }

  /** Its user does something, and sees it at once. */
  fire(wid: number, action: string, ...args: readonly Json[]): ClientMessage {
    const done = this.do(wid, action, ...args)
    this.say(done)
    return done
  }

  /** Its user does something, of which nobody is told yet. */
  do(wid: number, action: string, ...args: readonly Json[]): ClientMessage {
    const widget = this.browser.widget(wid)
    return this.#numbered({ type: 'callback', wid, action, args: this.#show(widget, action, args) })
  }

  state(wid: number, prop: string): Json | undefined {
    return this.browser.widget(wid).state.get(prop)
  }

  leave(): void {
    this.#session.detach(this.peer)
  }

  /** Comes over a new line. @returns what it is welcomed with */
  comeBack(seen = this.seen): string | undefined {
    this.peer = new Recorder()
    this.#session.attach(this.peer, { page: this.name, seen })
    return this.peer.welcomes[0]
  }

  #numbered(message: ClientMessage): ClientMessage {
    const isOfLife = message.type === 'callback' && this.#life > 0
    const life = isOfLife ? { life: this.#life } : {}
    return { ...message, seq: ++this.#told, ...life } as ClientMessage
  }

  #carriedOut(message: ServerMessage): void {
    if (message.type === 'welcome' && message.kept !== 'page') {
      this.#life = message.life ?? 0
      this.seen = 0
    }
    if ('id' in message && typeof message.id === 'number') this.seen = message.id
  }

  #show(widget: ModelWidget, action: string, args: readonly Json[]): readonly Json[] {
    let told = args
    for (const { prop, where } of widget.widgetClass.reports.get(action) ?? []) {
      if (where === 'exchange') told = this.browser.texts.typed(widget, prop, args)
      else {
        const indexOf = (wid: number) => widget.children.findIndex((child) => child.wid === wid)
        const value = reportedValue(where, args, Object.fromEntries(widget.state), indexOf)
        if (value !== undefined) widget.state.set(prop, value)
      }
    }
    return told
  }
}
