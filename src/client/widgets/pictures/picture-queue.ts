// Decodes pictures one at a time, and shows the newest that is ready with the next frame of the screen. Of those
// that come while one is decoded only the last is kept: a slow page shows fewer pictures, not older ones.

/** An address, or the file itself. null is no picture. */
export type Picture = string | Blob | null

export interface Decoded {
  readonly source: CanvasImageSource
  /** Px. */
  readonly width: number
  readonly height: number
  /** Lets go of its memory. */
  release(): void
}

export class PictureQueue {
  readonly #show: (picture: Decoded | null) => void
  readonly #decode: (picture: string | Blob) => Promise<Decoded>
  #next: { readonly picture: Picture } | undefined
  #ready: { readonly decoded: Decoded | null } | undefined
  #isDecoding = false
  #isOver = false
  #frame: number | undefined

  /** @param show draws it at once; it is released when that returns */
  constructor(show: (picture: Decoded | null) => void, decode = decoded) {
    this.#show = show
    this.#decode = decode
  }

  take(picture: Picture): void {
    this.#next = { picture }
    if (!this.#isDecoding) void this.#work()
  }

  /** Shows what is ready now instead of with the next frame. */
  flush(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame)
    this.#frame = undefined
    const ready = this.#ready
    this.#ready = undefined
    if (!ready) return
    this.#show(ready.decoded)
    ready.decoded?.release()
  }

  destroy(): void {
    this.#isOver = true
    this.#next = undefined
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame)
    this.#ready?.decoded?.release()
    this.#ready = undefined
  }

  async #work(): Promise<void> {
    this.#isDecoding = true
    while (this.#next) {
      const { picture } = this.#next
      this.#next = undefined
      await this.#prepare(picture)
    }
    this.#isDecoding = false
  }

  async #prepare(picture: Picture): Promise<void> {
    try {
      const ready = picture === null ? null : await this.#decode(picture)
      if (this.#isOver) return ready?.release()
      this.#ready?.decoded?.release()
      this.#ready = { decoded: ready }
      this.#frame ??= requestAnimationFrame(() => this.flush())
    } catch (error) {
      if (!this.#isOver) console.warn('A picture could not be decoded:', error)
    }
  }
}

function decoded(picture: string | Blob): Promise<Decoded> {
  if (typeof picture === 'string') return fromAddress(picture)
  // Drawings have no px of their own, so only an element decodes them.
  return picture.type.includes('svg') ? fromDrawing(picture) : fromPixels(picture)
}

async function fromAddress(address: string): Promise<Decoded> {
  const image = new Image()
  image.src = address
  await image.decode()
  return {
    source: image,
    width: image.naturalWidth,
    height: image.naturalHeight,
    release: () => image.removeAttribute('src'),
  }
}

async function fromDrawing(picture: Blob): Promise<Decoded> {
  const address = URL.createObjectURL(picture)
  try {
    return await fromAddress(address)
  } finally {
    URL.revokeObjectURL(address)
  }
}

async function fromPixels(picture: Blob): Promise<Decoded> {
  const bitmap = await createImageBitmap(picture)
  return {
    source: bitmap,
    width: bitmap.width,
    height: bitmap.height,
    release: () => bitmap.close(),
  }
}
