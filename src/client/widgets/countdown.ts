// Time that runs down, and can be held.

export class Countdown {
  readonly #over: () => void
  #left: number | undefined
  #since = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #isHeld = false

  /** @param over  told once, when the time has run down */
  constructor(over: () => void) {
    this.#over = over
  }

  /** @param duration  milliseconds from now, or from when it is no longer held; 0 never ends */
  start(duration: number): void {
    this.#pause()
    this.#left = duration > 0 ? duration : undefined
    if (!this.#isHeld) this.#run()
  }

  hold(isHeld: boolean): void {
    if (isHeld === this.#isHeld) return
    this.#isHeld = isHeld
    if (isHeld) this.#pause()
    else this.#run()
  }

  stop(): void {
    this.#pause()
    this.#left = undefined
  }

  #run(): void {
    const left = this.#left
    if (left === undefined) return
    this.#since = performance.now()
    this.#timer = setTimeout(
      () => {
        this.stop()
        this.#over()
      },
      Math.min(left, longest),
    )
  }

  #pause(): void {
    if (this.#timer === undefined) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#left = Math.max(0, (this.#left ?? 0) - (performance.now() - this.#since))
  }
}

/** What setTimeout can wait for, in milliseconds: 24.8 days. */
const longest = 2 ** 31 - 1
