// Calls whose first argument is bytes, from their first part to their answer.

import { BytesCalls, type BytesMessage, type WholeCall } from '../protocol/bytes-calls.ts'
import type { RequestId } from '../protocol/messages.ts'
import { answerTo, failure, idOf, type MaybeAnswer, type Outcome } from './answers.ts'

export { type BytesMessage, isBytesMessage } from '../protocol/bytes-calls.ts'

interface Surroundings {
  readonly call: (whole: WholeCall) => Outcome | Promise<Outcome>
  /** The call with this id has all been carried out. */
  readonly done: (id: RequestId | undefined) => void
}

export class CallsWithBytes {
  readonly #page: Surroundings
  readonly #parts = new BytesCalls()

  constructor(page: Surroundings) {
    this.#page = page
  }

  /** Makes the call that this was the last part of. Never throws: what is wrong is in the answer. */
  take(part: BytesMessage | ArrayBuffer): MaybeAnswer | Promise<MaybeAnswer> {
    try {
      const isBytes = part instanceof ArrayBuffer
      const whole = isBytes ? this.#parts.takeBytes(part) : this.#parts.take(part)
      return whole && this.#make(whole)
    } catch (error) {
      return failure(idOf(part), error)
    }
  }

  /** The line is another one. */
  clear(): void {
    this.#parts.clear()
  }

  #make(whole: WholeCall): MaybeAnswer | Promise<MaybeAnswer> {
    try {
      return answerTo(whole.id, this.#page.call(whole))
    } catch (error) {
      return failure(whole.id, error)
    } finally {
      this.#page.done(whole.id)
    }
  }
}

/** Of a server of pgwidgets, which waits for no answer to such calls and is given none. */
export function unsaid(
  answer: MaybeAnswer | Promise<MaybeAnswer>,
): undefined | Promise<MaybeAnswer> {
  if (answer instanceof Promise) return answer.then(unsaid)
  if (answer?.type === 'error') console.error('A call with bytes failed:', answer.error)
  return undefined
}
