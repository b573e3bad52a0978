// Drawing, made by commands. They are kept, and carried out again when the size or the theme is another.

import './canvas.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { type DrawCommand, wrongCommand } from '../../widgets/draw-commands.ts'
import type { ImageInfo } from '../../widgets/media-payloads.ts'
import { make } from '../dom/place.ts'
import { watchTheme } from './chart/palette.ts'
import { letFingerMove, watchInteraction } from './interaction.ts'
import { DrawingLog } from './pictures/drawing-log.ts'
import { Painter } from './pictures/painter.ts'
import { type Link, Widget } from './widget.ts'

export class Canvas extends Widget implements BrowserMethods<'Canvas'> {
  readonly #canvas = make('canvas')
  readonly #log: DrawingLog
  readonly #painter = new Painter(this.#canvas, () => this.#changed())
  readonly #isInteractive: boolean
  #frame: number | undefined

  constructor(link: Link, ...[options = {}]: CreateArgs<'Canvas'>) {
    super(link, make('div', 'tw-fill'))
    this.#log = new DrawingLog(options.use_animation_frame ?? false)
    this.#isInteractive = options.interactive ?? false
    this.element.append(this.#canvas)
    if (this.#isInteractive) this.own(watchInteraction(this.#canvas, link))
    this.set_label('')
    this.#watch()
    this.set_drawing(options.drawing ?? [])
  }

  protected override get control(): HTMLElement {
    return this.#canvas
  }

  draw_image({ src, x, y, wd, ht }: ImageInfo): void {
    const size = wd === undefined || ht === undefined ? [] : [wd, ht]
    this.draw([['drawImage', src, x, y, ...size]])
  }

  draw(commands: readonly DrawCommand[]): void {
    check(commands)
    this.#log.add(commands)
    if (this.#log.isFull) this.#paint()
    this.#changed()
  }

  set_drawing(commands: readonly DrawCommand[]): void {
    check(commands)
    this.#log.clear()
    this.draw(commands)
    this.#log.commit()
  }

  clear(): void {
    this.#log.clear()
    this.#changed()
  }

  update(): void {
    this.#log.commit()
    this.#changed()
  }

  override listened(action: string): void {
    super.listened(action)
    if (this.#isInteractive) letFingerMove(this.#canvas, this.link)
  }

  override unlistened(action: string): void {
    super.unlistened(action)
    if (this.#isInteractive) letFingerMove(this.#canvas, this.link)
  }

  get_draw_context(): null {
    return null
  }

  /** One without a name says nothing, but for one that can be used. */
  override set_label(text: string): void {
    const name = text || (this.#isInteractive ? 'Drawing' : '')
    this.#canvas.role = name === '' ? null : 'img'
    this.#canvas.ariaLabel = name || null
  }

  #watch(): void {
    const sizes = new ResizeObserver(() => this.#paint())
    sizes.observe(this.#canvas)
    this.own(() => sizes.disconnect())
    this.own(
      watchTheme(() => {
        this.#painter.themeChanged()
        this.#log.restart()
        this.#changed()
      }),
    )
    // Zooming and another screen change how many px of the screen are one of the page.
    const zoomed = (): void => this.#changed()
    window.addEventListener('resize', zoomed)
    this.own(() => window.removeEventListener('resize', zoomed))
    this.own(() => this.#painter.destroy())
    this.own(() => cancelAnimationFrame(this.#frame ?? 0))
  }

  /** Paints once, with the next frame of the screen. */
  #changed(): void {
    if (!this.isGone) this.#frame ??= requestAnimationFrame(() => this.#paint())
  }

  #paint(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame)
    this.#frame = undefined
    this.#painter.paint(this.#log)
  }
}

/** @throws Error that names the command that is wrong; then none of them is carried out */
function check(commands: readonly DrawCommand[]): void {
  for (const command of commands) {
    const wrong = wrongCommand(command)
    if (wrong !== undefined) throw new TypeError(`Canvas.draw ${wrong}`)
  }
}
