// Workspace of windows that its user moves, sizes, stacks and puts aside.
//
// A child is shown in a window: a sub-window is its own, any other widget is lent to one that is made for it. The
// methods take either of the two.

import './mdi-widget.css'
import type { BrowserMethods } from '../../widgets/derive.ts'
import type { WidgetLike } from '../../widgets/types.ts'
import { make, placeBefore } from '../dom/place.ts'
import { type ScrollShares, scrollShares, scrollToShares, ScrollWatch } from '../dom/scrolling.ts'
import { Container } from './container.ts'
import { MDISubWindow } from './mdi-sub-window.ts'
import { cascadeSpot, type Room, tiles } from './mdi/arrange.ts'
import { configure, type WindowOptions } from './mdi/configure.ts'
import type { Desk } from './mdi/desk.ts'
import { Dock } from './mdi/dock.ts'
import { Stack } from './mdi/stack.ts'
import { Windows } from './mdi/windows.ts'
import { type Link, refTo, type Widget } from './widget.ts'

export class MDIWidget
  extends Container<[options?: WindowOptions]>
  implements BrowserMethods<'MDIWidget'>, Desk<MDISubWindow>
{
  readonly #desk = make('div', 'tw-mdi-desk')
  readonly #dock = new Dock<MDISubWindow>((window) => this.#restore(window))
  readonly #windows = new Windows()
  readonly #stack = new Stack<MDISubWindow>((front) =>
    this.emit('page-switch', refTo(this.#windows.childOf(front))),
  )
  readonly #watch = new ScrollWatch(this.#desk, ([across, down]) =>
    this.emit('scrolled', across, down),
  )
  #count = 0

  constructor(link: Link) {
    super(link, make('div'))
    this.element.append(this.#desk, this.#dock.element)
    this.on(this.element, 'keydown', (event) => this.#useKey(event))
    this.own(() => this.#watch.stop())
  }

  override destroy(): void {
    if (this.isGone) return
    for (const child of this.children) this.#end(child)
    super.destroy()
  }

  override listened(action: string): void {
    super.listened(action)
    if (action === 'scrolled') this.#watch.start()
    this.#drawBars()
  }

  override unlistened(action: string): void {
    super.unlistened(action)
    if (action === 'scrolled') this.#watch.stop()
    this.#drawBars()
  }

  /** A child that is here already takes the options, and goes to the end of the order. */
  override add_widget(child: WidgetLike, options?: WindowOptions): WidgetLike {
    super.add_widget(this.#windows.childOf(child), ...(options ? [options] : []))
    return this.#windows.of(child)!
  }

  override remove(child: WidgetLike, destroy = false): void {
    super.remove(this.#windows.childOf(child), destroy)
  }

  close_child(child: WidgetLike): void {
    this.remove(child)
  }

  cascade_windows(): void {
    const room = this.#room
    for (const [index, window] of this.#arranged().entries()) {
      window.set_position(...cascadeSpot(index, room))
    }
  }

  /** Out of sight there is no room to put them in. */
  tile_windows(): void {
    if (this.#room.width === 0) return
    const windows = this.#arranged()
    for (const [index, { x, y, width, height }] of tiles(windows.length, this.#room).entries()) {
      windows[index]!.resize(width, height)
      windows[index]!.set_position(x, y)
    }
  }

  get_subwindows(): readonly WidgetLike[] {
    return this.#inOrder
  }

  get_subwin(child: WidgetLike): WidgetLike | null {
    return this.#windows.of(child) ?? null
  }

  get_configuration(child: WidgetLike) {
    const window = this.#windows.of(child)
    if (!window) return null
    const [x, y] = this.get_child_position(child)
    const [width, height] = this.get_child_size(child)
    return { x, y, width, height, title: window.title }
  }

  move_child(child: WidgetLike, x: number, y: number): void {
    this.#windows.of(child)?.set_position(x, y)
  }

  resize_child(child: WidgetLike, width: number, height: number): void {
    this.#windows.of(child)?.resize(width, height)
  }

  get_child_size(child: WidgetLike): readonly [width: number, height: number] {
    return this.#windows.of(child)?.frame.size ?? [0, 0]
  }

  get_child_position(child: WidgetLike): readonly [x: number, y: number] {
    return this.#windows.of(child)?.frame.place ?? [0, 0]
  }

  get_index(): number {
    const { front } = this.#stack
    return front ? this.#inOrder.indexOf(front) : -1
  }

  set_index(index: number): void {
    const window = this.#inOrder[index]
    if (window) this.raise(window)
  }

  index_of(child: WidgetLike): number {
    return this.indexOf(this.#windows.childOf(child))
  }

  index_to_widget(index: number): WidgetLike | null {
    return this.children[index] ?? null
  }

  /** Windows meet no resistance. */
  set_resistance(_value: number): void {}

  set_scroll_position(h_pct: number, v_pct: number): void {
    scrollToShares(this.#desk, [h_pct, v_pct])
  }

  get_scroll_position(): ScrollShares {
    return scrollShares(this.#desk)
  }

  origin(): readonly [x: number, y: number] {
    const { left, top } = this.#desk.getBoundingClientRect()
    return [left - this.#desk.scrollLeft, top - this.#desk.scrollTop]
  }

  reach(): Room {
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.#desk
    return { width: scrollLeft + clientWidth, height: scrollTop + clientHeight }
  }

  raise(window: MDISubWindow): void {
    this.#stack.raise(window)
    this.#showWhole(window)
  }

  lower(window: MDISubWindow): void {
    this.#stack.lower(window)
  }

  close(window: MDISubWindow): void {
    this.remove(window)
  }

  /** A window that was made here closes by itself; one that the server made is the server's to close. */
  asked(window: MDISubWindow): void {
    const child = this.#windows.childOf(window)
    this.emit('page-close', refTo(child))
    if (child !== window) this.remove(child)
  }

  hearsQuestions(): boolean {
    return this.link.isListening('page-close')
  }

  go(window: MDISubWindow, way: 1 | -1): void {
    const open = this.#inOrder.filter((one) => one.get_window_state() !== 'minimized')
    const at = open.indexOf(window)
    open.at((at + way) % open.length)?.set_focus()
  }

  changes(window: MDISubWindow): void {
    this.#watch.touch()
    this.#showWhole(window)
    if (window.get_window_state() === 'minimized') this.#putAside(window)
    else if (this.#dock.drop(window)) this.raise(window)
  }

  protected override placeChild(
    child: Widget,
    before: Widget | undefined,
    [options]: [options?: WindowOptions],
  ): void {
    const known = this.#windows.of(child)
    const window = known ?? this.#newWindow(child, options)
    if (options) configure(window, options)
    const next = before && this.#windows.of(before)
    placeBefore(this.#desk, window.element, next?.element ?? null)
    if (known) return
    if (!window.frame.place) window.set_position(...cascadeSpot(this.#count++, this.#room))
    this.raise(window)
  }

  protected override dropChild(child: Widget): void {
    const window = this.#windows.of(child)!
    const hadFocus = window.element.contains(document.activeElement)
    this.#end(child)
    this.#watch.touch()
    this.#stack.drop(window)
    if (hadFocus) this.#keepFocus()
  }

  /** In the window in front; in the workspace, when there is none or it is put aside. */
  #keepFocus(): void {
    this.#stack.front?.set_focus()
    if (!this.element.contains(document.activeElement)) this.set_focus()
  }

  get #inOrder(): readonly MDISubWindow[] {
    return this.#windows.all(this.children)
  }

  get #room(): Room {
    const { clientWidth, clientHeight } = this.#desk
    return { width: clientWidth, height: clientHeight }
  }

  #newWindow(child: Widget, options: WindowOptions = {}): MDISubWindow {
    const window = child instanceof MDISubWindow ? child : this.#wrap(child, options)
    this.#windows.keep(child, window)
    window.enter(this)
    return window
  }

  /** A window that was made here ends; one that was put in is let go. */
  #end(child: Widget): void {
    const window = this.#windows.of(child)!
    this.#windows.forget(child)
    this.#dock.drop(window)
    window.leave()
    if (window !== child) window.destroy()
  }

  #wrap(child: Widget, { shadeable = true }: WindowOptions): MDISubWindow {
    const window = this.link.make('MDISubWindow', { shadeable }) as MDISubWindow
    window.lend(child)
    return window
  }

  /** Windows that are not put aside, each as large as it is by itself. */
  #arranged(): readonly MDISubWindow[] {
    const open = this.#inOrder.filter((one) => one.get_window_state() !== 'minimized')
    for (const window of open) window.set_window_state('normal')
    return open
  }

  #restore(window: MDISubWindow): void {
    window.set_window_state('normal')
    window.set_focus()
  }

  /** The focus goes along to its bar. */
  #putAside(window: MDISubWindow): void {
    const hasFocus = window.element.contains(document.activeElement)
    this.#dock.show(window, window.title || 'Window')
    if (hasFocus) this.#dock.focus(window)
    this.lower(window)
  }

  /** Maximised, it fills what is in sight while nothing is scrolled. */
  #showWhole(window: MDISubWindow): void {
    if (window.get_window_state() === 'maximized') this.#desk.scrollTo(0, 0)
  }

  #drawBars(): void {
    for (const window of this.#inOrder) window.drawBar()
  }

  #useKey(event: KeyboardEvent): void {
    if (event.key !== 'F6' || !event.ctrlKey || event.altKey || event.defaultPrevented) return
    const window = this.#inOrder.find((one) => one.element.contains(event.target as Element))
    event.preventDefault()
    if (window) this.go(window, event.shiftKey ? -1 : 1)
    else this.#stack.front?.set_focus()
  }
}
