// How the user chooses the part of a chart that is shown: wheel and drag, two fingers, keys.

import type { Viewport } from './viewport.ts'

export interface ZoomTarget {
  readonly element: HTMLElement
  isOn(): boolean
  /** What the axis has at so many px from the left edge of the element; undefined while nothing is drawn. */
  valueAt(x: number): number | undefined
  readonly viewport: Viewport
}

/** How much one notch of the wheel, or one press of a key, shows more. */
const STEP = 1.25
const SHARE = 0.2

type Keys = ReadonlyMap<string, (target: ZoomTarget) => void>

const keys: Keys = new Map([
  ['+', ({ viewport }) => viewport.zoom(1 / STEP)],
  ['=', ({ viewport }) => viewport.zoom(1 / STEP)],
  ['-', ({ viewport }) => viewport.zoom(STEP)],
  ['ArrowLeft', ({ viewport }) => viewport.step(-SHARE)],
  ['ArrowRight', ({ viewport }) => viewport.step(SHARE)],
  ['0', ({ viewport }) => viewport.reset()],
  ['Escape', ({ viewport }) => viewport.reset()],
] satisfies [string, (target: ZoomTarget) => void][])

/** Listens for it. The result stops it. */
export function watchZoom(target: ZoomTarget): () => void {
  const listening = new AbortController()
  const { signal } = listening
  const { element } = target
  element.addEventListener('wheel', (event) => useWheel(event, target), { signal, passive: false })
  element.addEventListener('keydown', (event) => useKey(event, target), { signal })
  element.addEventListener('dblclick', () => target.isOn() && target.viewport.reset(), { signal })
  watchPointers(target, signal)
  return () => listening.abort()
}

/** Up and down zooms where the pointer is, sideways pans. Where that can do nothing the page scrolls. */
function useWheel(event: WheelEvent, target: ZoomTarget): void {
  const at = target.isOn() ? target.valueAt(leftIn(event, target)) : undefined
  if (at === undefined) return
  const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)
  const delta = isSideways ? event.deltaX || event.deltaY : event.deltaY
  const { viewport } = target
  if (!viewport.view && (isSideways || delta > 0)) return
  event.preventDefault()
  const notches = notchesOf(delta, event.deltaMode)
  if (isSideways) viewport.step(SHARE * notches)
  else if (notches !== 0) viewport.zoom(STEP ** notches, at)
}

/** Px of one notch. */
const NOTCH = 100

/** At most one either way; a touchpad tells small parts of one, and many of them. */
function notchesOf(delta: number, mode: number): number {
  const isInPx = mode === WheelEvent.DOM_DELTA_PIXEL
  return isInPx ? Math.max(-1, Math.min(1, delta / NOTCH)) : Math.sign(delta)
}

function useKey(event: KeyboardEvent, target: ZoomTarget): void {
  const act = keys.get(event.key)
  if (!act || !target.isOn() || event.altKey || event.ctrlKey || event.metaKey) return
  // Where there is nothing to undo it is for the dialog that the chart stands in.
  if (event.key === 'Escape' && !target.viewport.view) return
  event.preventDefault()
  event.stopPropagation()
  act(target)
}

/** One pointer drags, two spread. */
function watchPointers(target: ZoomTarget, signal: AbortSignal): void {
  const { element } = target
  const down = new Map<number, number>()
  element.addEventListener(
    'pointerdown',
    (event) => {
      if (!target.isOn() || event.button !== 0) return
      down.set(event.pointerId, leftIn(event, target))
      element.setPointerCapture(event.pointerId)
    },
    { signal },
  )
  element.addEventListener(
    'pointermove',
    (event) => {
      const before = down.get(event.pointerId)
      if (before === undefined) return
      const now = leftIn(event, target)
      const [other] = [...down].flatMap(([id, x]) => (id === event.pointerId ? [] : [x]))
      if (other === undefined) drag(before, now, target)
      else spread(before - other, now - other, (now + other) / 2, target)
      down.set(event.pointerId, now)
    },
    { signal },
  )
  for (const type of ['pointerup', 'pointercancel'] as const) {
    element.addEventListener(type, ({ pointerId }) => down.delete(pointerId), { signal })
  }
}

function drag(from: number, to: number, target: ZoomTarget): void {
  const [was, is] = [target.valueAt(from), target.valueAt(to)]
  if (was !== undefined && is !== undefined && was !== is) target.viewport.pan(was - is)
}

function spread(before: number, now: number, middle: number, target: ZoomTarget): void {
  const at = target.valueAt(middle)
  if (at !== undefined && now !== 0) target.viewport.zoom(Math.abs(before / now), at)
}

function leftIn(event: MouseEvent, { element }: ZoomTarget): number {
  return event.clientX - element.getBoundingClientRect().left
}
