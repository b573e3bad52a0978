// The whole text of a cell that is cut off, while the mouse is over it.

export function hintAt(element: Element): void {
  const cell = element.closest<HTMLElement>('.tw-table-body .tw-table-cell')
  if (!cell) return
  const isCut = cell.scrollWidth > cell.clientWidth
  cell.title = isCut ? cell.textContent : ''
}
