// What a scroll bar reckons with: how far it is scrolled and how much is in sight, both shares from 0 to 1. Pure.

/** A thumb is never shorter than this share of its bar. */
const LEAST_THUMB = 0.01

/** Steps of an arrow key in what is in sight. */
const STEPS_IN_PAGE = 10

export interface BarState {
  readonly scroll: number
  readonly thumb: number
  /** Px. */
  readonly length: number
  /** Px; a short thumb is drawn longer than its share. */
  readonly thumbLength: number
}

export function asShare(value: number): number {
  return Math.min(1, Math.max(0, value))
}

export function asThumb(value: number): number {
  return Math.min(1, Math.max(LEAST_THUMB, value))
}

/** How far it scrolls by what is in sight. With half in sight one page is the whole way. */
export function pageOf(thumb: number): number {
  return thumb >= 1 ? 0 : thumb / (1 - thumb)
}

/** How far the thumb scrolls, dragged by so many px where it can go so many. */
export function dragged(px: number, way: number): number {
  return way > 0 ? px / way : 0
}

/** How far a wheel of so many px scrolls, if what is scrolled is seen in a window as long as the bar. */
export function wheeled(px: number, length: number, thumb: number): number {
  return length > 0 ? (px / length) * pageOf(thumb) : 0
}

/**
 * Where a key leads from `scroll`, or undefined when the bar has no use for it.
 *
 * @param arrows the keys that go back and forth
 */
export function keyTarget(
  key: string,
  arrows: readonly [back: string, forth: string],
  scroll: number,
  thumb: number,
): number | undefined {
  const page = pageOf(thumb)
  const ways = new Map([
    ['Home', -1],
    ['End', 1],
    ['PageUp', -page],
    ['PageDown', page],
    [arrows[0], -page / STEPS_IN_PAGE],
    [arrows[1], page / STEPS_IN_PAGE],
  ])
  const way = ways.get(key)
  return way === undefined ? undefined : asShare(scroll + way)
}

/** Where a press on the track leads, `at` px of a track of so many: one page towards it, until the thumb is there. */
export function pressTarget(at: number, { scroll, thumb, length, thumbLength }: BarState): number {
  const start = scroll * (length - thumbLength)
  if (at < start) return asShare(scroll - pageOf(thumb))
  return at > start + thumbLength ? asShare(scroll + pageOf(thumb)) : scroll
}
