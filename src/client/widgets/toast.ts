// A message in the corner. It goes by itself, but never while somebody is reading or using it.

import './button.css'
import './toast.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { icon } from '../dom/icons.ts'
import { isInUse } from '../dom/in-use.ts'
import { make } from '../dom/place.ts'
import { Countdown } from './countdown.ts'
import { putIntoRegion, takeOutOfRegion } from './toast-region.ts'
import { type Link, Widget } from './widget.ts'

type Tone = NonNullable<NonNullable<CreateArgs<'Toast'>[1]>['tone']>

/** Milliseconds. */
const TIMEOUT = 5000

export class Toast extends Widget implements BrowserMethods<'Toast'> {
  readonly #icon = make('span', 'tw-toast-icon')
  readonly #text = make('span', 'tw-toast-text')
  readonly #action = make('button', 'tw-button', 'tw-toast-action')
  readonly #close = make('button', 'tw-toast-close')
  readonly #countdown = new Countdown(() => this.#end())
  #timeout: number
  #region: HTMLElement | undefined
  /** What lets go of the region. */
  #watching: AbortController | undefined
  /** Where the focus was before it came here. */
  #before: HTMLElement | undefined

  constructor(link: Link, ...[text = '', options = {}]: CreateArgs<'Toast'>) {
    super(link, make('div'))
    this.#timeout = options.timeout ?? TIMEOUT
    this.#build()
    this.set_text(text)
    this.set_tone(options.tone ?? 'normal')
    this.set_action(options.action ?? '')
    this.own(() => this.hide())
  }

  set_text(text: string): void {
    this.#text.textContent = text
  }

  set_tone(tone: Tone): void {
    this.element.dataset['tone'] = tone
    this.element.role = tone === 'danger' ? 'alert' : 'status'
    this.#icon.replaceChildren(...(tone === 'normal' ? [] : [icon(tone)]))
  }

  set_timeout(ms: number): void {
    this.#timeout = ms
    if (this.#region) this.#countdown.start(ms)
  }

  set_action(text: string): void {
    this.#action.textContent = text
    this.#action.hidden = text === ''
  }

  override show(): void {
    if (!this.#region) this.#enter()
    this.#countdown.start(this.#timeout)
  }

  override hide(): void {
    const region = this.#region
    if (!region) return
    this.#countdown.stop()
    this.#watching?.abort()
    this.#region = undefined
    const hadFocus = this.element.contains(document.activeElement)
    takeOutOfRegion(region, this.element)
    if (hadFocus && !region.isConnected) this.#before?.focus()
  }

  override is_visible(): boolean {
    return this.#region !== undefined
  }

  #build(): void {
    this.#action.type = 'button'
    this.#close.type = 'button'
    this.#close.ariaLabel = 'Close'
    this.#close.append(icon('close'))
    this.element.append(this.#icon, this.#text, this.#action, this.#close)
    this.on(this.#close, 'click', () => this.#end())
    this.on(this.#action, 'click', () => {
      this.emit('activated')
      this.#end()
    })
    this.on(this.element, 'keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      event.stopPropagation()
      this.#end()
    })
  }

  /** The time of all toasts is held while one of them is used: none moves away under the pointer. */
  #enter(): void {
    const region = putIntoRegion(this.link.root, this.element)
    this.#region = region
    this.#watching = new AbortController()
    const { signal } = this.#watching
    const look = (): void => this.#countdown.hold(isInUse(region))
    for (const type of ['pointerenter', 'pointerleave', 'focusin']) {
      region.addEventListener(type, look, { signal })
    }
    // Whichever it came to: the last one gives it back.
    const came = ({ relatedTarget }: FocusEvent): void => this.#cameFrom(relatedTarget)
    region.addEventListener('focusin', came, { signal })
    // The focus is nowhere until it has come to where it goes.
    region.addEventListener('focusout', () => queueMicrotask(look), { signal })
    document.addEventListener('visibilitychange', look, { signal })
    look()
  }

  #cameFrom(from: EventTarget | null): void {
    if (from instanceof HTMLElement && !this.#region?.contains(from)) this.#before = from
  }

  #end(): void {
    this.hide()
    this.emit('close')
  }
}
