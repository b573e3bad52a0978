// The turns of a wheel, one by one. A touch pad sends many small ones: they add up to one.

/** Px that count as one notch. */
const NOTCH = 50

/** A counter of its own for each element: gives 1 for a notch up, -1 for one down, 0 in between. */
export function notchCounter(): (event: WheelEvent) => -1 | 0 | 1 {
  let sum = 0
  return ({ deltaY, deltaMode }) => {
    const way = deltaMode === WheelEvent.DOM_DELTA_PIXEL ? deltaY : Math.sign(deltaY) * NOTCH
    sum = Math.sign(sum) === -Math.sign(way) ? way : sum + way
    if (Math.abs(sum) < NOTCH) return 0
    const notch = sum < 0 ? 1 : -1
    sum = 0
    return notch
  }
}
