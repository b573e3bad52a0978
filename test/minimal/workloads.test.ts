// What the workloads send that renderers are compared by: so many messages, and so many bytes, no more and no less.

import { describe, expect, test } from 'vitest'
import type { Child } from 'treewire'
import { longestRun, shuffled } from '../reconciler/orders.ts'
import { open } from '../session/recorder.ts'
import { drilledSignal, drilledState, leafSignal, leafState } from './depth.tsx'
import type { Deep } from './depth.tsx'
import { boundSignals, componentState, itemsFrom } from './rows.tsx'
import type { Item, Listing } from './rows.tsx'

/** The ways in which an application can be written. */
interface Style {
  readonly list: (items: readonly Item[]) => Listing
  readonly leaf: () => Deep
  readonly drilled: () => Deep
}

const styles: readonly [string, Style][] = [
  ['bound signals', { list: boundSignals, leaf: leafSignal, drilled: drilledSignal }],
  ['component state and keys', { list: componentState, leaf: leafState, drilled: drilledState }],
]

/** A page, and what is done to it; nothing is, where it is of interest what showing it costs. */
interface Work {
  readonly Page: () => Child
  readonly change?: () => void
}

const thousand = itemsFrom(1, 1000)

const listing =
  (items: readonly Item[], after: (items: readonly Item[]) => readonly Item[]) =>
  ({ list }: Style): Work => {
    const { Page, become } = list(items)
    return { Page, change: () => become(after(items)) }
  }

const unmounted = ({ list }: Style): Work => {
  const { Page, end } = list(thousand)
  return { Page, change: end }
}

const renamed = (item: Item): Item => ({ ...item, name: `${item.name}!` })
const swapped = (items: readonly Item[]) => items.with(1, items[998]!).with(998, items[1]!)

/**
 * A row is nine messages: four widgets are created, one is listened to, three are put into the box, and the box into
 * the list; a window and its list are four. To replace all is one that ends the old rows, and nine for each new one:
 * their keys are others, so none may go on as an old one. Bytes are those of the frame, with the id at its end.
 */
const workloads: readonly [string, number, number, (style: Style) => Work][] = [
  ['mount 1,000', 9004, 582_712, ({ list }) => ({ Page: list(thousand).Page })],
  [
    'update every 10th label',
    100,
    6868,
    listing(thousand, (all) => all.map((one, at) => (at % 10 ? one : renamed(one)))),
  ],
  ['swap rows 2 and 999', 2, 187, listing(thousand, swapped)],
  ['remove one', 1, 81, listing(thousand, (all) => all.toSpliced(499, 1))],
  [
    'append 1,000 to 1,000',
    9000,
    588_008,
    listing(thousand, (all) => [...all, ...itemsFrom(1001, 1000)]),
  ],
  ['reverse', 999, 88_645, listing(thousand, (all) => all.toReversed())],
  ['shuffle', 943, 85_841, listing(thousand, (all) => shuffled(all))],
  ['replace all', 9001, 588_068, listing(thousand, () => itemsFrom(1001, 1000))],
  ['clear', 1, 68, listing(thousand, () => [])],
  [
    'one label in 10,000 widgets',
    1,
    78,
    listing(itemsFrom(1, 2500), (all) => all.with(1249, renamed(all[1249]!))),
  ],
  ['leaf at depth 200', 1, 71, ({ leaf }) => leaf()],
  ['props drilled through depth 200', 1, 71, ({ drilled }) => drilled()],
  ['unmount', 1, 61, unmounted],
]

describe.each(styles)('with %s', (_, style) => {
  test.each(workloads)('%s: %i messages, %i bytes', (__, messages, bytes, workOf) => {
    const { Page, change } = workOf(style)
    const { session, peer, errors } = open(Page)
    if (change) {
      peer.takeFrames()
      change()
      session.flush()
    }
    const frames = peer.takeFrames()
    expect([errors, frames.length]).toEqual([[], 1])
    expect([countOf(frames[0]!), Buffer.byteLength(frames[0]!)]).toEqual([messages, bytes])
    session.destroy()
  })
})

function countOf(frame: string): number {
  return (JSON.parse(frame) as unknown[]).length
}

test('a shuffle moves those that are not in the longest run that stays in order', () => {
  expect(1000 - longestRun(shuffled(thousand).map(({ id }) => id))).toBe(943)
})
