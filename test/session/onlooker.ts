// A page that carries out what it is told when the test says so, acknowledges it, and numbers what it tells.

import type { Session } from 'treewire'
import { lineOf, ModelBrowser } from 'treewire/testing'
import type { ModelWidget } from 'treewire/testing'
import type { ClientMessage, Json } from '../../src/protocol/messages.ts'
import { reportedValue } from '../../src/widgets/widget-class.ts'
import { Recorder } from './recorder.ts'

export class Onlooker {
  readonly browser = new ModelBrowser()
  readonly name: string
  peer = new Recorder()
  /** The last id that it has carried out. */
  seen = 0
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

  /** Carries out what has come, and says that it has. @returns the lines */
  take(): string[] {
    this.#session.flush()
    const messages = this.peer.takeFrames().flatMap((frame) => this.browser.receive(frame))
    const ids = messages.flatMap((one) =>
      'id' in one && typeof one.id === 'number' ? [one.id] : [],
    )
    const last = ids.at(-1)
    if (last !== undefined) {
      this.seen = last
      this.say({ type: 'result', id: last })
    }
    return messages.map((message) => lineOf('v', message))
  }

  /** Says something that is not kept. */
  say(message: ClientMessage): void {
    this.#session.receive(this.peer, JSON.stringify(message))
  }

  /** Tells something under the next number. */
  tell(message: ClientMessage): ClientMessage {
    const numbered = { ...message, seq: ++this.#told } as ClientMessage
    this.say(numbered)
    return numbered
  }

  /** Its user does something, and sees it at once. */
  fire(wid: number, action: string, ...args: readonly Json[]): ClientMessage {
    const widget = this.browser.widget(wid)
    return this.tell({ type: 'callback', wid, action, args: this.#show(widget, action, args) })
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
