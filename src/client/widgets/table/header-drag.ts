// Drags the label of a column to another place. A line shows where it would go; nothing moves before it is let go.

import { nextAt } from '../../dom/next-at.ts'

/** Px that the pointer must move before a press becomes a drag. */
const THRESHOLD = 5

export interface LabelDrag {
  /** Of all columns, in the order shown. */
  elements(): readonly HTMLElement[]
  /** @param before the label that is to follow; undefined for the end */
  drop(before: HTMLElement | undefined): void
}

/** With mouse or pen; fingers scroll. What listens is on the label and goes with it, but for a drag under way. */
export function dragLabel(element: HTMLElement, control: HTMLElement, handlers: LabelDrag): void {
  let isDrag = false
  element.addEventListener('pointerdown', (event) => {
    isDrag = false
    if (event.button !== 0 || event.pointerType === 'touch') return
    follow(element, event, handlers, () => {
      isDrag = true
    })
  })
  // The click that follows a drag does not sort.
  control.addEventListener('click', (event) => isDrag && event.stopImmediatePropagation(), true)
}

function follow(
  element: HTMLElement,
  start: PointerEvent,
  handlers: LabelDrag,
  began: () => void,
): void {
  const over = new AbortController()
  const { signal } = over
  let isDrag = false
  let target: HTMLElement | undefined
  const move = (event: PointerEvent): void => {
    if (!element.isConnected) return end()
    if (!isDrag && Math.abs(event.clientX - start.clientX) < THRESHOLD) return
    isDrag = true
    began()
    target = nextAt(event, handlers.elements())
    showTarget(element, target, handlers.elements())
  }
  const end = (): void => {
    over.abort()
    showTarget(undefined, undefined, handlers.elements())
  }
  const drop = (): void => {
    end()
    if (isDrag) dropAt(element, target, handlers)
  }
  window.addEventListener('pointermove', move, { signal })
  window.addEventListener('pointerup', drop, { signal })
  window.addEventListener('pointercancel', end, { signal })
}

function dropAt(element: HTMLElement, target: HTMLElement | undefined, handlers: LabelDrag): void {
  const all = handlers.elements()
  const isThere = target === element || target === all[all.indexOf(element) + 1]
  if (!isThere) handlers.drop(target)
}

function showTarget(
  dragged: HTMLElement | undefined,
  target: HTMLElement | undefined,
  elements: readonly HTMLElement[],
): void {
  for (const element of elements) {
    element.classList.toggle('tw-dragged', element === dragged)
    element.classList.toggle('tw-drop-before', dragged !== undefined && element === target)
  }
  const isAtEnd = dragged !== undefined && target === undefined
  elements.at(-1)?.classList.toggle('tw-drop-after', isAtEnd)
}
