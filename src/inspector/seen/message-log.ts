// The messages of one session as they go out and come in, with who caused them.

import type { Clock } from '../../protocol/clock.ts'
import type { ClientMessage, Json, ServerMessage, WidgetId } from '../../protocol/messages.ts'
import type { Viewer, Widget } from '../../reconciler/host.ts'
import type { Parcel } from '../../session/parcel.ts'
import { clientMessagesIn } from './client-messages.ts'
import type { Doer } from './doers.ts'
import { Ring } from './ring.ts'
import { saidIn } from './said.ts'
import type { BytesMessage } from './said.ts'
import type { Secrets } from './secrets.ts'

/** A state that is another one after a message which does not say so itself. */
export type StateChange = readonly [wid: WidgetId, prop: string, value: Json]

export interface LoggedMessage {
  /** Counts from 1. */
  readonly number: number
  /** Milliseconds on the clock of the one who looks. */
  readonly time: number
  readonly direction: 'down' | 'up'
  readonly message: ServerMessage | ClientMessage | BytesMessage
  /** Of its text. */
  readonly bytes: number
  /** `Label #4`; empty where it speaks of none. */
  readonly widget: string
  /** Whom it is for, or from. */
  readonly viewers: readonly Viewer[]
  readonly doer: Doer | undefined
  /** The ids of the nodes that it is of: of its widget, of the component that has caused it, of what is between. */
  readonly nodes: readonly string[]
  /** Others had been told it before. */
  readonly isRetold: boolean
  changes: readonly StateChange[]
}

/** What it asks of those who keep it. */
export interface MessageSurroundings {
  readonly clock: Clock
  readonly widgetAt: (wid: WidgetId) => Widget | undefined
  /** Who has caused a message to browsers. */
  readonly doerFor: (message: ServerMessage) => Doer | undefined
  /** To whom a widget belongs. */
  readonly ownerOf: (widget: Widget) => Doer
  /** The id of its node; undefined for one that was made by hand. */
  readonly idOf: (widget: Widget) => string | undefined
  readonly secrets: Secrets
  /** Those that have to give way to newer ones. */
  readonly gone: (gone: readonly LoggedMessage[]) => void
}

const mostMessages = 2000
const mostBytes = 4 * 1024 * 1024

/** Of the line and not of what is shown; some of them carry what lets one into the session. */
const aboutLine: ReadonlySet<string> = new Set(['welcome', 'session-info', 'heard', 'hello'])

type Noted = Pick<LoggedMessage, 'direction' | 'message' | 'bytes' | 'viewers' | 'isRetold'>

export class MessageLog {
  readonly #around: MessageSurroundings
  readonly #ring = new Ring<LoggedMessage>({
    most: mostMessages,
    mostWeight: mostBytes,
    weightOf: ({ bytes }) => bytes,
  })
  #count = 0

  constructor(around: MessageSurroundings) {
    this.#around = around
  }

  /** From the oldest to the newest. */
  get messages(): readonly LoggedMessage[] {
    return this.#ring.items
  }

  said(parcels: readonly Parcel[], isRetold: boolean): LoggedMessage[] {
    return saidIn(parcels)
      .filter(({ message }) => isOfInterest(message))
      .map(({ id, ...said }) => {
        if (said.message.type !== 'bytes') this.#around.secrets.said(said.message, id)
        return this.#add({ ...said, direction: 'down', isRetold })
      })
  }

  /** What a page has told, but for its saying that it has carried something out. */
  heard(viewer: Viewer, frame: string | Uint8Array): LoggedMessage[] {
    const messages = typeof frame === 'string' ? clientMessagesIn(frame) : [bytesOf(frame)]
    return messages.filter(isOfInterest).map((message) => {
      if (message.type !== 'bytes') this.#around.secrets.heard(message)
      const bytes = message.type === 'bytes' ? message.length : textLength(message)
      return this.#add({ direction: 'up', message, bytes, viewers: [viewer], isRetold: false })
    })
  }

  #add(one: Noted): LoggedMessage {
    const { message, direction } = one
    const widget = this.#widgetOf(message)
    const noted = direction === 'down' ? this.#around.doerFor(message as ServerMessage) : undefined
    const doer = noted ?? (widget && this.#around.ownerOf(widget))
    const id = widget && this.#around.idOf(widget)
    const logged: LoggedMessage = {
      ...one,
      number: ++this.#count,
      time: this.#around.clock.now(),
      message: this.#around.secrets.without(message),
      widget: widgetName(message, widget),
      doer,
      nodes: [...(id === undefined ? [] : [id]), ...(doer?.nodes ?? [])],
      changes: [],
    }
    this.#around.gone(this.#ring.add(logged))
    return logged
  }

  #widgetOf(message: Noted['message']): Widget | undefined {
    if (!('wid' in message) || message.wid === undefined) return undefined
    return this.#around.widgetAt(message.wid)
  }
}

function isOfInterest(message: Noted['message']): boolean {
  if (message.type === 'result') return message.value !== undefined
  return !aboutLine.has(message.type)
}

function bytesOf({ length }: Uint8Array): BytesMessage {
  return { type: 'bytes', length }
}

function textLength(message: object): number {
  return Buffer.byteLength(JSON.stringify(message))
}

function widgetName(message: Noted['message'], widget: Widget | undefined): string {
  if (message.type === 'create') return `${message.class} #${message.wid}`
  if (widget) return `${widget.widgetClass.name} #${widget.wid}`
  return 'wid' in message && message.wid !== undefined ? `#${message.wid}` : ''
}
