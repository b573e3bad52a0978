// Does what browsers do only when the user has just clicked something. If he has not, a small box asks him to.

import './with-gesture.css'
import { FrontLayer } from './front-layer.ts'
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
  // There is one at a time: the last is the one that is meant.
  root.querySelector('.tw-gesture')?.dispatchEvent(new Event('close'))
  const layer = new FrontLayer(root)
  const close = (): void => layer.clear()
  const accept = (): void => {
    close()
    act()
  }
  const { box, words } = question(wanted, accept, close)
  layer.show(box)
  // It is read out when it is said, not when it is there already.
  words.textContent = wanted.text
  return close
}

/** It takes no focus: somebody may be typing. */
function question({ text, label }: Wanted, accept: () => void, refuse: () => void) {
  const box = make('div', 'tw-gesture')
  box.popover = 'manual'
  box.role = 'region'
  box.ariaLabel = text
  const words = make('span', 'tw-gesture-text')
  words.role = 'status'
  const answers = make('span', 'tw-gesture-answers')
  answers.append(pushButton(label, accept), pushButton('Not now', refuse))
  box.append(words, answers)
  box.addEventListener('close', refuse)
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    refuse()
  })
  return { box, words }
}
