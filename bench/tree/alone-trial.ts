// Only the text of what the optimum has to say: JSON.stringify of its messages, which are made before.

import type { Screen } from './engine.ts'
import type { Message } from './message.ts'
import type { Trial } from './trial.ts'

export class AloneTrial implements Trial {
  readonly #inner: Trial
  #messages: readonly Message[] = []
  #text = ''
  /** There is nothing to flush, and the text is made already. */
  readonly screen: Screen = {
    flush: () => undefined,
    take: () => [],
    text: () => this.#text,
    unmount: () => undefined,
  }

  constructor(inner: Trial) {
    this.#inner = inner
    inner.screen.take()
  }

  prepare(): void {
    this.#inner.prepare(1)
    this.#inner.screen.take()
    this.#inner.change(0)
    this.#messages = this.#inner.screen.take()
  }

  change(): void {
    this.#text = JSON.stringify(this.#messages)
  }

  restore(): void {
    this.#inner.restore()
    this.#inner.screen.take()
  }

  expected(): string {
    return this.#inner.expected()
  }
}
