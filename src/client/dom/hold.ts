// A button that does its work again and again while it is held down.

/** Milliseconds before the first repetition, and between two. */
const FIRST = 400
const NEXT = 60

/** Does `work` at once when the button is pressed, then repeats it until it is let go. The result undoes it all. */
export function repeatWhileHeld(button: HTMLElement, work: () => void): () => void {
  const listening = new AbortController()
  const { signal } = listening
  let timer: ReturnType<typeof setTimeout> | undefined
  const repeat = (wait: number): void => {
    timer = setTimeout(() => {
      // It may have been disabled under the finger, and hears of nothing then.
      if (button.matches(':disabled, [inert], [inert] *')) return
      work()
      repeat(NEXT)
    }, wait)
  }
  const release = (): void => clearTimeout(timer)
  const press = (event: PointerEvent): void => {
    if (event.button !== 0) return
    release()
    work()
    repeat(FIRST)
  }
  // Assistive technology clicks without pressing.
  const click = (event: MouseEvent): void => {
    if (event.detail === 0) work()
  }
  button.addEventListener('pointerdown', press, { signal })
  for (const end of ['pointerup', 'pointercancel', 'pointerleave']) {
    button.addEventListener(end, release, { signal })
  }
  button.addEventListener('click', click, { signal })
  button.addEventListener('contextmenu', (event) => event.preventDefault(), { signal })
  return () => {
    release()
    listening.abort()
  }
}
