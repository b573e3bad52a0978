// A clock that stands still as any manual one, but for what is due at once: that is done at the end of the turn, so
// that who awaits it need not say so.

import { ManualClock } from './manual-clock.ts'

export class PromptClock extends ManualClock {
  #isExpected = false
  #mistake: { readonly error: unknown } | undefined

  override setTimeout(run: () => void, delay: number): ReturnType<ManualClock['setTimeout']> {
    if (delay <= 0 && !this.#isExpected) {
      this.#isExpected = true
      queueMicrotask(() => this.#runDue())
    }
    return super.setTimeout(run, delay)
  }

  /**
   * Does all that is due now.
   *
   * @throws what was thrown by anything of it since it was asked last
   */
  settle(): void {
    while (this.due <= this.now()) this.advance(0)
    const mistake = this.#mistake
    this.#mistake = undefined
    if (mistake) throw mistake.error
  }

  /** Nobody is there to catch anything. */
  #runDue(): void {
    this.#isExpected = false
    try {
      this.advance(0)
    } catch (error) {
      this.#mistake ??= { error }
    }
  }
}
