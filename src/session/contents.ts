// What stands in a widget that was made by hand: its children, and dividers among them.

import type { Json, WidgetId } from '../protocol/messages.ts'

/** What stands among children without being one, e.g. the line of `add_separator`. */
export interface Divider {
  readonly method: string
}

/** How something was put in. */
export interface Standing {
  /** Where it is not the one by which its container takes children. */
  readonly method?: string
  /** What follows the child. */
  readonly args: readonly Json[]
}

/** In order. */
export type Contents = Map<WidgetId | Divider, Standing>

/** The methods that put in a divider. */
export const dividers: ReadonlySet<string> = new Set(['add_separator', 'add_spacer'])

export function childrenIn(contents: Contents): WidgetId[] {
  return [...contents.keys()].filter((one) => typeof one === 'number')
}

/** Puts a child in front of another; at the end when that one is not there. */
export function insertBefore(
  contents: Contents,
  child: WidgetId,
  standing: Standing,
  before: WidgetId | undefined,
): void {
  const after: (readonly [WidgetId | Divider, Standing])[] = []
  if (before !== undefined && contents.has(before)) {
    const entries = [...contents]
    after.push(...entries.slice(entries.findIndex(([one]) => one === before)))
  }
  for (const [one] of after) contents.delete(one)
  contents.set(child, standing)
  for (const [one, its] of after) contents.set(one, its)
}
