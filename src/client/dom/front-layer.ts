// Where notices and questions of the page itself stand: in front of everything, and never out of reach. Around a modal
// dialog nothing can be used, so one stands in it for as long as it is open.

import { foremostModal } from './modal.ts'

export class FrontLayer {
  readonly #root: HTMLElement
  readonly #dialogs = new MutationObserver(() => this.#stand())
  #shown: HTMLElement | undefined
  /** Where the user was before it had the focus. */
  #before: HTMLElement | undefined

  constructor(root: HTMLElement) {
    this.#root = root
  }

  /** Takes the place of what was shown before. */
  show(element: HTMLElement): void {
    this.clear()
    this.#before = focused()
    this.#shown = element
    element.addEventListener('focusin', ({ relatedTarget }) => {
      if (relatedTarget instanceof HTMLElement && !element.contains(relatedTarget)) {
        this.#before = relatedTarget
      }
    })
    if (element instanceof HTMLDialogElement) {
      this.#root.append(element)
      if (this.#isOnPage) element.showModal()
    } else {
      this.#stand()
      // They open and close by this attribute, or are taken away.
      const watched = { attributeFilter: ['open'], childList: true, subtree: true }
      this.#dialogs.observe(this.#root, watched)
    }
  }

  clear(): void {
    this.#dialogs.disconnect()
    const hadFocus = this.#hasFocus
    this.#shown?.remove()
    this.#shown = undefined
    if (hadFocus && this.#before?.isConnected) this.#before.focus()
    this.#before = undefined
  }

  /** Gives the focus back to where the user was: there is nothing to do here any more. */
  leave(): void {
    if (this.#hasFocus) this.#before?.focus()
  }

  /** Else nothing can be opened: whoever owns the root may have taken it away, and put it nowhere yet. */
  get #isOnPage(): boolean {
    return this.#root.isConnected
  }

  get #hasFocus(): boolean {
    return this.#shown?.contains(document.activeElement) === true
  }

  #stand(): void {
    const element = this.#shown
    const home = foremostModal(this.#root) ?? this.#root
    if (!element || element.parentElement === home) return
    const focus = this.#hasFocus ? focused() : undefined
    home.append(element)
    // To be moved closes it, and what was opened last stands in front.
    if (this.#isOnPage) element.showPopover()
    focus?.focus()
  }
}

function focused(): HTMLElement | undefined {
  const { activeElement } = document
  return activeElement instanceof HTMLElement ? activeElement : undefined
}
