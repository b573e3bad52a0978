// How a frame is answered. A server of ours hears what it has asked for even if the line drops, and late what is only
// done; another gets one frame for one frame.

import { encode } from '../protocol/codec.ts'
import { type Answer, failure, type MaybeAnswer, mustArrive } from './answers.ts'
import type { Uplink } from './uplink.ts'

type Ways = Pick<Uplink, 'answer' | 'tell' | 'acknowledge'>

export class Replies {
  readonly #uplink: Ways
  readonly #isForeign: () => boolean
  #generation = 0

  constructor(uplink: Ways, isForeign: () => boolean) {
    this.#uplink = uplink
    this.#isForeign = isForeign
  }

  /**
   * Answers a frame: what is said to the messages of it, one by one.
   *
   * @param isList  whether it was an array, which only an array answers
   */
  give(answers: readonly (MaybeAnswer | Promise<MaybeAnswer>)[], isList: boolean): void {
    if (answers.some((answer) => answer instanceof Promise)) void this.#giveLater(answers, isList)
    else this.#say(answers as readonly MaybeAnswer[], isList)
  }

  /** Says that something went wrong that no message asked for. */
  complain(error: unknown): void {
    this.#say([failure(undefined, error)], false)
  }

  /** Nobody waits any more for what is still being answered. */
  forget(): void {
    this.#generation++
  }

  /** One frame stays one answer: it waits for the slowest. */
  async #giveLater(
    answers: readonly (MaybeAnswer | Promise<MaybeAnswer>)[],
    isList: boolean,
  ): Promise<void> {
    const generation = this.#generation
    const all = await Promise.all(answers.map((answer) => Promise.resolve(answer)))
    if (generation === this.#generation) this.#say(all, isList)
  }

  #say(answers: readonly MaybeAnswer[], isList: boolean): void {
    const all = answers.filter((answer) => answer !== undefined)
    if (!this.#isForeign()) return this.#sayToOurs(all)
    if (all.length > 0) this.#uplink.answer(isList ? encode(all) : JSON.stringify(all[0]))
  }

  #sayToOurs(all: readonly Answer[]): void {
    for (const answer of all) if (mustArrive(answer)) this.#uplink.tell(answer)
    const done = all.findLast((answer) => !mustArrive(answer))
    if (typeof done?.id === 'number') this.#uplink.acknowledge(done.id)
    else if (done) this.#uplink.answer(JSON.stringify(done))
  }
}
