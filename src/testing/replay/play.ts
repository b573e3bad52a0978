// Replays a recording: does to a session what was done to it then, in the same order, and compares what it says. No
// time passes meanwhile: what was waited for then comes when the recording says so.

import type { Peer } from '../../session/peer.ts'
import { isInput, isOutput } from '../../session/recording/events.ts'
import type {
  InputEvent,
  OutputEvent,
  RecordedEvent,
  RecordedFrame,
  RecordingHeader,
} from '../../session/recording/events.ts'
import { Session } from '../../session/session.ts'
import type { Comparison } from './comparison.ts'
import { differenceOf } from './difference.ts'
import type { Difference } from './difference.ts'
import { Player } from './player.ts'
import type { ReadRecording } from './read-recording.ts'

/** Taken before a test can put a fake clock in its place. */
const nextTurn = setImmediate

/** How the application shows what it shows. */
export interface Stage {
  /** Told of the session when its first browser is there, as `onConnect`. */
  readonly connect?: (session: Session) => void
  /** Shows something where the recording says that something was shown. */
  readonly mount?: (session: Session) => void
}

export interface Played {
  /** What was said and is the same. */
  readonly same: readonly OutputEvent[]
  readonly difference: Difference | undefined
  /** What is not as it was, and no message. */
  readonly notes: readonly string[]
}

/** Turns of the process that the session has to say what it said, when nothing else is to come before. */
const patience = 100

export async function play(recording: ReadRecording, stage: Stage): Promise<Played> {
  const run = new Run(recording, stage)
  await run.toTheEnd()
  return run.end()
}

class Run {
  readonly #session: Session
  readonly #player: Player
  readonly #stage: Stage
  readonly #flushes: RecordingHeader['flushes']
  readonly #peers = new Map<number, Peer>()
  #cause: RecordedEvent | undefined
  #isConnected = false
  #isApplying = false

