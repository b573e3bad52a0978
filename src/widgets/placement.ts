// How containers take their children: which method puts one in, and what the child says of its place.

import type { Json } from '../protocol/messages.ts'
import { number, string } from './types.ts'

type Place = Readonly<Record<string, unknown>>

/** A child that says nothing of its place. */
const nothing: readonly Json[] = []

/** One child, which fills the container. */
export const inside = {
  count: 'one',
  add: 'set_widget',
  ordered: true,
  place: {},
  placeArgs: (): readonly Json[] => nothing,
} as const

/** The menu of a button: one, and nothing stands beside it. */
export const menuInside = { ...inside, ordered: false } as const

/** Children in an order and nothing else. */
export const inOrder = {
  count: 'many',
  add: 'add_widget',
  ordered: true,
  place: {},
  placeArgs: (): readonly Json[] => nothing,
} as const

/** `stretch` 0 keeps the natural size; above it, a share of the spare room. */
export const stretched = {
  count: 'many',
  add: 'add_widget',
  ordered: true,
  place: { stretch: number },
  placeArgs: ({ stretch }: Place): readonly Json[] =>
    typeof stretch === 'number' && stretch !== 0 ? [stretch] : nothing,
} as const

/**
 * `row` and `column` count from 0. Cells have an order too: the keyboard walks them in it, and
 * `min_column_width` lets them flow in it.
 */
export const inCells = {
  count: 'many',
  add: 'add_widget',
  ordered: true,
  place: { row: number, column: number },
  placeArgs: ({ row, column }: Place): readonly Json[] => [asNumber(row), asNumber(column)],
} as const

/** `tab` is the text on the tab. */
export const behindTabs = {
  count: 'many',
  add: 'add_widget',
  ordered: true,
  place: { tab: string },
  placeArgs: ({ tab }: Place): readonly Json[] =>
    typeof tab === 'string' ? [{ title: tab }] : nothing,
} as const

/** `x` and `y` in px from the corner. The keyboard walks them in their order, and the last one lies over the others. */
export const atOffsets = {
  count: 'many',
  add: 'add_widget',
  ordered: true,
  place: { x: number, y: number },
  placeArgs: ({ x, y }: Place): readonly Json[] => [asNumber(x), asNumber(y)],
} as const

/** `tab` is the title of the window that a child is put in, `x` and `y` where it stands in px. */
export const inWindows = {
  count: 'many',
  add: 'add_widget',
  ordered: true,
  place: { tab: string, x: number, y: number },
  placeArgs: ({ tab, x, y }: Place): readonly Json[] => {
    const title = typeof tab === 'string' ? { title: tab } : {}
    const spot = typeof x === 'number' && typeof y === 'number' ? { x, y } : {}
    const options = { ...title, ...spot }
    return Object.keys(options).length > 0 ? [options] : nothing
  },
} as const

function asNumber(value: unknown): number {
  return typeof value === 'number' ? value : 0
}
