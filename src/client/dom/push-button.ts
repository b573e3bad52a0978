// A button of the page itself, beside the widgets.

import './push-button.css'
import { make } from './place.ts'

export function pushButton(label: string, pressed: () => void): HTMLButtonElement {
  const button = make('button', 'tw-push-button')
  button.type = 'button'
  button.textContent = label
  button.addEventListener('click', pressed)
  return button
}
