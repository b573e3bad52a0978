// Changes of a text as the parts that are replaced: applied, found, and carried over to a text that has been
// changed by somebody else in the meantime. Offsets count UTF-16 units. Pure.
//
// A list of edits is tidy: in order, nothing touches, nothing is replaced by nothing. All its offsets are those
// of the text before. Two lists of the same text go with each other,
//
//        text ── a ──▶ ·
//         │            │
//         b      rebase(b, a, !first)
//         ▼            ▼
//         · ─────────▶ the same text
//           rebase(a, b, first)
//
// when each is carried over the other, and one of them is first: where both put something in at the same place,
// its text comes before the other's.

/** The text from `from` up to `to` is replaced by `insert`. */
export type TextEdit = {
  readonly from: number
  readonly to: number
  readonly insert: string
}

export type TextEdits = readonly TextEdit[]

/** Line breaks as an editor counts them: each is one unit, `\n`. */
export function plainBreaks(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text
}

export function applyEdits(text: string, edits: TextEdits): string {
  let result = ''
  let at = 0
  for (const { from, to, insert } of edits) {
    result += text.slice(at, from) + insert
    at = to
  }
  return result + text.slice(at)
}

/** One edit that turns a text into another, or none. No surrogate pair is cut in two. */
export function diffText(before: string, after: string): TextEdits {
  if (before === after) return []
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++
  if (isWithinPair(before, start) || isWithinPair(after, start)) start--
  let end = 0
  while (end < shorter - start && codeFromEnd(before, end) === codeFromEnd(after, end)) end++
  if (isWithinPair(before, before.length - end) || isWithinPair(after, after.length - end)) end--
  return [{ from: start, to: before.length - end, insert: after.slice(start, after.length - end) }]
}

/** Whether a list is one of edits of a text of this length. */
export function areTidy(edits: TextEdits, length: number): boolean {
  let free = 0
  return edits.every(({ from, to, insert }) => {
    const isRight = isOffset(from) && isOffset(to) && from >= free && from <= to && to <= length
    // What touches would be one edit.
    free = to + 1
    return isRight && (from < to || insert !== '')
  })
}

/**
 * The edits as they are to be made after `over`: what they would remove and is gone already stays gone, what
 * `over` has put in between stays.
 *
 * @param isFirst  whether their text comes before that of `over` where both put some in at the same place
 */
export function rebase(edits: TextEdits, over: TextEdits, isFirst: boolean): TextEdits {
  if (edits.length === 0 || over.length === 0) return edits
  const walk = new Walk(over)
  const pieces: TextEdit[] = []
  for (const { from, to, insert } of edits) {
    const at = walk.placeOf(from, isFirst)
    pieces.push({ from: at, to: at, insert })
    walk.survivors(from, to, (start, end) => pieces.push({ from: start, to: end, insert: '' }))
  }
  return tidied(pieces)
}

/**
 * One list that does what two lists do one after the other.
 *
 * @param next  edits of the text that `edits` have made
 */
export function compose(edits: TextEdits, next: TextEdits): TextEdits {
  // From the last to the first: none moves what another is about.
  return next.reduceRight(composeOne, edits)
}

/** What touches the next edit becomes one with it. */
function composeOne(edits: TextEdits, { from, to, insert }: TextEdit): TextEdits {
  const before: TextEdit[] = []
  const after: TextEdit[] = []
  let one: TextEdit = { from, to, insert }
  /** By how much the edits so far have moved what stands behind them. */
  let shift = 0
  for (const edit of edits) {
    const start = edit.from + shift
    const end = start + edit.insert.length
    shift += edit.insert.length - (edit.to - edit.from)
    if (start > to) after.push(edit)
    else if (end < from) {
      before.push(edit)
      one = { from: from - shift, to: to - shift, insert }
    } else {
      const [head, tail] = [
        edit.insert.slice(0, Math.max(0, from - start)),
        edit.insert.slice(to - start),
      ]
      one = {
        from: start <= from ? edit.from : one.from,
        to: end >= to ? edit.to : to - shift,
        insert: head + one.insert + tail,
      }
    }
  }
  return tidied([...before, one, ...after])
}

/** Goes through a list of edits once, from left to right, and tells where offsets of the text before are after it. */
class Walk {
  readonly #over: TextEdits
  #at = 0
  /** By how much the edits in front of `#at` have moved what stands behind them. */
  #shift = 0

  constructor(over: TextEdits) {
    this.#over = over
  }

  /** Where text goes that is put in at `offset`. Behind what replaces the text around it. */
  placeOf(offset: number, isFirst: boolean): number {
    this.#passUntil(({ to }) => to >= offset)
    const edit = this.#over[this.#at]
    if (!edit || edit.from > offset) return offset + this.#shift
    const isBefore = edit.from === offset && isFirst
    return edit.from + this.#shift + (isBefore ? 0 : edit.insert.length)
  }

  /** The parts of `from`…`to` that are still there, at their new offsets. */
  survivors(from: number, to: number, tell: (start: number, end: number) => void): void {
    let at = from
    while (at < to) {
      this.#passUntil((edit) => edit.to > at)
      const edit = this.#over[this.#at]
      const end = Math.min(to, edit ? Math.max(edit.from, at) : to)
      if (end > at) tell(at + this.#shift, end + this.#shift)
      at = Math.max(end, Math.min(to, edit?.to ?? to))
    }
  }

  #passUntil(isReached: (edit: TextEdit) => boolean): void {
    for (let edit = this.#over[this.#at]; edit && !isReached(edit); edit = this.#over[this.#at]) {
      this.#pass(edit)
    }
  }

  #pass({ from, to, insert }: TextEdit): void {
    this.#shift += insert.length - (to - from)
    this.#at++
  }
}

/** The same edits with those that touch made one, and without those that do nothing. */
function tidied(pieces: TextEdits): TextEdits {
  const tidy: TextEdit[] = []
  for (const piece of pieces) {
    const last = tidy.at(-1)
    if (last && last.to === piece.from) {
      tidy[tidy.length - 1] = { from: last.from, to: piece.to, insert: last.insert + piece.insert }
    } else tidy.push(piece)
  }
  return tidy.filter(({ from, to, insert }) => from < to || insert !== '')
}

function isOffset(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function codeFromEnd(text: string, end: number): number {
  return text.charCodeAt(text.length - 1 - end)
}

/** Whether an offset stands between the two halves of a character. */
export function isWithinPair(text: string, offset: number): boolean {
  return isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset))
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000
}
