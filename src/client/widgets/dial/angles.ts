// The angles of a dial, in degrees clockwise from straight up. Its gap is at the bottom. Pure.

/** Of the gap's middle to either side. */
const END = 135

/** From the least value to the greatest. */
export const SWEEP = 2 * END

/** Where the pointer of a dial stands, for a share from 0 to 1. */
export function angleOf(share: number): number {
  return share * SWEEP - END
}

/** In which direction a point lies from the middle. */
export function direction(x: number, y: number): number {
  return (Math.atan2(x, -y) * 180) / Math.PI
}

/** The turn from one direction to another, the shorter way round: from -180 to 180. */
export function turnBetween(before: number, after: number): number {
  const turn = (after - before + 540) % 360
  return (turn < 0 ? turn + 360 : turn) - 180
}

/** An arc around the middle as an SVG path. */
export function arc(radius: number, from: number, to: number): string {
  const isLong = to - from > 180 ? 1 : 0
  return `M${point(radius, from)}A${radius} ${radius} 0 ${isLong} 1 ${point(radius, to)}`
}

function point(radius: number, angle: number): string {
  const radians = (angle * Math.PI) / 180
  return `${rounded(radius * Math.sin(radians))} ${rounded(-radius * Math.cos(radians))}`
}

/** Adding 0 makes a plain 0 of a negative one. */
function rounded(length: number): number {
  return Math.round(length * 100) / 100 + 0
}
