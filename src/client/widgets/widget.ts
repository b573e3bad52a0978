// Everything with an element on the page: size, colours, visibility, focus, and the events all widgets have.

import { Cursors } from '../dom/cursors.ts'
import { type DropPayload, watchDrags } from '../dom/drag.ts'
import { addClasses } from '../dom/place.ts'
import { watchMap, watchSize } from '../dom/observe.ts'
import { type Padding, px, setFont, setPadding } from '../dom/style.ts'
import { type Link, RemoteObject } from './remote-object.ts'

export { type Link, refTo, RemoteObject } from './remote-object.ts'

/** What holds a widget, as the widget sees it. */
export interface Parent {
  /** Takes the child out, without destroying it. */
  release(child: Widget): void
}

type Size = readonly [width: number, height: number]

const notExpanding = { horizontal: false, vertical: false }

const dragActions: readonly string[] = ['drop-start', 'drop-end', 'drag-over', 'drop-progress']

export abstract class Widget extends RemoteObject {
  readonly element: HTMLElement
  parent: Parent | null = null
  /** Made when first needed, as there are thousands of widgets. */
  #cursors: Cursors | undefined
  #watches: Map<string, () => void> | undefined
  #isEnabled = true
  /** From when it was disabled while it had the focus, which is nowhere then, until something takes the focus. */
  #focusLost: AbortController | undefined
  #expanding = notExpanding

  /** @param element made by the subclass; gets the classes `tw-widget` and, say, `tw-text-entry` */
  constructor(link: Link, element: HTMLElement) {
    super(link)
    this.element = element
    addClasses(element, 'tw-widget', link.styleClass)
  }

  /** What takes the focus, the accessible name and `disabled`: mostly the element itself. */
  protected get control(): HTMLElement {
    return this.element
  }

  /** What shows the hint, see dom/tooltips.ts. */
  protected get hinted(): HTMLElement {
    return this.element
  }

  override destroy(): void {
    if (this.isGone) return
    this.#watches?.forEach((stop) => stop())
    this.#watches = undefined
    this.#focusLost?.abort()
    super.destroy()
    this.parent?.release(this)
    this.element.remove()
  }

