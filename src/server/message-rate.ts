// How much a browser may tell: who says more is not sent away, but read more slowly.

import type { WebSocket } from 'ws'
import type { Clock } from '../protocol/clock.ts'

/** Seconds' worth of messages that may come at once, after as much silence. */
const BURST = 2

/** Seconds' worth that can be owed: nobody waits longer for what came at once. */
const DEBT = 60

/**
 * Holds a socket back once it has told more than it may, until nothing is owed any more. What has been read from the
 * network by then (at most 64 KiB, and the frame that they belong to) still comes, and is paid for later.
 *
 * @param most    messages a second, over a while; Infinity is no limit
 * @param onHeld  called when it is held back for the first time
 * @returns       is to be told how many have come
 */
export function holdBack(
  socket: Pick<WebSocket, 'pause' | 'resume' | 'once'>,
  most: number,
  clock: Clock,
  onHeld: () => void = () => undefined,
): (count: number) => void {
  if (most === Infinity) return () => undefined
  const budget = new Budget(most, clock)
  let timer: unknown
  let wasHeld = false
  const look = () => {
    const wait = budget.wait()
    timer = wait > 0 ? clock.setTimeout(look, wait) : undefined
    if (wait === 0) socket.resume()
  }
  socket.once('close', () => clock.clearTimeout(timer))
  return (count) => {
    if (!budget.spend(count) || timer !== undefined) return
    if (!wasHeld) onHeld()
    wasHeld = true
    socket.pause()
    look()
  }
}

/** A bucket of tokens, which fills by itself. It may be overdrawn: then it takes longer. */
class Budget {
  readonly #perSecond: number
  readonly #clock: Clock
  #left: number
  /** When `#left` was right. */
  #at: number

  constructor(perSecond: number, clock: Clock) {
    this.#perSecond = perSecond
    this.#clock = clock
    this.#left = perSecond * BURST
    this.#at = clock.now()
  }

  /** @returns whether something is owed now */
  spend(count: number): boolean {
    this.#earn()
    this.#left = Math.max(-this.#perSecond * DEBT, this.#left - count)
    return this.#left < 0
  }

  /** Milliseconds until nothing is owed any more; 0 when nothing is. */
  wait(): number {
    this.#earn()
    return this.#left >= 0 ? 0 : Math.ceil((-this.#left / this.#perSecond) * 1000)
  }

  #earn(): void {
    const now = this.#clock.now()
    const earned = ((now - this.#at) / 1000) * this.#perSecond
    this.#left = Math.min(this.#perSecond * BURST, this.#left + earned)
    this.#at = now
  }
}
