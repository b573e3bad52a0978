// Looks at one session: notes what it says and hears, what renders and why. Nothing that it does can be noticed there.

import type { Clock } from '../../protocol/clock.ts'
import type { Json, WidgetId } from '../../protocol/messages.ts'
import type { Widget } from '../../reconciler/host.ts'
import { currentValue } from '../../reconciler/known.ts'
import { WidgetNode } from '../../reconciler/widget-node.ts'
import type { Parcel } from '../../session/parcel.ts'
import type { RemotePage } from '../../session/remote-page.ts'
import { insideOf } from '../../session/session.ts'
import type { Inside, Session } from '../../session/session.ts'
import type { TrafficObserver } from '../../session/traffic.ts'
import { attempt, careful } from './careful.ts'
import { clientMessagesIn } from './client-messages.ts'
import { Doers } from './doers.ts'
import { History } from './history.ts'
import { MessageLog } from './message-log.ts'
import type { LoggedMessage, StateChange } from './message-log.ts'
import { RenderLog } from './render-log.ts'
import { RoundTrips } from './round-trips.ts'
import { Secrets } from './secrets.ts'
import { WatchedHost } from './watched-host.ts'

export class Watch implements TrafficObserver {
  readonly session: Session
  readonly log: RenderLog
  readonly history: History
  readonly trips = new RoundTrips()
  readonly messages: MessageLog
  /** When it began to look, on its clock. */
  readonly start: number
  readonly #clock: Clock
  readonly #changed: () => void
  readonly #doers = new Doers()
  readonly #host: WatchedHost
  readonly #failed = (error: unknown): void => this.#fail(error)
  #heard: readonly LoggedMessage[] = []

  /**
   * It looks from here on, until `end`.
   *
   * @param changed  told when there is something new
   * @throws Error when the session has a watch: all who look share it
   */
  constructor(session: Session, clock: Clock, changed: () => void) {
    this.session = session
    this.#clock = clock
    this.start = clock.now()
    this.#changed = changed
    const { tree, traffic, root } = this.inside
    if (tree.observer) throw new Error(`Session ${session.id} is watched already: share that watch`)
    const widgetAt = (wid: WidgetId): Widget | undefined => traffic.host.widgetAt(wid)
    const secrets = new Secrets(root, widgetAt)
    this.log = new RenderLog(clock, root, secrets)
    this.history = new History(root)
    this.messages = new MessageLog({
      clock,
      widgetAt,
      secrets,
      doerFor: (message) => this.#doers.takeFor(message),
      ownerOf: (widget) => this.log.doerOf(widget),
      idOf: (widget) => (widget instanceof WidgetNode ? this.log.ids.of(widget) : undefined),
      gone: (gone) => this.history.letGo(gone),
    })
    this.#host = new WatchedHost(tree.host, (key, widget) =>
      this.#attempt(() => this.#doers.note(key, this.log.doerOf(widget))),
    )
    tree.host = this.#host
    tree.observer = careful(this.log, this.#failed)
    traffic.observer = this
  }

  get inside(): Inside {
    return insideOf(this.session)
  }

  /** Whether it has ended, perhaps by a mistake of its own. */
  get isOver(): boolean {
    return this.inside.traffic.observer !== this
  }

  /** The session is as if nobody had looked, but that its leaves have nodes now. */
  end(): void {
    if (this.isOver) return
    const { tree, traffic } = this.inside
    tree.host = this.#host.host
    tree.observer = undefined
    traffic.observer = undefined
  }

  said(parcels: readonly Parcel[]): void {
    this.#attempt(() => this.#said(parcels))
  }

  retold(parcels: readonly Parcel[]): void {
    this.#attempt(() => {
      this.messages.said(parcels, true)
      this.#flushed()
    })
  }

  hearing(page: RemotePage, frame: string | Uint8Array): void {
    this.#attempt(() => this.#hearing(page, frame))
  }

  heard(): void {
    this.#attempt(() => this.#hasHeard())
  }

  #attempt(step: () => void): void {
    attempt(step, this.#failed)
  }

  /** It is its own mistake: nobody else is to suffer from it. */
  #fail(error: unknown): void {
    this.end()
    this.session.report(error, 'The inspector')
  }

  #said(parcels: readonly Parcel[]): void {
    const time = this.#clock.now()
    for (const parcel of parcels) this.trips.sent(parcel, time)
    const said = this.messages.said(parcels, false)
    for (const logged of said) logged.changes = this.#editsIn(logged)
    this.#flushed()
  }

  #hearing(page: RemotePage, frame: string | Uint8Array): void {
    const { viewer } = page
    if (typeof frame === 'string') this.#acknowledge(page, frame)
    this.log.begin({ by: 'the user', why: `in browser ${viewer + 1}` })
    this.#heard = this.messages.heard(viewer, frame)
  }

  #hasHeard(): void {
    this.log.finish()
    for (const logged of this.#heard) logged.changes = this.#reportsIn(logged)
    if (this.#heard.length > 0) this.#changed()
    this.#heard = []
  }

  #flushed(): void {
    this.#doers.clear()
    this.log.flushed()
    this.#changed()
  }

  #acknowledge(page: RemotePage, frame: string): void {
    for (const message of clientMessagesIn(frame)) {
      if (message.type !== 'result' || typeof message.id !== 'number') continue
      this.trips.acknowledged(page, message.id, this.#clock.now())
    }
  }

  /** What the user has made of states, of which browsers are not told. */
  #reportsIn({ message }: LoggedMessage): StateChange[] {
    if (message.type !== 'callback') return []
    const node = this.#nodeAt(message.wid)
    if (!node) return []
    const { tree } = this.inside
    const reports = node.widgetClass.reports.get(message.action) ?? []
    return reports.flatMap(({ prop }) => {
      const others = prop === 'state' ? tree.groups.othersOf(node) : []
      return [node, ...others].flatMap((one) => stateOf(one, prop))
    })
  }

  /** Of a text that is changed in a part, all of it: the model does not know what its user was typing. */
  #editsIn({ message }: LoggedMessage): StateChange[] {
    const node = message.type === 'call' && this.#nodeAt(message.wid)
    if (!node) return []
    return node.widgetClass.exchanged.flatMap(({ name }) => stateOf(node, name))
  }

  #nodeAt(wid: WidgetId): WidgetNode | undefined {
    const widget = this.inside.traffic.host.widgetAt(wid)
    return widget instanceof WidgetNode ? widget : undefined
  }
}

function stateOf(node: WidgetNode, prop: string): StateChange[] {
  const value = currentValue(node, prop)
  return value === undefined ? [] : [[node.wid, prop, value as Json]]
}
