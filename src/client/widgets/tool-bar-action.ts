// Flat button of a tool bar: it does something, stays pressed, or opens a menu.

import type { WidgetLike } from '../../widgets/types.ts'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { asWidget } from './container.ts'
import type { Group, Member } from './groups.ts'
import { Row } from './menu/row.ts'
import { asPopupMenu, type Drop, MenuOpener } from './popup-menu.ts'
import { type Link, type Parent, Widget } from './widget.ts'

type Size = readonly [width: number, height: number]

export class ToolBarAction
  extends Widget
  implements BrowserMethods<'ToolBarAction'>, Member, Parent
{
  readonly #row: Row
  readonly #isToggle: boolean
  readonly #opener: MenuOpener
  #group: Group | undefined
  /** A menu that stands in here, as a child. */
  #child: Widget | undefined
  #label = ''

  constructor(link: Link, ...[options = {}]: CreateArgs<'ToolBarAction'>) {
    const row = new Row('button')
    super(link, row.button)
    this.#row = row
    this.#opener = new MenuOpener(row.button)
    this.#isToggle = (options.toggle ?? false) || Boolean(options.group)
    row.setIcon(options.icon_url ?? null, options.iconsize ?? null)
    this.set_text(options.text ?? null)
    this.turnOff()
    this.#join(options.group ?? null)
    this.set_menu(options.menu ?? null)
    this.on(row.button, 'click', (event) => this.#clicked(event))
    this.on(row.button, 'keydown', (event) => this.#press(event))
    this.own(() => this.#opener.close())
  }

  override destroy(): void {
    const child = this.#child
    super.destroy()
    if (!child || child.isGone) return
    child.parent = null
    child.destroy()
  }

  override set_label(text: string): void {
    this.#label = text
    this.#name()
  }

  override set_tooltip(msg: string | null): void {
    super.set_tooltip(msg)
    this.#name()
  }

  override hide(): void {
    this.#opener.close()
    super.hide()
  }

  override set_enabled(tf: boolean): void {
    if (!tf) this.#opener.close()
    super.set_enabled(tf)
  }

  set_text(text: string | null): void {
    this.#row.text = text ?? ''
    this.#name()
  }

  get_text(): string {
    return this.#row.text
  }

  set_icon(url: string, iconsize: Size | null = null): void {
    this.#row.setIcon(url, iconsize)
  }

  set_state(value: boolean): void {
    if (!this.#isToggle) return
    this.element.ariaPressed = String(value)
    if (value) this.#group?.turnedOn(this)
  }

  get_state(): boolean {
    return this.element.ariaPressed === 'true'
  }

  set_menu(menu: WidgetLike | null): void {
    if (this.#child && this.#child !== menu) this.release(this.#child)
    this.#opener.set(menu && asPopupMenu('ToolBarAction.set_menu', menu))
    this.element.classList.toggle('tw-has-menu', menu !== null)
  }

  set_widget(child: WidgetLike): void {
    const widget = asWidget(child)
    this.set_menu(widget)
    if (widget.parent !== this) widget.parent?.release(widget)
    widget.parent = this
    this.#child = widget
  }

  remove(child: WidgetLike, destroy = false): void {
    const widget = asWidget(child)
    if (widget.parent === this) this.release(widget)
    if (destroy && widget.parent === null) widget.destroy()
  }

  release(child: Widget): void {
    this.#child = undefined
    child.parent = null
    this.set_menu(null)
  }

  turnOff(): void {
    if (this.#isToggle) this.element.ariaPressed = 'false'
  }

  /** The group this member is in; one of its own begins when another joins it. */
  get group(): Group {
    if (!this.#group) this.#enter(this.link.groups.create())
    return this.#group!
  }

  get #drop(): Omit<Drop, 'focus'> {
    const isUpright = this.element.parentElement?.ariaOrientation === 'vertical'
    return { float: { side: isUpright ? 'beside' : 'below' } }
  }

  #join(group: WidgetLike | string | null): void {
    if (typeof group === 'string') {
      if (group !== '') this.#enter(this.link.groups.named(`ToolBarAction ${group}`))
    } else if (group instanceof ToolBarAction) this.#enter(group.group)
    else if (group) {
      throw new TypeError('ToolBarAction needs "group" to be a name or a ToolBarAction')
    }
  }

  #enter(group: Group): void {
    this.#group = group
    group.join(this)
    this.own(() => group.leave(this))
  }

  #clicked(event: MouseEvent): void {
    if (this.#opener.hasMenu) {
      this.#opener.toggle({ ...this.#drop, focus: event.detail === 0 ? 'first' : 'panel' })
    } else if (this.#isToggle) {
      this.set_state(!this.get_state())
      this.emit('activated', this.get_state())
    } else this.emit('activated')
  }

  /** The arrow that points to where its menu opens; in an upright bar it goes on to the next action. */
  #press(event: KeyboardEvent): void {
    const { float } = this.#drop
    if (!this.#opener.hasMenu || event.key !== 'ArrowDown' || float?.side !== 'below') return
    event.preventDefault()
    this.#opener.toggle({ ...this.#drop, focus: 'first' })
  }

  /** One with an icon only is named by its hint. */
  #name(): void {
    this.#row.label = this.#label || (this.get_text() === '' ? this.get_tooltip() : '')
  }
}
