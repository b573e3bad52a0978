// The events of a recording in their order, and how far a replay has come.

import { isInput, isReading } from '../../session/recording/events.ts'
import type { ReadingEvent, RecordedEvent } from '../../session/recording/events.ts'

export type EventOf<Type> = Extract<RecordedEvent, { readonly type: Type }>

export class Script {
  readonly events: readonly RecordedEvent[]
  /** Told of each input that has come, before anything follows from it. */
  onInput: (event: RecordedEvent) => void = () => undefined
  #at = 0
  #time = 0

  constructor(events: readonly RecordedEvent[]) {
    this.events = events
  }

  /** What comes next; undefined at the end. */
  get next(): RecordedEvent | undefined {
    return this.events[this.#at]
  }

  /** Of what comes next. */
  get at(): number {
    return this.#at
  }

  /** Milliseconds since the recording began, of what came last. */
  get time(): number {
    return this.#time
  }

  /** It has happened. */
  pass(): void {
    const { next } = this
    this.#at++
    if (!next) return
    this.#time = Math.max(this.#time, next.t)
    if (isInput(next)) this.onInput(next)
  }

  /** Takes what comes next, if it is of this type and fits. */
  take<Type extends RecordedEvent['type']>(
    type: Type,
    fits: (event: EventOf<Type>) => boolean = () => true,
  ): EventOf<Type> | undefined {
    const { next } = this
    if (!isOf(next, type) || !fits(next)) return undefined
    this.pass()
    return next
  }

  /** The same of something that was looked at; others that were looked at before it may be left out. */
  takeReading<Type extends ReadingEvent['type']>(
    type: Type,
    fits: (event: EventOf<Type>) => boolean = () => true,
  ): EventOf<Type> | undefined {
    for (let at = this.#at; at < this.events.length; at++) {
      const event = this.events[at]!
      if (isOf(event, type) && fits(event)) {
        while (this.#at <= at) this.pass()
        return event
      }
      if (!isReading(event)) return undefined
    }
    return undefined
  }

  /** What was looked at and is not any more. */
  passReadings(): void {
    while (this.next && isReading(this.next)) this.pass()
  }

  /** The first input that is still to come. */
  get nextInput(): RecordedEvent | undefined {
    for (let at = this.#at; at < this.events.length; at++) {
      if (isInput(this.events[at]!)) return this.events[at]
    }
    return undefined
  }

  /** The first of this type that is still to come. @param until  no further than to one of these */
  ahead<Type extends RecordedEvent['type']>(
    type: Type,
    fits: (event: EventOf<Type>) => boolean,
    until?: RecordedEvent['type'],
  ): EventOf<Type> | undefined {
    for (let at = this.#at; at < this.events.length; at++) {
      const event = this.events[at]!
      if (isOf(event, type) && fits(event)) return event
      if (event.type === until) return undefined
    }
    return undefined
  }
}

function isOf<Type extends RecordedEvent['type']>(
  event: RecordedEvent | undefined,
  type: Type,
): event is EventOf<Type> {
  return event?.type === type
}
