// Pages behind tabs; one is shown. The tabs are one stop of the Tab key, arrow keys go among them.

import './tab-widget.css'
import type { WidgetLike } from '../../widgets/types.ts'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make, placeBefore } from '../dom/place.ts'
import { asWidget, Container } from './container.ts'
import { Tab } from './tab.ts'
import { dragTabs } from './tab-drag.ts'
import { type Link, refTo, type Widget } from './widget.ts'

type Position = 'top' | 'bottom' | 'left' | 'right' | 'none'
type TabOptions = { readonly title?: string | undefined }
type Arrows = readonly [back: string, forth: string]

export class TabWidget
  extends Container<[options?: TabOptions]>
  implements BrowserMethods<'TabWidget'>
{
  readonly #strip = make('div', 'tw-tab-strip')
  readonly #pages = make('div', 'tw-tab-pages')
  readonly #tabs = new Map<Widget, Tab>()
  readonly #isClosable: boolean
  readonly #isReorderable: boolean
  #shown: Widget | undefined
  #made = 0

  constructor(link: Link, ...[options = {}]: CreateArgs<'TabWidget'>) {
    super(link, make('div'))
    this.#isClosable = options.closable ?? false
    this.#isReorderable = options.reorderable ?? false
    this.#strip.role = 'tablist'
    this.element.append(this.#strip, this.#pages)
    this.set_tab_position(options.tab_position ?? 'top')
    this.on(this.#strip, 'keydown', (event) => this.#useKey(event))
    if (this.#isReorderable) this.#letDrag()
  }

  protected override get control(): HTMLElement {
    return this.#strip
  }

  override set_focus(): void {
    if (this.#shown) this.#tabOf(this.#shown).focus()
  }

  show_widget(child: WidgetLike): void {
    const widget = asWidget(child)
    if (widget.parent === this) this.#show(widget)
  }

  close_widget(child: WidgetLike): void {
    this.remove(child)
  }

  set_index(index: number): void {
    const child = this.children[index]
    if (child) this.#show(child)
  }

  get_index(): number {
    return this.#shown ? this.indexOf(this.#shown) : -1
  }

  get_tab_id(child: WidgetLike): string | null {
    return this.#tabs.get(asWidget(child))?.id ?? null
  }

  get_child(_tabId: string): null {
    return null
  }

  index_of(child: WidgetLike): number {
    return this.indexOf(asWidget(child))
  }

  index_to_widget(index: number): WidgetLike | null {
    return this.children[index] ?? null
  }

  highlight_tab(child: WidgetLike, bgcolor: string | null): void {
    this.#tabs.get(asWidget(child))?.highlight(bgcolor)
  }

  set_tab_position(tabpos: Position): void {
    const isUpright = tabpos === 'left' || tabpos === 'right'
    this.element.dataset['tabs'] = tabpos
    this.#strip.hidden = tabpos === 'none'
    this.#strip.ariaOrientation = isUpright ? 'vertical' : 'horizontal'
  }

  /** Without options a tab that is here already keeps its title. */
  protected override placeChild(
    child: Widget,
    before: Widget | undefined,
    [options]: [options?: TabOptions],
  ): void {
    const tab = this.#tabs.get(child) ?? this.#newTab(child)
    if (options) tab.setTitle(options.title ?? '')
    const next = before && this.#tabs.get(before)
    placeBefore(this.#strip, tab.element, next?.element ?? null)
    placeBefore(this.#pages, tab.page, next?.page ?? null)
    if (!this.#shown) this.#show(child)
  }

  protected override dropChild(child: Widget, at: number): void {
    const tab = this.#tabOf(child)
    const { hasFocus } = tab
    tab.element.remove()
    tab.page.remove()
    child.element.remove()
    this.#tabs.delete(child)
    if (this.#shown !== child) return
    this.#shown = undefined
    const next = this.children[Math.min(at, this.children.length - 1)]
    if (next) this.#show(next)
    if (hasFocus) this.set_focus()
  }

  #newTab(child: Widget): Tab {
    const id = `tab_${this.#made++}`
    const tab = new Tab(child.element, {
      id,
      pageId: this.link.idOf(id),
      isClosable: this.#isClosable,
      chosen: () => this.#show(child),
      closed: () => this.emit('page-close', refTo(child)),
    })
    this.#tabs.set(child, tab)
    return tab
  }

  #tabOf(child: Widget): Tab {
    return this.#tabs.get(child)!
  }

  #show(child: Widget): void {
    if (child === this.#shown) return
    const before = this.#shown && this.#tabOf(this.#shown)
    const hadFocus = before?.hasFocus === true
    before?.select(false)
    this.#shown = child
    this.#tabOf(child).select(true)
    if (hadFocus) this.set_focus()
    this.emit('page-switch', refTo(child), this.indexOf(child))
  }

  #useKey(event: KeyboardEvent): void {
    const child = this.#shown
    if (!child || event.altKey || event.metaKey) return
    const wanted = wantedIndex(event.key, this.#arrows, this.indexOf(child), this.children.length)
    if (wanted !== undefined) {
      event.preventDefault()
      if (!event.ctrlKey) this.#go(wanted)
      else if (this.#isReorderable && event.shiftKey) this.#moveTo(child, wanted)
    } else if (event.key === 'Delete' && this.#isClosable) {
      event.preventDefault()
      this.emit('page-close', refTo(child))
    }
  }

  get #arrows(): Arrows {
    if (this.#strip.ariaOrientation === 'vertical') return ['ArrowUp', 'ArrowDown']
    const arrows: Arrows = ['ArrowLeft', 'ArrowRight']
    return this.#strip.matches(':dir(rtl)') ? [arrows[1], arrows[0]] : arrows
  }

  #go(index: number): void {
    this.set_index(index)
    this.set_focus()
  }

  #moveTo(child: Widget, index: number): void {
    this.putAt(index, child, [])
    this.set_focus()
  }

  #letDrag(): void {
    const childAt = (element: Element): Widget | undefined =>
      this.children.find((child) => this.#tabOf(child).element === element)
    this.own(
      dragTabs(this.#strip, (dragged, before) => {
        const child = childAt(dragged)
        if (child) this.put(child, before ? childAt(before) : undefined, [])
      }),
    )
  }
}

/** Where an arrow key, Home or End leads; the last tab is followed by the first. Pure. */
function wantedIndex(
  key: string,
  [back, forth]: Arrows,
  at: number,
  count: number,
): number | undefined {
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  if (key === forth) return (at + 1) % count
  if (key === back) return (at - 1 + count) % count
  return undefined
}
