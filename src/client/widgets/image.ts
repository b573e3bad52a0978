// Picture from an address or from bytes. What follows quickly is decoded aside and drawn on a canvas, whole.

import './image.css'
import type { ImageFit } from '../../widgets/media-payloads.ts'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import type { Bytes } from '../../widgets/types.ts'
import { make } from '../dom/place.ts'
import { letFingerMove, watchInteraction } from './interaction.ts'
import { type Decoded, PictureQueue } from './pictures/picture-queue.ts'
import { type Link, Widget } from './widget.ts'

export class Image extends Widget implements BrowserMethods<'Image'> {
  readonly #pictures: PictureQueue | undefined
  readonly #isInteractive: boolean
  /** The address that was made for the bytes on show. */
  #made: string | undefined

  constructor(link: Link, ...[options = {}]: CreateArgs<'Image'>) {
    const { url = null, fit = 'fill', interactive = false, use_animation_frame = false } = options
    super(link, make(use_animation_frame ? 'canvas' : 'img'))
    this.#isInteractive = interactive
    this.#pictures = this.#makeQueue()
    if (interactive) this.own(watchInteraction(this.element, link))
    this.own(() => this.#forget())
    this.set_label('')
    this.set_fit(fit)
    this.set_image(url)
  }

  set_image(url: string | null): void {
    this.#forget()
    if (this.#pictures) this.#pictures.take(url)
    else if (this.element instanceof HTMLImageElement) showAddress(this.element, url)
  }

  set_binary_image(data: Bytes | null, format: string): void {
    const picture = data && new Blob([data as BlobPart], { type: `image/${format}` })
    if (this.#pictures) return this.#pictures.take(picture)
    const made = picture ? URL.createObjectURL(picture) : null
    this.set_image(made)
    this.#made = made ?? undefined
  }

  override listened(action: string): void {
    super.listened(action)
    if (this.#isInteractive) letFingerMove(this.element, this.link)
  }

  override unlistened(action: string): void {
    super.unlistened(action)
    if (this.#isInteractive) letFingerMove(this.element, this.link)
  }

  get_draw_context(): null {
    return null
  }

  update(): void {
    this.#pictures?.flush()
  }

  set_fit(fit: ImageFit): void {
    this.element.style.objectFit = fit
  }

  /** One without a name says nothing, but for one that can be used. */
  override set_label(text: string): void {
    const name = text || (this.#isInteractive ? 'Image' : '')
    if (this.element instanceof HTMLImageElement) this.element.alt = name
    else if (name === '') this.element.removeAttribute('aria-label')
    else this.element.ariaLabel = name
    if (this.#pictures) this.element.role = name === '' ? null : 'img'
  }

  #makeQueue(): PictureQueue | undefined {
    const { element } = this
    if (!(element instanceof HTMLCanvasElement)) return undefined
    const queue = new PictureQueue((picture) => draw(element, picture))
    this.own(() => queue.destroy())
    return queue
  }

  #forget(): void {
    if (this.#made !== undefined) URL.revokeObjectURL(this.#made)
    this.#made = undefined
  }
}

function showAddress(image: HTMLImageElement, url: string | null): void {
  if (url) image.src = url
  else image.removeAttribute('src')
}

function draw(canvas: HTMLCanvasElement, picture: Decoded | null): void {
  canvas.width = picture?.width ?? 0
  canvas.height = picture?.height ?? 0
  if (picture) canvas.getContext('2d')?.drawImage(picture.source, 0, 0)
}
