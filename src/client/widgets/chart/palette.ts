// The theme's tokens as colours that a canvas understands, and when they change.

import { make } from '../../dom/place.ts'

/** So many `--tw-series-…` there are; then they begin again. */
const SERIES = 8

export interface Palette {
  readonly text: string
  readonly muted: string
  readonly line: string
  readonly strongLine: string
  readonly surface: string
  readonly hover: string
  /** What is not filled. */
  readonly track: string
  /** Of prices. */
  readonly rise: string
  readonly fall: string
  readonly font: string
  /** Px. */
  readonly fontSize: number
  /** The colour of a series: its own, else one of the theme's by its place. */
  series(index: number, own: string | undefined): string
  /** From few to much, for heat: both as `rgb(…)`, so that what draws can mix them. */
  readonly ramp: readonly [string, string]
  /** A colour that lets through what is behind it; `share` of it is left. */
  soft(color: string, share: number): string
}

/** @param host where the colours are to be seen; it must be on the page */
export function paletteOf(host: HTMLElement): Palette {
  const resolve = resolverIn(host)
  const token = (name: string): string => resolve(`var(--tw-${name})`)
  const { fontFamily, fontSize } = getComputedStyle(host)
  return {
    text: token('text'),
    muted: token('text-muted'),
    line: token('border'),
    strongLine: token('border-strong'),
    surface: token('surface'),
    hover: token('hover'),
    track: token('surface-sunken'),
    rise: token('success'),
    fall: token('danger'),
    font: fontFamily,
    fontSize: Number.parseFloat(fontSize),
    ramp: [
      mixed(token('surface'), token('series-1'), 0.1),
      mixed(token('surface'), token('series-1'), 1),
    ],
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

/** So much of `b` in `a`, as `rgb(…)`. */
function mixed(a: string, b: string, share: number): string {
  const [from, to] = [partsOf(a), partsOf(b)]
  const parts = from.map((part, at) => Math.round(part + (to[at]! - part) * share))
  return `rgb(${parts.join(', ')})`
}

/** Red, green and blue, in whatever way the colour is written. */
function partsOf(color: string): number[] {
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  if (!pen) return [128, 128, 128]
  pen.fillStyle = color
  pen.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data
  return [red, green, blue]
}

/** Calls `changed` when the page turns light or dark, or dense, or a font has come. The result stops it. */
export function watchTheme(changed: () => void): () => void {
  const media = matchMedia('(prefers-color-scheme: dark)')
  const observer = new MutationObserver(changed)
  media.addEventListener('change', changed)
  document.fonts.addEventListener('loadingdone', changed)
  observer.observe(document.documentElement, {
    subtree: true,
    attributes: true,
    attributeFilter: ['data-theme', 'data-density'],
  })
  return () => {
    media.removeEventListener('change', changed)
    document.fonts.removeEventListener('loadingdone', changed)
    observer.disconnect()
  }
}
