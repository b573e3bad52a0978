// Pages without tabs; one is shown. The others keep what is in them, and nobody meets them.

import './stack-widget.css'
import type { BrowserMethods } from '../../widgets/derive.ts'
import type { WidgetLike } from '../../widgets/types.ts'
import { make, placeBefore } from '../dom/place.ts'
import { asWidget, Container } from './container.ts'
import { type Link, refTo, type Widget } from './widget.ts'

type PageOptions = { readonly title?: string | undefined }

export class StackWidget
  extends Container<[options?: PageOptions]>
  implements BrowserMethods<'StackWidget'>
{
  readonly #pages = new Map<Widget, HTMLElement>()
  #shown: Widget | undefined

  constructor(link: Link) {
    super(link, make('div'))
  }

  show_widget(child: WidgetLike): void {
    const widget = asWidget(child)
    if (widget.parent === this) this.#show(widget)
  }

  set_index(index: number): void {
    const child = this.children[index]
    if (child) this.#show(child)
  }

  get_index(): number {
    return this.#shown ? this.indexOf(this.#shown) : -1
  }

  index_of(child: WidgetLike): number {
    return this.indexOf(asWidget(child))
  }

  index_to_widget(index: number): WidgetLike | null {
    return this.children[index] ?? null
  }

  /** Without options a page that is here already keeps its title. */
  protected override placeChild(
    child: Widget,
    before: Widget | undefined,
    [options]: [options?: PageOptions],
  ): void {
    const page = this.#pages.get(child) ?? this.#newPage(child)
    if (options) setTitle(page, options.title ?? '')
    placeBefore(this.element, page, (before && this.#pages.get(before)) ?? null)
    if (!this.#shown) this.#show(child)
  }

  protected override dropChild(child: Widget, at: number): void {
    const page = this.#pages.get(child)!
    const hadFocus = page.contains(document.activeElement)
    page.remove()
    this.#pages.delete(child)
    child.element.remove()
    if (this.#shown !== child) return
    this.#shown = undefined
    const next = this.children[Math.min(at, this.children.length - 1)]
    if (next) this.#show(next, hadFocus)
  }

  #newPage(child: Widget): HTMLElement {
    const page = make('div', 'tw-stack-page')
    page.hidden = true
    page.tabIndex = -1
    page.append(child.element)
    this.#pages.set(child, page)
    return page
  }

  /** @param takesFocus  whether the focus was on a page that has gone; from one that is hidden it comes along, too */
  #show(child: Widget, takesFocus = false): void {
    if (child === this.#shown) return
    const before = this.#shown && this.#pages.get(this.#shown)
    const hadFocus = takesFocus || before?.contains(document.activeElement) === true
    if (before) before.hidden = true
    this.#shown = child
    const page = this.#pages.get(child)!
    page.hidden = false
    if (hadFocus) page.focus()
    this.emit('page-switch', refTo(child), this.indexOf(child))
  }
}

/** A page with a title is a group of that name. */
function setTitle(page: HTMLElement, title: string): void {
  page.role = title === '' ? null : 'group'
  page.ariaLabel = title === '' ? null : title
}
