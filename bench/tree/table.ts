// Figures as text: a line a workload, a column an engine.

import type { EngineName } from './engine.ts'
import { grouped } from './figures.ts'
import type { Figure } from './figures.ts'

/** @param show  what stands in a cell */
export function table(figures: readonly Figure[], show: (figure: Figure) => string): string {
  const engines = [...new Set(figures.map(({ engine }) => engine))]
  const lines = grouped(figures, ({ workload }) => workload).map((group) => [
    group[0]!.workload,
    ...engines.map((engine) => cellOf(group, engine, show)),
  ])
  return aligned([['', ...engines], ...lines])
}

function cellOf(
  group: readonly Figure[],
  engine: EngineName,
  show: (figure: Figure) => string,
): string {
  const figure = group.find((one) => one.engine === engine)
  return figure ? show(figure) : '–'
}

/** The first column to the left, numbers to the right. */
function aligned(lines: readonly (readonly string[])[]): string {
  const widths = lines[0]!.map((_, column) =>
    Math.max(...lines.map((line) => line[column]!.length)),
  )
  return lines
    .map((line) => line.map((cell, column) => pad(cell, widths[column]!, column)).join('  '))
    .join('\n')
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width)
}

/** 0.123, 12.3, 1,234. */
export function short(number: number): string {
  if (number >= 100) return Math.round(number).toLocaleString('en')
  return String(Number(number.toPrecision(3)))
}