  constructor(recording: ReadRecording, stage: Stage) {
    this.#stage = stage
    this.#player = new Player(recording)
    this.#flushes = recording.header.flushes
    this.#player.script.onInput = (event) => {
      if (!event.type.startsWith('flush')) this.#cause = event
      this.#expectNext()
    }
    this.#player.onSaid = () => this.#applyThoseInside()
    this.#player.onDone = () => this.#applyThoseAtOnce()
    this.#session = new Session({ tape: this.#player })
  }

  get #comparison(): Comparison {
    return this.#player.comparison
  }

  async toTheEnd(): Promise<void> {
    const { script } = this.#player
    while (script.next && script.next.type !== 'stop' && !this.#isOver) {
      const { next } = script
      await nextTurns(1)
      // What happened meanwhile may have brought it.
      if (script.next === next && !this.#isOver) await this.#goOn(next)
    }
    await nextTurns(1)
    this.#comparison.end()
  }

  end(): Played {
    const { comparison, outside, notes } = this.#player
    const { parting, same } = comparison
    const ground = { session: this.#session, same, cause: this.#cause, waiting: outside.waiting }
    const difference = parting && differenceOf({ ...ground, parting })
    outside.end()
    this.#session.destroy()
    return { same, difference, notes: [...notes] }
  }

  get #isOver(): boolean {
    return this.#comparison.parting !== undefined
  }

  async #goOn(event: RecordedEvent): Promise<void> {
    if (isOutput(event)) return this.#waitFor(event)
    if (!isInput(event)) return this.#player.script.pass()
    this.#runDue(event)
    if (this.#player.script.next === event && !this.#isOver) this.#apply(event)
  }

  /** The session is to say something. */
  async #waitFor(event: RecordedEvent): Promise<void> {
    const { script, flushes } = this.#player
    const isThere = (): boolean => script.next !== event || this.#isOver
    if (flushes.hurry() && isThere()) return
    this.#runDue(event)
    for (let turn = 0; turn < patience && !isThere(); turn++) {
      await nextTurns(1)
      flushes.hurry()
    }
    if (!isThere()) this.#comparison.miss()
  }

  /** Timers that the recording does not know run when their time has come. */
  #runDue({ t }: RecordedEvent): void {
    const { clock } = this.#player
    for (let run = clock.takeDue(t); run; run = clock.takeDue(t)) run()
  }

  /** Another input may have come a few microtasks later. */
  #expectNext(): void {
    const { nextInput } = this.#player.script
    if (nextInput?.hops && !this.#isByItself(nextInput)) this.#applyIn(nextInput.hops, nextInput)
  }

  #applyIn(hops: number, event: RecordedEvent): void {
    queueMicrotask(() => {
      if (hops > 1) this.#applyIn(hops - 1, event)
      else if (this.#player.script.next === event && !this.#isOver) this.#apply(event)
    })
  }

  /** A line may break when something is sent over it. */
  #applyThoseInside(): void {
    const { next } = this.#player.script
    if (next?.inside && !this.#isOver) this.#apply(next)
  }

  /** Others came before anything could follow. */
  #applyThoseAtOnce(): void {
    const { next } = this.#player.script
    if (this.#isApplying || this.#isOver || next?.hops !== 0 || this.#isByItself(next)) return
    this.#apply(next)
  }

  /** A flush comes in its own microtask, and so does what was outside. */
  #isByItself({ type }: RecordedEvent): boolean {
    return type === 'settled' || (type === 'flush' && this.#flushes === 'microtask')
  }

  #apply(event: RecordedEvent): void {
    if (!isInput(event)) return
    const wasApplying = this.#isApplying
    this.#isApplying = true
    try {
      this.#do(event)
    } catch (error) {
      // As in an application, an effect that throws comes up here, and ends nothing.
      this.#player.notes.add(`${(error as Error).name}: ${(error as Error).message}`)
    }
    this.#isApplying = wasApplying
    this.#applyThoseAtOnce()
  }

  #do(event: RecordedEvent & InputEvent): void {
    const player = this.#player
    switch (event.type) {
      case 'mount':
        return this.#mount(event)
      case 'end':
        return this.#session.destroy()
      case 'flush':
        return player.flushes.release()
      case 'font':
        return this.#registerFont(event)
      default:
        // Who is over takes nothing more; what it does not say any more is told.
        if (this.#session.isOver) return player.script.pass()
        player.input(() => this.#takeIn(event))
        if (event.type === 'attach') this.#connect()
    }
  }

  /** The application is told when the session has its first browser. */
  #connect(): void {
    if (!this.#isConnected) this.#stage.connect?.(this.#session)
    this.#isConnected = true
  }

  #takeIn(event: RecordedEvent): void {
    const session = this.#session
    const { clock, outside } = this.#player
    switch (event.type) {
      case 'attach':
        return session.attach(this.#peerOf(event.line), event.hello)
      case 'detach':
        return session.detach(this.#peerOf(event.line), event.isForGood)
      case 'in':
        return session.receive(this.#peerOf(event.line), frameIn(event))
      case 'flush-now':
        return session.flush()
      case 'timer':
        return clock.take(event.number, event.delay)?.()
      case 'settled':
        return outside.settle(event.name, event.call, event)
      case 'signal':
        return outside.change(event.name, event)
      case 'fetched':
        return this.#player.fetched(event.number, event.sent)
      case 'fetch-end':
        return this.#player.fetchEnded(event.number, event.error)
      default:
    }
  }

  #mount(event: RecordedEvent): void {
    const { script, notes } = this.#player
    this.#stage.mount?.(this.#session)
    if (script.next !== event) return
    script.pass()
    notes.add('The session was told to show something, by what the recording does not know')
  }

  /** Its file had an address, which is the next that was given. */
  #registerFont({ family, url }: Extract<RecordedEvent, { readonly type: 'font' }>): void {
    const { script } = this.#player
    script.pass()
    const address = url ?? script.takeReading('address')?.address
    if (address !== undefined) this.#session.registerFont({ family, url: address })
  }

  #peerOf(line: number): Peer {
    const known = this.#peers.get(line)
    if (known) return known
    const made = this.#player.newPeer(line)
    this.#peers.set(line, made)
    return made
  }
}

function frameIn(event: RecordedFrame): string | Uint8Array {
  if ('frame' in event) return event.frame
  return 'bytes' in event ? Buffer.from(event.bytes, 'base64') : ''
}

async function nextTurns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => nextTurn(resolve))
}
