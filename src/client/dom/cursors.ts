// Pictures that serve as the mouse cursor, by the name they were given.

export interface CursorPicture {
  readonly name: string
  readonly url: string
  /** The px of the picture that points. */
  readonly hotspot: readonly [x: number, y: number]
  /** Drawn at this width and height in px; null keeps its own. */
  readonly size: readonly [width: number, height: number] | null
}

export class Cursors {
  readonly #byName = new Map<string, string>()
  readonly #element: HTMLElement
  #current: string | null = null

  constructor(element: HTMLElement) {
    this.#element = element
  }

  /** With a size the picture is drawn first, so the cursor changes a little later. */
  add({ name, url, hotspot, size }: CursorPicture): void {
    const given = this.#keep(name, url, hotspot)
    const keep = (drawn: string): void => {
      // Another picture may have been given the name meanwhile.
      if (this.#byName.get(name) === given) this.#keep(name, drawn, hotspot)
    }
    if (size) void scaled(url, size).then(keep)
  }

  /** A name given to `add`, or a CSS keyword; null goes back to the theme's. */
  use(name: string | null): void {
    this.#current = name
    this.#element.style.cursor = name === null ? '' : (this.#byName.get(name) ?? name)
  }

  /** @returns what CSS is told */
  #keep(name: string, url: string, [x, y]: readonly [number, number]): string {
    const cursor = `url(${JSON.stringify(url)}) ${x} ${y}, auto`
    this.#byName.set(name, cursor)
    if (this.#current === name) this.use(name)
    return cursor
  }
}

/** The picture as a `data:` address in another size; the one given when it cannot be drawn. */
async function scaled(url: string, [width, height]: readonly [number, number]): Promise<string> {
  const image = new Image()
  image.crossOrigin = 'anonymous'
  image.src = url
  try {
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    canvas.getContext('2d')?.drawImage(image, 0, 0, width, height)
    return canvas.toDataURL()
  } catch (error) {
    console.warn(`The cursor ${url} could not be drawn as ${width}×${height} px:`, error)
    return url
  }
}
