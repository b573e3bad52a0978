// Window with a column of content above a row of buttons. Modal ones keep the focus and give it back.

import './box.css'
import './button.css'
import './top-level.css' // the grips
import './dialog.css'
import type { Json } from '../../protocol/messages.ts'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import type { WidgetLike } from '../../widgets/types.ts'
import { isComposing } from '../dom/events.ts'
import { make } from '../dom/place.ts'
import { px, setStretch } from '../dom/style.ts'
import { asWidget, Container } from './container.ts'
import { DialogButtons } from './dialog-buttons.ts'
import { DialogFrame } from './dialog-frame.ts'
import { TitleBar } from './title-bar.ts'
import type { Link, Widget } from './widget.ts'

type Options = NonNullable<CreateArgs<'Dialog'>[2]>
type Tone = NonNullable<Options['tone']>

export class Dialog extends Container<[stretch?: number]> implements BrowserMethods<'Dialog'> {
  declare readonly element: HTMLDialogElement
  readonly #bar = new TitleBar(() => this.emit('close'))
  readonly #column = make('div', 'tw-dialog-content', 'tw-vbox')
  readonly #buttons = new DialogButtons((value) => this.#use(value))
  readonly #frame: DialogFrame
  readonly #closesItself: boolean
  #isModal: boolean
  #isShown = false
  #title = ''
  #label = ''
  #default: Json
  #tone: Tone

  constructor(link: Link, ...[title, buttons = [], options = {}]: CreateArgs<'Dialog'>) {
    super(link, make('dialog'))
    this.#closesItself = options.autoclose ?? false
    this.#isModal = options.modal ?? false
    this.#default = options.default_button ?? null
    this.#tone = options.tone ?? 'normal'
    this.#frame = this.#build(options)
    this.set_title(title ?? null)
    for (const [label, value] of buttons) this.#buttons.addPlain(label, value)
    this.#drawDefault()
    this.#listen()
  }

  protected override get content(): HTMLElement {
    return this.#column
  }

  override destroy(): void {
    if (this.isGone) return
    this.hide()
    this.#buttons.destroy()
    super.destroy()
  }

  override listened(action: string): void {
    super.listened(action)
    this.#drawBar()
  }

  override unlistened(action: string): void {
    super.unlistened(action)
    this.#drawBar()
  }

  /** Shown already, it only moves, unless it is to be modal now or not any more. */
  popup(x: number | null = null, y: number | null = null): void {
    const { element } = this
    if (!element.isConnected) this.link.root.append(element)
    if (element.matches(':modal') !== this.#isModal) element.close()
    this.#isShown = true
    this.#frame.raise()
    if (!element.open) this.#open()
    if (x !== null && y !== null) this.set_position(x, y)
    else this.#frame.place()
  }

  override show(): void {
    this.popup()
  }

  override hide(): void {
    this.#isShown = false
    this.element.close()
  }

  override is_visible(): boolean {
    return this.#isShown
  }

  insert_widget(index: number, child: WidgetLike, stretch = 0): void {
    this.putAt(index, child, [stretch])
  }

  add_button(child: WidgetLike, value: Json): void {
    this.#buttons.addWidget(asWidget(child), value)
  }

  override remove(child: WidgetLike, destroy = false): void {
    const widget = asWidget(child)
    if (widget.parent === this.#buttons) this.#buttons.release(widget)
    super.remove(widget, destroy)
  }

  set_spacing(gap = 0): void {
    this.#column.style.gap = px(gap)
  }

  set_position(x: number | null, y: number | null): void {
    this.#frame.moveTo(x === null || y === null ? null : { x, y })
  }

  set_modal(tf: boolean): void {
    this.#isModal = tf
  }

  set_title(title: string | null): void {
    this.#title = title ?? ''
    this.#bar.setTitle(this.#title)
    this.#drawBar()
  }

  set_default_button(value: Json): void {
    this.#default = value
    this.#drawDefault()
  }

  set_tone(tone: Tone): void {
    this.#tone = tone
    this.#drawDefault()
  }

  override set_label(text: string): void {
    this.#label = text
    this.#drawBar()
  }

  override resize(width: number | null, height: number | null): void {
    super.resize(width, height)
    this.#frame.place()
  }

  protected override placeChild(
    child: Widget,
    before: Widget | undefined,
    place: [stretch?: number],
  ): void {
    const [stretch = 0] = place
    setStretch(child.element, stretch)
    super.placeChild(child, before, place)
  }

  protected override dropChild(child: Widget, at: number): void {
    setStretch(child.element, 0)
    super.dropChild(child, at)
  }

  #build({ moveable = true, resizable = true }: Options): DialogFrame {
    const bar = this.#bar.element
    this.element.append(bar, this.#column, this.#buttons.element)
    this.element.classList.toggle('tw-resizable', resizable)
    this.#bar.setHandle(moveable, resizable)
    const frame = new DialogFrame({
      dialog: this.element,
      bar,
      isMoveable: moveable,
      isResizable: resizable,
      resized: (width, height) => super.resize(width, height),
      moved: (x, y) => this.emit('move', x, y),
    })
    this.own(() => frame.destroy())
    return frame
  }

  #listen(): void {
    this.on(this.element, 'keydown', (event) => {
      if (event.defaultPrevented || isComposing(event)) return
      if (event.key === 'Escape') this.emit('close')
      else if (event.key !== 'Enter' || !this.#useDefault(event.target)) return
      event.preventDefault()
      event.stopPropagation()
    })
    // Other ways to ask: Escape while nothing has the focus, the back gesture of a phone.
    this.on(this.element, 'cancel', (event) => {
      if (event.target !== this.element) return
      event.preventDefault()
      this.emit('close')
    })
    // Some browsers close it when asked twice; only the server does.
    this.on(this.element, 'close', () => {
      if (!this.#isShown || this.element.open) return
      this.popup()
      this.emit('close')
    })
  }

  /** Enter in a field of one line means what it means in a form. Anything else knows itself what Enter does. */
  #useDefault(target: EventTarget | null): boolean {
    const { defaultButton } = this.#buttons
    if (!defaultButton || !(target instanceof HTMLInputElement)) return false
    defaultButton.click()
    return true
  }

  #use(value: Json): void {
    if (this.#closesItself) this.hide()
    this.emit('activated', value)
  }

  /** The focus goes to the content, or else to a button, the default one first, not to the bar above them. */
  #open(): void {
    if (this.#isModal) this.element.showModal()
    else this.element.show()
    const { element, defaultButton } = this.#buttons
    focusFirst([
      ...focusableIn(this.#column),
      ...(defaultButton ? [defaultButton] : []),
      ...focusableIn(element),
    ])
  }

  #drawDefault(): void {
    this.#buttons.setDefault(this.#default, this.#tone === 'danger' ? 'danger' : 'primary')
  }

  #drawBar(): void {
    const canClose = this.link.isListening('close')
    this.#bar.offer('close', canClose)
    this.#bar.element.hidden = this.#title === '' && !canClose
    this.element.ariaLabel = this.#label || this.#title || 'Dialog'
  }
}

/** The first of these that takes the focus gets it; a text is selected, as if one had come by the Tab key. */
function focusFirst(elements: readonly HTMLElement[]): void {
  for (const element of elements) {
    if (element.tabIndex >= 0) element.focus()
    if (element !== document.activeElement) continue
    if (element instanceof HTMLInputElement) element.select()
    return
  }
}

function focusableIn(part: HTMLElement): HTMLElement[] {
  const able = 'input, textarea, select, button, a[href], [tabindex="0"]'
  return [...part.querySelectorAll<HTMLElement>(able)]
}