  override listened(action: string): void {
    const watch = dragActions.includes(action) ? 'drag' : action
    if (this.#watches?.has(watch)) return
    const stop = this.#startWatch(watch)
    if (!stop) return
    this.#watches ??= new Map()
    this.#watches.set(watch, stop)
  }

  override unlistened(action: string): void {
    const isDrag = dragActions.includes(action)
    if (isDrag && dragActions.some((other) => this.link.isListening(other))) return
    const watch = isDrag ? 'drag' : action
    this.#watches?.get(watch)?.()
    this.#watches?.delete(watch)
  }

  set_border_width(width: number): void {
    this.element.style.borderWidth = width > 0 ? px(width) : ''
    this.element.style.borderStyle = width > 0 ? 'solid' : ''
  }

  set_border_color(color: string): void {
    this.element.style.borderColor = color
  }

  set_bg(color: string | null): void {
    this.element.style.background = color ?? ''
  }

  set_min_size(width: number | null, height: number | null): void {
    this.element.style.minWidth = px(width)
    this.element.style.minHeight = px(height)
  }

  set_max_size(width: number | null, height: number | null): void {
    this.element.style.maxWidth = px(width)
    this.element.style.maxHeight = px(height)
  }

  set_expanding(horizontal = false, vertical = false): void {
    this.#expanding = { horizontal, vertical }
    this.element.classList.toggle('tw-expand-x', horizontal)
    this.element.classList.toggle('tw-expand-y', vertical)
  }

  get_expanding(): { horizontal: boolean; vertical: boolean } {
    return this.#expanding
  }

  resize(width: number | null, height: number | null): void {
    this.element.style.width = px(width)
    this.element.style.height = px(height)
    this.element.classList.toggle('tw-high', height !== null)
  }

  get_size(): Size {
    return [this.element.offsetWidth, this.element.offsetHeight]
  }

  get_position(): readonly [x: number, y: number] {
    const { left, top } = this.element.getBoundingClientRect()
    return [left, top]
  }

  set_padding(padding: Padding): void {
    setPadding(this.element, padding)
  }

  set_font(
    font: string,
    size: number | null = null,
    weight: string | null = null,
    style: string | null = null,
  ): void {
    setFont(this.element, { family: font, size, weight, style })
  }

  set_enabled(tf: boolean): void {
    this.#isEnabled = tf
    const { control, element } = this
    if (!tf && control === document.activeElement) this.#loseFocus()
    element.classList.toggle('tw-disabled', !tf)
    if ('disabled' in control) control.disabled = !tf
    else element.inert = !tf
    if (tf) this.#takeFocusBack()
  }

  get_enabled(): boolean {
    return this.#isEnabled
  }

  set_tooltip(msg: string | null): void {
    if (msg) this.hinted.dataset['tooltip'] = msg
    else delete this.hinted.dataset['tooltip']
  }

  get_tooltip(): string {
    return this.hinted.dataset['tooltip'] ?? ''
  }

  set_label(text: string): void {
    const { control } = this
    if (text === '') control.removeAttribute('aria-label')
    else control.setAttribute('aria-label', text)
    // A name needs a role, and these have none of their own.
    if (control.matches('div:not([role]), span:not([role])')) control.role = 'group'
  }

  is_container(): boolean {
    return false
  }

  set_allow_text_selection(tf: boolean): void {
    this.element.classList.toggle('tw-selectable', tf)
  }

  show(): void {
    this.element.hidden = false
  }

  hide(): void {
    this.element.hidden = true
  }

  is_visible(): boolean {
    return !this.element.hidden
  }

  set_focus(): void {
    this.control.focus()
    if (this.control.matches(':focus')) return
    this.control.tabIndex = -1
    this.control.focus()
  }

  add_cursor(
    name: string,
    url: string,
    hotspot_x: number,
    hotspot_y: number,
    size: Size | null = null,
  ): void {
    this.#cursors ??= new Cursors(this.element)
    this.#cursors.add({ name, url, hotspot: [hotspot_x, hotspot_y], size })
  }

  set_cursor(name: string | null): void {
    this.#cursors ??= new Cursors(this.element)
    this.#cursors.use(name)
  }

  /** Listens until the widget ends. */
  protected on<Type extends keyof HTMLElementEventMap>(
    target: EventTarget,
    type: Type,
    handler: (event: HTMLElementEventMap[Type]) => void,
    options?: AddEventListenerOptions,
  ): void {
    const listener = handler as EventListener
    target.addEventListener(type, listener, options)
    this.own(() => target.removeEventListener(type, listener, options))
  }

  #loseFocus(): void {
    this.#focusLost?.abort()
    const lost = new AbortController()
    this.#focusLost = lost
    document.addEventListener('focusin', () => lost.abort(), { signal: lost.signal })
  }

  /** Unless it is somewhere else by now, or has been. */
  #takeFocusBack(): void {
    const lost = this.#focusLost
    this.#focusLost = undefined
    if (!lost || lost.signal.aborted) return
    lost.abort()
    if (document.activeElement === document.body) this.control.focus({ preventScroll: true })
  }

  #startWatch(watch: string): (() => void) | undefined {
    switch (watch) {
      case 'resize':
        return watchSize(this.element, (box) => this.emit('resize', box))
      case 'map':
        return watchMap(this.element, (payload) => this.emit('map', payload))
      case 'drag':
        return watchDrags(this.element, {
          over: (payload) => this.emit('drag-over', payload),
          drop: (payload, files) => this.#dropped(payload, files),
        })
      default:
        return undefined
    }
  }

  #dropped(payload: DropPayload, files: readonly File[]): void {
    const metas = files.map(({ name, size, type }) => ({ name, size, type, data: null }))
    this.emit('drop-start', { ...payload, files: metas })
    if (!this.link.isListening('drop-end')) return
    if (files.length === 0) this.emit('drop-end', { ...payload, files: [] })
    else this.link.upload('drop-end', payload, files)
  }
}
