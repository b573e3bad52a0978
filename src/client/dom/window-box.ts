// A window that the user moves by its title bar and sizes by its edges, with the pointer or with arrow keys.

import { followPointer, isHold } from './follow-pointer.ts'

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface WindowBoxOptions {
  readonly element: HTMLElement
  /** What it is dragged by. */
  readonly handle: HTMLElement
  readonly canMove: () => boolean
  readonly canResize: () => boolean
  /** What places count from, in px of the viewport; its corner unless given. */
  readonly origin?: () => readonly [x: number, y: number]
  /** On the way: where the window is to be, in px from the origin. */
  readonly changed: (rect: Rect) => void
  /** The user has let go. */
  readonly settled: (rect: Rect, before: Rect) => void
}

const EDGES = ['n', 'e', 's', 'w', 'ne', 'se', 'sw', 'nw'] as const
type Edge = (typeof EDGES)[number]

/** Px for one press of an arrow key. */
const STEP = 10
const LEAST = 80

const arrows: ReadonlyMap<string, readonly [x: number, y: number]> = new Map([
  ['ArrowLeft', [-STEP, 0]],
  ['ArrowRight', [STEP, 0]],
  ['ArrowUp', [0, -STEP]],
  ['ArrowDown', [0, STEP]],
])

/** Makes it so. The result ends it. */
export function watchWindowBox(options: WindowBoxOptions): () => void {
  const { element, handle, canMove, canResize } = options
  const listening = new AbortController()
  const { signal } = listening
  const startMove = (event: PointerEvent): void => {
    if (!canMove() || event.target !== handle) return
    drag(event, options, (rect, x, y) => ({ ...rect, x: rect.x + x, y: Math.max(0, rect.y + y) }))
  }
  handle.addEventListener('pointerdown', startMove, { signal })
  handle.addEventListener('keydown', (event) => useKeys(event, options), { signal })
  for (const edge of EDGES) {
    const grip = makeGrip(edge)
    const startResize = (event: PointerEvent): void => {
      if (canResize()) drag(event, options, (rect, x, y) => pulled(rect, edge, x, y))
    }
    grip.addEventListener('pointerdown', startResize, { signal })
    element.append(grip)
  }
  return () => listening.abort()
}

/** The rectangle after an edge or a corner was pulled by so many px; the opposite side stays. Pure. */
export function pulled(rect: Rect, edge: string, x: number, y: number): Rect {
  const width = Math.max(LEAST, rect.width + along(edge, 'e', 'w', x))
  const height = Math.max(LEAST, rect.height + along(edge, 's', 'n', y))
  return {
    x: edge.includes('w') ? rect.x + rect.width - width : rect.x,
    y: edge.includes('n') ? rect.y + rect.height - height : rect.y,
    width,
    height,
  }
}

function along(edge: string, forward: string, backward: string, by: number): number {
  if (edge.includes(forward)) return by
  return edge.includes(backward) ? -by : 0
}

function drag(
  start: PointerEvent,
  options: WindowBoxOptions,
  reckon: (rect: Rect, x: number, y: number) => Rect,
): void {
  if (!isHold(start)) return
  const { changed, settled } = options
  const before = rectOf(options)
  followPointer(start, {
    moved: ({ clientX, clientY }) =>
      changed(reckon(before, clientX - start.clientX, clientY - start.clientY)),
    ended: () => settled(rectOf(options), before),
  })
}

/** Arrow keys move it, with Shift they size it. */
function useKeys(event: KeyboardEvent, options: WindowBoxOptions): void {
  const { handle, canMove, canResize, changed, settled } = options
  const by = event.target === handle ? arrows.get(event.key) : undefined
  if (event.altKey || event.ctrlKey || event.metaKey) return
  if (!by || !(event.shiftKey ? canResize() : canMove())) return
  event.preventDefault()
  const [x, y] = by
  const before = rectOf(options)
  changed(
    event.shiftKey
      ? pulled(before, 'se', x, y)
      : { ...before, x: before.x + x, y: Math.max(0, before.y + y) },
  )
  settled(rectOf(options), before)
}

function makeGrip(edge: Edge): HTMLElement {
  const grip = document.createElement('div')
  grip.className = 'tw-grip'
  grip.dataset['edge'] = edge
  return grip
}

function rectOf({ element, origin }: WindowBoxOptions): Rect {
  const { x, y, width, height } = element.getBoundingClientRect()
  const [left, top] = origin?.() ?? [0, 0]
  return {
    x: Math.round(x - left),
    y: Math.round(y - top),
    width: Math.round(width),
    height: Math.round(height),
  }
}
