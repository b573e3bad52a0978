// Puts text into the code of a module, and says where everything that was there has come to. Pure.

import { sourceMapOf } from './source-map.ts'
import type { Moved, SourceMap } from './source-map.ts'

/** Text that is put in front of what stands at a place. Only behind everything else it may have lines. */
export interface Insertion {
  /** From 0, in the code. */
  readonly at: number
  readonly text: string
}

export interface Inserted {
  readonly code: string
  readonly map: SourceMap
}

/** Those at one place stay in the order in which they are given. @param file  where the code was before */
export function inserted(code: string, insertions: readonly Insertion[], file: string): Inserted {
  const sorted = insertions.toSorted((a, b) => a.at - b.at)
  return { code: put(code, sorted), map: sourceMapOf(file, movedBy(code, sorted)) }
}

function put(code: string, insertions: readonly Insertion[]): string {
  let done = ''
  let from = 0
  for (const { at, text } of insertions) {
    done += code.slice(from, at) + text
    from = at
  }
  return done + code.slice(from)
}

/** What an error may be at: a word, or a sign. */
const PART = /[\p{L}\p{N}_$]+|[^\s\p{L}\p{N}_$]/gu

/** The parts of each line. */
function movedBy(code: string, insertions: readonly Insertion[]): Moved[][] {
  let start = 0
  return code.split('\n').map((line) => {
    const end = start + line.length
    const own = insertions.filter(({ at }) => at >= start && at <= end)
    const parts = [...line.matchAll(PART)].map(({ index: from }) => {
      const before = own.filter(({ at }) => at - start <= from)
      return { to: before.reduce((to, { text }) => to + text.length, from), from }
    })
    start = end + 1
    return parts
  })
}
