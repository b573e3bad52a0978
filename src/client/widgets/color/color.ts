// Colours as people choose them (hue, saturation, brightness) and as the wire has them (`#rrggbb`). Pure.

/** Hue from 0 to 360, saturation and brightness from 0 to 1. */
export interface Hsv {
  readonly hue: number
  readonly saturation: number
  readonly value: number
}

/** Each from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number]

/**
 * `#rrggbb` in small letters of what people and servers write: with or without `#`, with 3 digits or 6, or
 * `rgb(r, g, b)`. undefined when it is none of these.
 */
export function parseColor(text: string): string | undefined {
  const plain = text.trim().toLowerCase()
  const [, digits] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(plain) ?? []
  if (digits) return '#' + (digits.length === 6 ? digits : digits.replaceAll(/./g, '$&$&'))
  const [, ...parts] = /^rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)$/.exec(plain) ?? []
  const [red, green, blue] = parts.map(Number)
  if (red === undefined || green === undefined || blue === undefined) return undefined
  return hexOf([red, green, blue])
}

export function hexOf(rgb: Rgb): string {
  return '#' + rgb.map((part) => hexPart(part)).join('')
}

/** @param hex `#rrggbb` */
export function rgbOf(hex: string): Rgb {
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16)
  return [part(1), part(3), part(5)]
}

function hsvToRgb({ hue, saturation, value }: Hsv): Rgb {
  // Each part is the brightness less what the hue takes from it.
  const part = (offset: number): number => {
    const turn = (offset + hue / 60) % 6
    const taken = Math.max(0, Math.min(turn, 4 - turn, 1))
    return Math.round(255 * value * (1 - saturation * taken))
  }
  return [part(5), part(3), part(1)]
}

/** Grey has no hue, black no saturation either: those of `before` stay. */
function rgbToHsv([red, green, blue]: Rgb, before?: Hsv): Hsv {
  const most = Math.max(red, green, blue)
  const spread = most - Math.min(red, green, blue)
  const value = most / 255
  if (spread === 0) {
    const saturation = most === 0 ? (before?.saturation ?? 0) : 0
    return { hue: before?.hue ?? 0, saturation, value }
  }
  return { hue: hueOf([red, green, blue], most, spread), saturation: spread / most, value }
}

export function hsvToHex(hsv: Hsv): string {
  return hexOf(hsvToRgb(hsv))
}

/** @param hex `#rrggbb` */
export function hexToHsv(hex: string, before?: Hsv): Hsv {
  return rgbToHsv(rgbOf(hex), before)
}

/** What the hue is called. */
export function hueName(hue: number): string {
  return names[Math.round(hue / 30) % names.length]!
}

const names = [
  'red',
  'orange',
  'yellow',
  'lime',
  'green',
  'mint',
  'cyan',
  'sky blue',
  'blue',
  'violet',
  'magenta',
  'pink',
] as const

function hueOf([red, green, blue]: Rgb, most: number, spread: number): number {
  if (most === red) return (60 * ((green - blue) / spread) + 360) % 360
  if (most === green) return 60 * ((blue - red) / spread + 2)
  return 60 * ((red - green) / spread + 4)
}

function hexPart(part: number): string {
  return Math.min(255, part).toString(16).padStart(2, '0')
}
