// Counts the lines that come from each address or network, so that one of them cannot have them all.

export class LinesByAddress {
  readonly #most: number
  readonly #counts = new Map<string, number>()

  /** @param most  lines that one address may have at one time */
  constructor(most: number) {
    this.#most = most
  }

  /** One more, unless that is one too many. */
  takes(address: string): boolean {
    const count = (this.#counts.get(address) ?? 0) + 1
    if (count > this.#most) return false
    this.#counts.set(address, count)
    return true
  }

  /** One less. */
  lose(address: string): void {
    const count = (this.#counts.get(address) ?? 0) - 1
    if (count > 0) this.#counts.set(address, count)
    else this.#counts.delete(address)
  }
}
