// Small line drawings on a grid of 16, in the colour of the text. They say nothing to assistive technology.

const paths = {
  close: 'M4 4l8 8M12 4l-8 8',
  minimize: 'M4 12h8',
  maximize: 'M4 4h8v8H4z',
  restore: 'M6 6V4h6v6h-2M4 6h6v6H4z',
  lower: 'M8 3v8M5 8l3 3 3-3M3 13h10',
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
