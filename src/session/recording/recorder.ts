// Keeps what happens to a session and what it says, in the order in which it happens.

import { randomUUID } from 'node:crypto'
import { signal } from '../../reactive/signals.ts'
import type { ReadonlySignal } from '../../reactive/signals.ts'
import type { Font } from '../font.ts'
import type { Hello, Peer } from '../peer.ts'
import { serverClock } from '../server-clock.ts'
import type { OnError, SessionOptions } from '../session-options.ts'
import { formatVersion, keptOptions } from './events.ts'
import type { InputEvent, Outcome, RecordingHeader } from './events.ts'
import { Journal } from './journal.ts'
import { failureOf, jsonOf, outcomeOf } from './outcome.ts'
import { frameOf } from './recorded-frame.ts'
import type { RecordOptions } from './record-options.ts'
import { recordedOptions } from './recorded-options.ts'
import type { Recording } from './recording.ts'
import type { Shown } from './shown.ts'
import { RecordedPeer } from './recorded-peer.ts'
import type { Deed, Tape } from './tape.ts'
import { ownVersion } from './version.ts'

/** A signal of outside, and what follows it in the session. */
interface Followed {
  readonly outside: ReadonlySignal<unknown>
  readonly followed: ReadonlySignal<unknown>
}

/** The session itself. */
export interface RecordedSession {
  readonly shown: Shown
  /** Told when something cannot be kept. */
  readonly report: OnError
}

export class Recorder implements Tape {
  readonly options: SessionOptions
  readonly #journal: Journal
  readonly #report: RecordedSession['report']
  readonly #peers = new WeakMap<Peer, RecordedPeer>()
  readonly #calls = new Map<string, number>()
  readonly #followed = new Map<string, Followed>()
  readonly #ends: (() => void)[] = []
  /** Names of what gave something that cannot be kept; each is told once. */
  readonly #lost = new Set<string>()
  #lastLine = 0
  /** Inside of something that has been noted: what is done to the session there follows from that. */
  #depth = 0
  /** Whether a flush has been put off. */
  #isDue = false
  /** The session has ended. */
  #isOver = false

  constructor(given: SessionOptions, record: RecordOptions, session: RecordedSession) {
    const id = given.id ?? randomUUID()
    const clock = given.clock ?? serverClock
    this.#report = session.report
    this.#journal = new Journal(record, { ...session, id, clock })
    this.#journal.begin(headerOf(given, id, clock.now()), record.app)
    this.options = recordedOptions(
      { ...given, id, clock },
      {
        note: (event) => this.#journal.note(event),
        input: (event, work) => this.#input(event, work),
        taken: () => this.#journal.learn(),
        hide: (secret) => this.#journal.hide(secret),
        due: (isDue) => {
          const was = this.#isDue
          this.#isDue = isDue
          return was
        },
      },
    )
  }

  get recording(): Recording {
    return this.#journal
  }

  attach(peer: Peer, hello: Hello, work: (peer: Peer) => void): void {
    const line = ++this.#lastLine
    const taped = new RecordedPeer(line, peer, (event) => this.#journal.note(event))
    this.#peers.set(peer, taped)
    if (hello.credentials) this.#journal.hide(hello.credentials.token)
    this.#input({ type: 'attach', line, hello }, () => work(taped))
  }

  detach(peer: Peer, isForGood: boolean, work: (peer: Peer) => void): void {
    const taped = this.#peers.get(peer)
    if (!taped) return work(peer)
    this.#peers.delete(peer)
    this.#input({ type: 'detach', line: taped.line, isForGood }, () => work(taped))
  }

  receive(peer: Peer, frame: string | Uint8Array, work: (peer: Peer) => void): void {
    const taped = this.#peers.get(peer)
    if (!taped) return work(peer)
    this.#input({ type: 'in', line: taped.line, ...frameOf(frame) }, () => work(taped))
  }

  act(deed: Deed, work: () => void): void {
    try {
      this.#fromOutside({ type: deed }, work)
    } finally {
      // Whatever has failed: who waits for its file must not wait for ever.
      if (deed === 'end') this.#end()
    }
  }

  font({ family, url }: Font, work: () => void): void {
    this.#fromOutside({ type: 'font', family, ...(url !== undefined && { url }) }, work)
  }

  flush(work: () => void): void {
    if (!this.#isDue) return work()
    this.#isDue = false
    this.#fromOutside({ type: 'flush-now' }, work)
  }

  ask<Value>(name: string, outside: () => Value): Value {
    const call = this.#nextCall(name)
    let value: Value
    try {
      value = outside()
    } catch (error) {
      this.#journal.note({ type: 'value', name, call, ...failureOf(error) })
      throw error
    }
    if (isAwaited(value)) return this.#await(name, call, value) as Value
    this.#journal.note({ type: 'value', name, call, ...this.#outcome(name, value) })
    return value
  }

  follow<Value>(name: string, outside: ReadonlySignal<Value>): ReadonlySignal<Value> {
    const known = this.#followed.get(name)
    if (known) return this.#known(name, known, outside)
    const followed = signal(outside.peek())
    this.#followed.set(name, { outside, followed })
    // Nobody would end it.
    if (this.#isOver) return followed
    const first = this.#outcome(name, followed.peek())
    this.#journal.note({ type: 'value', name, call: this.#nextCall(name), ...first })
    this.#ends.push(
      outside.subscribe((value) => {
        if (Object.is(value, followed.peek())) return
        this.#input({ type: 'signal', name, ...this.#outcome(name, value) }, () => {
          followed.value = value
        })
      }),
    )
    return followed
  }

