// Carries out drawing commands on a canvas, as sharp as the screen is. The unit is a CSS px.

import type { DrawArg, DrawCommand } from '../../../widgets/draw-commands.ts'
import { isProperty } from '../../../widgets/draw-commands.ts'
import { make } from '../../dom/place.ts'
import type { DrawingLog } from './drawing-log.ts'

type Context = CanvasRenderingContext2D

const colors: ReadonlySet<string> = new Set(['fillStyle', 'strokeStyle', 'shadowColor'])

export class Painter {
  readonly #canvas: HTMLCanvasElement
  readonly #context: Context
  readonly #loaded: () => void
  /** By address, while they may be painted again. */
  readonly #pictures = new Map<string, HTMLImageElement | null | undefined>()
  /** The addresses of those that are in the drawing. */
  readonly #used = new Set<string>()
  /** Tokens as colours, while the theme stays. */
  readonly #colors = new Map<string, string>()
  #ratio = 1

  /** @param loaded a picture that held up the painting is here */
  constructor(canvas: HTMLCanvasElement, loaded: () => void) {
    const context = canvas.getContext('2d')
    if (!context) throw new Error('This browser gives no 2D context to a Canvas')
    this.#canvas = canvas
    this.#context = context
    this.#loaded = loaded
  }

  themeChanged(): void {
    this.#colors.clear()
  }

  paint(log: DrawingLog): void {
    const { clientWidth, clientHeight } = this.#canvas
    const isSeen = clientWidth > 0 && clientHeight > 0
    // What waits while nobody can see it does not grow without an end: then it is painted as large as it was.
    if (!isSeen && !log.isFull) return
    const isOtherSize = isSeen && this.#fit(clientWidth, clientHeight, log)
    if (isOtherSize) log.restart()
    const { isAnew } = log
    if (isAnew) this.#begin()
    log.paint((command) => this.#tryToDraw(command))
    if (isAnew || !log.isWhole) this.#forgetPictures(log.isWhole)
  }

  destroy(): void {
    this.#pictures.clear()
  }

  /** Gives the canvas as many px as the screen has for it. What cannot be painted anew is carried over. */
  #fit(width: number, height: number, { isWhole }: DrawingLog): boolean {
    const ratio = window.devicePixelRatio
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)]
    const canvas = this.#canvas
    if (canvas.width === across && canvas.height === down && this.#ratio === ratio) return false
    const before = isWhole || canvas.width === 0 || canvas.height === 0 ? undefined : copyOf(canvas)
    const scale = ratio / this.#ratio
    canvas.width = across
    canvas.height = down
    this.#ratio = ratio
    if (before) {
      this.#context.drawImage(before, 0, 0, before.width * scale, before.height * scale)
      this.#dress()
    }
    return true
  }

  #begin(): void {
    this.#used.clear()
    this.#context.reset()
    this.#dress()
  }

  /** With the colour and the font of the text around it. */
  #dress(): void {
    const context = this.#context
    const { color, fontSize, fontFamily } = getComputedStyle(this.#canvas)
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0)
    context.fillStyle = color
    context.strokeStyle = color
    context.font = `${fontSize} ${fontFamily}`
    // What has places counted from the left is not to turn with the language.
    context.direction = 'ltr'
  }

  /** A radius below 0 and the like are found by the browser only. What follows is drawn all the same. */
  #tryToDraw(command: DrawCommand): boolean {
    try {
      return this.#draw(command)
    } catch (error) {
      console.warn(`A Canvas could not carry out ${JSON.stringify(command).slice(0, 80)}:`, error)
      return true
    }
  }

  /** @returns false when it has to wait for a picture */
  #draw([name, ...args]: DrawCommand): boolean {
    if (name === 'drawImage') return this.#drawPicture(args)
    if (name === 'resetTransform') this.#transform([1, 0, 0, 1, 0, 0])
    else if (name === 'setTransform') this.#transform(args as number[])
    else if (isProperty(name)) this.#set(name, args[0]!)
    else (this.#context[name] as (...args: readonly DrawArg[]) => void)(...args)
    return true
  }

  #set(name: string, value: DrawArg): void {
    const isToken =
      colors.has(name) && typeof value === 'string' && /\bvar\(|light-dark\(/.test(value)
    Object.assign(this.#context, { [name]: isToken ? this.#colorOf(value) : value })
  }

  #transform([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): void {
    const ratio = this.#ratio
    this.#context.setTransform(a * ratio, b * ratio, c * ratio, d * ratio, e * ratio, f * ratio)
  }

  #drawPicture([src, x, y, width, height]: readonly DrawArg[]): boolean {
    const picture = this.#pictureOf(src as string)
    if (picture === undefined) return false
    if (picture === null) return true
    const [across, down] = [width ?? picture.naturalWidth, height ?? picture.naturalHeight]
    this.#context.drawImage(picture, ...([x, y, across, down] as [number, number, number, number]))
    return true
  }

  /** undefined while it is on its way, null when it cannot be had */
  #pictureOf(src: string): HTMLImageElement | null | undefined {
    this.#used.add(src)
    if (this.#pictures.has(src)) return this.#pictures.get(src)
    const picture = new Image()
    const arrived = (result: HTMLImageElement | null): void => {
      this.#pictures.set(src, result)
      this.#loaded()
    }
    this.#pictures.set(src, undefined)
    picture.addEventListener('load', () => arrived(picture))
    picture.addEventListener('error', () => {
      console.warn(`A Canvas could not draw ${src.slice(0, 80)}: it could not be loaded`)
      arrived(null)
    })
    picture.src = src
    return undefined
  }

  /** What is never painted again needs no pictures either. */
  #forgetPictures(isWhole: boolean): void {
    if (!isWhole) this.#used.clear()
    for (const src of this.#pictures.keys()) if (!this.#used.has(src)) this.#pictures.delete(src)
  }

  #colorOf(css: string): string {
    const known = this.#colors.get(css)
    if (known !== undefined) return known
    const probe = make('span')
    probe.style.color = css
    this.#canvas.parentElement?.append(probe)
    const { color } = getComputedStyle(probe)
    probe.remove()
    this.#colors.set(css, color)
    return color
  }
}

function copyOf(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const copy = make('canvas')
  copy.width = canvas.width
  copy.height = canvas.height
  copy.getContext('2d')?.drawImage(canvas, 0, 0)
  return copy
}
