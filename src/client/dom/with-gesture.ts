// Does what browsers do only when the user has just clicked something. If he has not, a small box asks him to.

import './with-gesture.css'
import { make } from './place.ts'
import { pushButton } from './push-button.ts'

export interface Wanted {
  /** The question. */
  readonly text: string
  /** What the button says. */
  readonly label: string
}

/**
 * @param act  called within a gesture of the user, at once or later, or never
 * @returns    takes the question away
 */
export function withGesture(root: HTMLElement, wanted: Wanted, act: () => void): () => void {
  if (navigator.userActivation.isActive) {
    act()
    return () => undefined
  }
  const before = document.activeElement
  const close = (): void => {
    const hadFocus = box.contains(document.activeElement)
    box.remove()
    if (hadFocus && before instanceof HTMLElement) before.focus()
  }
  const accept = (): void => {
    close()
    act()
  }
  const box = question(wanted, accept, close)
  // There is one at a time: the last is the one that is meant.
  root.querySelector('.tw-gesture')?.remove()
  root.append(box)
  box.showPopover()
  return close
}

/** It takes no focus: somebody may be typing. It stands in the top layer, where no dialog hides it. */
function question({ text, label }: Wanted, accept: () => void, refuse: () => void): HTMLElement {
  const box = make('div', 'tw-gesture')
  box.popover = 'manual'
  box.role = 'region'
  box.ariaLabel = text
  const words = make('span', 'tw-gesture-text')
  words.role = 'status'
  words.textContent = text
  const answers = make('span', 'tw-gesture-answers')
  const button = 'tw-gesture-button'
  answers.append(pushButton(label, button, accept), pushButton('Not now', button, refuse))
  box.append(words, answers)
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') refuse()
  })
  return box
}
