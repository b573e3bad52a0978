// Text, always as text. Titles and headings are such for assistive technology too.

import './label.css'
import type { WidgetLike } from '../../widgets/types.ts'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { setColors } from '../dom/style.ts'
import { watchInteraction } from './interaction.ts'
import { asPopupMenu, MenuOpener } from './popup-menu.ts'
import { type Link, Widget } from './widget.ts'

type Align = 'left' | 'center' | 'right'
type VerticalAlign = 'top' | 'center' | 'bottom'
type Variant = 'body' | 'title' | 'heading' | 'caption' | 'figure' | 'code'
type Tone = 'normal' | 'muted' | 'accent' | 'success' | 'warning' | 'danger'

const levels: Readonly<Partial<Record<Variant, string>>> = { title: '1', heading: '2' }

export class Label extends Widget implements BrowserMethods<'Label'> {
  #text = ''
  #variant: Variant = 'body'
  /** Made when it first gets a menu: most labels never do. */
  #opener: MenuOpener | undefined
  readonly #isInteractive: boolean

  constructor(link: Link, ...[text, options = {}]: CreateArgs<'Label'>) {
    super(link, make('div'))
    this.set_text(text ?? '')
    this.set_halign(options.halign ?? 'left')
    this.set_variant(options.variant ?? 'body')
    this.set_tone(options.tone ?? 'normal')
    this.#isInteractive = options.interactive ?? false
    if (this.#isInteractive) this.own(watchInteraction(this.element, link))
    if (options.menu) this.set_menu(options.menu)
  }

  set_text(text: string): void {
    this.#text = text
    this.element.textContent = text
  }

  get_text(): string {
    return this.#text
  }

  set_color(bg: string | null = null, fg: string | null = null): void {
    setColors(this.element, bg, fg)
  }

  set_halign(align: Align): void {
    this.element.setAttribute('data-halign', align)
  }

  set_valign(align: VerticalAlign): void {
    this.element.setAttribute('data-valign', align)
  }

  set_menu(menu: WidgetLike | null): void {
    const popup = menu && asPopupMenu('Label.set_menu', menu)
    if (popup) this.#opener ??= this.#makeOpener()
    this.#opener?.set(popup)
    if (popup) this.element.tabIndex = 0
    else if (!this.#isInteractive) this.element.removeAttribute('tabindex')
    this.#drawRole()
  }

  set_variant(variant: Variant): void {
    const isOther = levels[variant] !== levels[this.#variant]
    this.#variant = variant
    this.element.setAttribute('data-variant', variant)
    if (isOther) this.#drawRole()
  }

  set_tone(tone: Tone): void {
    this.element.setAttribute('data-tone', tone)
  }

  #makeOpener(): MenuOpener {
    const opener = new MenuOpener(this.element)
    const open = (focus: 'first' | 'panel'): void => opener.toggle({ focus })
    this.on(this.element, 'click', ({ detail }) => open(detail === 0 ? 'first' : 'panel'))
    this.on(this.element, 'keydown', (event) => {
      if (!opener.hasMenu || !['Enter', ' ', 'ArrowDown'].includes(event.key)) return
      event.preventDefault()
      open('first')
    })
    this.own(() => opener.close())
    return opener
  }

  /** What opens a menu is a button, whatever part its text plays. */
  #drawRole(): void {
    const level = levels[this.#variant]
    const opens = this.#opener?.hasMenu === true
    this.element.role = opens ? 'button' : level ? 'heading' : null
    this.element.ariaLevel = opens ? null : (level ?? null)
    this.element.classList.toggle('tw-has-menu', opens)
  }
}
