// How the values of a histogram are spread: how many fall into each bucket.

export class Spread {
  readonly bounds: readonly number[]
  /** For each bound the values up to it and above the one before; last those above all. */
  readonly counts: number[]
  sum = 0

  constructor(bounds: readonly number[]) {
    this.bounds = bounds
    this.counts = [...bounds.map(() => 0), 0]
  }

  add(value: number): void {
    let at = 0
    while (at < this.bounds.length && value > this.bounds[at]!) at++
    this.counts[at]!++
    this.sum += value
  }
}
