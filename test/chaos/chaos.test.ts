// Random applications, users and faults: afterwards every page shows what the session means, and whatever was done
// was done once.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { histories } from './history.ts'
import { play } from './play.ts'

test('whatever happens to the lines, every page ends in step and nothing is lost or done twice', () => {
  fc.assert(
    fc.property(histories, (history) => {
      expect(play(history)).toEqual([])
    }),
    { numRuns: 300, seed: 1 },
  )
}, 60_000)
