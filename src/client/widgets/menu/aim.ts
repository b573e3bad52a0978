// Whether the mouse is on its way to a sub-menu: then rows that it crosses are not what is meant. Pure.

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Px by which somebody may miss the corners of the sub-menu. */
const SLACK = 8

/**
 * Whether the step from `from` to `to` stays inside of the triangle between `from` and the near edge of `box`.
 *
 *      from ·‾‾‾──__   ┌ near edge
 *            \     ‾‾──┤
 *             \  · to  │ box
 *              ‾‾──__  │
 *                    ‾─┤
 */
export function isHeadingTo(from: Point, to: Point, box: Box): boolean {
  const isRightwards = box.left + box.right > 2 * from.x
  const near = isRightwards ? box.left : box.right
  const reach = Math.abs(near - from.x)
  const done = isRightwards ? to.x - from.x : from.x - to.x
  if (reach === 0) return to.y >= box.top - SLACK && to.y <= box.bottom + SLACK
  if (done <= 0 || done > reach + SLACK) return false
  const share = Math.min(1, done / reach)
  const highest = from.y + (box.top - SLACK - from.y) * share
  const lowest = from.y + (box.bottom + SLACK - from.y) * share
  return to.y >= highest && to.y <= lowest
}
