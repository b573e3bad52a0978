// Compares what a session says now with what it said when it was recorded, until the first difference.

import type { OutputEvent, RecordedEvent } from '../../session/recording/events.ts'
import { isOutput } from '../../session/recording/events.ts'
import { isSameFrame } from '../../session/recording/recorded-frame.ts'
import type { Script } from './script.ts'

/** Where they part. What comes next in the recording may be no output; nothing may be said now. */
export interface Parting {
  readonly recorded: RecordedEvent
  readonly now: OutputEvent | undefined
  /** Of the event of the recording, from 0. */
  readonly at: number
}

export class Comparison {
  readonly #script: Script
  /** What was said and is the same. */
  readonly same: OutputEvent[] = []
  #parting: Parting | undefined
  #isOver = false

  constructor(script: Script) {
    this.#script = script
  }

  get parting(): Parting | undefined {
    return this.#parting
  }

  /** Nothing is compared any more. */
  end(): void {
    this.#isOver = true
  }

  /** The session says something. */
  take(said: OutputEvent): void {
    if (this.#isOver || this.#parting) return
    this.#script.passReadings()
    const { next, at } = this.#script
    // Behind the recorded point it may say what it likes.
    if (next === undefined || next.type === 'stop') return
    if (isOutput(next) && isSame(next, said)) {
      this.same.push(said)
      this.#script.pass()
    } else this.#parting = { recorded: next, now: said, at }
  }

  /** The session says nothing, and the recording says that it did. */
  miss(): void {
    const { next, at } = this.#script
    if (next) this.#parting ??= { recorded: next, now: undefined, at }
  }
}

function isSame(recorded: OutputEvent, now: OutputEvent): boolean {
  if (recorded.type === 'error' && now.type === 'error') {
    return recorded.where === now.where && recorded.message === now.message
  }
  if (recorded.type === 'close' && now.type === 'close') {
    return (
      isOnSameLine(recorded, now) && recorded.code === now.code && recorded.reason === now.reason
    )
  }
  if (recorded.type === 'out' && now.type === 'out') {
    return isOnSameLine(recorded, now) && isSameFrame(recorded, now)
  }
  return false
}

function isOnSameLine(one: { readonly line: number }, other: { readonly line: number }): boolean {
  return one.line === other.line
}
