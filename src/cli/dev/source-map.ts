// Says of a text where each part of it stands in the text that it was made of, as a source map of version 3. Pure.

export interface SourceMap {
  readonly version: 3
  readonly sources: string[]
  readonly names: string[]
  readonly mappings: string
}

/** A column, from 0, and the one that it has come from in the line of the same number. */
export interface Moved {
  readonly to: number
  readonly from: number
}

/** @param lines  what has moved in each line, from left to right */
export function sourceMapOf(source: string, lines: readonly (readonly Moved[])[]): SourceMap {
  // Each number is told by how it differs from the one before it; of the place that it is at the start of a line from 0.
  let lastLine = 0
  let lastFrom = 0
  const mappings = lines.map((line, number) => {
    let lastTo = 0
    const told = line.map(({ to, from }) => {
      const steps = [to - lastTo, 0, number - lastLine, from - lastFrom]
      lastTo = to
      lastLine = number
      lastFrom = from
      return steps.map(digitsOf).join('')
    })
    return told.join(',')
  })
  return { version: 3, sources: [source], names: [], mappings: mappings.join(';') }
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Five bits a digit, the lowest first and the sign in front of them; a sixth says that more follow. */
function digitsOf(step: number): string {
  let rest = Math.abs(step) * 2 + (step < 0 ? 1 : 0)
  let digits = ''
  do {
    const low = rest % 32
    rest = Math.floor(rest / 32)
    digits += DIGITS[rest > 0 ? low + 32 : low]
  } while (rest > 0)
  return digits
}
