// A widget with children in an order: who they are is kept here, where their elements go is said by the subclass.

import type { WidgetLike } from '../../widgets/types.ts'
import { addClasses, placeBefore } from '../dom/place.ts'
import { type Link, refTo, Widget } from './widget.ts'

/** `Place`: what follows the child in `add_widget`, e.g. `[stretch?: number]`. */
export abstract class Container<Place extends readonly unknown[] = []> extends Widget {
  readonly #children: Widget[] = []

  constructor(link: Link, element: HTMLElement) {
    super(link, element)
    addClasses(element, 'tw-container')
  }

  /** In order. */
  protected get children(): readonly Widget[] {
    return this.#children
  }

  /** Where the elements of the children stand, unless `placeChild` says otherwise. */
  protected get content(): HTMLElement {
    return this.element
  }

  override destroy(): void {
    if (this.isGone) return
    this.element.remove()
    for (const child of this.#children.splice(0)) {
      child.parent = null
      child.destroy()
    }
    super.destroy()
  }

  override is_container(): boolean {
    return true
  }

  get_children(): readonly WidgetLike[] {
    return [...this.#children]
  }

  num_children(): number {
    return this.#children.length
  }

  /** Appends; a child that is here already moves to the end. */
  add_widget(child: WidgetLike, ...place: Place): void {
    this.put(asWidget(child), undefined, place)
  }

  /** Puts, or moves, the child in front of its sibling. */
  insert_before(child: WidgetLike, before: WidgetLike, ...place: Place): void {
    this.put(asWidget(child), asWidget(before), place)
  }

  remove(child: WidgetLike, destroy = false): void {
    const widget = asWidget(child)
    if (widget.parent === this) this.release(widget)
    if (destroy && widget.parent === null) widget.destroy()
  }

  remove_widget(child: WidgetLike, destroy = false): void {
    this.remove(child, destroy)
  }

  remove_all(destroy = false): void {
    this.clearContent()
    for (const child of this.#children.toReversed()) this.remove(child, destroy)
  }

  release(child: Widget): void {
    const at = this.indexOf(child)
    this.#children.splice(at, 1)
    child.parent = null
    this.dropChild(child, at)
    this.#tell('child-removed', child)
  }

  /** For `insert_widget`: an index past the end appends. The child itself does not count. */
  protected putAt(index: number, child: WidgetLike, place: Place): void {
    const widget = asWidget(child)
    const wanted = Math.max(0, index)
    const isBehind = widget.parent === this && wanted >= this.indexOf(widget)
    this.put(widget, this.#children[isBehind ? wanted + 1 : wanted], place)
  }

  /** For `set_widget`: the child that was here is taken out, not destroyed. */
  protected putOnly(child: WidgetLike, ...place: Place): void {
    const widget = asWidget(child)
    for (const other of this.#children.toReversed()) if (other !== widget) this.release(other)
    this.put(widget, undefined, place)
  }

  /** Makes the child stand in front of `before`, or last, and remembers it. */
  protected put(child: Widget, before: Widget | undefined, place: Place): void {
    this.#check(child, before)
    const isNew = child.parent !== this
    if (isNew) child.parent?.release(child)
    const next = before === child ? this.#children[this.indexOf(child) + 1] : before
    this.#order(child, next, isNew)
    child.parent = this
    this.placeChild(child, next, place)
    if (isNew) this.#tell('child-added', child)
  }

  /**
   * Puts or moves the child's element in front of that of `before`, or last. Called again when only the place
   * changes: an element that stands right must not be detached (`placeBefore` sees to it).
   */
  protected placeChild(child: Widget, before: Widget | undefined, _place: Place): void {
    placeBefore(this.content, child.element, before?.element ?? null)
  }

  /** Before all children are dropped: one step may take all their elements out of the page. */
  protected clearContent(): void {}

  /** Takes the child's element out. The child is no longer among `children`, where it stood at `_at`. */
  protected dropChild(child: Widget, _at: number): void {
    child.element.remove()
  }

  /** Whoever takes out or puts in many does so at one end: both are found without a walk. -1 for none. */
  protected indexOf(child: Widget): number {
    const last = this.#children.length - 1
    return this.#children[last] === child ? last : this.#children.indexOf(child)
  }

  #tell(action: string, child: Widget): void {
    if (this.link.isListening(action)) this.emit(action, refTo(child))
  }

  #order(child: Widget, before: Widget | undefined, isNew: boolean): void {
    if (!isNew) this.#children.splice(this.indexOf(child), 1)
    if (before) this.#children.splice(this.indexOf(before), 0, child)
    else this.#children.push(child)
  }

  #check(child: Widget, before: Widget | undefined): void {
    const { className } = this.link
    if (child.element.contains(this.element)) {
      throw new Error(`${className} #${this.wid} cannot take #${child.wid}, which it stands in`)
    }
    if (before && before.parent !== this) {
      throw new Error(`${className} #${this.wid} has no child #${before.wid} to insert before`)
    }
  }
}

/** References in calls have become widgets by now; only some objects, such as timers, have no element. */
export function asWidget(child: WidgetLike): Widget {
  if (child instanceof Widget) return child
  throw new Error(`#${child.wid} has no element, so it cannot be a child`)
}
