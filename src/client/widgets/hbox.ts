// Row of children, which may flow onto further lines.

import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { BoxBase } from './box-base.ts'
import type { Link } from './widget.ts'

export class HBox extends BoxBase implements BrowserMethods<'HBox'> {
  constructor(link: Link, ...[options = {}]: CreateArgs<'HBox'>) {
    super(link)
    if (options.wrap) this.set_wrap(true)
  }

  set_align(align: 'top' | 'center' | 'bottom' | null): void {
    this.align(align)
  }

  set_wrap(tf: boolean): void {
    this.element.classList.toggle('tw-wrap', tf)
  }
}
