// What a session that is recorded is made with: everything that it takes from outside is noted on its way in.

import type { Slices } from '../../reactive/scheduler.ts'
import type { Clock } from '../../protocol/clock.ts'
import type { Offer, Publisher } from '../publisher.ts'
import type { SessionOptions } from '../session-options.ts'
import { sliced } from '../slices.ts'
import type { InputEvent, SessionEvent } from './events.ts'

/** Where it is noted. */
interface Notes {
  readonly note: (event: SessionEvent) => void
  /** Something that is done to the session, and what it does then. */
  readonly input: (event: InputEvent, work: () => void) => void
  /** A message of a browser has been taken. */
  readonly taken: () => void
  /** A text that is not to be read in the recording. */
  readonly hide: (secret: string) => void
  /** Says whether a flush has been put off. @returns whether one had been before */
  readonly due: (isDue: boolean) => boolean
}

export function recordedOptions(
  given: SessionOptions & { readonly clock: Clock },
  notes: Notes,
): SessionOptions {
  const { defer = queueMicrotask, sliceTime, publisher, shareUrl } = given
  const flushLater = new PutOffFlush(notes)
  return {
    ...given,
    clock: recordedClock(given.clock, notes),
    onTaken: notes.taken,
    defer: (flush) => flushLater.by(defer, flush),
    ...(sliceTime !== undefined && { slices: flushLater.slices(sliced(sliceTime)) }),
    ...(publisher && { publisher: recordedPublisher(publisher, notes) }),
    ...(shareUrl && {
      shareUrl: (base) => {
        const url = shareUrl(base)
        notes.hide(lastPart(url, '.'))
        notes.note({ type: 'share', url })
        return url
      },
    }),
  }
}

function recordedClock(clock: Clock, { note, input }: Notes): Clock {
  let lastTimer = 0
  return {
    now: () => {
      const value = clock.now()
      note({ type: 'now', value })
      return value
    },
    random: () => {
      const value = clock.random()
      note({ type: 'random', value })
      return value
    },
    setTimeout: (run, delay) => {
      const number = ++lastTimer
      return clock.setTimeout(() => input({ type: 'timer', number, delay }, run), delay)
    },
    clearTimeout: (handle) => clock.clearTimeout(handle),
  }
}

/** A flush that comes later, in one go or in slices. */
class PutOffFlush {
  readonly #notes: Notes
  /** At the clock, in this slice. */
  #looks = 0

  constructor(notes: Notes) {
    this.#notes = notes
  }

  by(defer: (flush: () => void) => void, flush: () => void): void {
    this.#notes.due(true)
    defer(() => this.#run(flush))
  }

  slices(slices: Slices): Slices {
    return {
      time: slices.time,
      now: () => {
        this.#looks++
        return slices.now()
      },
      pause: (next) => {
        this.#notes.note({ type: 'cut', looks: this.#looks })
        this.by((flush) => slices.pause(flush), next)
      },
    }
  }

  /** One that somebody has hurried before has nothing to do. */
  #run(flush: () => void): void {
    this.#looks = 0
    if (this.#notes.due(false)) this.#notes.input({ type: 'flush' }, flush)
    else flush()
  }
}

function recordedPublisher(publisher: Publisher, { note, input, hide }: Notes): Publisher {
  let lastOffer = 0
  const noteAddress = (address: string): void => {
    hide(lastPart(address, '/'))
    note({ type: 'address', address })
  }
  return {
    font: (bytes, type) => {
      const published = publisher.font(bytes, type)
      noteAddress(published.address)
      return published
    },
    offer: (offer) => {
      const number = ++lastOffer
      const offered = publisher.offer(recordedOffer(offer, number, input))
      noteAddress(offered.address)
      return offered
    },
  }
}

function recordedOffer(offer: Offer, number: number, input: Notes['input']): Offer {
  return {
    ...offer,
    onProgress: (sent) => input({ type: 'fetched', number, sent }, () => offer.onProgress(sent)),
    onEnd: (error) =>
      input({ type: 'fetch-end', number, ...(error && { error: error.message }) }, () =>
        offer.onEnd(error),
      ),
  }
}

function lastPart(text: string, sign: string): string {
  return text.slice(text.lastIndexOf(sign) + 1)
}
