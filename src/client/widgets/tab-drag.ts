// Puts tabs into another order with the pointer. The tab under way goes to where the pointer is at once.

/** Px that the pointer must move before a press becomes a drag. */
const THRESHOLD = 5

type Moved = (tab: Element, before: Element | null) => void

/** @param moved puts the tab in front of another one, or last. The result of this undoes it all. */
export function dragTabs(strip: HTMLElement, moved: Moved): () => void {
  const listening = new AbortController()
  const press = (event: PointerEvent): void => {
    const tab = [...strip.children].find((child) => child.contains(event.target as Node))
    if (event.button === 0 && tab) follow(strip, tab as HTMLElement, event, moved)
  }
  strip.addEventListener('pointerdown', press, { signal: listening.signal })
  return () => listening.abort()
}

function follow(strip: HTMLElement, tab: HTMLElement, start: PointerEvent, moved: Moved): void {
  const over = new AbortController()
  const { signal } = over
  let isDrag = false
  const move = (event: PointerEvent): void => {
    const way = Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY)
    if (!isDrag && way < THRESHOLD) return
    isDrag = true
    tab.classList.add('tw-dragged')
    const before = neighbour(strip, tab, event)
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

/** The first tab whose middle is behind the pointer. */
function neighbour(strip: HTMLElement, tab: Element, event: PointerEvent): Element | null {
  const isUpright = strip.ariaOrientation === 'vertical'
  const others = [...strip.children].filter((child) => child !== tab)
  const found = others.find((child) => {
    const { left, top, width, height } = child.getBoundingClientRect()
    return isUpright ? event.clientY < top + height / 2 : event.clientX < left + width / 2
  })
  return found ?? null
}
