// Window on the page. Until it is given a size or a position it fills the page, and its title is the page's.

import './top-level.css'
import type { WindowState } from '../../widgets/payloads.ts'
import type { WidgetLike } from '../../widgets/types.ts'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { type Padding, px, setPadding } from '../dom/style.ts'
import { PageTitle } from '../dom/page-title.ts'
import { bringToFront, sendToBack } from '../dom/stacking.ts'
import { type Density, type Direction, PageLook, type Theme } from '../dom/theme.ts'
import { type Rect, watchWindowBox } from '../dom/window-box.ts'
import { Container } from './container.ts'
import { TitleBar } from './title-bar.ts'
import { topLevelDeeds } from './top-level-deeds.ts'
import type { Link } from './widget.ts'
import { carryOut, toggleState } from './window-deeds.ts'
import { type WindowDeed, WindowMenu } from './window-menu.ts'

export class TopLevel extends Container implements BrowserMethods<'TopLevel'> {
  readonly #bar = new TitleBar((button) => this.#do(button))
  readonly #content = make('div', 'tw-top-level-content')
  readonly #menu: WindowMenu
  readonly #look: PageLook
  readonly #options: NonNullable<CreateArgs<'TopLevel'>[0]>
  #title: string | null = null
  #label = ''
  #isMoveable: boolean
  #state: WindowState = 'normal'
  #hasPosition = false
  #hasSize = false
  readonly #pageTitle = new PageTitle()

  constructor(link: Link, ...[options = {}]: CreateArgs<'TopLevel'>) {
    super(link, make('section'))
    this.#options = options
    this.#isMoveable = options.moveable ?? true
    this.#look = new PageLook(link.root, options)
    this.element.append(this.#bar.element, this.#content)
    this.#bar.setIcon(options.icon ?? null)
    this.#menu = new WindowMenu(this.#bar, {
      root: link.root,
      state: () => this.#state,
      offers: () => this.#deeds,
      chosen: (deed) => this.#do(deed),
    })
    this.own(() => this.#menu.destroy())
    this.#listen()
    this.set_title(options.title ?? null)
    this.own(() => this.#look.end())
    this.own(() => this.#pageTitle.giveBack())
  }

  protected override get content(): HTMLElement {
    return this.#content
  }

  override listened(action: string): void {
    super.listened(action)
    this.#draw()
  }

  override unlistened(action: string): void {
    super.unlistened(action)
    this.#draw()
  }

  set_widget(child: WidgetLike): void {
    this.putOnly(child)
  }

  override set_padding(padding: Padding): void {
    setPadding(this.#content, padding)
  }

  override set_label(text: string): void {
    this.#label = text
    this.#draw()
  }

  set_title(title: string | null): void {
    this.#title = title
    this.#bar.setTitle(title ?? '')
    this.#draw()
  }

  set_icon(url: string | null): void {
    this.#bar.setIcon(url)
  }

  set_moveable(tf: boolean): void {
    this.#isMoveable = tf
    this.#draw()
  }

  set_theme(theme: Theme): void {
    this.#look.set({ theme })
  }

  set_density(density: Density): void {
    this.#look.set({ density })
  }

  set_direction(direction: Direction): void {
    this.#look.set({ direction })
  }

  set_position(x: number, y: number): void {
    this.#put(x, y)
    this.element.classList.remove('tw-moved')
  }

  override resize(width: number | null, height: number | null): void {
    super.resize(width, height)
    this.element.style.setProperty('--tw-width', px(width))
    this.element.style.setProperty('--tw-height', px(height))
    this.#hasSize = width !== null || height !== null
    this.#draw()
  }

  override show(): void {
    if (!this.is_visible()) this.link.root.append(this.element)
    if (this.#isFloating) this.raise_()
    this.#draw()
  }

  override hide(): void {
    this.element.remove()
    this.#pageTitle.giveBack()
  }

  override is_visible(): boolean {
    return this.element.parentNode === this.link.root
  }

  raise_(): void {
    bringToFront(this.element, this.#others)
  }

  lower(): void {
    sendToBack(this.element, this.#others)
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
    this.#draw()
    this.emit('window-state', state)
  }

  get_window_state(): WindowState {
    return this.#state
  }

  get #isFloating(): boolean {
    return this.#hasPosition || this.#hasSize
  }

  get #others(): HTMLElement[] {
    const windows = this.link.root.querySelectorAll<HTMLElement>(':scope > .tw-top-level')
    return [...windows].filter((element) => element !== this.element)
  }

  #listen(): void {
    const canChange = () => this.#isFloating && this.#state === 'normal'
    this.on(this.element, 'pointerdown', () => this.#isFloating && this.raise_(), { capture: true })
    this.on(this.#bar.element, 'dblclick', ({ target }) => {
      if (target === this.#bar.element && this.#deeds.includes('shade')) this.toggle_shade()
    })
    this.own(
      watchWindowBox({
        element: this.element,
        handle: this.#bar.element,
        canMove: () => this.#isFloating && this.#isMoveable && this.#state !== 'maximized',
        canResize: () => canChange() && (this.#options.resizable ?? true),
        changed: (rect) => this.#changed(rect),
        settled: (rect, before) => this.#settled(rect, before),
      }),
    )
  }

  #changed({ x, y, width, height }: Rect): void {
    if (this.#state === 'normal') super.resize(width, height)
    this.#hasSize = true
    this.#put(x, y)
    this.element.classList.add('tw-moved')
  }

  #put(x: number, y: number): void {
    this.element.style.setProperty('--tw-x', px(x))
    this.element.style.setProperty('--tw-y', px(y))
    this.#hasPosition = true
    this.#draw()
  }

  #settled({ x, y }: Rect, before: Rect): void {
    if (x !== before.x || y !== before.y) this.emit('move', x, y)
  }

  /** What the user may do to it now, by its menu. */
  get #deeds(): readonly WindowDeed[] {
    return topLevelDeeds(this.#options, {
      state: this.#state,
      isFloating: this.#isFloating,
      canClose: this.#canClose,
    })
  }

  get #canClose(): boolean {
    return (this.#options.closeable ?? true) && this.link.isListening('close')
  }

  #do(deed: WindowDeed): void {
    carryOut(deed, this, () => this.emit('close'))
  }

