// Menu: in a bar or another menu an entry that opens it; anywhere else it waits to be opened.

import type { WidgetLike } from '../../widgets/types.ts'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { Container } from './container.ts'
import { FreeMenu } from './menu/free-menu.ts'
import { MenuPanel } from './menu/panel.ts'
import { Row } from './menu/row.ts'
import type { Drop, PopupMenu } from './popup-menu.ts'
import type { Link, Widget } from './widget.ts'

type Size = readonly [width: number, height: number]

export class Menu extends Container implements BrowserMethods<'Menu'>, PopupMenu {
  readonly panel = new MenuPanel()
  opener: HTMLElement | undefined
  readonly #row = new Row('menuitem')
  readonly #free = new FreeMenu(this.element, this.panel)
  #label = ''

  constructor(link: Link, ...[options = {}]: CreateArgs<'Menu'>) {
    super(link, make('div'))
    this.element.role = 'none'
    this.element.append(this.entry, this.panel.element)
    this.entry.ariaHasPopup = 'menu'
    this.entry.ariaExpanded = 'false'
    this.entry.tabIndex = -1
    this.#row.isIconOnly = options.icon_only ?? false
    this.set_icon(options.icon_url ?? null, options.iconsize ?? null)
    this.set_text(options.text ?? null)
    this.own(() => this.close())
  }

  /** The button that opens it, where it stands in a bar or a menu. */
  get entry(): HTMLButtonElement {
    return this.#row.button
  }

  get text(): string {
    return this.#row.text
  }

  get isOpen(): boolean {
    return this.panel.isOpen
  }

  protected override get content(): HTMLElement {
    return this.panel.element
  }

  protected override get control(): HTMLElement {
    return this.entry
  }

  protected override get hinted(): HTMLElement {
    return this.entry
  }

  override destroy(): void {
    this.close()
    super.destroy()
  }

  override set_label(text: string): void {
    this.#label = text
    this.#row.label = text
    this.#name()
  }

  override set_focus(): void {
    if (this.isOpen) this.panel.focus('first')
    else super.set_focus()
  }

  override hide(): void {
    this.close()
    super.hide()
  }

  set_text(text: string | null): void {
    this.#row.text = text ?? ''
    this.#name()
  }

  set_icon(url: string | null, iconsize: Size | null = null): void {
    this.#row.setIcon(url, iconsize)
  }

  setIconOnly(isSo: boolean): void {
    this.#row.isIconOnly = isSo
  }

  add_name(name: string, checkable = false): WidgetLike {
    const action = this.link.make('MenuAction', { text: name, checkable })
    this.add_widget(action)
    return action
  }

  add_menu(name: string, menu: WidgetLike | null = null): WidgetLike {
    const added = menu ? asMenu('Menu.add_menu', menu) : asMenu('', this.link.make('Menu'))
    added.set_text(name)
    this.add_widget(added)
    return added
  }

  add_separator(): void {
    this.panel.element.append(make('hr', 'tw-separator'))
  }

  get_menu(name: string): WidgetLike | null {
    return menuNamed(this.children, name)
  }

  popup(x = 0, y = 0): void {
    this.#mustBeFree()
    const anchor = { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) }
    this.#free.open({ anchor, root: this.link.root, focus: 'panel', float: { gap: 0 } })
  }

  dropFrom(anchor: HTMLElement, drop: Drop): void {
    this.#mustBeFree()
    this.#free.open({ anchor, root: this.link.root, ...drop })
  }

  close(): void {
    this.#free.close()
    this.panel.close()
  }

  override remove_all(destroy = false): void {
    super.remove_all(destroy)
    // Dividers that are no children.
    this.panel.element.replaceChildren()
  }

  protected override placeChild(child: Widget, before: Widget | undefined, place: []): void {
    super.placeChild(child, before, place)
    if (child.element instanceof HTMLButtonElement) child.element.tabIndex = -1
    if (child instanceof Menu) this.panel.adopt(child.entry, child.panel)
  }

  protected override dropChild(child: Widget, at: number): void {
    const hadFocus = child.element.contains(document.activeElement)
    if (child instanceof Menu) this.panel.drop(child.entry)
    super.dropChild(child, at)
    if (hadFocus && this.isOpen) this.panel.element.focus()
  }

  #mustBeFree(): void {
    if (!(this.parent instanceof Menu)) return
    throw new Error(`Menu #${this.wid} is a sub-menu, which cannot be opened by itself`)
  }

  #name(): void {
    this.panel.element.ariaLabel = this.#label || this.text || 'Menu'
  }
}

/** @param where who was given it, for the message */
export function asMenu(where: string, widget: WidgetLike): Menu {
  if (widget instanceof Menu) return widget
  throw new TypeError(`${where} needs "menu" to be a Menu, got #${widget.wid}`)
}

export function menuNamed(children: readonly Widget[], name: string): Menu | null {
  return (
    (children.find((child) => child instanceof Menu && child.text === name) as Menu | null) ?? null
  )
}
