// Window in a workspace, around one child.

import './top-level.css' // the grips
import './mdi-sub-window.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import type { WindowState } from '../../widgets/payloads.ts'
import type { WidgetLike } from '../../widgets/types.ts'
import { make } from '../dom/place.ts'
import { type Padding, setPadding } from '../dom/style.ts'
import { Container } from './container.ts'
import { deedsFor } from './mdi/deeds.ts'
import type { Desk } from './mdi/desk.ts'
import { FocusMemory } from './mdi/focus-memory.ts'
import { WindowFrame } from './mdi/window-frame.ts'
import { TitleBar } from './title-bar.ts'
import type { Link, Widget } from './widget.ts'
import { carryOut, toggleState } from './window-deeds.ts'
import { type WindowDeed, WindowMenu } from './window-menu.ts'

export class MDISubWindow extends Container implements BrowserMethods<'MDISubWindow'> {
  readonly frame: WindowFrame
  readonly #bar = new TitleBar((button) => this.#do(button), 'h2')
  readonly #content = make('div', 'tw-mdi-content')
  readonly #options: NonNullable<CreateArgs<'MDISubWindow'>[0]>
  readonly #keys: ReadonlyMap<string, () => void> = new Map([
    ['Enter', () => this.toggle_maximize()],
    ['Delete', () => this.#ask()],
    ['PageDown', () => this.#desk?.go(this, 1)],
    ['PageUp', () => this.#desk?.go(this, -1)],
  ])
  readonly #menu: WindowMenu
  readonly #memory = new FocusMemory(this.element)
  #desk: Desk<MDISubWindow> | undefined
  /** What a workspace has put in without giving it away. */
  #lent: Widget | undefined
  #title = ''
  #label = ''
  #state: WindowState = 'normal'
  #stopSizes: (() => void) | undefined

  constructor(link: Link, ...[options = {}]: CreateArgs<'MDISubWindow'>) {
    super(link, make('section'))
    this.#options = options
    this.element.append(this.#bar.element, this.#content)
    this.frame = this.#build(options.resizable ?? true)
    this.#menu = new WindowMenu(this.#bar, {
      root: link.root,
      state: () => this.#state,
      offers: () => this.#deeds,
      chosen: (deed) => this.#do(deed),
    })
    this.set_icon_url(options.icon_url ?? null)
    this.set_title(options.title ?? '')
    this.#listen()
    this.own(() => this.frame.destroy())
    this.own(() => this.#menu.destroy())
    this.own(() => this.#stopSizes?.())
  }

  protected override get content(): HTMLElement {
    return this.#content
  }

  get title(): string {
    return this.#title
  }

  override destroy(): void {
    if (this.isGone) return
    // What is lent lives on: the workspace takes it back, and then ends this window.
    if (this.#lent && this.#desk) this.#desk.close(this)
    else super.destroy()
  }

  override listened(action: string): void {
    if (action !== 'resize') super.listened(action)
    else this.#stopSizes ??= this.frame.watchSize((box) => this.emit('resize', box))
    this.drawBar()
  }

  override unlistened(action: string): void {
    if (action !== 'resize') super.unlistened(action)
    else {
      this.#stopSizes?.()
      this.#stopSizes = undefined
    }
    this.drawBar()
  }

  /** It stands in this workspace from now on. */
  enter(desk: Desk<MDISubWindow>): void {
    this.#desk = desk
    this.drawBar()
  }

  leave(): void {
    this.#desk = undefined
    this.lend(undefined)
    this.element.remove()
  }

  /** Shows a child that its workspace keeps, or none. */
  lend(child: Widget | undefined): void {
    this.#lent?.element.remove()
    this.#lent = child
    if (child) this.#content.append(child.element)
  }

  /** The bar is what the keyboard moves it by. */
  override set_focus(): void {
    this.#bar.element.focus()
  }

  set_widget(child: WidgetLike): void {
    this.putOnly(child)
  }

  get_child(): WidgetLike | null {
    return this.#lent ?? this.children[0] ?? null
  }

  override set_padding(padding: Padding): void {
    setPadding(this.#content, padding)
  }

  override set_label(text: string): void {
    this.#label = text
    this.#draw()
  }

  set_title(title: string): void {
    this.#title = title
    this.#bar.setTitle(title)
    this.#draw()
    this.#desk?.changes(this)
  }

  set_icon_url(url: string | null): void {
    this.#bar.setIcon(url)
  }

  set_position(x: number, y: number): void {
    this.frame.moveTo(x, y)
  }

  move(x: number, y: number): void {
    this.frame.moveTo(x, y)
  }

  override resize(width: number | null, height: number | null): void {
    this.frame.sizeTo(width, height)
  }

  raise_(): void {
    this.#desk?.raise(this)
  }

  lower(): void {
    this.#desk?.lower(this)
  }

  toggle_minimize(): void {
    toggleState(this, 'minimized')
  }

  toggle_maximize(): void {
    toggleState(this, 'maximized')
  }

  toggle_shade(): void {
    toggleState(this, 'shaded')
  }

  set_window_state(state: WindowState): void {
    if (state === this.#state) return
    this.#state = state
    // Before it is drawn so: the workspace looks whether the focus is in it, and sees to it.
    this.#desk?.changes(this)
    this.#draw()
    this.emit('window-state', state)
  }

  get_window_state(): WindowState {
    return this.#state
  }

  close(): void {
    this.#desk?.close(this)
  }

  /** There is a button that closes it only while somebody listens. */
  drawBar(): void {
    const bar = this.#bar
    for (const deed of ['shade', 'minimize', 'maximize', 'close'] as const) {
      bar.offer(deed, this.#deeds.includes(deed))
    }
    this.#menu.draw()
    bar.showShaded(this.#state === 'shaded')
    bar.showMaximized(this.#state === 'maximized')
  }

  get #deeds(): readonly WindowDeed[] {
    const isShadeable = this.#options.shadeable ?? true
    return deedsFor(this.#state, { isShadeable, canAsk: this.#canAsk })
  }

  get #canAsk(): boolean {
    const isHeard = this.link.isListening('close') || this.#desk?.hearsQuestions() === true
    return isHeard && (this.#options.closable ?? true)
  }

  #build(isResizable: boolean): WindowFrame {
    const { element } = this
    const bar = this.#bar.element
    element.role = 'dialog'
    element.classList.add('tw-floating', 'tw-placed')
    element.classList.toggle('tw-resizable', isResizable)
    this.#bar.setHandle(true, isResizable)
    return new WindowFrame({
      element,
      bar,
      isResizable,
      origin: () => this.#desk?.origin() ?? [0, 0],
      reach: () => this.#desk?.reach() ?? { width: Infinity, height: Infinity },
      canMove: () => this.#state !== 'maximized',
      isNormal: () => this.#state === 'normal',
      changed: () => this.#desk?.changes(this),
      moved: (x, y) => this.emit('move', x, y),
    })
  }

  #listen(): void {
    const bar = this.#bar.element
    this.on(this.element, 'pointerdown', () => this.raise_(), { capture: true })
    this.on(this.element, 'focusin', ({ target }) => {
      this.#memory.note(target)
      this.raise_()
    })
    // Taken by its bar, it gets the keyboard too.
    this.on(bar, 'pointerdown', ({ target }) => target === bar && this.#memory.recall(bar))
    this.on(bar, 'mousedown', (event) => event.target === bar && event.preventDefault())
    this.on(bar, 'dblclick', (event) => event.target === bar && this.toggle_maximize())
    this.on(bar, 'keydown', (event) => this.#useKey(event))
  }

  #useKey(event: KeyboardEvent): void {
    const use = this.#keys.get(event.key)
    if (!use || event.target !== this.#bar.element) return
    if (event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    use()
  }

  #do(deed: WindowDeed): void {
    carryOut(deed, this, () => this.#ask())
  }

  #ask(): void {
    if (!this.#canAsk) return
    this.emit('close')
    this.#desk?.asked(this)
  }

  #draw(): void {
    this.element.dataset['state'] = this.#state
    this.#content.hidden = this.#state === 'shaded'
    this.element.ariaLabel = this.#label || this.#title || 'Window'
    this.drawBar()
  }
}
