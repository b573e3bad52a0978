// The answers that our session waits for, by the ids that it gave: turned into its terms, or given here when there was
// nothing to ask the browser.

import type { ErrorMessage, Json, RequestId, ResultMessage } from '../../protocol/messages.ts'
import type { Question } from './telling.ts'

export type Reply = ResultMessage | ErrorMessage

export class Answers {
  readonly #questions = new Map<RequestId, Question>()

  /** @param question  undefined for a request of which only the end is waited for */
  expect(id: RequestId, question: Question | undefined): void {
    this.#questions.set(id, question ?? {})
  }

  /**
   * @param inOurs  the value of a result with the numbers of ours
   * @returns what the session is told; nothing of what it did not ask for
   */
  take(reply: Reply, inOurs: (value: Json) => Json): Reply[] {
    const { id } = reply
    if (reply.type === 'error') return [id === undefined ? reply : this.#failed(reply, id)]
    const errors = errorsIn(reply.value).map((error): Reply => ({ type: 'error', error }))
    if (id === undefined) return errors
    const question = this.#take(id)
    if (question?.error !== undefined) return [{ type: 'error', id, error: question.error }]
    if (!question?.turn) return [...errors, resultOf(id, question?.answer)]
    const value = reply.value === undefined ? undefined : inOurs(reply.value)
    return [resultOf(id, question.turn(value))]
  }

  clear(): void {
    this.#questions.clear()
  }

  #failed({ error }: ErrorMessage, id: RequestId): Reply {
    this.#take(id)
    return { type: 'error', id, error }
  }

  #take(id: RequestId): Question | undefined {
    const question = this.#questions.get(id)
    this.#questions.delete(id)
    return question
  }
}

function resultOf(id: RequestId, value: Json | undefined): Reply {
  return { type: 'result', id, ...(value !== undefined && { value }) }
}

/** What has gone wrong in a batch stands in its value. */
function errorsIn(value: Json | undefined): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  const { errors } = value as { readonly errors?: Json }
  return Array.isArray(errors) ? errors.filter((error) => typeof error === 'string') : []
}
