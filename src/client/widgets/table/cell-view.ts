// The element of one cell. It remembers what it shows: only what changed touches the page. What its controls do is
// seen to by the table.

import '../choice.css'
import type { CellValue } from '../../../widgets/table-payloads.ts'
import { make } from '../../dom/place.ts'
import { px } from '../../dom/style.ts'
import type { Row } from './branch.ts'
import type { Column } from './column.ts'
import { cellOf, flagOf, textOf, TICK } from './row.ts'

export interface CellView {
  readonly element: HTMLElement
  show(row: Row): void
}

/** @param isEditable whether the user may change what it says */
export function cellView(column: Column, isEditable: boolean): CellView {
  const element = make('div', 'tw-table-cell', `tw-table-${column.kind}`)
  element.role = 'gridcell'
  if (!isEditable && column.kind !== 'button') element.ariaReadOnly = 'true'
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
      return tickCell(element, column)
    case 'checkbox':
      return checkBoxCell(element, column, isEditable)
    case 'combobox':
      return comboBoxCell(element, column, isEditable)
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
function tickCell(element: HTMLElement, column: Column): CellView {
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

/** A thin bar, and the number beside it, which is read out with the bar. */
function progressCell(element: HTMLElement, column: Column): CellView {
  const { min = 0, max = 100, visible_key: visibleKey } = column.spec
  const bar = make('div', 'tw-table-bar')
  const text = make('span', 'tw-table-bar-text')
  bar.role = 'progressbar'
  bar.ariaLabel = column.label
  bar.ariaValueMin = String(min)
  bar.ariaValueMax = String(max)
  text.ariaHidden = 'true'
  element.append(bar, text)
  const show = onChange((value: number | null) => {
    bar.hidden = value === null
    text.textContent = value === null ? '' : textOf(valueShown(value, column), column)
    if (value === null) return
    bar.ariaValueNow = String(value)
    bar.ariaValueText = text.textContent
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

/** A button where the row has a value, or says nothing at all and the column has a text for it. */
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

/** Where the row has a value. */
function checkBoxCell(element: HTMLElement, column: Column, isEditable: boolean): CellView {
  const box = make('input', 'tw-choice-input', 'tw-table-box')
  box.type = 'checkbox'
  box.tabIndex = -1
  box.ariaLabel = column.label
  element.append(box)
  // While the user is ticking it, it is not what the row says.
  const check = onChange((isChecked: boolean) => {
    box.checked = isChecked
  })
  return {
    element,
    show(row) {
      const value = cellOf(row, column) ?? null
      box.hidden = value === null || !flagOf(row, column.spec.visible_key)
      check(Boolean(value))
      box.disabled = !isEditable || !flagOf(row, column.spec.enabled_key)
    },
  }
}

/** Where the row has a value. One that is not among the choices is shown, and can be left but not chosen. */
function comboBoxCell(element: HTMLElement, column: Column, isEditable: boolean): CellView {
  const { choices = [], enabled_key: enabledKey, visible_key: visibleKey } = column.spec
  const select = make('select', 'tw-table-choice')
  const other = make('option')
  select.tabIndex = -1
  select.ariaLabel = column.label
  other.hidden = true
  select.append(...choices.map((choice) => choiceOption(choice, column)), other)
  element.append(select)
  const choose = onChange((value: CellValue) => {
    const at = choices.indexOf(value)
    if (at < 0) other.textContent = textOf(value, column)
    select.selectedIndex = at < 0 ? choices.length : at
  })
  return {
    element,
    show(row) {
      const value = cellOf(row, column) ?? null
      choose(value)
      select.hidden = value === null || !flagOf(row, visibleKey)
      select.disabled = !isEditable || !flagOf(row, enabledKey)
    },
  }
}

function choiceOption(choice: CellValue, column: Column): HTMLOptionElement {
  const option = make('option')
  option.textContent = textOf(choice, column)
  return option
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
