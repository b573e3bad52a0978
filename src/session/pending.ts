// Questions to the browser that wait for their answer, matched by id.

import type { Json, RequestId } from '../protocol/messages.ts'

interface Question {
  readonly what: string
  resolve(value: Json | undefined): void
  reject(error: Error): void
  readonly timer: NodeJS.Timeout
}

export class Pending {
  readonly #questions = new Map<RequestId, Question>()
  readonly #timeout: number

  /** @param timeout  milliseconds until a question is given up */
  constructor(timeout: number) {
    this.#timeout = timeout
  }

  /** @param what  the question in words, for the error: `Slider #4 get_value` */
  ask(id: RequestId, what: string): Promise<Json | undefined> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.fail(
          id,
          `${what} got no answer within ${this.#timeout} ms. Is the browser still there? The option "callTimeout" sets the time`,
        )
      }, this.#timeout)
      timer.unref()
      this.#questions.set(id, { what, resolve, reject, timer })
    })
  }

  /** @returns false when nobody asked */
  answer(id: RequestId, value: Json | undefined): boolean {
    const question = this.#take(id)
    question?.resolve(value)
    return question !== undefined
  }

  /** @returns false when nobody asked */
  fail(id: RequestId, reason: string): boolean {
    const question = this.#take(id)
    question?.reject(new Error(reason))
    return question !== undefined
  }

  /** The browser is gone: nobody will answer any more. */
  failAll(reason: string): void {
    for (const [id, { what }] of this.#questions) this.fail(id, `${what} got no answer: ${reason}`)
  }

  #take(id: RequestId): Question | undefined {
    const question = this.#questions.get(id)
    if (!question) return undefined
    this.#questions.delete(id)
    clearTimeout(question.timer)
    return question
  }
}
