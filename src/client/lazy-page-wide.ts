// Fetches what is needed for messages to the page as a whole when the first of them comes: most pages get none.

import type { PageMessage, PageSurroundings, PageWide } from './page-wide.ts'

export class LazyPageWide {
  readonly #surroundings: PageSurroundings
  #made: Promise<PageWide> | undefined

  constructor(surroundings: PageSurroundings) {
    this.#surroundings = surroundings
  }

  async obey(message: PageMessage): Promise<void> {
    this.#made ??= import('./page-wide.ts').then(({ PageWide }) => new PageWide(this.#surroundings))
    const made = this.#made
    const pageWide = await made
    // Cleared in the meantime: it was meant for a page that is no more.
    if (made === this.#made) pageWide.obey(message)
  }

  /** The page is as new. */
  clear(): void {
    void this.#made?.then((pageWide) => pageWide.clear())
    this.#made = undefined
  }
}
