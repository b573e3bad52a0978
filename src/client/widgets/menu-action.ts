// Entry of a menu that does something, and may have a check mark.

import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { type Shortcut, shortcutOf } from '../../widgets/shortcut.ts'
import { isPressedFor, shownKeys, spokenKeys } from '../dom/shortcuts.ts'
import { Menu } from './menu.ts'
import { Row } from './menu/row.ts'
import { type Link, type Parent, Widget } from './widget.ts'

type Size = readonly [width: number, height: number]

export class MenuAction extends Widget implements BrowserMethods<'MenuAction'> {
  readonly #row: Row
  readonly #isCheckable: boolean
  readonly #name: string
  #shortcut: Shortcut | undefined
  #isHearing = false

  constructor(link: Link, ...[options = {}]: CreateArgs<'MenuAction'>) {
    const { checkable = false, name, icon_url, iconsize, icon_only } = options
    const row = new Row(checkable ? 'menuitemcheckbox' : 'menuitem')
    super(link, row.button)
    this.#row = row
    this.#isCheckable = checkable
    this.#name = name ?? ''
    row.button.tabIndex = -1
    row.isIconOnly = icon_only ?? false
    row.setIcon(icon_url ?? null, iconsize ?? null)
    this.set_text(options.text ?? null)
    this.set_checked(false)
    this.on(row.button, 'click', () => this.#chosen())
  }

  override set_label(text: string): void {
    this.#row.label = text
  }

  set_text(text: string | null): void {
    this.#row.text = text ?? this.#name
  }

  get_text(): string {
    return this.#row.text
  }

  set_icon(url: string, iconsize: Size | null = null): void {
    this.#row.setIcon(url, iconsize)
  }

  set_checked(checked: boolean): void {
    if (this.#isCheckable) this.element.ariaChecked = String(checked)
  }

  get_checked(): boolean {
    return this.element.ariaChecked === 'true'
  }

  set_state(tf: boolean): void {
    this.set_checked(tf)
  }

  get_state(): boolean {
    return this.get_checked()
  }

  set_shortcut(keys: string | null): void {
    this.#shortcut = keys === null ? undefined : shortcutOf(keys)
    this.#row.keys = this.#shortcut ? shownKeys(this.#shortcut) : ''
    this.element.ariaKeyShortcuts = this.#shortcut ? spokenKeys(this.#shortcut) : null
    if (!this.#shortcut || this.#isHearing) return
    this.#isHearing = true
    this.on(document, 'keydown', (event) => this.#heard(event))
  }

  #heard(event: KeyboardEvent): void {
    const { root } = this.link
    const shortcut = this.#shortcut
    const opener = outermost(this.parent)?.opener
    if (!shortcut || !isPressedFor(this.element, { shortcut, root, opener, event })) return
    // What is off, or held down, must not become what the browser does by this key.
    event.preventDefault()
    if (!event.repeat && !this.element.closest('.tw-disabled')) this.element.click()
  }

  #chosen(): void {
    if (!this.#isCheckable) return this.emit('activated')
    this.set_checked(!this.get_checked())
    this.emit('activated', this.get_checked())
  }
}

/** The menu that all menus around an entry stand in. */
function outermost(parent: Parent | null): Menu | undefined {
  if (!(parent instanceof Menu)) return undefined
  return outermost(parent.parent) ?? parent
}
