// Messages in the corner of the page. They belong to the session, not to the component that has shown them: what
// tells that something was saved may outlive the form that it was saved by.

import type { CreateArgs } from '../widgets/derive.ts'
import type { Handle } from '../widgets/handle.ts'

export interface ToastOptions {
  /** What it means; `danger` is read out at once. */
  readonly tone?: 'normal' | 'success' | 'warning' | 'danger'
  /** Milliseconds until it goes away by itself, 5,000 unless given; 0 stays. */
  readonly timeout?: number
  /** A button; when it was used the message goes. */
  readonly action?: { readonly text: string; readonly onActivated: () => unknown }
  /** Told when it has gone in the browser, whatever the reason. */
  readonly onClose?: () => unknown
}

/** Shows a message; what it returns takes it away again. */
export type ShowToast = (text: string, options?: ToastOptions) => () => void

/** At one time. With one more the oldest goes: nobody reads as many, and a page that is gone closes none. */
const most = 5

export class Toasts {
  readonly #create: (args: CreateArgs<'Toast'>) => Handle<'Toast'>
  /** In the order in which they were shown. */
  readonly #shown = new Set<Handle<'Toast'>>()

  constructor(create: (args: CreateArgs<'Toast'>) => Handle<'Toast'>) {
    this.#create = create
  }

  show(text: string, { tone, timeout, action, onClose }: ToastOptions): () => void {
    const given = {
      ...(tone !== undefined && { tone }),
      ...(timeout !== undefined && { timeout }),
      ...(action !== undefined && { action: action.text }),
    }
    const toast = this.#create(Object.keys(given).length > 0 ? [text, given] : [text])
    if (action) toast.on('activated', () => action.onActivated())
    toast.on('close', () => {
      this.#end(toast)
      return onClose?.()
    })
    toast.show()
    this.#shown.add(toast)
    const [oldest] = this.#shown
    if (this.#shown.size > most) this.#end(oldest!)
    return () => this.#end(toast)
  }

  #end(toast: Handle<'Toast'>): void {
    if (this.#shown.delete(toast) && toast.isAlive) toast.destroy()
  }
}
