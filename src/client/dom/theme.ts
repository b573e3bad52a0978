// Light or dark, as one window wants it for the whole page.

export type Theme = 'system' | 'light' | 'dark'

/** What one window has chosen. While it has chosen nothing, or when it ends, the choice of the system holds. */
export class ThemeChoice {
  readonly #root: HTMLElement
  #hasChosen = false

  constructor(root: HTMLElement, theme: Theme | undefined) {
    this.#root = root
    if (theme !== undefined) this.set(theme)
  }

  set(theme: Theme): void {
    this.#hasChosen = theme !== 'system'
    if (theme === 'system') delete this.#root.dataset['theme']
    else this.#root.dataset['theme'] = theme
  }

  end(): void {
    if (this.#hasChosen) this.set('system')
  }
}
