import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  fitted,
  followed,
  panned,
  type View,
  zoomed,
} from '../../../../src/client/widgets/chart/view.ts'

const full = { low: 0, high: 100 }
const view = (low: number, high: number) => ({ low, high })

test.each<[string, View, View]>([
  ['zooming in at a place keeps it where it is', zoomed(null, full, 20, 0.5), view(10, 60)],
  ['zooming out of all stays all', zoomed(null, full, 20, 2), null],
  ['zooming out to all is all', zoomed(view(10, 60), full, 20, 2), null],
  ['zooming out at an end is pushed inside', zoomed(view(0, 20), full, 20, 2), view(0, 40)],
  ['panning goes on', panned(view(10, 30), full, 5), view(15, 35)],
  ['panning stops at the end', panned(view(70, 90), full, 50), view(80, 100)],
  ['panning stops at the beginning', panned(view(10, 30), full, -50), view(0, 20)],
  ['all cannot be panned', panned(null, full, 5), null],
  ['a view outside is pushed inside', fitted(view(150, 170), full), view(80, 100)],
  ['a view without width is none', fitted(view(5, 5), full), null],
  ['a view the wrong way round is none', fitted(view(9, 5), full), null],
  ['one at the end goes on with it', followed(view(80, 100), full, view(10, 110)), view(90, 110)],
  ['one in the middle stays', followed(view(40, 60), full, view(10, 110)), view(40, 60)],
  ['one that fell out comes in', followed(view(0, 20), full, view(10, 110)), view(10, 30)],
  ['all stays all', followed(null, full, view(10, 110)), null],
])('%s', (_fact, found, wanted) => {
  expect(found).toEqual(wanted)
})

test('wherever one goes, what is shown is a part of the axis', () => {
  const step = fc.oneof(
    fc.tuple(fc.constant('zoom' as const), fc.double({ min: 0.01, max: 100, noNaN: true })),
    fc.tuple(fc.constant('pan' as const), fc.double({ min: -300, max: 300, noNaN: true })),
  )
  fc.assert(
    fc.property(fc.array(step), fc.integer({ min: 0, max: 100 }), (steps, at) => {
      let now: View = null
      for (const [what, by] of steps) {
        now = what === 'zoom' ? zoomed(now, full, at, by) : panned(now, full, by)
        if (!now) continue
        expect(now.low).toBeGreaterThanOrEqual(0)
        expect(now.high).toBeLessThanOrEqual(100 + 1e-9)
        expect(now.high - now.low).toBeGreaterThan(100 / 5001)
      }
    }),
  )
})
