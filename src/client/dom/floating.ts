// Keeps what drops down beside what it belongs to. Floating UI does the reckoning; it is fetched when first needed.

import type * as floatingUi from '@floating-ui/dom'

type FloatingUi = typeof floatingUi

/** An element, or a place on the page, which scrolling leaves where it is. */
export interface Anchor {
  getBoundingClientRect(): DOMRect
}

export interface FloatOptions {
  /** Where there is room; else on the side across. `beside` is where lines end. Default: `below`. */
  readonly side?: 'below' | 'above' | 'beside'
  /** Centred along that side, rather than flush with where lines begin. */
  readonly isCentred?: boolean
  /** Px between the two. */
  readonly gap?: number
  /** Px by which it is moved along that side. */
  readonly shift?: number
  /** It is as wide as the anchor at least. Default: true. */
  readonly isAsWide?: boolean
}

/** Px between the two, and between the popup and the edge of the window. */
const GAP = 4
const EDGE = 8

/** Fetches the library, so that it is there when the first popup opens. */
export function prepareFloating(): void {
  load().catch(() => 'told when a popup needs it')
}

/**
 * Places `popup` at `anchor`, on the other side where there is more room, and keeps it there while either
 * moves. `--tw-room` on the popup is the height it has. The result lets go.
 *
 * @param popup stands in the top layer, fixed
 */
export function float(anchor: Anchor, popup: HTMLElement, options: FloatOptions = {}): () => void {
  let stop = putRoughly(anchor, popup, options)
  let isOver = false
  const follow = (library: FloatingUi): void => {
    const place = (): void => void putBeside(library, { anchor, popup, options })
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
function putRoughly(anchor: Anchor, popup: HTMLElement, options: FloatOptions): () => void {
  const { left, right, top, bottom, width } = anchor.getBoundingClientRect()
  const { side, gap = GAP, isAsWide = true } = options
  const x = side === 'beside' ? right + gap : left
  const y = side === 'beside' ? top : bottom + gap
  const room = window.innerHeight - y - EDGE
  settle(popup, { x, y, width: isAsWide ? width : 0, room })
  return () => undefined
}

interface Pair {
  readonly anchor: Anchor
  readonly popup: HTMLElement
  readonly options: FloatOptions
}

async function putBeside(library: FloatingUi, { anchor, popup, options }: Pair): Promise<void> {
  const { computePosition, flip, hide, offset, shift, size } = library
  const { side, gap = GAP, shift: along = 0, isAsWide = true } = options
  let box = { width: 0, room: 0 }
  const measure = size({
    padding: EDGE,
    apply: ({ rects, availableHeight }) => {
      box = { width: isAsWide ? rects.reference.width : 0, room: availableHeight }
      settle(popup, box)
    },
  })
  const { x, y, middlewareData } = await computePosition(anchor, popup, {
    strategy: 'fixed',
    placement: placementOf(popup, options),
    middleware: [
      offset({ mainAxis: gap, crossAxis: along }),
      // Where there is room on neither side, a menu goes below its entry.
      flip({ padding: EDGE, fallbackAxisSideDirection: side === 'beside' ? 'end' : 'none' }),
      shift({ padding: EDGE }),
      measure,
      hide(),
    ],
  })
  settle(popup, { ...box, x, y })
  const isOutOfSight = anchor instanceof Element && middlewareData.hide?.referenceHidden === true
  popup.style.visibility = isOutOfSight ? 'hidden' : ''
}

function placementOf(popup: HTMLElement, { side, isCentred }: FloatOptions): floatingUi.Placement {
  const isRightToLeft = getComputedStyle(popup).direction === 'rtl'
  const sides = { below: 'bottom', above: 'top', beside: isRightToLeft ? 'left' : 'right' } as const
  const wanted = sides[side ?? 'below']
  return isCentred ? wanted : `${wanted}-start`
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
  style.minWidth = width > 0 ? `${width}px` : ''
  style.setProperty('--tw-room', `${Math.max(0, room)}px`)
}