  /** Another signal of the same name is not kept: what the session shows is right, and that is said. */
  #known<Value>(
    name: string,
    { outside: first, followed }: Followed,
    outside: ReadonlySignal<Value>,
  ): ReadonlySignal<Value> {
    if (first === outside) return followed as ReadonlySignal<Value>
    this.#tellLost(
      name,
      `recorded(${JSON.stringify(name)}) follows one signal already, and is given another one, which is not recorded: give each a name of its own`,
    )
    return outside
  }

  failed(error: unknown, where: string): void {
    const message = error instanceof Error ? error.message : String(error)
    this.#journal.note({ type: 'error', where, message })
  }

  async #await(name: string, call: number, promise: PromiseLike<unknown>): Promise<unknown> {
    this.#journal.note({ type: 'asked', name, call })
    try {
      const value = await promise
      this.#journal.noteInput({ type: 'settled', name, call, ...this.#outcome(name, value) })
      return value
    } catch (error) {
      this.#journal.noteInput({ type: 'settled', name, call, ...failureOf(error) })
      throw error
    }
  }

  #outcome(name: string, value: unknown): Outcome {
    const outcome = outcomeOf(value)
    if (outcome.lost !== undefined) {
      this.#tellLost(
        name,
        `recorded(${JSON.stringify(name)}) gave ${outcome.lost}, which a recording cannot keep: give what JSON can say`,
      )
    }
    return outcome
  }

  #tellLost(name: string, sentence: string): void {
    if (this.#lost.has(name)) return
    this.#lost.add(name)
    this.#report(new TypeError(sentence), 'record')
  }

  #nextCall(name: string): number {
    const call = (this.#calls.get(name) ?? 0) + 1
    this.#calls.set(name, call)
    return call
  }

  #fromOutside(event: InputEvent, work: () => void): void {
    if (this.#depth > 0) work()
    else this.#input(event, work)
  }

  #input(event: InputEvent, work: () => void): void {
    this.#journal.noteInput(event, this.#depth > 0)
    this.#depth++
    try {
      work()
    } finally {
      this.#depth--
    }
  }

  /** Who is told that a signal is not watched any more may throw. */
  #attempt(end: () => void): void {
    try {
      end()
    } catch (error) {
      this.#report(error, 'record')
    }
  }

  #end(): void {
    this.#isOver = true
    for (const end of this.#ends.splice(0)) this.#attempt(end)
    this.#journal.close()
  }
}

/** A promise, or what is awaited as one: such as the query that a builder of queries gives. */
function isAwaited(value: unknown): value is PromiseLike<unknown> {
  if (typeof value !== 'object' || value === null || !('then' in value)) return false
  return typeof value.then === 'function'
}

function headerOf(given: SessionOptions, id: string, now: number): RecordingHeader {
  const options = keptOptions
    .filter((name) => given[name] !== undefined)
    .map((name) => [name, given[name]])
  const user = jsonOf(given.user)
  return {
    treewire: ownVersion(),
    recording: formatVersion,
    id,
    at: new Date().toISOString(),
    ...(user !== undefined && { user }),
    options: Object.fromEntries(options) as RecordingHeader['options'],
    publishes: given.publisher !== undefined,
    flushes: given.defer ? 'later' : 'microtask',
    now,
  }
}
