// Frames in their order. One that makes widgets whose code is still on its way waits for it, and all that came
// behind it wait too: what a frame finds is always what the server thinks it finds.
//
//   frame 7   makes a Chart, whose code is fetched      waits
//   frame 8   changes a label                           waits behind it
//   the code is here: 7, then 8

import type { BrowserClasses } from './widgets/browser-classes.ts'

export class Inbox {
  readonly #classes: BrowserClasses
  readonly #open: (frame: unknown) => void
  #waiting: unknown[] = []
  #isFetching = false

  /** @param open  carries a frame out; called for one after the other, and never throws */
  constructor(classes: BrowserClasses, open: (frame: unknown) => void) {
    this.#classes = classes
    this.#open = open
  }

  /** Whether frames have come that have not been carried out. */
  get isBehind(): boolean {
    return this.#waiting.length > 0
  }

  take(frame: unknown): void {
    this.#waiting.push(frame)
    if (!this.#isFetching) void this.#drain()
  }

  /** Forgets what waits: the line that it came over is gone. */
  clear(): void {
    this.#waiting = []
  }

  async #drain(): Promise<void> {
    for (;;) {
      const frame = this.#waiting[0]
      if (frame === undefined) return
      const away = classesIn(frame).filter((name) => this.#classes.isAway(name))
      if (away.length > 0) await this.#fetch(away)
      // Meanwhile it may have been forgotten.
      if (this.#waiting[0] !== frame) continue
      this.#waiting.shift()
      this.#open(frame)
    }
  }

  async #fetch(names: readonly string[]): Promise<void> {
    this.#isFetching = true
    await this.#classes.load(names)
    this.#isFetching = false
  }
}

/** The classes of which a frame makes widgets. What is wrong with it will be told when it is carried out. */
function classesIn(frame: unknown): string[] {
  const messages: readonly unknown[] = Array.isArray(frame) ? frame : [frame]
  const names = new Set<string>()
  for (const message of messages) {
    if (isCreate(message)) names.add(message.class)
  }
  return [...names]
}

function isCreate(message: unknown): message is { readonly class: string } {
  if (typeof message !== 'object' || message === null) return false
  const { type, class: name } = message as Readonly<Record<string, unknown>>
  return type === 'create' && typeof name === 'string'
}
