// Column of children.

import type { BrowserMethods } from '../../widgets/derive.ts'
import { BoxBase } from './box-base.ts'

export class VBox extends BoxBase implements BrowserMethods<'VBox'> {
  set_align(align: 'left' | 'center' | 'right' | null): void {
    this.align(align)
  }
}
