// Thin line between other widgets.

import './separator.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { type Link, Widget } from './widget.ts'

type Orientation = 'horizontal' | 'vertical'

export class Separator extends Widget implements BrowserMethods<'Separator'> {
  constructor(link: Link, ...[orientation = 'horizontal']: CreateArgs<'Separator'>) {
    super(link, make('hr', 'tw-fill'))
    this.set_orientation(orientation)
  }

  set_orientation(orientation: Orientation): void {
    this.element.ariaOrientation = orientation
  }
}
