// What a screen has to look like, written as the model writes it, without any engine.

import { levels } from './engine.ts'
import type { Row } from './engine.ts'

const button = ' · x · activated'

/** @param textOf  what a row shows now */
export function listOutline(rows: readonly Row[], textOf = (row: Row) => row.text): string {
  const lines = rows.flatMap((row) => [
    ' HBox',
    `  Label · ${row.name}`,
    `  Label · ${textOf(row)}`,
    `  Button${button}`,
  ])
  return ['VBox', ...lines].join('\n')
}

export function shortListOutline(rows: readonly Row[]): string {
  const lines = rows.flatMap((row) => [' HBox', `  Label · ${row.text}`, `  Button${button}`])
  return ['VBox', ...lines].join('\n')
}

export function chainOutline(text: string): string {
  const boxes = Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}VBox`)
  return [...boxes, `${' '.repeat(levels)}Label · ${text}`].join('\n')
}
