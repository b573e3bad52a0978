// The list that drops down from a combo box. The focus stays in the field; one option is active.

import './option-list.css'
import { float } from '../dom/floating.ts'
import { make } from '../dom/place.ts'

export interface Choice {
  /** Among all items, shown or not. */
  readonly index: number
  readonly text: string
}

export interface OptionListOwner {
  /** An option was clicked. */
  picked(choice: Choice): void
  /** Clicked somewhere else. */
  left(): void
  /** The id of another option is the active one, or the list opened or closed. */
  changed(activeId: string | null): void
}

export class OptionList {
  readonly element = make('div', 'tw-option-list')
  readonly #anchor: HTMLElement
  readonly #owner: OptionListOwner
  #choices: readonly Choice[] = []
  #row = -1
  #letGo: (() => void) | undefined

  /** @param anchor what it drops down from; clicks in there are not outside */
  constructor(id: string, anchor: HTMLElement, owner: OptionListOwner) {
    this.#anchor = anchor
    this.#owner = owner
    this.element.id = id
    this.element.role = 'listbox'
    this.element.popover = 'manual'
    this.#listen()
  }

  get isOpen(): boolean {
    return this.element.matches(':popover-open')
  }

  /** The active one. */
  get active(): Choice | undefined {
    return this.#choices[this.#row]
  }

  /**
   * Opens it with these, or shows these from now on. Nothing to choose from closes it.
   *
   * @param chosen  index of the item that is chosen now
   * @param active  index of the item that is active first
   */
  open(choices: readonly Choice[], chosen: number, active: number): void {
    if (choices.length === 0) return this.close()
    this.#choices = choices
    const rows = choices.map((choice, row) => this.#option(choice, row, choice.index === chosen))
    this.element.replaceChildren(...rows)
    if (!this.isOpen) this.#appear()
    this.moveTo(choices.findIndex((choice) => choice.index === active))
  }

  close(): void {
    if (!this.#letGo) return
    this.#letGo()
    this.#choices = []
    this.#row = -1
    this.element.replaceChildren()
    this.#owner.changed(null)
  }

  /** Without an active option the first step goes to the first, or the last. */
  moveBy(rows: number): void {
    const from = this.#row < 0 && rows < 0 ? this.#choices.length : this.#row
    this.moveTo(Math.max(0, Math.min(this.#choices.length - 1, from + rows)))
  }

  /** Counts among the options shown; -1 makes none active, Infinity the last. */
  moveTo(row: number): void {
    this.#activate(row)
    const option = this.#options[this.#row]
    if (option) reveal(option, this.element)
  }

  #activate(row: number): void {
    this.#options[this.#row]?.classList.remove('tw-active')
    this.#row = Math.min(row, this.#choices.length - 1)
    const option = this.#options[this.#row]
    option?.classList.add('tw-active')
    this.#owner.changed(option?.id ?? null)
  }

  get #options(): HTMLCollectionOf<HTMLElement> {
    return this.element.children as HTMLCollectionOf<HTMLElement>
  }

  #option({ text }: Choice, row: number, isChosen: boolean): HTMLElement {
    const option = make('div', 'tw-option')
    option.id = `${this.element.id}-${row}`
    option.role = 'option'
    option.ariaSelected = String(isChosen)
    option.textContent = text
    return option
  }

  #listen(): void {
    const rowOf = ({ target }: Event): number => {
      const option = target instanceof Element ? target.closest('.tw-option') : null
      return option ? [...this.#options].indexOf(option as HTMLElement) : -1
    }
    // The ring around the active option is for those who use the keyboard.
    const byKeys = (isSo: boolean) => this.element.classList.toggle('tw-by-keys', isSo)
    this.#anchor.addEventListener('keydown', () => byKeys(true))
    this.#anchor.addEventListener('pointerdown', () => byKeys(false))
    this.element.addEventListener('mousedown', (event) => event.preventDefault())
    this.element.addEventListener('click', (event) => {
      const choice = this.#choices[rowOf(event)]
      if (choice) this.#owner.picked(choice)
    })
    this.element.addEventListener('mousemove', (event) => {
      const row = rowOf(event)
      if (row < 0 || row === this.#row) return
      byKeys(false)
      this.#activate(row)
    })
  }

  /** Stands above everything until it is let go. */
  #appear(): void {
    this.#letGo?.()
    this.element.showPopover()
    const stopFloating = float(this.#anchor, this.element)
    const press = ({ target }: Event): void => {
      const isInside = [this.element, this.#anchor].some((part) => part.contains(target as Node))
      if (!isInside) this.#owner.left()
    }
    document.addEventListener('pointerdown', press, { capture: true })
    this.#letGo = () => {
      this.#letGo = undefined
      document.removeEventListener('pointerdown', press, { capture: true })
      stopFloating()
      if (this.isOpen) this.element.hidePopover()
    }
  }
}

/** Scrolls the list and nothing else. */
function reveal({ offsetTop, offsetHeight }: HTMLElement, list: HTMLElement): void {
  const last = offsetTop + offsetHeight - list.clientHeight
  list.scrollTop = Math.max(last, Math.min(offsetTop, list.scrollTop))
}
