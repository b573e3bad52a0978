// Follows a pointer from where it was pressed until it is let go, even outside of the window.

export interface Following {
  readonly moved: (event: PointerEvent) => void
  /** The user has let go. */
  readonly ended: () => void
}

/** Whether something is taken hold of: by the first button, or by the first finger. */
export function isHold({ button, isPrimary }: PointerEvent): boolean {
  return button === 0 && isPrimary
}

/** The element that has heard `start` has the pointer from now on. Other fingers on it do not count. */
export function followPointer(start: PointerEvent, { moved, ended }: Following): void {
  const element = start.currentTarget as HTMLElement
  const over = new AbortController()
  const ours =
    (use: (event: PointerEvent) => void) =>
    (event: PointerEvent): void => {
      if (event.pointerId === start.pointerId) use(event)
    }
  const end = ours(() => {
    over.abort()
    ended()
  })
  const { signal } = over
  start.preventDefault()
  element.setPointerCapture(start.pointerId)
  element.addEventListener('pointermove', ours(moved), { signal })
  element.addEventListener('pointerup', end, { signal })
  element.addEventListener('pointercancel', end, { signal })
}
