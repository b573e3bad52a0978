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
  placeArgs: ({ row, column }: Place): readonly Json[] => [cellNumber(row), cellNumber(column)],
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

function cellNumber(value: unknown): number {
  return typeof value === 'number' ? value : 0
}
