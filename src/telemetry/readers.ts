// Those who observe one gauge. Several applications in one process observe the same, so what they read is added.

export class Readers {
  readonly #all = new Set<() => number>()

  /** @returns takes it out again */
  add(read: () => number): () => void {
    // Its own function: the same one may be given twice.
    const reader = (): number => read()
    this.#all.add(reader)
    return () => void this.#all.delete(reader)
  }

  sum(): number {
    let sum = 0
    for (const read of this.#all) sum += read()
    return sum
  }
}
