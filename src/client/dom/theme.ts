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

/** One attribute of the root; the neutral value is no choice. */
class Choice {
  readonly #root: HTMLElement
  readonly #attribute: string
  readonly #neutral: string
  /** What was there before it has chosen; undefined while it has not. */
  #before: string | null | undefined

  constructor(root: HTMLElement, attribute: string, neutral: string) {
    this.#root = root
    this.#attribute = attribute
    this.#neutral = neutral
  }

  set(value: string): void {
    if (value === this.#neutral) return this.end()
    if (this.#before === undefined) this.#before = this.#root.getAttribute(this.#attribute)
    this.#root.setAttribute(this.#attribute, value)
  }

  end(): void {
    const before = this.#before
    if (before === null) this.#root.removeAttribute(this.#attribute)
    else if (before !== undefined) this.#root.setAttribute(this.#attribute, before)
    this.#before = undefined
  }
}
