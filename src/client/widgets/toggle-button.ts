// Button that stays pressed. Of a group at most one is.

import './button.css'
import './toggle-button.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import type { WidgetLike } from '../../widgets/types.ts'
import type { Group, Member } from './groups.ts'
import { type Link, Widget } from './widget.ts'

export class ToggleButton extends Widget implements BrowserMethods<'ToggleButton'>, Member {
  #group: Group | undefined

  constructor(link: Link, ...[text = '', options = {}]: CreateArgs<'ToggleButton'>) {
    super(link, make('button', 'tw-compact'))
    this.element.setAttribute('type', 'button')
    this.set_text(text ?? '')
    this.turnOff()
    this.#join(options.group ?? null)
    this.on(this.element, 'click', () => this.#clicked())
  }

  set_text(text: string): void {
    this.element.textContent = text
  }

  set_state(value: boolean): void {
    this.element.ariaPressed = String(value)
    if (value) this.#group?.turnedOn(this)
  }

  get_state(): boolean {
    return this.element.ariaPressed === 'true'
  }

  turnOff(): void {
    this.element.ariaPressed = 'false'
  }

  /** The group this member is in; one of its own begins when another joins it. */
  get group(): Group {
    if (!this.#group) this.#enter(this.link.groups.create())
    return this.#group!
  }

  #join(group: WidgetLike | string | null): void {
    if (typeof group === 'string') this.#enter(this.link.groups.named(`ToggleButton ${group}`))
    else if (group instanceof ToggleButton) this.#enter(group.group)
    else if (group) throw new TypeError('ToggleButton needs "group" to be a name or a ToggleButton')
  }

  #enter(group: Group): void {
    this.#group = group
    group.join(this)
    this.own(() => group.leave(this))
  }

  #clicked(): void {
    const state = !this.get_state()
    this.set_state(state)
    this.emit('activated', state)
  }
}
