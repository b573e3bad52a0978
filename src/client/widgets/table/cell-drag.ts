// A block of cells is drawn with the mouse, from where it is pressed to where it is. At the edges the table scrolls.

import type { CellPlace, Grid } from './grid.ts'

/** Px that the table scrolls in one picture. */
const STEP = 12

/** @param reached told of each other cell that the mouse comes to. The result ends it early. */
export function drawBlock(grid: Grid, reached: (place: CellPlace) => void): () => void {
  const over = new AbortController()
  const { signal } = over
  let last: Element | undefined
  let point: PointerEvent | undefined
  const look = (): void => {
    const place = point && cellNear(grid, point)
    if (!place || place.element === last) return
    last = place.element
    reached(place)
  }
  const scroll = (): void => {
    if (signal.aborted) return
    if (point && scrollTowards(grid.scroller, point)) look()
    requestAnimationFrame(scroll)
  }
  const move = (event: PointerEvent): void => {
    if (!point) requestAnimationFrame(scroll)
    point = event
    look()
  }
  const end = (): void => over.abort()
  window.addEventListener('pointermove', move, { signal })
  window.addEventListener('pointerup', end, { signal })
  window.addEventListener('pointercancel', end, { signal })
  return end
}

/** The cell under the pointer, or the nearest when it has left the table. */
function cellNear(grid: Grid, { clientX, clientY }: PointerEvent): CellPlace | undefined {
  const box = grid.scroller.getBoundingClientRect()
  const { clientWidth, clientHeight } = grid.scroller
  const x = within(clientX, box.left + 1, box.left + clientWidth - 2)
  const y = within(clientY, box.top + grid.sizes.header + 1, box.top + clientHeight - 2)
  return grid.cellAt(document.elementFromPoint(x, y))
}

/** @returns whether the pointer is outside, so that it scrolls */
function scrollTowards(scroller: HTMLElement, { clientX, clientY }: PointerEvent): boolean {
  const { left, top, right, bottom } = scroller.getBoundingClientRect()
  const across = clientX < left ? -STEP : clientX > right ? STEP : 0
  const down = clientY < top ? -STEP : clientY > bottom ? STEP : 0
  if (across === 0 && down === 0) return false
  scroller.scrollBy(across, down)
  return true
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
