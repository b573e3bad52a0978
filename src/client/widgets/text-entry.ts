// Field for one line of text. Arrow up brings back what was entered.

import './text-entry.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { LineField } from './line-field.ts'
import type { Link } from './widget.ts'

export class TextEntry extends LineField implements BrowserMethods<'TextEntry'> {
  constructor(link: Link, ...[text, options = {}]: CreateArgs<'TextEntry'>) {
    super(link, options.linehistory)
    const { editable = true, password = false, placeholder = '', error = '' } = options
    this.set_text(text ?? '')
    this.set_editable(editable)
    this.set_password(password)
    this.set_placeholder(placeholder)
    this.set_error(error)
  }

  set_password(tf: boolean): void {
    this.input.type = tf ? 'password' : 'text'
  }
}
