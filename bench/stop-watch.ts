// Times what a page does with each frame. It runs in the page, before anything else there.

/** In milliseconds, for one frame. */
export interface Timing {
  /** Until every message of it was obeyed. */
  readonly obeyed: number
}

declare global {
  interface Window {
    timings: Timing[]
    /** Milliseconds from the arrival of the latest frame until `selector` finds something on the screen. */
    shownAfter: Promise<number>
    shownBy: string
  }
}

/** Puts itself between every WebSocket and who listens to it. */
export function startWatch(): void {
  window.timings = []
  window.shownBy = 'body'
  const NativeSocket = WebSocket
  window.WebSocket = class extends NativeSocket {
    override addEventListener(type: string, listener: never, options?: never): void {
      const heard = type === 'message' ? timed(listener) : listener
      super.addEventListener(type, heard, options)
    }
  }

  function timed(listener: (event: MessageEvent) => void): never {
    return ((event: MessageEvent) => {
      const start = performance.now()
      listener(event)
      window.timings.push({ obeyed: performance.now() - start })
      window.shownAfter = shown(start)
    }) as never
  }

  async function shown(start: number): Promise<number> {
    do await new Promise(requestAnimationFrame)
    while (!document.querySelector(window.shownBy))
    return performance.now() - start
  }
}

/** Scrolls an element down by `step` px a frame. @returns how long each frame took, in milliseconds */
export async function scrollFrames([selector, frames, step]: readonly [
  string,
  number,
  number,
]): Promise<number[]> {
  const element = document.querySelector(selector)!
  const times: number[] = []
  let before = await new Promise(requestAnimationFrame)
  for (let frame = 0; frame < frames; frame++) {
    element.scrollTop += step
    const now = await new Promise(requestAnimationFrame)
    times.push(now - before)
    before = now
  }
  return times
}
