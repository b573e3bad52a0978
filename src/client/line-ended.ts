// The full message when the line has ended: what is behind it means nothing any more.

import { CloseCode } from '../protocol/close.ts'
import { make } from './dom/place.ts'
import { pushButton } from './dom/push-button.ts'

/** What the codes have to say that are nobody's mistake. */
const words: ReadonlyMap<number, { readonly title: string; readonly button: string }> = new Map([
  [CloseCode.gone, { title: 'This session has ended', button: 'Start a new one' }],
  [CloseCode.unauthorized, { title: 'You are not signed in', button: 'Try again' }],
  [CloseCode.serverFull, { title: 'The server is full', button: 'Try again' }],
])

const otherwise = { title: 'The connection has ended', button: 'Start again' }

/** @param reason the server's words, shown as text */
export function lineEnded(code: number, reason: string, pressed: () => void): HTMLDialogElement {
  const { title, button } = words.get(code) ?? otherwise
  const element = make('dialog', 'tw-line-ended')
  element.role = 'alertdialog'
  element.ariaLabel = title
  // Escape does not end the end.
  element.addEventListener('cancel', (event) => event.preventDefault())
  element.setAttribute('closedby', 'none')
  const box = make('div', 'tw-line-ended-box')
  const said = reason || 'The server gave no reason.'
  element.ariaDescription = said
  box.append(
    paragraph('h1', title),
    paragraph('p', said),
    paragraph('p', code === 0 ? '' : `Code ${code}`, 'tw-line-code'),
    pushButton(button, pressed),
  )
  element.append(box)
  return element
}

function paragraph(tag: 'h1' | 'p', text: string, ...classes: readonly string[]): HTMLElement {
  const element = make(tag, ...classes)
  element.textContent = text
  return element
}
