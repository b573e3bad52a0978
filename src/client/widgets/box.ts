// Row or column of children, as it was made.

import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { BoxBase } from './box-base.ts'
import type { Link } from './widget.ts'

const sides = {
  horizontal: ['top', 'center', 'bottom'],
  vertical: ['left', 'center', 'right'],
} as const

type Align = (typeof sides)['horizontal' | 'vertical'][number]

export class Box extends BoxBase implements BrowserMethods<'Box'> {
  readonly #orientation: 'horizontal' | 'vertical'

  constructor(link: Link, ...[options = {}]: CreateArgs<'Box'>) {
    super(link)
    this.#orientation = options.orientation ?? 'horizontal'
    this.element.classList.add(this.#orientation === 'vertical' ? 'tw-vbox' : 'tw-hbox')
  }

  set_align(align: Align | null): void {
    const known: readonly string[] = sides[this.#orientation]
    if (align === null || known.includes(align)) return this.align(align)
    throw new Error(
      `Box.set_align needs one of ${known.join(', ')} while it is ${this.#orientation}, got ${align}`,
    )
  }
}
