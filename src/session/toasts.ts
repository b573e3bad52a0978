// Messages in the corner of the page. They belong to the session, not to the component that has shown them: what
// tells that something was saved may outlive the form that it was saved by.

import { runHandler } from '../reactive/run-handler.ts'
import type { CreateArgs } from '../widgets/derive.ts'
import type { Handle } from '../widgets/handle.ts'

export interface ToastOptions {
  /** What it means; `danger` is read out at once. */
  readonly tone?: 'normal' | 'success' | 'warning' | 'danger'
  /** Milliseconds until it goes away by itself, 5,000 unless given; 0 stays. */
  readonly timeout?: number
  /** A button; when it was used the message goes. */
  readonly action?: { readonly text: string; readonly onActivated: () => unknown }
  /** Told when it has gone, whatever the reason but one: that it was taken away by what showed it. */
  readonly onClose?: () => unknown
}

/** Shows a message; what it returns takes it away again. */
export type ShowToast = (text: string, options?: ToastOptions) => () => void

/** Where toasts come from, and who is told what goes wrong. */
export interface ToastHost {
  create(args: CreateArgs<'Toast'>): Handle<'Toast'>
  report(error: unknown, where: string): void
}

type OnClose = () => unknown

/** At one time. With one more the oldest goes: nobody reads as many, and a page that is gone closes none. */
const most = 5

export class Toasts {
  readonly #host: ToastHost
  /** In the order in which they were shown. */
  readonly #shown = new Map<Handle<'Toast'>, OnClose | undefined>()

  constructor(host: ToastHost) {
    this.#host = host
  }

  show(text: string, options: ToastOptions): () => void {
    const { action, onClose } = options
    const toast = this.#host.create(createArgs(text, options))
    if (action) toast.on('activated', () => action.onActivated())
    toast.on('close', () => {
      this.#end(toast)
      return onClose?.()
    })
    toast.show()
    this.#shown.set(toast, onClose)
    if (this.#shown.size > most) this.#makeRoom()
    return () => this.#end(toast)
  }

  /** The browser tells of what it has closed itself, and of nothing else. */
  #makeRoom(): void {
    for (const [toast, onClose] of this.#shown) {
      this.#end(toast)
      const report = (error: unknown): void => this.#host.report(error, `Toast #${toast.wid}.close`)
      if (onClose) void runHandler(onClose, report)
      return
    }
  }

  #end(toast: Handle<'Toast'>): void {
    if (this.#shown.delete(toast) && toast.isAlive) toast.destroy()
  }
}

function createArgs(text: string, { tone, timeout, action }: ToastOptions): CreateArgs<'Toast'> {
  const given = {
    ...(tone !== undefined && { tone }),
    ...(timeout !== undefined && { timeout }),
    ...(action !== undefined && { action: action.text }),
  }
  return Object.keys(given).length > 0 ? [text, given] : [text]
}
