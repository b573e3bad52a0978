// What can happen: users act, the outside writes, lines break in every way, pages come and go.

import * as fc from 'fast-check'
import { applications, writes } from './application.tsx'
import type { Part, Write } from './application.tsx'

/** One thing that happens. `page` counts the pages that are open at the time, round and round. */
export type Step =
  | { readonly kind: 'act'; readonly page: number; readonly choice: number; readonly value: number }
  | { readonly kind: 'journal'; readonly page: number }
  | { readonly kind: 'note'; readonly page: number; readonly place: number }
  | { readonly kind: 'write'; readonly write: Write }
  | { readonly kind: 'wait'; readonly time: number }
  | { readonly kind: 'cut'; readonly page: number }
  | {
      readonly kind: 'cut after'
      readonly page: number
      readonly frames: number
      readonly direction: 'up' | 'down'
    }
  | { readonly kind: 'abandon'; readonly page: number }
  | { readonly kind: 'stall'; readonly page: number }
  | { readonly kind: 'down'; readonly page: number; readonly isDown: boolean }
  | {
      readonly kind: 'weather'
      readonly page: number
      readonly latency: number
      readonly jitter: number
      readonly speed: number
    }
  | { readonly kind: 'open'; readonly page: number }
  | { readonly kind: 'reload'; readonly page: number }
  | { readonly kind: 'close'; readonly page: number }
  | { readonly kind: 'restart' }

export interface History {
  readonly parts: readonly Part[]
  readonly steps: readonly Step[]
  /** Bytes that are kept for a page, and that may wait in its socket: few, so that they are not always enough. */
  readonly window: number
  readonly backlog: number
  /** Jobs of a flush that are done at one go. */
  readonly slice: number
}

const page = fc.nat({ max: 2 })
const kind = <Kind extends string>(name: Kind) => fc.constant(name)

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({ kind: kind('act'), page, choice: fc.nat(), value: fc.nat() }),
  },
  { weight: 8, arbitrary: fc.record({ kind: kind('journal'), page }) },
  { weight: 8, arbitrary: fc.record({ kind: kind('note'), page, place: fc.nat() }) },
  { weight: 8, arbitrary: fc.record({ kind: kind('write'), write: writes }) },
  {
    weight: 8,
    arbitrary: fc.record({ kind: kind('wait'), time: fc.constantFrom(0, 1, 2, 5, 30, 400, 3000) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: kind('cut'), page }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: kind('cut after'),
      page,
      frames: fc.nat({ max: 4 }),
      direction: fc.constantFrom('up' as const, 'down' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: kind('abandon'), page }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('stall'), page }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('down'), page, isDown: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: kind('weather'),
      page,
      latency: fc.constantFrom(1, 5, 200),
      jitter: fc.constantFrom(0, 3, 300),
      speed: fc.constantFrom(Infinity, 10, 1),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind('open'), page }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('reload'), page }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('close'), page }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('restart') }) },
)

export const histories: fc.Arbitrary<History> = fc.record({
  parts: applications,
  steps: fc.array(step, { minLength: 1, maxLength: 60, size: 'max' }),
  window: fc.constantFrom(200, 1000, 1024 * 1024),
  backlog: fc.constantFrom(50, 400, 1024 * 1024),
  slice: fc.constantFrom(1, 4, Infinity),
})
