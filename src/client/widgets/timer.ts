// A one-shot timer that runs in the browser. Every duration is in seconds.

import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { type Link, RemoteObject } from './remote-object.ts'

/** What setTimeout can wait for at once, in milliseconds: 24.8 days. */
const LONGEST = 2 ** 31 - 1

interface Run {
  readonly duration: number
  /** On the clock of `performance.now()`, in milliseconds. */
  readonly since: number
}

export class Timer extends RemoteObject implements BrowserMethods<'Timer'> {
  #duration: number
  #run: Run | undefined
  #timeout: ReturnType<typeof setTimeout> | undefined

  constructor(link: Link, ...[{ duration = 0 } = {}]: CreateArgs<'Timer'>) {
    super(link)
    this.#duration = duration
    this.own(() => this.stop())
  }

  /** Starts it, or starts it anew. A number is the default from now on. */
  start(duration: number | null = null): void {
    if (duration !== null) this.#duration = duration
    this.stop()
    this.#run = { duration: this.#duration, since: performance.now() }
    this.#wait()
  }

  stop(): void {
    clearTimeout(this.#timeout)
    this.#run = undefined
  }

  cancel(): void {
    const elapsed = this.elapsed_time()
    this.stop()
    this.emit('cancelled', elapsed)
  }

  set(duration: number): void {
    this.start(duration)
  }

  cond_set(duration: number): void {
    if (!this.is_set()) this.start(duration)
  }

  is_set(): boolean {
    return this.#run !== undefined
  }

  elapsed_time(): number {
    return this.#run ? (performance.now() - this.#run.since) / 1000 : 0
  }

  time_left(): number {
    return this.#run ? Math.max(0, this.#run.duration - this.elapsed_time()) : 0
  }

  set_duration(duration: number): void {
    this.#duration = duration
  }

  get_duration(): number {
    return this.#duration
  }

  #wait(): void {
    const left = this.time_left() * 1000
    if (left > LONGEST) this.#timeout = setTimeout(() => this.#wait(), LONGEST)
    else this.#timeout = setTimeout(() => this.#expire(), left)
  }

  #expire(): void {
    const duration = this.#run?.duration ?? this.#duration
    this.#run = undefined
    this.emit('expired', duration)
  }
}
