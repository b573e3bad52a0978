// Tables in Markdown.

/** @returns nothing when there are no rows */
export function table(headings: readonly string[], rows: readonly string[]): string {
  if (rows.length === 0) return ''
  return [row(headings), row(headings.map(() => '---')), ...rows].join('\n')
}

export function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
