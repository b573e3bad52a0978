// The least and the greatest. Not by spreading: there may be more values than a call takes arguments.

/** Infinity and -Infinity where there is no value. */
export function extremes(values: Iterable<number>): [low: number, high: number] {
  let low = Infinity
  let high = -Infinity
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return [low, high]
}
