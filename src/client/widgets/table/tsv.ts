// Cells as text: a line for each row, tabs between cells. A cell with a tab, a line end or a quote in it is quoted,
// as spreadsheets do it.

import type { CellValue } from '../../../widgets/table-payloads.ts'

export function toTsv(rows: readonly (readonly (CellValue | undefined)[])[]): string {
  return rows.map((cells) => cells.map(written).join('\t')).join('\n')
}

export function fromTsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  while (at < text.length) {
    const { cell, end } = cellAt(text, at)
    rows.at(-1)!.push(cell)
    const isLineEnd = text[end] === '\n' || text[end] === '\r'
    at = end + (text.startsWith('\r\n', end) ? 2 : 1)
    if (isLineEnd && at < text.length) rows.push([])
    if (text[end] === '\t' && at >= text.length) rows.at(-1)!.push('')
  }
  return rows[0]!.length === 0 ? [] : rows
}

function written(value: CellValue | undefined): string {
  const text = value === null || value === undefined ? '' : String(value)
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The cell that begins at `start`, and where it ends. */
function cellAt(text: string, start: number): { cell: string; end: number } {
  if (text[start] === '"') {
    const quoted = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y
    quoted.lastIndex = start
    const found = quoted.exec(text)
    if (found) return { cell: found[1]!.replaceAll('""', '"'), end: quoted.lastIndex }
  }
  const plain = /[^\t\r\n]*/y
  plain.lastIndex = start
  return { cell: plain.exec(text)![0], end: plain.lastIndex }
}
