// What rows and columns share: children in an order, each with its share of the spare room.

import './box.css'
import type { WidgetLike } from '../../widgets/types.ts'
import { make } from '../dom/place.ts'
import { px, setStretch } from '../dom/style.ts'
import { Container } from './container.ts'
import type { Link, Widget } from './widget.ts'

export abstract class BoxBase extends Container<[stretch?: number]> {
  constructor(link: Link) {
    super(link, make('div'))
  }

  insert_widget(index: number, child: WidgetLike, stretch = 0): void {
    this.putAt(index, child, [stretch])
  }

  set_spacing(gap = 0): void {
    this.content.style.gap = px(gap)
  }

  /** Across the direction of the box; null leaves it to the style sheet. */
  protected align(align: string | null): void {
    if (align === null) delete this.element.dataset['align']
    else this.element.dataset['align'] = align
  }

  protected override placeChild(
    child: Widget,
    before: Widget | undefined,
    place: [stretch?: number],
  ): void {
    const [stretch = 0] = place
    setStretch(child.element, stretch)
    super.placeChild(child, before, place)
  }

  /** Taken out one by one, each would have the browser look anew at those that are left. */
  protected override clearContent(): void {
    this.content.replaceChildren()
  }

  protected override dropChild(child: Widget, at: number): void {
    setStretch(child.element, 0)
    super.dropChild(child, at)
  }
}
