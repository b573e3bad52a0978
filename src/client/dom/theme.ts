// How the whole page looks, as one window wants it: light or dark, how dense, in which direction lines run.

export type Theme = 'system' | 'light' | 'dark'
export type Density = 'comfortable' | 'compact'
export type Direction = 'auto' | 'ltr' | 'rtl'

export interface Look {
  readonly theme?: Theme
  readonly density?: Density
  readonly direction?: Direction
}

/** What one window has chosen for the page. Where it has chosen nothing, or ends, what was there before holds. */
export class PageLook {
  readonly #choices: { readonly [Name in keyof Look]-?: Choice }

  constructor(root: HTMLElement, look: Look) {
    this.#choices = {
      theme: new Choice(root, 'data-theme', 'system'),
      density: new Choice(root, 'data-density', 'comfortable'),
      direction: new Choice(root, 'dir', 'auto'),
    }
    this.set(look)
  }

  set({ theme, density, direction }: Look): void {
    if (theme !== undefined) this.#choices.theme.set(theme)
    if (density !== undefined) this.#choices.density.set(density)
    if (direction !== undefined) this.#choices.direction.set(direction)
  }

  end(): void {
    for (const choice of Object.values(this.#choices)) choice.end()
  }
}

/** One attribute of the root; the neutral value is none. */
class Choice {
  readonly #root: HTMLElement
  readonly #attribute: string
  readonly #neutral: string
  #hasChosen = false

  constructor(root: HTMLElement, attribute: string, neutral: string) {
    this.#root = root
    this.#attribute = attribute
    this.#neutral = neutral
  }

  set(value: string): void {
    this.#hasChosen = value !== this.#neutral
    if (this.#hasChosen) this.#root.setAttribute(this.#attribute, value)
    else this.#root.removeAttribute(this.#attribute)
  }

  end(): void {
    if (this.#hasChosen) this.set(this.#neutral)
  }
}
