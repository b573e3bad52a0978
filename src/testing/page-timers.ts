// What goes by time on a page: a message that goes away, a Timer that runs out, a line of text that is blanked.

import type { Clock } from '../protocol/clock.ts'
import type { CallMessage, Json } from '../protocol/messages.ts'
import { happening } from './happening.ts'
import type { Happening } from './happening.ts'
import type { ModelBrowser, ModelWidget } from '../model/model.ts'
import { stateOf } from '../model/state-of.ts'

interface Run {
  readonly timer: unknown
  /** On the clock. */
  readonly since: number
}

export class PageTimers {
  readonly #clock: Clock
  readonly #browser: ModelBrowser
  readonly #report: (happening: Happening) => void
  readonly #runs = new Map<ModelWidget, Run>()

  constructor(clock: Clock, browser: ModelBrowser, report: (happening: Happening) => void) {
    this.#clock = clock
    this.#browser = browser
    this.#report = report
  }

  /** A call has been carried out. */
  carriedOut({ wid, method, args = [] }: CallMessage): void {
    const widget = this.#browser.widgets.get(wid)
    if (widget?.widgetClass.name === 'Toast') this.#toast(widget, method)
    if (widget?.widgetClass.name === 'Timer') this.#timer(widget, method, args[0])
    if (widget?.widgetClass.name === 'StatusBar') this.#message(widget, method, args[1])
  }

  #toast(widget: ModelWidget, method: string): void {
    if (method === 'hide') return this.#stop(widget)
    if (method !== 'show' && !(method === 'set_timeout' && widget.isShown)) return
    const timeout = Number(stateOf(widget, 'timeout'))
    if (timeout === 0) this.#stop(widget)
    else this.#start(widget, timeout, () => this.#report(happening(widget, 'close')))
  }

  /** All of it is in seconds. */
  #timer(widget: ModelWidget, method: string, given: Json | undefined): void {
    if (method === 'stop' || method === 'cancel') return this.#end(widget, method)
    if (method === 'cond_set' && this.#runs.has(widget)) return
    if (!['start', 'set', 'cond_set'].includes(method)) return
    if (typeof given === 'number') widget.state.set('duration', given)
    const duration = Number(stateOf(widget, 'duration'))
    const expire = (): void => this.#report(happening(widget, 'expired', duration))
    this.#start(widget, duration * 1000, expire)
  }

  #end(widget: ModelWidget, method: string): void {
    const run = this.#runs.get(widget)
    const elapsed = run ? (this.#clock.now() - run.since) / 1000 : 0
    this.#stop(widget)
    if (method === 'cancel') this.#report(happening(widget, 'cancelled', elapsed))
  }

  #message(widget: ModelWidget, method: string, duration: Json | undefined): void {
    if (method !== 'set_message' && method !== 'clear') return
    this.#stop(widget)
    if (typeof duration !== 'number') return
    this.#start(widget, duration * 1000, () => void widget.state.set('message', ['', null]))
  }

  /** Of a widget that is gone by then nothing comes. */
  #start(widget: ModelWidget, delay: number, over: () => void): void {
    this.#stop(widget)
    const timer = this.#clock.setTimeout(() => {
      this.#runs.delete(widget)
      if (this.#browser.widgets.get(widget.wid) === widget) over()
    }, delay)
    this.#runs.set(widget, { timer, since: this.#clock.now() })
  }

  #stop(widget: ModelWidget): void {
    const run = this.#runs.get(widget)
    this.#runs.delete(widget)
    if (run) this.#clock.clearTimeout(run.timer)
  }
}
