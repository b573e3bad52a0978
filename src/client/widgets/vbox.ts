// Column of children.

import type { BrowserMethods } from '../../widgets/derive.ts'
import { Box } from './box.ts'

export class VBox extends Box implements BrowserMethods<'VBox'> {
  set_align(align: 'left' | 'center' | 'right' | null): void {
    this.align(align)
  }
}
