// One of a group of choices that exclude each other; arrow keys go around among them.

import './choice.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import type { WidgetLike } from '../../widgets/types.ts'
import { make } from '../dom/place.ts'
import type { Group, Member } from './groups.ts'
import { type Link, Widget } from './widget.ts'

export class RadioButton extends Widget implements BrowserMethods<'RadioButton'>, Member {
  readonly group: Group
  readonly #input = make('input', 'tw-choice-input')
  readonly #text = make('span', 'tw-choice-text')

  constructor(link: Link, ...[text = '', options = {}]: CreateArgs<'RadioButton'>) {
    super(link, make('label', 'tw-compact'))
    this.group = groupOf(link, options.group ?? null)
    this.group.join(this)
    this.own(() => this.group.leave(this))
    this.#input.type = 'radio'
    this.#input.name = this.group.name
    this.element.append(this.#input, this.#text)
    this.set_text(text ?? '')
    this.on(this.#input, 'change', () => this.#chosen())
  }

  protected override get control(): HTMLInputElement {
    return this.#input
  }

  set_text(text: string): void {
    this.#text.textContent = text
  }

  /** Reports it, as pgwidgets does. */
  set_state(value: boolean): void {
    this.#input.checked = value
    if (value) this.#chosen()
  }

  get_state(): boolean {
    return this.#input.checked
  }

  turnOff(): void {
    this.#input.checked = false
  }

  /** The browser clears the others by itself only where they stand in the same document. */
  #chosen(): void {
    this.group.turnedOn(this)
    this.emit('activated', true)
  }
}

function groupOf({ groups }: Link, group: WidgetLike | string | null): Group {
  if (group === null) return groups.create()
  if (typeof group === 'string') return groups.named(`RadioButton ${group}`)
  if (group instanceof RadioButton) return group.group
  throw new TypeError('RadioButton needs "group" to be a name or a RadioButton')
}
