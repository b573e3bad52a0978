// Rows that stay on the server: a table asks for those on its screen, a function of the application gives them.

import type { RowInput } from './table-payloads.ts'

/** What a table wants to show. */
export interface RowRange {
  /** Position of the first row among all rows that the source has, from 0. */
  readonly start: number
  /** Position behind the last one. */
  readonly end: number
  /** The columns that the user sorts by, the most important first; empty for none. */
  readonly sorts: readonly (readonly [columnKey: string, ascending: boolean])[]
  /** Aborted when other rows are wanted, or nobody looks any more. */
  readonly signal: AbortSignal
}

/** What a source gives for a range. */
export interface RowPage {
  /** The rows from `start` on; fewer where the source ends. */
  readonly rows: readonly RowInput[]
  /** How many rows there are in all. */
  readonly total: number
}

/**
 * Gives the rows of a range. It is asked again when a signal that it has read (before its first `await`) changes.
 */
export type RowSource = (range: RowRange) => RowPage | Promise<RowPage>

/** Rows that a browser has been told of, for one range. */
export interface ToldRows {
  readonly start: number
  readonly page: RowPage
}

/** The rows from the first to the last that a browser has to be told anew; undefined when there are none. */
export function rowsToTell(
  told: ToldRows | undefined,
  start: number,
  { rows, total }: RowPage,
  isSame: (before: unknown, after: unknown) => boolean,
): { readonly start: number; readonly rows: readonly RowInput[] } | undefined {
  const isKnown = (row: RowInput, at: number): boolean => {
    const before = told?.page.rows[start + at - told.start]
    return before !== undefined && isSame(before, row)
  }
  const isNewCount = told?.page.total !== total
  const first = rows.findIndex((row, at) => !isKnown(row, at))
  if (first < 0) return isNewCount ? { start, rows: [] } : undefined
  const last = rows.findLastIndex((row, at) => !isKnown(row, at))
  return { start: start + first, rows: rows.slice(first, last + 1) }
}
