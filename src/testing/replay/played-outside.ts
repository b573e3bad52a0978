// What was outside of a session when it was recorded: it is not asked again, but gives what it gave then.

import type { Json } from '../../protocol/messages.ts'
import { signal } from '../../reactive/signals.ts'
import type { ReadonlySignal, Signal } from '../../reactive/signals.ts'
import { mostHops } from '../../session/recording/events.ts'
import type { Outcome } from '../../session/recording/events.ts'
import type { EventOf, Script } from './script.ts'

interface Waiting {
  readonly name: string
  readonly call: number
  readonly resolve: (value: Json | undefined) => void
  readonly reject: (error: Error) => void
}

/** `load 2`: the second call of one name. */
type CallName = string

export class PlayedOutside {
  readonly #script: Script
  readonly #within: (work: () => void) => void
  readonly #calls = new Map<string, number>()
  readonly #waiting = new Map<CallName, Waiting>()
  /** What has come before it was asked for. */
  readonly #early = new Map<CallName, Outcome>()
  readonly #signals = new Map<string, Signal<unknown>>()
  readonly #ends: (() => void)[] = []

  /** @param within  runs something as a consequence of what was recorded */
  constructor(script: Script, within: (work: () => void) => void) {
    this.#script = script
    this.#within = within
  }

  /** Those that were asked and have given nothing yet. */
  get waiting(): string[] {
    return [...this.#waiting.values()].map(({ name }) => name)
  }

  ask(name: string): unknown {
    const call = this.#nextCall(name)
    const isIt = isCall(name, call)
    const value = this.#script.takeReading('value', isIt) ?? this.#find('value', isIt)
    if (value) return given(name, value)
    if (this.#script.takeReading('asked', isIt) ?? this.#find('asked', isIt)) {
      return this.#promise(name, call)
    }
    throw new Error(
      `recorded(${JSON.stringify(name)}) is called for the ${ordinal(call)} time, which the recording knows nothing of`,
    )
  }

  follow<Value>(name: string, outside: ReadonlySignal<Value>): ReadonlySignal<Value> {
    const known = this.#signals.get(name)
    if (known) return known as ReadonlySignal<unknown> as ReadonlySignal<Value>
    const made = signal<unknown>(this.ask(name))
    this.#signals.set(name, made)
    let isFirst = true
    const end = outside.subscribe(() => {
      // What the session itself has written, if the recording says so.
      if (!isFirst) this.#takeOwn(name, made)
      isFirst = false
    })
    this.#ends.push(end)
    return made as ReadonlySignal<unknown> as ReadonlySignal<Value>
  }

  /** The recording has come to the end of a promise. */
  settle(name: string, call: number, outcome: Outcome): void {
    const waiting = this.#waiting.get(callName(name, call))
    if (!waiting) {
      this.#early.set(callName(name, call), outcome)
      return
    }
    this.#waiting.delete(callName(name, call))
    end(waiting, outcome)
  }

  /** The recording has come to another value of a signal. */
  change(name: string, outcome: Outcome): void {
    const followed = this.#signals.get(name)
    if (followed) followed.value = given(name, outcome)
  }

  end(): void {
    for (const stop of this.#ends.splice(0)) stop()
  }

  #takeOwn(name: string, followed: Signal<unknown>): void {
    const event = this.#script.take('signal', (one) => one.name === name)
    if (event) followed.value = given(name, event)
  }

  #promise(name: string, call: number): Promise<unknown> {
    const key = callName(name, call)
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { name, call, resolve, reject }
      const early = this.#early.get(key)
      if (early) end(waiting, early)
      else {
        this.#waiting.set(key, waiting)
        this.#look(waiting, mostHops)
      }
    })
  }

  /**
   * What ends in the turn in which it was asked ends in its own microtask, in front of some that are under way then and
   * behind others. Another chain of microtasks that begins where it began has the same place among them.
   */
  #look(waiting: Waiting, hops: number): void {
    queueMicrotask(() => {
      const { name, call } = waiting
      if (hops === 0 || !this.#waiting.has(callName(name, call))) return
      const isIt = isCall(name, call)
      const event = this.#script.take('settled', (one) => one.hops !== undefined && isIt(one))
      if (event) this.#within(() => this.settle(name, call, event))
      else this.#look(waiting, hops - 1)
    })
  }

  #find<Type extends 'value' | 'asked'>(type: Type, isIt: (event: Call) => boolean) {
    return this.#script.events.find(
      (event): event is EventOf<Type> => event.type === type && isIt(event as EventOf<Type>),
    )
  }

  #nextCall(name: string): number {
    const call = (this.#calls.get(name) ?? 0) + 1
    this.#calls.set(name, call)
    return call
  }
}

interface Call {
  readonly name: string
  readonly call: number
}

function isCall(name: string, call: number): (event: Call) => boolean {
  return (event) => event.name === name && event.call === call
}

function callName(name: string, call: number): CallName {
  return `${name} ${call}`
}

function end({ name, resolve, reject }: Waiting, outcome: Outcome): void {
  try {
    resolve(given(name, outcome) as Json | undefined)
  } catch (error) {
    reject(error as Error)
  }
}

/** @throws what was thrown then */
function given(name: string, { value, error, lost }: Outcome): unknown {
  if (error) throw Object.assign(new Error(error.message), { name: error.name })
  if (lost !== undefined) {
    throw new Error(
      `The recording could not keep what recorded(${JSON.stringify(name)}) gave, ${lost}: let it give what JSON can say, and record anew`,
    )
  }
  return value
}

function ordinal(count: number): string {
  const end =
    ['th', 'st', 'nd', 'rd'][count % 100 > 10 && count % 100 < 14 ? 0 : count % 10] ?? 'th'
  return `${count}${end}`
}
