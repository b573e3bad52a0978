// Children at offsets from the corner.

import './fixed-layout.css'
import type { BrowserMethods } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { px } from '../dom/style.ts'
import { Container } from './container.ts'
import type { Link, Widget } from './widget.ts'

export class FixedLayout
  extends Container<[x?: number, y?: number]>
  implements BrowserMethods<'FixedLayout'>
{
  constructor(link: Link) {
    super(link, make('div'))
  }

  /** Offsets that are left out stay as they are. */
  protected override placeChild(
    child: Widget,
    before: Widget | undefined,
    [x, y]: [x?: number, y?: number],
  ): void {
    const { style } = child.element
    if (x !== undefined) style.marginInlineStart = px(x)
    if (y !== undefined) style.marginBlockStart = px(y)
    super.placeChild(child, before, [])
  }

  protected override dropChild(child: Widget, at: number): void {
    child.element.style.marginInlineStart = ''
    child.element.style.marginBlockStart = ''
    super.dropChild(child, at)
  }
}
