// Finds a text in another, word by word as it is written. Pure.

export interface Match {
  readonly from: number
  readonly to: number
}

export interface Finding {
  /** Where to begin. */
  readonly start: number
  readonly isCaseIgnored: boolean
}

/** All matches that do not overlap, from left to right; none for an empty query. */
export function* matchesOf(text: string, query: string, options: Finding): Generator<Match> {
  const { start, isCaseIgnored } = options
  if (query === '') return
  if (!isCaseIgnored) yield* exactMatches(text, query, start)
  else yield* looseMatches(text, query, start)
}

function* exactMatches(text: string, query: string, start: number): Generator<Match> {
  let from = text.indexOf(query, start)
  while (from >= 0) {
    const to = from + query.length
    yield { from, to }
    from = text.indexOf(query, to)
  }
}

/** A pattern folds case letter by letter: changing the case of a text may change its length. */
function* looseMatches(text: string, query: string, start: number): Generator<Match> {
  const pattern = new RegExp(query.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`), 'giu')
  pattern.lastIndex = start
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    yield { from: found.index, to: found.index + found[0].length }
  }
}
