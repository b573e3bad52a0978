// The bar at the top of a window: icon, title, buttons.

import './title-bar.css'
import { icon, type IconName } from '../dom/icons.ts'
import { make } from '../dom/place.ts'

export type BarButton = 'lower' | 'minimize' | 'maximize' | 'close'

const names: Readonly<Record<BarButton, string>> = {
  lower: 'Send to back',
  minimize: 'Minimize',
  maximize: 'Maximize',
  close: 'Close',
}

export class TitleBar {
  readonly element = make('div', 'tw-title-bar')
  readonly #icon = make('img', 'tw-title-bar-icon')
  readonly #title = make('h1', 'tw-title-bar-title')
  readonly #buttons = new Map<BarButton, HTMLButtonElement>()

  /** @param pressed told which button was used */
  constructor(pressed: (button: BarButton) => void) {
    this.#icon.alt = ''
    this.#icon.hidden = true
    this.element.append(this.#icon, this.#title)
    for (const name of Object.keys(names) as BarButton[]) {
      const button = barButton(name)
      button.addEventListener('click', () => pressed(name))
      this.#buttons.set(name, button)
      this.element.append(button)
    }
  }

  setTitle(title: string): void {
    this.#title.textContent = title
  }

  setIcon(url: string | null): void {
    this.#icon.hidden = !url
    if (url) this.#icon.src = url
    else this.#icon.removeAttribute('src')
  }

  offer(name: BarButton, isOffered: boolean): void {
    this.#buttons.get(name)!.hidden = !isOffered
  }

  /** The maximise button undoes it while the window is maximised. */
  showMaximized(isMaximized: boolean): void {
    const button = this.#buttons.get('maximize')!
    dress(button, isMaximized ? 'restore' : 'maximize', isMaximized ? 'Restore' : names.maximize)
  }
}

function barButton(name: BarButton): HTMLButtonElement {
  const button = make('button', 'tw-title-bar-button')
  button.type = 'button'
  button.hidden = true
  button.dataset['does'] = name
  dress(button, name, names[name])
  return button
}

function dress(button: HTMLButtonElement, drawing: IconName, name: string): void {
  button.replaceChildren(icon(drawing))
  button.ariaLabel = name
  button.title = name
}
