// The title of the browser tab, lent to a window and given back.

export class PageTitle {
  #before: string | undefined

  /** @param title null gives the tab back what it was called before */
  set(title: string | null): void {
    if (title === null) return this.giveBack()
    this.#before ??= document.title
    document.title = title
  }

  giveBack(): void {
    if (this.#before !== undefined) document.title = this.#before
    this.#before = undefined
  }
}
