// Collects stale jobs and runs them together in one microtask, parents before children. Where there is more to do
// than a slice of time holds, the rest waits until others have had their turn; the flush ends when all is done.

import { LATE, LEAF } from './job.ts'
import type { Job } from './job.ts'
import { Lane } from './lane.ts'

/** Below all components. A whole number: another would be an object of its own, in each scheduler. */
const NOWHERE = 2 ** 30

export interface SchedulerOptions {
  /** Runs when no job is left; may add jobs, which then run in the same flush. */
  readonly onDrained: () => void
  /** Runs once at the end of a flush. */
  readonly onFlushed: () => void
  /** A job threw, or never came to rest; the others go on. */
  readonly onError: (error: unknown, job: Job) => void
  /** Puts a flush off; a microtask unless told otherwise. */
  readonly defer?: (flush: () => void) => void
  /** Cuts a long flush into slices; it is done in one go without. */
  readonly slices?: Slices
  /** Told when a flush works and when it rests; nobody is unless given. */
  readonly stopwatch?: Stopwatch
}

/** Follows the work of one flush after the other. */
export interface Stopwatch {
  /** A flush begins, or goes on; so does work that is held for it. */
  start(): void
  /** The rest of it comes when others have had their turn. */
  pause(): void
  /** It is over, and what `onFlushed` does is too, even where that threw. */
  stop(): void
}

export interface Slices {
  /** Milliseconds of one slice. */
  readonly time: number
  now(): number
  /** Puts the next slice off until others have had their turn. */
  pause(next: () => void): void
}

/** Milliseconds of a flush in slices: work that comes as fast as it is done would put its end off for ever. */
const mostSliced = 500

/** How often one job may run in one flush before it is taken for a loop. */
const mostRuns = 100

/** So many leaves are run between two looks at the clock. */
const leavesPerLook = 16

export class Scheduler {
  readonly #options: SchedulerOptions
  /** Stale jobs by depth. Jobs that were removed stay in their list and are passed over. */
  readonly #levels: Lane[] = []
  readonly #leaves = new Lane()
  readonly #late = new Lane()
  /** How often jobs have become stale while flushing; undefined while none has. */
  #again: Map<Job, number> | undefined
  readonly #flushSoon = (): void => this.#flushSlice()
  /** The lowest depth that has jobs, or `NOWHERE`. */
  #lowest = NOWHERE
  /** How many jobs wait in all lists. */
  #waiting = 0
  #isRequested = false
  #isFlushing = false
  /** Whether a flush was asked for while one is under way. */
  #isAsked = false
  /** When the flush began that is being done in slices. */
  #slicedSince: number | undefined

  constructor(options: SchedulerOptions) {
    this.#options = options
  }

