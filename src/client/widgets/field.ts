// What all fields share: a box that looks like one, a message under it, and typing that the server's writes
// do not run over.

import './field.css'
import { isComposing } from '../dom/events.ts'
import { make } from '../dom/place.ts'
import { type Padding, px, setPadding } from '../dom/style.ts'
import { SpokenTexts } from './spoken-texts.ts'
import { type Link, Widget } from './widget.ts'

export type TextControl = HTMLInputElement | HTMLTextAreaElement

export abstract class Field extends Widget {
  /** What looks like a field. The widget's own element holds it and the message. */
  protected readonly box = make('div', 'tw-field-box')
  readonly #message = make('div', 'tw-field-error')
  #isUntold = false
  readonly #texts = new SpokenTexts()

  constructor(link: Link) {
    super(link, make('div', 'tw-field'))
    this.#message.id = this.link.idOf('error')
    this.#message.ariaLive = 'polite'
    this.element.append(this.box, this.#message)
  }

  /** The user has typed something, and the server has not been told yet. */
  protected get isUntold(): boolean {
    return this.#isUntold && this.link.isListening('modified')
  }

  override set_border_width(width: number): void {
    this.box.style.borderWidth = width > 0 ? px(width) : ''
    this.box.style.borderStyle = width > 0 ? 'solid' : ''
  }

  override set_border_color(color: string): void {
    this.box.style.borderColor = color
  }

  override set_bg(color: string | null): void {
    this.box.style.background = color ?? ''
  }

  override set_padding(padding: Padding): void {
    setPadding(this.box, padding)
  }

  set_error(message: string): void {
    const { control } = this
    this.#message.textContent = message
    this.element.classList.toggle('tw-invalid', message !== '')
    for (const [name, value] of [
      ['aria-invalid', 'true'],
      ['aria-describedby', this.#message.id],
    ] as const) {
      if (message === '') control.removeAttribute(name)
      else control.setAttribute(name, value)
    }
  }

  /** 0 leaves the width to the layout. */
  set_length(numchars: number): void {
    this.element.classList.toggle('tw-measured', numchars > 0)
    this.element.classList.toggle('tw-compact', numchars > 0)
    this.element.style.setProperty('--tw-length', numchars > 0 ? `${numchars}ch` : null)
  }

  /**
   * Takes a text of the server. If the server said it without knowing all that the user has typed, what stands
   * behind the text that both knew stays behind the new one: a field that its handler clears keeps the next letters.
   * What was typed otherwise stays as it is. Either way the server hears of it.
   */
  protected take(control: TextControl, text: string): void {
    const { value } = control
    const isKnown = this.#isKnown
    const { agreed } = this.#texts
    this.#texts.said(plain(text))
    if (isKnown) return replaceText(control, text)
    if (agreed === '' || !value.startsWith(agreed)) return
    replaceText(control, text + value.slice(agreed.length))
    if (control.value !== value) this.typed(() => control.value)
  }

  /**
   * Adds a text of the server. What the user has typed behind the text that both knew stays behind this one, too;
   * otherwise this one comes last.
   *
   * @param keep  gives as much of a text, from some place on, as is kept of it
   */
  protected append(control: TextControl, text: string, keep: (text: string) => string): void {
    const { value } = control
    const added = plain(text)
    const isKnown = this.#isKnown
    const { agreed } = this.#texts
    const isTypedBehind = !isKnown && agreed !== '' && value.startsWith(agreed)
    const at = isTypedBehind ? agreed.length : value.length
    const whole = value.slice(0, at) + added + value.slice(at)
    const kept = keep(whole)
    control.setRangeText(added, at, at, 'preserve')
    if (kept !== whole) control.setRangeText('', 0, whole.length - kept.length, 'preserve')
    this.#texts.said(isKnown ? kept : keep(agreed + added))
    if (!isKnown && kept !== value) this.typed(() => control.value)
  }

  /** Whether the server knows the text that stands here. */
  get #isKnown(): boolean {
    this.#texts.heard(this.link.heard)
    return this.#texts.areHeard && !this.isUntold
  }

  /** Tells an event that brings the whole text. */
  protected tellText(action: string, text: string): void {
    const seq = this.link.emit(action, [text])
    if (seq === undefined) return
    this.#texts.told(text, seq)
    this.#texts.heard(this.link.heard)
  }

  /** Tells `modified` after a rest, or before any other event leaves the page. */
  protected typed(text: () => string): void {
    this.#isUntold = true
    this.link.edited(() => {
      this.#isUntold = false
      this.tellText('modified', text())
    })
  }
}

/** Replaces the text of a field unless it is the same. The caret stays where it was, or at the end. */
export function replaceText(field: TextControl, given: string): void {
  const text = plain(given)
  if (field.value === text) return
  const { value, selectionStart, selectionEnd, selectionDirection } = field
  const wasAtEnd = selectionStart === value.length
  field.value = text
  if (wasAtEnd || field !== document.activeElement) return
  field.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? 'none')
}

/** With the line ends that fields have. */
function plain(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n')
}

/** A key that the field may act on: no composing of characters is under way, no modifier is held. */
export function isPlainKey(event: KeyboardEvent): boolean {
  const { altKey, ctrlKey, metaKey, shiftKey } = event
  return !(isComposing(event) || altKey || ctrlKey || metaKey || shiftKey)
}
