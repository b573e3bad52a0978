// Text, always as text. Titles and headings are such for assistive technology too.

import './label.css'
import type { WidgetLike } from '../../widgets/types.ts'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { focusPayload, keyPayload, pointerPayload, wheelPayload } from '../dom/events.ts'
import { make } from '../dom/place.ts'
import { setColors } from '../dom/style.ts'
import { type Link, Widget } from './widget.ts'

type Align = 'left' | 'center' | 'right'
type VerticalAlign = 'top' | 'center' | 'bottom'
type Variant = 'body' | 'title' | 'heading' | 'caption' | 'figure' | 'code'
type Tone = 'normal' | 'muted' | 'accent' | 'success' | 'warning' | 'danger'

/** DOM event → action, by what their payload is made of. */
const pointerActions = {
  pointerdown: 'pointer-down',
  pointerup: 'pointer-up',
  pointermove: 'pointer-move',
  pointerover: 'enter',
  pointerout: 'leave',
  click: 'click',
  dblclick: 'dblclick',
  contextmenu: 'contextmenu',
} as const
const keyActions = { keydown: 'key-down', keyup: 'key-up', keypress: 'key-press' } as const
const focusActions = { focusin: 'focus-in', focusout: 'focus-out' } as const

const levels: Readonly<Partial<Record<Variant, string>>> = { title: '1', heading: '2' }

export class Label extends Widget implements BrowserMethods<'Label'> {
  #text = ''

  constructor(link: Link, ...[text, options = {}]: CreateArgs<'Label'>) {
    super(link, make('div'))
    this.set_text(text ?? '')
    this.set_halign(options.halign ?? 'left')
    this.set_variant(options.variant ?? 'body')
    this.set_tone(options.tone ?? 'normal')
    if (options.interactive) this.#listen()
  }

  set_text(text: string): void {
    this.#text = text
    this.element.textContent = text
  }

  get_text(): string {
    return this.#text
  }

  set_color(bg: string | null = null, fg: string | null = null): void {
    setColors(this.element, bg, fg)
  }

  set_halign(align: Align): void {
    this.element.dataset['halign'] = align
  }

  set_valign(align: VerticalAlign): void {
    this.element.dataset['valign'] = align
  }

  /** Menus are not made yet, so there is nothing to drop down. */
  set_menu(_menu: WidgetLike | null): void {}

  set_variant(variant: Variant): void {
    const level = levels[variant]
    this.element.dataset['variant'] = variant
    this.element.role = level ? 'heading' : null
    this.element.ariaLevel = level ?? null
  }

  set_tone(tone: Tone): void {
    this.element.dataset['tone'] = tone
  }

  #listen(): void {
    const { element } = this
    element.tabIndex = 0
    for (const [type, action] of entries(pointerActions)) {
      this.on(element, type, (event) => this.#pointed(event as PointerEvent, action))
    }
    for (const [type, action] of entries(keyActions)) {
      this.on(element, type, (event) => this.emit(action, keyPayload(event)))
    }
    for (const [type, action] of entries(focusActions)) {
      this.on(element, type, (event) => this.emit(action, focusPayload(event)))
    }
    this.on(element, 'wheel', (event) => this.emit('scroll', wheelPayload(event, element)), {
      passive: true,
    })
  }

  #pointed(event: PointerEvent, action: string): void {
    if (event.type === 'contextmenu' && this.link.isListening(action)) event.preventDefault()
    this.emit(action, pointerPayload(event, this.element))
  }
}

function entries<Key extends string, Value>(table: Readonly<Record<Key, Value>>): [Key, Value][] {
  return Object.entries(table) as [Key, Value][]
}
