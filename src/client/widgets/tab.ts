// One tab of a TabWidget, and the page behind it.

import { icon } from '../dom/icons.ts'
import { make } from '../dom/place.ts'

export interface TabOptions {
  /** Of no meaning, but never used twice in a TabWidget. */
  readonly id: string
  /** Of the element. */
  readonly pageId: string
  readonly isClosable: boolean
  readonly chosen: () => void
  readonly closed: () => void
}

export class Tab {
  readonly id: string
  /** Holds the tab proper and its close mark, which are siblings: buttons must not hold buttons. */
  readonly element = make('div', 'tw-tab')
  readonly page = make('div', 'tw-tab-page')
  readonly #button = make('button', 'tw-tab-button')

  constructor(content: HTMLElement, { id, pageId, isClosable, chosen, closed }: TabOptions) {
    this.id = id
    this.page.id = pageId
    this.element.role = 'presentation'
    this.#button.type = 'button'
    this.#button.role = 'tab'
    this.#button.setAttribute('aria-controls', pageId)
    this.#button.addEventListener('click', chosen)
    this.element.append(this.#button)
    this.page.role = 'tabpanel'
    this.page.append(content)
    if (isClosable) this.#letClose(closed)
    this.select(false)
  }

  setTitle(title: string): void {
    this.#button.textContent = title
    this.page.ariaLabel = title
  }

  select(isSelected: boolean): void {
    this.#button.ariaSelected = String(isSelected)
    this.#button.tabIndex = isSelected ? 0 : -1
    this.page.hidden = !isSelected
    if (isSelected) this.#reveal()
  }

  /** Of the tab, or of what is on its page. */
  get hasFocus(): boolean {
    return [this.element, this.page].some((part) => part.contains(document.activeElement))
  }

  /** The page takes it where no tabs are shown. */
  focus(): void {
    this.#button.focus()
    if (this.#button === document.activeElement) return
    this.page.tabIndex = -1
    this.page.focus()
  }

  highlight(color: string | null): void {
    this.element.style.background = color ?? ''
  }

  /** Scrolls the strip and nothing else. */
  #reveal(): void {
    const strip = this.element.parentElement
    if (!strip) return
    const [tab, view] = [this.element.getBoundingClientRect(), strip.getBoundingClientRect()]
    strip.scrollBy(
      way(tab.left, tab.right, view.left, view.right),
      way(tab.top, tab.bottom, view.top, view.bottom),
    )
  }

  /** With the keyboard it is the Delete key. */
  #letClose(closed: () => void): void {
    const mark = make('span', 'tw-tab-close')
    mark.ariaHidden = 'true'
    mark.dataset['tooltip'] = 'Close'
    mark.append(icon('close'))
    mark.addEventListener('click', closed)
    this.#button.setAttribute('aria-keyshortcuts', 'Delete')
    this.element.append(mark)
    this.element.addEventListener('auxclick', (event) => {
      if (event.button === 1) closed()
    })
  }
}

/** How far something has to go to be in sight from `first` to `last`; its beginning where there is no room for all. */
function way(start: number, end: number, first: number, last: number): number {
  if (start < first) return start - first
  return Math.max(0, Math.min(end - last, start - first))
}
