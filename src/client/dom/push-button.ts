// A button of the page itself, beside the widgets.

import { make } from './place.ts'

export function pushButton(
  label: string,
  className: string,
  pressed: () => void,
): HTMLButtonElement {
  const button = make('button', className)
  button.type = 'button'
  button.textContent = label
  button.addEventListener('click', pressed)
  return button
}
