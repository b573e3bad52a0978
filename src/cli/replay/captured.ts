// What stands for `serve` and `Application` while a recording is replayed: nothing listens, and what the program shows
// to those who come is shown to the session of the recording.

import { checkOptions, flag } from '../../server/check-options.ts'
import { Application, serve } from '../../server/index.ts'
import type { ApplicationOptions, ServeOptions, SessionCallback } from '../../server/index.ts'
import type { Child } from '../../jsx/element.ts'
import type { Session } from '../../session/session.ts'

type Root = () => Child

export class Captured {
  /** What takes the place of the exports of `treewire`. */
  readonly exports: Readonly<Record<string, unknown>>
  readonly #callbacks: SessionCallback[] = []
  readonly #report: (error: unknown) => void

  /** @param report  told of what a callback of the program throws */
  constructor(report: (error: unknown) => void) {
    this.#report = report
    this.exports = {
      serve: (component: Root, options?: ServeOptions) => this.#serve(component, options),
      Application: new Proxy(Application, {
        construct: (_class, [options]: [ApplicationOptions?]) => this.#stand(options),
      }),
    }
  }

  /** Whether the program has nothing for those who come. */
  get isEmpty(): boolean {
    return this.#callbacks.length === 0
  }

  /** A browser is there. As in an application each callback begins at once, and one that fails stops nobody. */
  connect(session: Session): void {
    for (const callback of this.#callbacks) {
      new Promise<void>((resolve) => resolve(callback(session))).catch(this.#report)
    }
  }

  async #serve(component: Root, options: ServeOptions = {}): Promise<Application> {
    // It knows what to say.
    if (typeof component !== 'function') return serve(component, options)
    checkOptions(options, { quiet: flag, handleSignals: flag })
    const { quiet: _, handleSignals: __, ...rest } = options
    const app = this.#stand(rest)
    this.#callbacks.push((session) => session.mount(component))
    return app
  }

  /** An application that is asked to listen and does not. */
  #stand(options: ApplicationOptions = {}): Application {
    const app = new Application({ ...options, record: false })
    const { onConnect } = options
    if (onConnect) this.#callbacks.push(onConnect)
    const instead: Partial<Application> = {
      onConnect: (callback) => void this.#callbacks.push(callback),
      start: () => Promise.resolve(),
      attach: () => undefined,
      url: 'http://replay.invalid/',
    }
    return new Proxy(app, {
      get: (target, property) => {
        if (Object.hasOwn(instead, property)) return instead[property as keyof Application]
        const value: unknown = Reflect.get(target, property, target)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  }
}
