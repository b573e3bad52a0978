// Inline styles by small verbs. They go through the CSSOM, which a strict content security policy lets pass.

export type Padding = number | readonly [left: number, top: number, right: number, bottom: number]

export interface Font {
  /** CSS family; empty goes back to the theme's font. */
  readonly family: string
  /** Points. */
  readonly size: number | null
  readonly weight: string | null
  readonly style: string | null
}

/** `12` → `12px`; null takes the property away. */
export function px(length: number | null | undefined): string {
  return length === null || length === undefined ? '' : `${length}px`
}

export function setPadding(element: HTMLElement, padding: Padding): void {
  const [left, top, right, bottom] =
    typeof padding === 'number' ? [padding, padding, padding, padding] : padding
  const isPlain = [left, top, right, bottom].every((side) => side === 0)
  element.style.padding = isPlain ? '' : [top, right, bottom, left].map(px).join(' ')
}

/** The share of the spare room of its box that an element gets; 0 leaves it at its own size. */
export function setStretch(element: HTMLElement, stretch: number): void {
  // Nearly all have none, and get none; `style` is one more object for each element.
  if (stretch <= 0 && !element.matches('.tw-stretch')) return
  element.classList.toggle('tw-stretch', stretch > 0)
  element.style.setProperty('--tw-stretch', stretch > 0 ? String(stretch) : null)
}

export function setFont(element: HTMLElement, { family, size, weight, style }: Font): void {
  if (family === '') element.style.font = ''
  else element.style.fontFamily = family
  if (size !== null) element.style.fontSize = `${size}pt`
  if (weight !== null) element.style.fontWeight = weight
  if (style !== null) element.style.fontStyle = style
}

/** null leaves a colour as it is, an empty text gives it back to the theme. */
export function setColors(
  element: HTMLElement,
  background: string | null,
  text: string | null,
): void {
  if (background !== null) element.style.background = background
  if (text !== null) element.style.color = text
}