  add(job: Job): void {
    if (job.isStale) return
    job.isStale = true
    if (this.#isFlushing) this.#countAgain(job)
    this.#laneAt(job.depth).push(job)
    this.#waiting++
    this.request()
  }

  remove(job: Job): void {
    job.isStale = false
  }

  /** Asks for a flush even if no job is stale. */
  request(): void {
    if (this.#isFlushing) this.#isAsked = true
    if (this.#isRequested || this.#isFlushing) return
    this.#isRequested = true
    const { defer } = this.#options
    if (defer) defer(this.#flushSoon)
    else queueMicrotask(this.#flushSoon)
  }

  /** Runs `work` as a part of a flush that comes after it: what is asked for meanwhile has to wait. */
  hold<Result>(work: () => Result): Result {
    if (this.#isFlushing) return work()
    const { stopwatch } = this.#options
    stopwatch?.start()
    this.#isFlushing = true
    this.#isAsked = false
    try {
      return work()
    } finally {
      this.#isFlushing = false
      stopwatch?.pause()
      if (this.#isAsked) this.request()
    }
  }

  /** Runs everything that is stale now, in this very call. */
  flush(): void {
    this.#flushUntil(Infinity)
  }

  #laneAt(depth: number): Lane {
    if (depth === LEAF) return this.#leaves
    if (depth === LATE) return this.#late
    while (this.#levels.length <= depth) this.#levels.push(new Lane())
    if (depth < this.#lowest) this.#lowest = depth
    return this.#levels[depth]!
  }

  /** Runs as much as a slice holds. */
  #flushSlice(): void {
    if (!this.#isRequested) return
    const { slices } = this.#options
    if (!slices) return this.flush()
    const now = slices.now()
    this.#slicedSince ??= now
    this.#flushUntil(now - this.#slicedSince < mostSliced ? now + slices.time : Infinity)
    if (this.#isRequested) slices.pause(this.#flushSoon)
  }

  /** When time is over what is left is stale still, and is asked for again. */
  #flushUntil(end: number): void {
    if (this.#isFlushing) return
    const { stopwatch } = this.#options
    let isOver = true
    stopwatch?.start()
    try {
      this.#work(end)
      isOver = !this.#isRequested
      if (isOver) this.#options.onFlushed()
    } finally {
      if (isOver) stopwatch?.stop()
      else stopwatch?.pause()
    }
  }

  #work(end: number): void {
    this.#isFlushing = true
    this.#isRequested = false
    try {
      do {
        this.#isRequested = !this.#drain(end)
        if (this.#isRequested) return
        this.#isAsked = false
        this.#options.onDrained()
      } while (this.#hasNext() || this.#isAsked)
      this.#again = undefined
      this.#slicedSince = undefined
    } finally {
      this.#isFlushing = false
    }
  }

  /** Finds the lowest depth that has jobs. @returns whether there are any at all */
  #hasNext(): boolean {
    if (this.#waiting === 0) return false
    const levels = this.#levels
    while (this.#lowest < levels.length && levels[this.#lowest]!.isEmpty) this.#lowest++
    if (this.#lowest >= levels.length) this.#lowest = NOWHERE
    return true
  }

  /** @returns false when time is over before all is done */
  #drain(end: number): boolean {
    // A slice that ends with the last job leaves nothing.
    while (this.#hasNext()) if (!this.#drainOnce(end)) return !this.#hasNext()
    return true
  }

  /** Runs the jobs that come first, until one makes another one stale that comes before them. */
  #drainOnce(end: number): boolean {
    if (this.#lowest < NOWHERE) {
      const level = this.#levels[this.#lowest]!
      level.sort()
      return this.#drainLane(level, end, 1)
    }
    if (this.#leaves.isEmpty) {
      this.#late.sort()
      return this.#drainLane(this.#late, end, 1)
    }
    this.#leaves.sort()
    return this.#drainLane(this.#leaves, end, leavesPerLook)
  }

  /** @returns false when time is over */
  #drainLane(lane: Lane, end: number, perLook: number): boolean {
    const lowest = this.#lowest
    let at = 0
    let isInTime = true
    while (isInTime && at < lane.size && this.#lowest === lowest && !this.#isTooEarly(lane)) {
      this.#run(lane.at(at++))
      if (end !== Infinity && at % perLook === 0) isInTime = this.#options.slices!.now() < end
    }
    lane.dropFirst(at)
    this.#waiting -= at
    return isInTime
  }

  #isTooEarly(lane: Lane): boolean {
    return lane === this.#late && !this.#leaves.isEmpty
  }

  #run(job: Job): void {
    if (!job.isStale) return
    job.isStale = false
    try {
      if (this.#again) this.#mustComeToRest(job, this.#again)
      job.run()
    } catch (error) {
      this.#options.onError(error, job)
    }
  }

  #countAgain(job: Job): void {
    this.#again ??= new Map()
    this.#again.set(job, (this.#again.get(job) ?? 0) + 1)
  }

  #mustComeToRest(job: Job, again: ReadonlyMap<Job, number>): void {
    if ((again.get(job) ?? 0) < mostRuns) return
    throw new Error(
      `${job.describe()} became stale ${mostRuns} times in one flush: it changes what it reads. Write the signal in a handler, or in an effect with inputs, not while rendering`,
    )
  }
}
