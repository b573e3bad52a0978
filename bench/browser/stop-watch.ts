// Times what a page does with each frame. It runs in the page, before anything else there.

/** In milliseconds from the arrival of one frame. */
export interface Timing {
  readonly messages: number
  /** Until every message of it was obeyed. */
  readonly obeyed: number
  /** Until styles and layout were right again, without waiting for the screen's turn. */
  readonly laidOut: number
  /** Until it could be seen: the screen takes its turn sixty times a second. */
  readonly painted: number
}

export interface Watch {
  /** Of the frames since this was last emptied. */
  timings: Timing[]
  /** Whether layout is made right at once. Without it `laidOut` says nothing. */
  isLaidOut: boolean
  /** Gives them once one has come that holds `last`. */
  painted(last: string): Promise<Timing[]>
  /** When the page first showed a widget, in milliseconds since it was asked for. */
  readonly firstWidget: Promise<number>
}

declare global {
  interface Window {
    watch: Watch
  }
}

/** Puts itself between every WebSocket and who listens to it. */
export function startWatch(): void {
  const BEAT = '[]'
  /** Milliseconds. */
  const PATIENCE = 30_000
  let latest = ''
  const NativeSocket = WebSocket
  window.WebSocket = class extends NativeSocket {
    override addEventListener(type: string, listener: never, options?: never): void {
      const heard = type === 'message' ? timed(listener) : listener
      super.addEventListener(type, heard, options)
    }
  }
  window.watch = {
    timings: [],
    isLaidOut: true,
    async painted(last) {
      const asked = performance.now()
      while (this.timings.length === 0 || !latest.includes(last)) {
        if (performance.now() - asked > PATIENCE) throw new Error(`No frame has come with ${last}`)
        await screen()
      }
      return this.timings
    },
    firstWidget: first(),
  }

  function timed(listener: (event: MessageEvent) => void): never {
    return ((event: MessageEvent) => {
      const start = performance.now()
      listener(event)
      const obeyed = performance.now() - start
      if (event.data === BEAT) return
      if (window.watch.isLaidOut) void document.documentElement.offsetHeight
      const laidOut = performance.now() - start
      void keep(event.data, { start, obeyed, laidOut })
    }) as never
  }

  async function keep(
    data: unknown,
    { start, ...until }: Omit<Timing, 'messages' | 'painted'> & { readonly start: number },
  ): Promise<void> {
    await screen()
    const painted = performance.now() - start
    latest = String(data)
    const frame = JSON.parse(latest) as unknown
    window.watch.timings.push({
      ...until,
      painted,
      messages: Array.isArray(frame) ? frame.length : 1,
    })
  }

  /** Until the screen has been drawn: a task that is begun in the last moment before it is done after it. */
  async function screen(): Promise<void> {
    await new Promise(requestAnimationFrame)
    await new Promise((resolve) => setTimeout(resolve))
  }

  async function first(): Promise<number> {
    do await screen()
    while (!document.querySelector('.tw-root > .tw-widget'))
    return performance.now()
  }
}
