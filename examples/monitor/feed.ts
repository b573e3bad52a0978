// One kind of figures, shared by all sessions: read while somebody watches, as often as the most eager wants.

import { batch, shared } from 'treewire'
import type { Signal } from 'treewire'

export interface FeedOptions<Value> {
  /** Before anything was read. */
  readonly initial: Value
  readonly read: () => Promise<Value>
  /** The least time between two readings in ms, however eager anybody is; 0 unless given. */
  readonly least?: number
}

export class Feed<Value> {
  readonly value: Signal<Value>
  /** What the latest reading took, in ms. */
  readonly cost = shared(0)
  readonly watchers = shared(0)
  readonly #read: () => Promise<Value>
  readonly #least: number
  readonly #wishes = new Set<{ readonly every: number }>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #isReading = false
  #begunAt = -Infinity

  constructor({ initial, read, least = 0 }: FeedOptions<Value>) {
    this.value = shared(initial)
    this.#read = read
    this.#least = least
  }

  /** When the value was asked for, in ms since 1970. */
  get readAt(): number {
    return this.#begunAt
  }

  /**
   * Keeps the value fresh until the result is called.
   *
   * @param every  ms between two readings; another watcher may want them sooner
   */
  watch(every: number): () => void {
    const wish = { every }
    this.#wishes.add(wish)
    this.#plan()
    return () => {
      this.#wishes.delete(wish)
      this.#plan()
    }
  }

  #plan(): void {
    clearTimeout(this.#timer)
    this.watchers.value = this.#wishes.size
    if (this.#isReading || this.#wishes.size === 0) return
    const wanted = Math.min(...[...this.#wishes].map(({ every }) => every))
    // A machine that is slow to answer has half of its time to itself.
    const due = this.#begunAt + Math.max(this.#least, wanted, 2 * this.cost.peek())
    this.#timer = setTimeout(() => void this.#tick(), Math.max(0, due - Date.now()))
  }

  /** A reading that fails leaves the value as it is; the next one may succeed. */
  async #tick(): Promise<void> {
    this.#isReading = true
    const begunAt = Date.now()
    try {
      this.#show(await this.#read(), begunAt)
    } catch (error) {
      console.error('The machine could not be read:', error)
    }
    this.#isReading = false
    this.#begunAt = begunAt
    this.#plan()
  }

  #show(value: Value, begunAt: number): void {
    this.#begunAt = begunAt
    batch(() => {
      this.cost.value = Date.now() - begunAt
      this.value.value = value
    })
  }
}
