// Strip of flat buttons and of any other widgets. What does not fit into one line goes on in the next.

import './tool-bar.css'
import type { WidgetLike } from '../../widgets/types.ts'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { Container } from './container.ts'
import { entriesIn } from './menu/entries.ts'
import { Roving } from './menu/roving.ts'
import { Separator } from './separator.ts'
import type { Link, Widget } from './widget.ts'

type ActionOptions = NonNullable<CreateArgs<'ToolBarAction'>[0]>
type Given = Parameters<BrowserMethods<'ToolBar'>['add_action']>[0]

export class ToolBar extends Container implements BrowserMethods<'ToolBar'> {
  readonly #isUpright: boolean
  readonly #roving: Roving

  constructor(link: Link, ...[options = {}]: CreateArgs<'ToolBar'>) {
    super(link, make('div'))
    const { orientation = 'horizontal' } = options
    this.#isUpright = orientation === 'vertical'
    this.element.role = 'toolbar'
    this.element.ariaOrientation = orientation
    this.#roving = new Roving(this.element)
    this.on(this.element, 'keydown', (event) => this.#press(event))
    this.own(() => this.#roving.stop())
  }

  add_action(options: Given = {}): WidgetLike {
    const given = typeof options === 'string' ? { text: options } : options
    const action = this.link.make('ToolBarAction', given as ActionOptions)
    this.add_widget(action)
    return action
  }

  add_separator(): void {
    const line = make('hr', 'tw-separator')
    line.ariaOrientation = this.#across
    this.element.append(line)
  }

  add_spacer(): void {
    this.element.append(make('div', 'tw-tool-bar-spacer'))
  }

  override set_focus(): void {
    this.#roving.refresh()
    entriesIn(this.element)
      .find(({ tabIndex }) => tabIndex === 0)
      ?.focus()
  }

  override remove_all(destroy = false): void {
    super.remove_all(destroy)
    // Dividers and spacers that are no children.
    this.element.replaceChildren()
  }

  protected override placeChild(child: Widget, before: Widget | undefined, place: []): void {
    super.placeChild(child, before, place)
    if (child instanceof Separator) child.set_orientation(this.#across)
  }

  protected override dropChild(child: Widget, at: number): void {
    super.dropChild(child, at)
    // In the line it was reached by arrow keys.
    if (child.element instanceof HTMLButtonElement) child.element.removeAttribute('tabindex')
  }

  get #across(): 'horizontal' | 'vertical' {
    return this.#isUpright ? 'horizontal' : 'vertical'
  }

  #press(event: KeyboardEvent): void {
    if (event.defaultPrevented) return
    const intent = this.#roving.intentOf(event, this.#isUpright ? 'upright tools' : 'tools')
    if (!intent) return
    event.preventDefault()
    this.#roving.neighbour(intent, event.target as HTMLElement)?.focus()
  }
}
