// Puts tabs into another order with the pointer. The tab under way goes to where the pointer is at once.

import { nextAt } from '../dom/next-at.ts'

/** Px that the pointer must move before a press becomes a drag. */
const THRESHOLD = 5

type Moved = (tab: Element, before: Element | null) => void

/**
 * With mouse or pen; fingers scroll.
 *
 * @param moved  puts the tab in front of another one, or last
 * @returns      undoes it all
 */
export function dragTabs(strip: HTMLElement, moved: Moved): () => void {
  const listening = new AbortController()
  const { signal } = listening
  const press = (event: PointerEvent): void => {
    const tab = [...strip.children].find((child) => child.contains(event.target as Node))
    const isHeld = event.button === 0 && event.pointerType !== 'touch'
    if (isHeld && tab) follow({ strip, tab, moved, start: event, signal })
  }
  strip.addEventListener('pointerdown', press, { signal })
  return () => listening.abort()
}

interface Drag {
  readonly strip: HTMLElement
  readonly tab: Element
  readonly moved: Moved
  readonly start: PointerEvent
  /** Ends it early. */
  readonly signal: AbortSignal
}

function follow({ strip, tab, moved, start, signal: ended }: Drag): void {
  const over = new AbortController()
  const signal = AbortSignal.any([over.signal, ended])
  let isDrag = false
  const move = (event: PointerEvent): void => {
    const way = Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY)
    if (!isDrag && way < THRESHOLD) return
    isDrag = true
    tab.classList.add('tw-dragged')
    const others = [...strip.children].filter((child) => child !== tab)
    const before = nextAt(event, others, strip.ariaOrientation === 'vertical') ?? null
    if (before !== tab.nextElementSibling) moved(tab, before)
  }
  const end = (): void => {
    over.abort()
    tab.classList.remove('tw-dragged')
  }
  window.addEventListener('pointermove', move, { signal })
  window.addEventListener('pointerup', end, { signal })
  window.addEventListener('pointercancel', end, { signal })
}
