// Cuts what was changed into portions that fit a frame each, as a large paste or a "replace all" would not. Pure.

import { isWithinPair, type TextEdit, type TextEdits } from '../../../widgets/text-edits.ts'

/** UTF-16 units put in by one portion. JSON makes at most six bytes of one. */
const MOST_UNITS = 100_000

/** What an edit costs besides its text, in the same measure. */
const EDIT_UNITS = 20

/**
 * Lists of edits that are to be made one after another, at least one. They go from the end of the text to its
 * start, so that none moves what is yet to come.
 */
export function portionsOf(edits: TextEdits, mostUnits = MOST_UNITS): readonly TextEdits[] {
  const portions: TextEdit[][] = [[]]
  let room = mostUnits
  for (const edit of edits.toReversed().flatMap((one) => cut(one, mostUnits))) {
    const cost = edit.insert.length + EDIT_UNITS
    const last = portions.at(-1)!
    // What stands at the same place has to come after.
    const touches = last[0] !== undefined && last[0].from <= edit.to
    if (last.length > 0 && (cost > room || touches)) {
      portions.push([edit])
      room = mostUnits - cost
    } else {
      last.unshift(edit)
      room -= cost
    }
  }
  return portions
}

/** The end of a long text goes in first, and what comes before it then in front of it. */
function cut({ from, to, insert }: TextEdit, mostUnits: number): TextEdit[] {
  const pieces: TextEdit[] = []
  let end = insert.length
  while (end > mostUnits) {
    const start = end - mostUnits
    const at = isWithinPair(insert, start) ? start + 1 : start
    pieces.push({ from, to: pieces.length === 0 ? to : from, insert: insert.slice(at, end) })
    end = at
  }
  return [...pieces, { from, to: pieces.length === 0 ? to : from, insert: insert.slice(0, end) }]
}
