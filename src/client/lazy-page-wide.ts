// Fetches what is needed for messages to the page as a whole when the first of them comes: most pages get none.

import type { PageMessage, PageSurroundings, PageWide } from './page-wide.ts'

interface Module {
  readonly PageWide: new (surroundings: PageSurroundings) => PageWide
}

export class LazyPageWide {
  readonly #surroundings: PageSurroundings
  readonly #load: () => Promise<Module>
  #made: Promise<PageWide> | undefined

  constructor(
    surroundings: PageSurroundings,
    load: () => Promise<Module> = () => import('./page-wide.ts'),
  ) {
    this.#surroundings = surroundings
    this.#load = load
  }

  async obey(message: PageMessage): Promise<void> {
    const made = (this.#made ??= this.#make())
    const pageWide = await made
    // Cleared in the meantime: it was meant for a page that is no more.
    if (made === this.#made) pageWide.obey(message)
  }

  /** The page is as new. */
  clear(): void {
    this.#made?.then(
      (pageWide) => pageWide.clear(),
      () => 'told to who has asked',
    )
    this.#made = undefined
  }

  /** What could not be fetched is tried again with the next message. */
  #make(): Promise<PageWide> {
    const made = this.#load().then(({ PageWide }) => new PageWide(this.#surroundings))
    made.catch(() => {
      if (made === this.#made) this.#made = undefined
    })
    return made
  }
}
