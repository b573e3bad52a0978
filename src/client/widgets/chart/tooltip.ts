// What stands beside the mouse: elements rather than markup, so that names are text and no policy is in the way.

import { make } from '../../dom/place.ts'

export interface TooltipLine {
  readonly color: string
  readonly name: string
  readonly value: string
}

export function tooltip(head: string, lines: readonly TooltipLine[]): HTMLElement {
  const element = make('div', 'tw-chart-tooltip')
  if (head !== '') {
    const title = make('div', 'tw-chart-tooltip-head')
    title.textContent = head
    element.append(title)
  }
  element.append(...lines.map(lineOf))
  return element
}

function lineOf({ color, name, value }: TooltipLine): HTMLElement {
  const line = make('div', 'tw-chart-tooltip-line')
  const key = make('span', 'tw-chart-key')
  key.style.background = color
  const label = make('span')
  label.textContent = name
  const figure = make('span', 'tw-chart-tooltip-value')
  figure.textContent = value
  line.append(key, label, figure)
  return line
}
