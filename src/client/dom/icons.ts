// Small line drawings on a grid of 16, in the colour of the text. They say nothing to assistive technology.

const paths = {
  close: 'M4 4l8 8M12 4l-8 8',
  minimize: 'M4 12h8',
  maximize: 'M4 4h8v8H4z',
  restore: 'M6 6V4h6v6h-2M4 6h6v6H4z',
  shade: 'M4 10l4-4 4 4',
  unshade: 'M4 6l4 4 4-4',
  lower: 'M8 3v8M5 8l3 3 3-3M3 13h10',
  success: 'M3 8.5l3.5 3.5L13 4.5',
  warning: 'M8 2.5l6 11H2zM8 6.5v3.5M8 11.7v.1',
  danger: 'M8 2a6 6 0 100 12A6 6 0 008 2zM8 5v3.7M8 10.8v.1',
} as const

export type IconName = keyof typeof paths

export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  svg.setAttribute('viewBox', '0 0 16 16')
  svg.setAttribute('aria-hidden', 'true')
  svg.classList.add('tw-icon')
  path.setAttribute('d', paths[name])
  svg.append(path)
  return svg
}
