// What all inspectors of one application share: which sessions there are, and who looks at which. While nobody does
// nothing is looked at.

import type { Clock } from '../protocol/clock.ts'
import { signal } from '../reactive/signals.ts'
import type { ReadonlySignal } from '../reactive/signals.ts'
import type { RecordSwitch } from '../session/recording/record-switch.ts'
import type { Recording } from '../session/recording/recording.ts'
import type { Session } from '../session/session.ts'
import { logName } from '../telemetry/logger.ts'
import { Pulse } from './pulse.ts'
import { figuresOf } from './seen/figures.ts'
import type { Figures } from './seen/figures.ts'
import { userName } from './seen/user-name.ts'
import { Watch } from './seen/watch.ts'

/** A session as a list shows it. */
export interface SessionRow extends Figures {
  /** What it is called here and in the log; its own id is not shown. */
  readonly name: string
  readonly user: string
  /** How much of it is recorded, and why that has ended; undefined of one that is not. */
  readonly recording: Pick<Recording, 'bytes' | 'stopped'> | undefined
}

/** Somebody's look at one session, which they end. */
export interface Look {
  readonly watch: Watch
  /** Counts up when there is something new. */
  readonly beats: ReadonlySignal<number>
  end(): void
}

interface Looked {
  readonly watch: Watch
  readonly pulse: Pulse
  lookers: number
}

/** Milliseconds between two looks at all sessions. */
const every = 1000
/** Sessions that are counted at one look: what is in them is walked through. */
const mostCounted = 50

export class Inspection {
  readonly clock: Clock
  /** Whether sessions that begin are recorded; the same for all who look. */
  readonly recordSwitch: RecordSwitch
  readonly #sessions: () => ReadonlySet<Session>
  readonly #rows = signal<readonly SessionRow[]>([])
  readonly #counted = new Map<string, SessionRow>()
  readonly #looked = new Map<Session, Looked>()
  #visitors = 0
  #timer: unknown
  #next = 0

  /** @param sessions  those of the application, whenever it is asked */
  constructor(sessions: () => ReadonlySet<Session>, clock: Clock, recordSwitch: RecordSwitch) {
    this.#sessions = sessions
    this.clock = clock
    this.recordSwitch = recordSwitch
  }

  /** All sessions, in the order in which they came; kept up to date while somebody visits. */
  get rows(): ReadonlySignal<readonly SessionRow[]> {
    return this.#rows
  }

  /** Somebody is there, until the returned function is called. */
  visit(): () => void {
    this.#visitors++
    if (this.#visitors === 1) this.#tick()
    return () => {
      this.#visitors--
      if (this.#visitors > 0) return
      this.clock.clearTimeout(this.#timer)
      this.#counted.clear()
      this.#rows.value = []
    }
  }

  /** Looks at the session of this name; undefined when there is none. */
  look(name: string): Look | undefined {
    const session = this.#named(name)
    if (!session) return undefined
    const known = this.#looked.get(session)
    // One that has made a mistake sees nothing any more.
    const looked = known && !known.watch.isOver ? known : this.#begin(session)
    looked.lookers++
    return { watch: looked.watch, beats: looked.pulse.beats, end: () => this.#leave(looked) }
  }

  /** What is kept of the session of this name; undefined where nothing is. */
  recordingOf(name: string): Recording | undefined {
    return this.#named(name)?.recording
  }

  /** Whether anything is looked at. */
  get isIdle(): boolean {
    return this.#visitors === 0 && this.#looked.size === 0
  }

  #named(name: string): Session | undefined {
    return [...this.#sessions()].find(({ id }) => logName(id) === name)
  }

  #begin(session: Session): Looked {
    const pulse = new Pulse(this.clock)
    const watch = new Watch(session, this.clock, () => pulse.quicken())
    const looked = { watch, pulse, lookers: 0 }
    this.#looked.set(session, looked)
    return looked
  }

  #leave(looked: Looked): void {
    looked.lookers--
    if (looked.lookers > 0) return
    const { session } = looked.watch
    looked.watch.end()
    looked.pulse.end()
    if (this.#looked.get(session) === looked) this.#looked.delete(session)
  }

  #tick(): void {
    this.#count()
    this.#timer = this.clock.setTimeout(() => this.#tick(), every)
  }

  /** Of many sessions some at each time; those that are looked at always. */
  #count(): void {
    const sessions = [...this.#sessions()]
    const from = this.#next < sessions.length ? this.#next : 0
    this.#next = from + mostCounted
    const names = sessions.map(({ id }) => logName(id))
    sessions.forEach((session, at) => {
      const isTurn = at >= from && at < from + mostCounted
      const name = names[at]!
      if (!isTurn && !this.#looked.has(session) && this.#counted.has(name)) return
      this.#counted.set(name, this.#rowOf(session, name))
    })
    const there = new Set(names)
    for (const name of this.#counted.keys()) if (!there.has(name)) this.#counted.delete(name)
    this.#rows.value = names.map((name) => this.#counted.get(name)!)
  }

  #rowOf(session: Session, name: string): SessionRow {
    const figures = figuresOf(session)
    const trips = this.#looked.get(session)?.watch.trips
    const browsers = figures.browsers.map((browser) => ({
      ...browser,
      roundTrip: shortest(trips?.of(browser.number - 1), browser.roundTrip),
    }))
    const { recording: kept, user } = session
    const recording = kept && { bytes: kept.bytes, stopped: kept.stopped }
    return { ...figures, browsers, name, user: userName(user), recording }
  }
}

/** A heartbeat is exact, but comes seldom. */
function shortest(trip: number | undefined, heartbeat: number | undefined): number | undefined {
  if (trip === undefined || heartbeat === undefined) return trip ?? heartbeat
  return Math.min(trip, heartbeat)
}
