// The bar at the top of a window: icon, title, buttons.

import './title-bar.css'
import { icon, type IconName } from '../dom/icons.ts'
import { make } from '../dom/place.ts'

export type BarButton = 'lower' | 'shade' | 'minimize' | 'maximize' | 'close'

const names: Readonly<Record<BarButton, string>> = {
  lower: 'Send to back',
  shade: 'Roll up',
  minimize: 'Minimize',
  maximize: 'Maximize',
  close: 'Close',
}

export class TitleBar {
  readonly element = make('div', 'tw-title-bar')
  /** The icon. It opens the menu of the window, see window-menu.ts. */
  readonly menuButton = make('button', 'tw-title-bar-menu')
  readonly #icon = make('img', 'tw-title-bar-icon')
  readonly #title: HTMLElement
  readonly #buttons = new Map<BarButton, HTMLButtonElement>()

  /**
   * @param pressed  told which button was used
   * @param heading  of which rank the title is
   */
  constructor(pressed: (button: BarButton) => void, heading: 'h1' | 'h2' = 'h1') {
    this.#title = make(heading, 'tw-title-bar-title')
    this.#icon.alt = ''
    this.menuButton.type = 'button'
    this.menuButton.ariaLabel = 'Window menu'
    this.menuButton.ariaHasPopup = 'menu'
    this.menuButton.disabled = true
    this.menuButton.append(this.#icon)
    this.setIcon(null)
    this.element.append(this.menuButton, this.#title)
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
    this.menuButton.hidden = !url
    if (url) this.#icon.src = url
    else this.#icon.removeAttribute('src')
  }

  /** Whether the window is moved by it: then the keyboard moves it too, and sizes it if that can be. */
  setHandle(isHandle: boolean, isResizable: boolean): void {
    const { element } = this
    if (isHandle) element.tabIndex = 0
    else element.removeAttribute('tabindex')
    element.role = isHandle ? 'group' : null
    const sizing = isResizable ? ', size with Shift and arrow keys' : ''
    element.ariaLabel = isHandle ? `Move with arrow keys${sizing}` : null
  }

  offer(name: BarButton, isOffered: boolean): void {
    this.#buttons.get(name)!.hidden = !isOffered
  }

  /** The button that rolls up undoes it while the window is rolled up. */
  showShaded(isShaded: boolean): void {
    const button = this.#buttons.get('shade')!
    dress(button, isShaded ? 'unshade' : 'shade', isShaded ? 'Roll down' : names.shade)
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
  button.dataset['tooltip'] = name
}
