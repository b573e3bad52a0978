// Jobs that wait for their turn. The list that they are in is used again and again.

import type { Job } from './job.ts'

/** A list that had more at once is given up when they are done. */
const manyJobs = 200

export class Lane {
  #jobs: (Job | undefined)[] = []
  size = 0
  /** Whether they have come in their order; and that of the last one, which is never below 0. */
  #isSorted = true
  #last = -1

  get isEmpty(): boolean {
    return this.size === 0
  }

  push(job: Job): void {
    this.#jobs[this.size++] = job
    const { order } = job
    if (order < this.#last) this.#isSorted = false
    this.#last = order
  }

  at(position: number): Job {
    return this.#jobs[position]!
  }

  dropFirst(count: number): void {
    const jobs = this.#jobs
    const { size } = this
    for (let at = 0; at < size; at++) jobs[at] = at + count < size ? jobs[at + count] : undefined
    this.size -= count
    if (this.size > 0) return
    this.#isSorted = true
    this.#last = -1
    // What was many once need not keep its room.
    if (size > manyJobs) this.#jobs = []
  }

  /** From first to last. Most often they have come like that. */
  sort(): void {
    if (this.#isSorted) return
    this.#jobs.length = this.size
    this.#jobs.sort((a, b) => a!.order - b!.order)
    this.#isSorted = true
    this.#last = this.#jobs[this.size - 1]!.order
  }
}
