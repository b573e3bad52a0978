// The theme's tokens as colours that a canvas understands, and when they change.

import { make } from '../../dom/place.ts'

/** So many `--tw-series-…` there are; then they begin again. */
const SERIES = 8

export interface Palette {
  readonly muted: string
  readonly line: string
  readonly strongLine: string
  readonly surface: string
  readonly hover: string
  readonly font: string
  /** Px. */
  readonly fontSize: number
  /** The colour of a series: its own, else one of the theme's by its place. */
  series(index: number, own: string | undefined): string
  /** A colour that lets through what is behind it; `share` of it is left. */
  soft(color: string, share: number): string
}

/** @param host where the colours are to be seen; it must be on the page */
export function paletteOf(host: HTMLElement): Palette {
  const resolve = resolverIn(host)
  const token = (name: string): string => resolve(`var(--tw-${name})`)
  const { fontFamily, fontSize } = getComputedStyle(host)
  return {
    muted: token('text-muted'),
    line: token('border'),
    strongLine: token('border-strong'),
    surface: token('surface'),
    hover: token('hover'),
    font: fontFamily,
    fontSize: Number.parseFloat(fontSize),
    series: (index, own) => (own ? resolve(own) : token(`series-${(index % SERIES) + 1}`)),
    soft: (color, share) => resolve(`color-mix(in srgb, ${color} ${share * 100}%, transparent)`),
  }
}

/** Lets the browser compute a colour, once for each. */
function resolverIn(host: HTMLElement): (css: string) => string {
  const known = new Map<string, string>()
  return (css) => {
    const before = known.get(css)
    if (before !== undefined) return before
    const probe = make('span')
    probe.style.color = css
    host.append(probe)
    const { color } = getComputedStyle(probe)
    probe.remove()
    known.set(css, color)
    return color
  }
}

/** Calls `changed` when the page turns light or dark. The result stops it. */
export function watchTheme(changed: () => void): () => void {
  const media = matchMedia('(prefers-color-scheme: dark)')
  const observer = new MutationObserver(changed)
  media.addEventListener('change', changed)
  observer.observe(document.documentElement, {
    subtree: true,
    attributes: true,
    attributeFilter: ['data-theme'],
  })
  return () => {
    media.removeEventListener('change', changed)
    observer.disconnect()
  }
}
