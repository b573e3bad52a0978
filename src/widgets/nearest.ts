// Finds the word somebody probably meant.

/** The one of `words` that takes the fewest edits to become `word`; upper and lower case are one. */
export function nearest(word: string, words: readonly string[]): string {
  let best = ''
  let least = Infinity
  for (const candidate of words) {
    const distance = edits(word.toLowerCase(), candidate.toLowerCase())
    if (distance < least) [best, least] = [candidate, distance]
  }
  return best
}

/** The same among words that may be about anything; undefined when none is like it: at most every fourth sign differs. */
export function near(word: string, words: readonly string[]): string | undefined {
  const most = Math.floor(word.length / 4)
  const about = words.filter(({ length }) => Math.abs(length - word.length) <= most)
  const found = nearest(word, about)
  return found !== '' && edits(word.toLowerCase(), found.toLowerCase()) <= most ? found : undefined
}

/** Levenshtein distance, one row at a time. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      next.push(Math.min(row[j - 1]! + same, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}
