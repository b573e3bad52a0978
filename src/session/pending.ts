// Questions to the browser that wait for their answer, matched by id.

import type { Clock } from '../protocol/clock.ts'
import type { Json, RequestId } from '../protocol/messages.ts'
import type { Viewer } from '../reconciler/host.ts'

interface Question {
  readonly what: string
  readonly viewer: Viewer
  /** Known when it is sent. */
  id: number | undefined
  readonly resolve: (value: Json | undefined) => void
  readonly reject: (error: Error) => void
  timer: unknown
}

/** A question that was asked. */
export interface Asked {
  readonly answer: Promise<Json | undefined>
  /** Is to be told the id that the answer will carry, when the question is sent. */
  readonly onId: (id: number) => void
}

export class Pending {
  readonly #open = new Set<Question>()
  readonly #sent = new Map<RequestId, Question>()
  readonly #timeout: number
  readonly #clock: Clock

  /** @param timeout  milliseconds until a question is given up */
  constructor(timeout: number, clock: Clock) {
    this.#timeout = timeout
    this.#clock = clock
  }

  /**
   * @param what    the question in words, for the error: `Slider #4 get_value`
   * @param viewer  who is asked
   */
  ask(what: string, viewer: Viewer): Asked {
    const { promise, resolve, reject } = withResolvers()
    const question: Question = { what, viewer, id: undefined, resolve, reject, timer: undefined }
    question.timer = this.#clock.setTimeout(() => {
      this.#reject(
        question,
        `${what} got no answer within ${this.#timeout} ms. Is the browser still there? The option "callTimeout" sets the time`,
      )
    }, this.#timeout)
    this.#open.add(question)
    const onId = (id: number): void => {
      if (!this.#open.has(question)) return
      question.id = id
      this.#sent.set(id, question)
    }
    return { answer: promise, onId }
  }

  /** @returns false when nobody asked this viewer */
  answer(id: RequestId, viewer: Viewer, value: Json | undefined): boolean {
    const question = this.#askedOf(viewer, id)
    if (!question) return false
    this.#close(question)
    question.resolve(value)
    return true
  }

  /** @returns false when nobody asked this viewer */
  fail(id: RequestId, viewer: Viewer, reason: string): boolean {
    const question = this.#askedOf(viewer, id)
    if (question) this.#reject(question, reason)
    return question !== undefined
  }

  /** Nobody will answer any more, or not this viewer. */
  failAll(reason: string, viewer?: Viewer): void {
    for (const question of this.#open) {
      if (viewer !== undefined && question.viewer !== viewer) continue
      this.#reject(question, `${question.what} got no answer: ${reason}`)
    }
  }

  #askedOf(viewer: Viewer, id: RequestId): Question | undefined {
    const question = this.#sent.get(id)
    return question?.viewer === viewer ? question : undefined
  }

  #reject(question: Question, reason: string): void {
    this.#close(question)
    question.reject(new Error(reason))
  }

  #close(question: Question): void {
    this.#open.delete(question)
    if (question.id !== undefined) this.#sent.delete(question.id)
    this.#clock.clearTimeout(question.timer)
  }
}

/** `Promise.withResolvers`, which Node 20 has not. */
function withResolvers() {
  let resolve!: (value: Json | undefined) => void
  let reject!: (error: Error) => void
  const promise = new Promise<Json | undefined>((settle, fail) => {
    resolve = settle
    reject = fail
  })
  return { promise, resolve, reject }
}
