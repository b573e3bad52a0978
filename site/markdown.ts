// What has to be known of Markdown to make pages of papers: code is code, headings have anchors, links have targets. Pure.

const FENCE = /^\s*```/

/** A part of a paper: a heading and all that stands below it, up to the next heading of that level or above. */
export interface Part {
  /** Without its signs; '' for what stands in front of the first heading. */
  readonly heading: string
  /** Without the line of the heading. */
  readonly text: string
}

/** Cuts a paper at its headings of one level, 1 for `#`. What stands in front of the first is a part of its own. */
export function partsOf(text: string, level: number): Part[] {
  const sign = `${'#'.repeat(level)} `
  const parts: { heading: string; lines: string[] }[] = [{ heading: '', lines: [] }]
  for (const { line, isCode } of linesOf(text)) {
    if (!isCode && line.startsWith(sign)) {
      parts.push({ heading: line.slice(sign.length), lines: [] })
    } else parts.at(-1)!.lines.push(line)
  }
  return parts.map(({ heading, lines }) => ({ heading, text: lines.join('\n').trim() }))
}

/** Changes what is prose, all between two code blocks at once, and leaves code blocks as they are. */
export function mapProse(text: string, change: (prose: string) => string): string {
  const pieces: { lines: string[]; isCode: boolean }[] = []
  for (const { line, isCode } of linesOf(text)) {
    if (pieces.at(-1)?.isCode !== isCode) pieces.push({ lines: [], isCode })
    pieces.at(-1)!.lines.push(line)
  }
  return pieces
    .map(({ lines, isCode }) => (isCode ? lines.join('\n') : change(lines.join('\n'))))
    .join('\n')
}

/** The texts of the headings, in their order, without their signs. */
export function headingsOf(text: string): string[] {
  return linesOf(text).flatMap(({ line, isCode }) =>
    isCode ? [] : (/^#+ (.*)$/.exec(line)?.[1] ?? []),
  )
}

/** The anchors of headings as the places that show these papers make them; of equal ones the second ends in `-1`. */
export function anchorsOf(headings: readonly string[]): string[] {
  const counts = new Map<string, number>()
  return headings.map((heading) => {
    const anchor = anchorOf(heading)
    const count = counts.get(anchor) ?? 0
    counts.set(anchor, count + 1)
    return count === 0 ? anchor : `${anchor}-${count}`
  })
}

/** `What is there, and how` → `what-is-there-and-how` */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_\- ]/gu, '')
    .replaceAll(' ', '-')
}

interface Line {
  readonly line: string
  /** Fences included. */
  readonly isCode: boolean
}

function linesOf(text: string): Line[] {
  let isOpen = false
  return text.split('\n').map((line) => {
    const isFence = FENCE.test(line)
    if (isFence) isOpen = !isOpen
    return { line, isCode: isOpen || isFence }
  })
}
