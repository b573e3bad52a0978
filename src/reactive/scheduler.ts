// Collects stale jobs and runs them together in one microtask, parents before children. Where there is more to do
// than a slice of time holds, the rest waits until others have had their turn; the flush ends when all is done.

/** Something that has to be done again. */
export interface Job {
  /** Distance from the root, in components. A parent's run may make its children's runs needless. */
  readonly depth: number
  /** Among jobs of one depth, the lower comes first. */
  readonly order: number
  /** Whether it waits in a scheduler; kept by the scheduler. */
  isStale: boolean
  run(): void
  /** Tells people which job it is, when it never comes to rest. */
  describe(): string
}

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

export class Scheduler {
  readonly #options: SchedulerOptions
  /** Stale jobs by depth. Jobs that were removed stay in their list and are passed over. */
  readonly #levels: Job[][] = []
  readonly #runs = new Map<Job, number>()
  #lowest = Infinity
  #isRequested = false
  #isFlushing = false
  /** When the flush began that is being done in slices. */
  #slicedSince: number | undefined

  constructor(options: SchedulerOptions) {
    this.#options = options
  }

  add(job: Job): void {
    if (job.isStale) return
    job.isStale = true
    // What comes from outside, between two slices, is no loop.
    if (!this.#isFlushing) this.#runs.delete(job)
    while (this.#levels.length <= job.depth) this.#levels.push([])
    this.#levels[job.depth]!.push(job)
    if (job.depth < this.#lowest) this.#lowest = job.depth
    this.request()
  }

  remove(job: Job): void {
    job.isStale = false
  }

  /** Asks for a flush even if no job is stale. */
  request(): void {
    if (this.#isRequested || this.#isFlushing) return
    this.#isRequested = true
    const defer = this.#options.defer ?? queueMicrotask
    defer(() => this.#flushSlice())
  }

  /** Runs everything that is stale now, in this very call. */
  flush(): void {
    this.#flushUntil(Infinity)
  }

  /** Runs as much as a slice holds. */
  #flushSlice(): void {
    if (!this.#isRequested) return
    const { slices } = this.#options
    if (!slices) return this.flush()
    const now = slices.now()
    this.#slicedSince ??= now
    this.#flushUntil(now - this.#slicedSince < mostSliced ? now + slices.time : Infinity)
    if (this.#isRequested) slices.pause(() => this.#flushSlice())
  }

  /** When time is over what is left is stale still, and is asked for again. */
  #flushUntil(end: number): void {
    if (this.#isFlushing) return
    this.#isFlushing = true
    this.#isRequested = false
    try {
      do {
        this.#isRequested = !this.#drain(end)
        if (this.#isRequested) return
        this.#options.onDrained()
      } while (this.#lowest < Infinity)
      this.#runs.clear()
      this.#slicedSince = undefined
    } finally {
      this.#isFlushing = false
    }
    this.#options.onFlushed()
  }

  /** @returns false when time is over before all is done */
  #drain(end: number): boolean {
    while (this.#lowest < this.#levels.length) {
      const level = this.#levels[this.#lowest]!
      if (level.length === 0) this.#lowest++
      else if (!this.#runLevel(this.#lowest, level, end)) return false
    }
    this.#lowest = Infinity
    return true
  }

  /**
   * Runs a level in order, until a job makes a parent stale.
   *
   * @returns false when time is over
   */
  #runLevel(depth: number, level: Job[], end: number): boolean {
    sortJobs(level)
    let at = 0
    let isInTime = true
    while (isInTime && at < level.length && this.#lowest === depth) {
      this.#run(level[at++]!)
      isInTime = end === Infinity || this.#options.slices!.now() < end
    }
    level.splice(0, at)
    return isInTime
  }

  #run(job: Job): void {
    if (!job.isStale) return
    job.isStale = false
    try {
      this.#count(job)
      job.run()
    } catch (error) {
      this.#options.onError(error, job)
    }
  }

  #count(job: Job): void {
    const runs = (this.#runs.get(job) ?? 0) + 1
    this.#runs.set(job, runs)
    if (runs <= mostRuns) return
    throw new Error(
      `${job.describe()} became stale ${mostRuns} times in one flush: it changes what it reads. Write the signal in a handler or an effect, not while rendering`,
    )
  }
}

/**
 * From first to last; but very many from last to first, so that each that is put in finds the one
 * after it in place and need not look for it past all the others.
 */
function sortJobs(jobs: Job[]): void {
  const direction = jobs.length > many ? -1 : 1
  // Most often they are in order already, which is seen in one walk.
  const isSorted = jobs.every(
    (job, at) => at === 0 || (job.order - jobs[at - 1]!.order) * direction >= 0,
  )
  if (!isSorted) jobs.sort((a, b) => (a.order - b.order) * direction)
}

const many = 200
