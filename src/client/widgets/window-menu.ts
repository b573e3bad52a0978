// Opens the menu of a window: by a right click on its bar, or a click on its icon. The menu is fetched then.

import type { WindowState } from '../../widgets/payloads.ts'
import type { Anchor } from '../dom/floating.ts'
import type { WindowDeed, WindowMenuOptions } from './menu/window-menu.ts'
import type { TitleBar } from './title-bar.ts'

export type { WindowDeed } from './menu/window-menu.ts'

export interface WindowMenuOwner {
  readonly root: HTMLElement
  readonly state: () => WindowState
  /** What can be done now; without anything there is no menu. */
  readonly offers: () => readonly WindowDeed[]
  readonly chosen: (deed: WindowDeed) => void
}

export class WindowMenu {
  readonly #owner: WindowMenuOwner
  readonly #icon: HTMLButtonElement
  #close: (() => void) | undefined
  #isOver = false

  constructor({ element, menuButton }: TitleBar, owner: WindowMenuOwner) {
    this.#owner = owner
    this.#icon = menuButton
    menuButton.ariaExpanded = 'false'
    menuButton.addEventListener('click', ({ detail }) => {
      if (this.#close) this.#close()
      else void this.#open(menuButton, detail === 0 ? 'first' : 'panel')
    })
    element.addEventListener('contextmenu', (event) => this.#clicked(event))
    this.draw()
  }

  /** What is offered has changed. */
  draw(): void {
    this.#icon.disabled = this.#owner.offers().length === 0
  }

  destroy(): void {
    this.#isOver = true
    this.#close?.()
  }

  #clicked(event: MouseEvent): void {
    if (this.#owner.offers().length === 0) return
    event.preventDefault()
    const { clientX, clientY } = event
    const point = { getBoundingClientRect: () => new DOMRect(clientX, clientY, 0, 0) }
    void this.#open(point, 'panel')
  }

  #closed(): void {
    this.#close = undefined
    this.#icon.ariaExpanded = 'false'
  }

  async #open(anchor: Anchor, focus: WindowMenuOptions['focus']): Promise<void> {
    const { root, state, offers, chosen } = this.#owner
    try {
      const { openWindowMenu } = await import('./menu/window-menu.ts')
      if (this.#isOver) return
      this.#close?.()
      const now = { state: state(), offers: offers() }
      const closed = (): void => this.#closed()
      this.#close = openWindowMenu({ root, anchor, focus, chosen, closed, ...now })
      this.#icon.ariaExpanded = String(anchor === this.#icon)
    } catch (error) {
      console.error('The menu of the window could not be loaded:', error)
    }
  }
}
