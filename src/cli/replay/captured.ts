// What stands for `serve` and `Application` while a recording is replayed: nothing listens, and what the program shows
// to those who come is shown to the session of the recording.

import { Application, serve } from '../../server/index.ts'
import type { ApplicationOptions, ServeOptions, SessionCallback } from '../../server/index.ts'
import type { Child } from '../../jsx/element.ts'
import type { Session } from '../../session/session.ts'
import { optionsOfServe } from '../code/options-of-serve.ts'

export class Captured {
  /** What takes the place of the exports of `treewire`. */
  readonly exports: Readonly<Record<string, unknown>>
  readonly #callbacks: SessionCallback[] = []
  readonly #report: (error: unknown) => void

  /** @param report  told of what a callback of the program throws */
  constructor(report: (error: unknown) => void) {
    this.#report = report
    const Silent = silentApplication((callback) => this.#callbacks.push(callback))
    this.exports = {
      serve: async (component: () => Child, options: ServeOptions = {}) => {
        const told = { ...optionsOfServe(options), quiet: true, handleSignals: false }
        return serve(component, told, (rest) => new Silent(rest))
      },
      Application: Silent,
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
}

/** Its applications are asked to listen and do not. @param register  told of what they have for those who come */
function silentApplication(register: (callback: SessionCallback) => void): typeof Application {
  return class extends Application {
    constructor(options: ApplicationOptions = {}) {
      super({ ...options, record: false })
    }

    override get url(): string {
      return 'http://replay.invalid/'
    }

    override onConnect(callback: SessionCallback): void {
      register(callback)
    }

    override start(): Promise<void> {
      return Promise.resolve()
    }

    override attach(): void {
      // There is nobody to let in.
    }
  }
}