  #draw(): void {
    const { element } = this
    const isFloating = this.#isFloating
    element.classList.toggle('tw-floating', isFloating)
    element.classList.toggle('tw-placed', this.#hasPosition)
    element.classList.toggle('tw-resizable', this.#options.resizable ?? true)
    element.dataset['state'] = this.#state
    this.#content.hidden = this.#state === 'shaded' || this.#state === 'minimized'
    this.#drawBar(isFloating)
    this.#drawRole(isFloating)
    this.#drawPageTitle(isFloating)
  }

  #drawBar(isFloating: boolean): void {
    const { minimizable = false, maximizable = false, lowerable = false } = this.#options
    const bar = this.#bar
    bar.element.hidden = this.#title === null && !this.#content.hidden
    bar.offer('minimize', isFloating && minimizable)
    bar.offer('maximize', isFloating && maximizable)
    bar.offer('lower', isFloating && lowerable)
    bar.offer('close', this.#canClose)
    this.#menu.draw()
    bar.showMaximized(this.#state === 'maximized')
    bar.setHandle(isFloating && this.#isMoveable, this.#options.resizable ?? true)
  }

  /** The page has one main part; other windows are dialogs, or regions where they fill it too. */
  #drawRole(isFloating: boolean): void {
    const { element } = this
    const main = this.link.root.querySelector('[role=main], main')
    const isMain = main === null || main === element
    if (isFloating) element.role = 'dialog'
    else element.role = isMain ? 'main' : 'region'
    element.ariaLabel = this.#label || this.#title || (element.role === 'main' ? null : 'Window')
  }

  #drawPageTitle(isFloating: boolean): void {
    this.#pageTitle.set(isFloating || !this.is_visible() ? null : this.#title)
  }
}
