// The element of one cell. It remembers what it shows: only what changed touches the page.

import { make } from '../../dom/place.ts'
import { px } from '../../dom/style.ts'
import type { Column } from './column.ts'
import { cellOf, flagOf, type Row, textOf, TICK } from './row.ts'

export interface CellView {
  readonly element: HTMLElement
  show(row: Row): void
}

export function cellView(column: Column): CellView {
  const element = make('div', 'tw-table-cell', `tw-table-${column.kind}`)
  element.role = 'gridcell'
  element.dataset['align'] = column.align
  element.dataset['column'] = column.key
  switch (column.kind) {
    case 'progress':
      return progressCell(element, column)
    case 'button':
      return buttonCell(element, column)
    case 'icon':
      return iconCell(element, column)
    case 'boolean':
      return checkCell(element, column)
    default:
      return textCell(element, column)
  }
}

function textCell(element: HTMLElement, column: Column): CellView {
  const text = new Text()
  element.append(text)
  const show = onChange((shown: string) => {
    text.data = shown
  })
  return { element, show: (row) => show(textOf(cellOf(row, column), column)) }
}

/** A tick for yes, a dash for no. */
function checkCell(element: HTMLElement, column: Column): CellView {
  const text = make('span')
  element.append(text)
  const show = onChange((shown: string) => {
    text.textContent = shown
    text.classList.toggle('tw-table-check', shown === TICK)
  })
  return { element, show: (row) => show(textOf(cellOf(row, column), column)) }
}

function iconCell(element: HTMLElement, column: Column): CellView {
  const image = make('img')
  const { icon_size: size } = column.spec
  if (size !== undefined) [image.style.width, image.style.height] = [px(size), px(size)]
  image.alt = ''
  element.append(image)
  const show = onChange((address: string) => {
    image.hidden = address === ''
    if (address !== '') image.src = address
  })
  return { element, show: (row) => show(textOf(cellOf(row, column), column)) }
}

/** A thin bar, and the number beside it. */
function progressCell(element: HTMLElement, column: Column): CellView {
  const { min = 0, max = 100, visible_key: visibleKey } = column.spec
  const bar = make('div', 'tw-table-bar')
  const text = make('span', 'tw-table-bar-text')
  bar.role = 'progressbar'
  bar.ariaLabel = column.label
  bar.ariaValueMin = String(min)
  bar.ariaValueMax = String(max)
  element.append(bar, text)
  const show = onChange((value: number | null) => {
    bar.hidden = value === null
    text.textContent = value === null ? '' : textOf(valueShown(value, column), column)
    if (value === null) return
    bar.ariaValueNow = String(value)
    bar.style.setProperty('--tw-share', String(shareOf(value, min, max)))
  })
  return {
    element,
    show(row) {
      const value = flagOf(row, visibleKey) ? cellOf(row, column) : null
      show(typeof value === 'number' ? value : null)
    },
  }
}

/** Without a format of its own the number is the share of the way. */
function valueShown(value: number, { spec }: Column): number {
  const { min = 0, max = 100, format } = spec
  return format === undefined ? shareOf(value, min, max) * 100 : value
}

function shareOf(value: number, min: number, max: number): number {
  return max > min ? Math.min(1, Math.max(0, (value - min) / (max - min))) : 0
}

/**
 * A button where the row has a value, or says nothing at all and the column has a text for it.
 * What it does is seen to by the table.
 */
function buttonCell(element: HTMLElement, column: Column): CellView {
  const { text, enabled_key: enabledKey, visible_key: visibleKey } = column.spec
  const button = make('button', 'tw-table-action')
  button.type = 'button'
  button.tabIndex = -1
  element.append(button)
  const showText = onChange((label: string | null) => {
    button.hidden = label === null
    button.textContent = label
  })
  return {
    element,
    show(row) {
      const value = cellOf(row, column)
      const isHere = value !== null && (value !== undefined || text !== undefined)
      const own = typeof value === 'boolean' ? '' : textOf(value, column)
      showText(isHere && flagOf(row, visibleKey) ? own || (text ?? column.label) : null)
      button.disabled = !flagOf(row, enabledKey)
    },
  }
}

/** Calls `change` with a value that is not the one before. */
function onChange<Value>(change: (value: Value) => void): (value: Value) => void {
  let last: Value | undefined
  return (value) => {
    if (value === last) return
    last = value
    change(value)
  }
}
