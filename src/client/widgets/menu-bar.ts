// Bar of menus that drop down. While one is open the mouse and the arrow keys go on to the others.

import type { WidgetLike } from '../../widgets/types.ts'
import type { BrowserMethods } from '../../widgets/derive.ts'
import { prepareFloating } from '../dom/floating.ts'
import { make } from '../dom/place.ts'
import { Container } from './container.ts'
import { asMenu, Menu, menuNamed } from './menu.ts'
import { entriesIn, entryAt } from './menu/entries.ts'
import type { MenuOpening, MenuOwner } from './menu/panel.ts'
import { Roving } from './menu/roving.ts'
import { LeaveWatch } from './menu/leave-watch.ts'
import { TypeAhead } from './type-ahead.ts'
import type { Link, Widget } from './widget.ts'

interface EntryOptions {
  readonly icon_url?: string | null | undefined
  readonly iconsize?: readonly [number, number] | null | undefined
  readonly icon_only?: boolean | undefined
}

export class MenuBar extends Container implements BrowserMethods<'MenuBar'>, MenuOwner {
  readonly #roving: Roving
  readonly #leaving = new LeaveWatch(() => this.#close())
  #search = new TypeAhead()
  #open: Menu | undefined

  constructor(link: Link) {
    super(link, make('div'))
    this.element.role = 'menubar'
    this.#roving = new Roving(this.element)
    this.on(this.element, 'click', (event) => this.#clicked(event))
    this.on(this.element, 'keydown', (event) => this.#press(event))
    this.on(this.element, 'pointerover', (event) => this.#hovered(event))
    // The focus stays where the user works.
    this.on(this.element, 'mousedown', (event) => {
      if (entryAt(this.element, event)) event.preventDefault()
    })
    this.own(() => this.#close())
    this.own(() => this.#roving.stop())
    prepareFloating()
  }

  add_menu(menu: WidgetLike, name: string, options: EntryOptions = {}): void {
    const added = asMenu('MenuBar.add_menu', menu)
    added.set_text(name)
    added.setIconOnly(options.icon_only ?? false)
    added.set_icon(options.icon_url ?? null, options.iconsize ?? null)
    this.add_widget(added)
  }

  add_name(name: string): WidgetLike {
    const menu = this.link.make('Menu', { text: name })
    this.add_widget(menu)
    return menu
  }

  get_menu(name: string): WidgetLike | null {
    return menuNamed(this.children, name)
  }

  override hide(): void {
    this.#close()
    super.hide()
  }

  override set_enabled(tf: boolean): void {
    if (!tf) this.#close()
    super.set_enabled(tf)
  }

  override set_focus(): void {
    this.#roving.refresh()
    entriesIn(this.element)
      .find(({ tabIndex }) => tabIndex === 0)
      ?.focus()
  }

  step(by: 1 | -1): void {
    const from = this.#open?.entry
    const next = from && this.#roving.neighbour(by === 1 ? 'next' : 'previous', from)
    if (next) this.#goTo(next)
  }

  back(): void {
    const entry = this.#open?.entry
    this.#close()
    entry?.focus()
  }

  dismiss(): void {
    const target = this.#leaving.before(this.element) ?? this.#open?.entry
    target?.focus()
    this.#close()
  }

  protected override dropChild(child: Widget, at: number): void {
    if (child === this.#open) this.#close()
    super.dropChild(child, at)
  }

  #clicked(event: MouseEvent): void {
    const entry = entryAt(this.element, event)
    const menu = this.#menuOf(entry)
    if (!menu) {
      if (entry) this.#close()
    } else if (menu === this.#open) this.dismiss()
    else this.#drop(menu, event.detail === 0 ? 'first' : 'panel')
  }

  #press(event: KeyboardEvent): void {
    const intent = this.#roving.intentOf(event, 'bar')
    if (!intent || event.defaultPrevented) return
    const from = event.target as HTMLElement
    const menu = this.#menuOf(from)
    if (intent === 'close' && !this.#open) return
    event.preventDefault()
    if (intent !== 'search') this.#search = new TypeAhead()
    if (intent === 'close') this.back()
    else if (intent === 'search') this.#find(event, from)
    else if (intent === 'open' || intent === 'openLast') {
      if (menu) this.#drop(menu, intent === 'open' ? 'first' : 'last')
    } else this.#roving.neighbour(intent, from)?.focus()
  }

  #find({ key, timeStamp }: KeyboardEvent, from: HTMLElement): void {
    const entries = entriesIn(this.element)
    const texts = entries.map(({ textContent }) => textContent)
    const current = entries.findIndex((entry) => entry === from)
    entries[this.#search.find(key, timeStamp, texts, current)]?.focus()
  }

  #hovered(event: PointerEvent): void {
    if (!this.#open || event.pointerType === 'touch') return
    const menu = this.#menuOf(entryAt(this.element, event))
    if (menu && menu !== this.#open) this.#drop(menu, 'panel')
  }

  /** Opens the menu of an entry; one that has none gets the focus. */
  #goTo(entry: HTMLElement): void {
    const menu = this.#menuOf(entry)
    if (menu) return this.#drop(menu, 'first')
    this.#close()
    entry.focus()
  }

  #drop(menu: Menu, focus: MenuOpening['focus']): void {
    this.#leaving.begin([this.element])
    const before = this.#open
    this.#open = menu
    menu.entry.ariaExpanded = 'true'
    menu.panel.open({ anchor: menu.entry, owner: this, float: { side: 'below', gap: 2 }, focus })
    if (before && before !== menu) fold(before)
  }

  #close(): void {
    const menu = this.#open
    this.#open = undefined
    this.#leaving.end()
    if (menu) fold(menu)
  }

  #menuOf(entry: HTMLElement | undefined): Menu | undefined {
    const found =
      entry && this.children.find((child) => child instanceof Menu && child.entry === entry)
    return found as Menu | undefined
  }
}

function fold(menu: Menu): void {
  menu.entry.ariaExpanded = 'false'
  menu.panel.close()
}
