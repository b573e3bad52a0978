// Where the windows of a workspace go: staggered, side by side, and never above or left of its corner. Pure.

import type { Rect } from '../../dom/window-box.ts'

export interface Room {
  readonly width: number
  readonly height: number
}

/** Px between two staggered windows: about a title bar. */
const STEP = 32

/** Px of a staggered window that must be in sight. */
const IN_SIGHT = 160

/** Px that a workspace has until it is on the page. */
const GUESS = 400

/** Px between two windows side by side, and around them: the grips at their edges need as many. */
const GAP = 4

/** Px of a window that stay in sight when it is moved: about a title bar. */
const HOLD = 32

/** Where the window of this index stands when windows are staggered: down to the edge, and from the top again. */
export function cascadeSpot(index: number, { width, height }: Room): readonly [number, number] {
  const room = Math.max(0, (Math.min(width, height) || GUESS) - IN_SIGHT)
  const step = (index % (Math.floor(room / STEP) + 1)) * STEP
  return [step, step]
}

/** So many windows side by side, as square as they get; those of the last row share its width. */
export function tiles(count: number, room: Room): readonly Rect[] {
  const columns = Math.ceil(Math.sqrt(count))
  const rows = Math.ceil(count / columns)
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns)
    const inRow = row < rows - 1 ? columns : count - row * columns
    const [x, width] = slice(index % columns, inRow, room.width)
    const [y, height] = slice(row, rows, room.height)
    return { x, y, width, height }
  })
}

/** One of `count` equal parts of a length, with gaps between and around them, in whole px. */
function slice(
  index: number,
  count: number,
  length: number,
): readonly [start: number, size: number] {
  const start = Math.round((index * (length - GAP)) / count) + GAP
  const end = Math.round(((index + 1) * (length - GAP)) / count)
  return [start, Math.max(0, end - start)]
}

/**
 * What becomes of a window that is pushed or pulled beyond the corner: moved it stops there, sized it is cut. Moved
 * beyond the other edges it stops while enough of it is in sight to move it back.
 *
 * @param before how large it was
 * @param reach  how far the workspace is in sight
 */
export function keptInside(rect: Rect, before: Room, reach: Room): Rect {
  const [x, width] = keptAlong(rect.x, rect.width, before.width, reach.width)
  const [y, height] = keptAlong(rect.y, rect.height, before.height, reach.height)
  return { x, y, width, height }
}

function keptAlong(
  start: number,
  size: number,
  before: number,
  reach: number,
): readonly [start: number, size: number] {
  if (size === before) return [Math.max(0, Math.min(start, reach - HOLD)), size]
  return start >= 0 ? [start, size] : [0, size + start]
}
