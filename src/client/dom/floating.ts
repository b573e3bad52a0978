// Keeps what drops down beside what it belongs to. Floating UI does the reckoning; it is fetched when first needed.

import type * as floatingUi from '@floating-ui/dom'

type FloatingUi = typeof floatingUi

/** Px between the two, and between the popup and the edge of the window. */
const GAP = 4
const EDGE = 8

/** Fetches the library, so that it is there when the first popup opens. */
export function prepareFloating(): void {
  load().catch(() => 'told when a popup needs it')
}

/**
 * Places `popup` under `anchor`, or above it where there is more room, at least as wide, and keeps it there
 * while either moves. `--tw-room` on the popup is the height it has. The result lets go.
 *
 * @param popup stands in the top layer, fixed
 */
export function float(anchor: HTMLElement, popup: HTMLElement): () => void {
  let stop = putUnder(anchor, popup)
  let isOver = false
  const follow = (library: FloatingUi): void => {
    const place = (): void => void putBeside(library, anchor, popup)
    if (!isOver) stop = library.autoUpdate(anchor, popup, place)
  }
  load().then(follow, (reason: unknown) => {
    console.error(
      'The popup stays where it opened, because its library could not be loaded:',
      reason,
    )
  })
  return () => {
    isOver = true
    stop()
  }
}

function load(): Promise<FloatingUi> {
  return import('@floating-ui/dom')
}

/** Good for most, until the library is there. */
function putUnder(anchor: HTMLElement, popup: HTMLElement): () => void {
  const { left, bottom, width } = anchor.getBoundingClientRect()
  const room = window.innerHeight - bottom - GAP - EDGE
  settle(popup, { x: left, y: bottom + GAP, width, room })
  return () => undefined
}

async function putBeside(
  { computePosition, flip, hide, offset, shift, size }: FloatingUi,
  anchor: HTMLElement,
  popup: HTMLElement,
): Promise<void> {
  let box = { width: 0, room: 0 }
  const measure = size({
    padding: EDGE,
    apply: ({ rects, availableHeight }) => {
      box = { width: rects.reference.width, room: availableHeight }
      settle(popup, box)
    },
  })
  const { x, y, middlewareData } = await computePosition(anchor, popup, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [offset(GAP), flip({ padding: EDGE }), shift({ padding: EDGE }), measure, hide()],
  })
  settle(popup, { ...box, x, y })
  popup.style.visibility = middlewareData.hide?.referenceHidden ? 'hidden' : ''
}

interface Spot {
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly room: number
}

function settle({ style }: HTMLElement, { x, y, width, room }: Spot): void {
  if (x !== undefined) style.left = `${x}px`
  if (y !== undefined) style.top = `${y}px`
  style.minWidth = `${width}px`
  style.setProperty('--tw-room', `${Math.max(0, room)}px`)
}
