// Tells when the box of an element changes, and when it comes into sight. Nothing is watched before it is asked for.

export type Box = { readonly width: number; readonly height: number }

export type MapPayload = Box & {
  readonly x: number
  readonly y: number
  readonly viewport_x: number
  readonly viewport_y: number
}

/**
 * Calls `onResize` with the content box in whole px: as soon as there is one, and at every change. The result stops it.
 */
export function watchSize(element: Element, onResize: (box: Box) => void): () => void {
  // An observer also tells of what is not laid out yet.
  let last = '0x0'
  return observe(element, ({ contentRect }) => {
    const box = { width: Math.round(contentRect.width), height: Math.round(contentRect.height) }
    const key = `${box.width}x${box.height}`
    if (key !== last) onResize(box)
    last = key
  })
}

/** Calls `onMap` each time the element comes into sight; at once when it is in sight. The result stops it. */
export function watchMap(element: Element, onMap: (payload: MapPayload) => void): () => void {
  let wasShown = hasBox(element)
  if (wasShown) onMap(mapPayload(element))
  return observe(element, () => {
    const isShown = hasBox(element)
    if (isShown && !wasShown) onMap(mapPayload(element))
    wasShown = isShown
  })
}

function observe(element: Element, onChange: (entry: ResizeObserverEntry) => void): () => void {
  const observer = new ResizeObserver((entries) => {
    const entry = entries.at(-1)
    if (entry) onChange(entry)
  })
  observer.observe(element)
  return () => observer.disconnect()
}

function hasBox(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  return width > 0 && height > 0
}

function mapPayload(element: Element): MapPayload {
  const box = element.getBoundingClientRect()
  const parent = element.parentElement?.getBoundingClientRect() ?? { left: 0, top: 0 }
  return {
    x: Math.round(box.left - parent.left),
    y: Math.round(box.top - parent.top),
    viewport_x: Math.round(box.left),
    viewport_y: Math.round(box.top),
    width: Math.round(box.width),
    height: Math.round(box.height),
  }
}
