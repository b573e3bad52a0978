// What drops down: entries one below the other, and sub-menus beside them. The focus goes along with what is active.

import '../menu.css'
import { type Anchor, float, type FloatOptions } from '../../dom/floating.ts'
import { make } from '../../dom/place.ts'
import { TypeAhead } from '../type-ahead.ts'
import { entriesIn, entryAt } from './entries.ts'
import { Hover } from './hover.ts'
import { intentOf, type MenuIntent, placeAfter } from './keys.ts'

/** What a menu drops down from. */
export interface MenuOwner {
  /** A key goes on to the neighbour: 1 forwards, -1 back. */
  step(by: 1 | -1): void
  /** This menu is to close, and the focus goes to what opened it. */
  back(): void
  /** All menus are to close: something was chosen, or the focus goes on. */
  dismiss(): void
}

export interface MenuOpening {
  readonly anchor: Anchor
  readonly owner: MenuOwner
  readonly float: FloatOptions
  /** What is active first. `panel`: nothing, but keys are heard. `none`: the focus stays where it is. */
  readonly focus: 'first' | 'last' | 'panel' | 'none'
}

/** Px between the entry and the top of its sub-menu, so that their texts stand at one height. */
const PADDING = -5

export class MenuPanel {
  readonly element = make('div', 'tw-menu-panel')
  /** Sub-menus, by the entry that opens them. */
  readonly #subMenus = new Map<HTMLElement, MenuPanel>()
  #search = new TypeAhead()
  readonly #hover: Hover
  #owner: MenuOwner | undefined
  #letGo: (() => void) | undefined
  /** The entry whose sub-menu is open. */
  #opened: HTMLElement | undefined

  constructor() {
    const { element } = this
    element.role = 'menu'
    element.popover = 'manual'
    element.tabIndex = -1
    this.#hover = new Hover({
      box: () => this.#openSubMenu?.element.getBoundingClientRect(),
      entered: (entry) => this.#entered(entry),
      rested: (entry) => this.#openUnder(entry, 'none'),
    })
    element.addEventListener('keydown', (event) => this.#press(event))
    element.addEventListener('click', (event) => this.#clicked(event))
    element.addEventListener('pointermove', (event) => this.#moved(event))
  }

  get isOpen(): boolean {
    return this.#letGo !== undefined
  }

  /** `panel` opens beside `entry`, which stands in this menu. */
  adopt(entry: HTMLElement, panel: MenuPanel): void {
    this.#subMenus.set(entry, panel)
  }

  drop(entry: HTMLElement): void {
    if (entry === this.#opened) this.#closeSubMenu()
    this.#subMenus.delete(entry)
  }

  open({ anchor, owner, float: options, focus }: MenuOpening): void {
    this.close()
    this.#owner = owner
    this.element.showPopover()
    this.#letGo = float(anchor, this.element, { isAsWide: false, ...options })
    this.#byKeys(focus === 'first' || focus === 'last')
    if (focus === 'panel') this.element.focus({ preventScroll: true })
    else if (focus !== 'none') this.focus(focus)
  }

  close(): void {
    this.#closeSubMenu()
    this.#hover.stop()
    this.#letGo?.()
    this.#letGo = undefined
    this.#owner = undefined
    if (this.element.matches(':popover-open')) this.element.hidePopover()
  }

  focus(which: 'first' | 'last'): void {
    const entry = entriesIn(this.element).at(which === 'first' ? 0 : -1)
    ;(entry ?? this.element).focus()
  }

  get #openSubMenu(): MenuPanel | undefined {
    return this.#opened && this.#subMenus.get(this.#opened)
  }

  #press(event: KeyboardEvent): void {
    if (!isIn(this.element, event)) return
    const isRightToLeft = getComputedStyle(this.element).direction === 'rtl'
    const intent = intentOf(event, 'menu', isRightToLeft)
    if (!intent) return
    if (intent !== 'leave') event.preventDefault()
    event.stopPropagation()
    this.#byKeys(true)
    if (intent !== 'search') this.#search = new TypeAhead()
    this.#obey(intent, event)
  }

  #obey(intent: MenuIntent, event: KeyboardEvent): void {
    const entries = entriesIn(this.element)
    const current = entries.indexOf(document.activeElement as HTMLButtonElement)
    switch (intent) {
      case 'deeper':
        if (!this.#openUnder(entries[current], 'first')) this.#owner?.step(1)
        return
      case 'back':
        return this.#owner?.step(-1)
      case 'close':
        return this.#owner?.back()
      case 'leave':
        return this.#owner?.dismiss()
      case 'search':
        return entries[this.#find(event, entries, current)]?.focus()
      default:
        return entries[placeAfter(intent, current, entries.length)]?.focus()
    }
  }

  #find({ key, timeStamp }: KeyboardEvent, entries: readonly HTMLElement[], from: number): number {
    const texts = entries.map(({ textContent }) => textContent)
    return this.#search.find(key, timeStamp, texts, from)
  }

  #clicked(event: MouseEvent): void {
    const entry = isIn(this.element, event) ? entryAt(this.element, event) : undefined
    if (!entry) return
    const isByKey = event.detail === 0
    if (!this.#openUnder(entry, isByKey ? 'first' : 'none')) this.#owner?.dismiss()
  }

  #moved(event: PointerEvent): void {
    if (isIn(this.element, event)) this.#hover.moved(event, entryAt(this.element, event))
    else this.#hover.stop(this.#opened)
  }

  #entered(entry: HTMLElement): void {
    this.#byKeys(false)
    if (entry !== this.#opened) this.#closeSubMenu()
    entry.focus({ preventScroll: true })
  }

  #byKeys(isSo: boolean): void {
    this.element.classList.toggle('tw-by-keys', isSo)
  }

  /** Whether a menu opens there. */
  #openUnder(entry: HTMLElement | undefined, focus: MenuOpening['focus']): boolean {
    const panel = entry && this.#subMenus.get(entry)
    if (!panel) return false
    if (entry === this.#opened) {
      if (focus === 'first') panel.focus('first')
      return true
    }
    this.#closeSubMenu()
    this.#opened = entry
    entry.ariaExpanded = 'true'
    const owner = this.#ownerOf(entry)
    panel.open({ anchor: entry, owner, float: { side: 'beside', gap: 0, shift: PADDING }, focus })
    return true
  }

  #ownerOf(entry: HTMLElement): MenuOwner {
    const back = (): void => {
      this.#closeSubMenu()
      this.#byKeys(true)
      entry.focus()
    }
    return {
      step: (by) => (by === 1 ? this.#owner?.step(1) : back()),
      back,
      dismiss: () => this.#owner?.dismiss(),
    }
  }

  #closeSubMenu(): void {
    const panel = this.#openSubMenu
    if (!this.#opened || !panel) return
    this.#opened.ariaExpanded = 'false'
    this.#opened = undefined
    panel.close()
  }
}

/** Whether it happened in this menu, not in a sub-menu. */
function isIn(panel: HTMLElement, { target }: Event): boolean {
  return target instanceof Element && target.closest('.tw-menu-panel') === panel
}
