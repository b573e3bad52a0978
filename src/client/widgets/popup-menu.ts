// A menu as those see it who open it. Its code is in another part of the page, which they need not fetch.

import type { WidgetLike } from '../../widgets/types.ts'
import type { FloatOptions } from '../dom/floating.ts'

export interface Drop {
  /** Whether its first entry is active, or none. */
  readonly focus: 'first' | 'panel'
  readonly float?: FloatOptions
  /** Told when it has closed, for whatever reason. */
  readonly closed?: () => void
}

export interface PopupMenu {
  readonly isOpen: boolean
  /** What it drops down from when the user wants it to. */
  opener: HTMLElement | undefined
  /** Opens it at an element. */
  dropFrom(anchor: HTMLElement, drop: Drop): void
  close(): void
}

/** @throws TypeError when it is something else, which `where` has been given: `Label.set_menu` */
export function asPopupMenu(where: string, widget: WidgetLike): PopupMenu {
  if ('dropFrom' in widget) return widget as WidgetLike & PopupMenu
  throw new TypeError(`${where} needs "menu" to be a Menu, got #${widget.wid}`)
}

/** The menu of a widget that opens it when it is used. */
export class MenuOpener {
  readonly #element: HTMLElement
  #menu: PopupMenu | null = null

  constructor(element: HTMLElement) {
    this.#element = element
  }

  get hasMenu(): boolean {
    return this.#menu !== null
  }

  set(menu: PopupMenu | null): void {
    if (menu !== this.#menu) this.close()
    if (this.#menu?.opener === this.#element) this.#menu.opener = undefined
    if (menu) menu.opener = this.#element
    this.#menu = menu
    this.#element.ariaHasPopup = menu && 'menu'
    this.#element.ariaExpanded = menu && 'false'
  }

  close(): void {
    if (this.#menu?.isOpen) this.#menu.close()
  }

  toggle(drop: Drop): void {
    const menu = this.#menu
    if (!menu) return
    if (menu.isOpen) return menu.close()
    this.#element.ariaExpanded = 'true'
    const closed = (): void => {
      if (this.#menu === menu) this.#element.ariaExpanded = 'false'
    }
    menu.dropFrom(this.#element, { ...drop, closed })
  }
}
