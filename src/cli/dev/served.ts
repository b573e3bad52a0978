// What stands for `serve` and `Application` while a program is developed: they are told again with each evaluation,
// and go on with what is there.

import { checkOptions, flag } from '../../server/check-options.ts'
import { Application, serve } from '../../inspector/index.ts'
import type { ApplicationOptions, ServeOptions } from '../../server/index.ts'
import type { Session } from '../../session/session.ts'
import { Lease } from './lease.ts'
import type { LeaseHost, Root } from './lease.ts'
import type { Loss } from './loss.ts'
import { refresh } from './refresh.ts'
import type { Registry } from './registry.ts'
import { Visit } from './visit.ts'

export interface ServedHost extends Omit<LeaseHost, 'newVisit' | 'started'> {
  /** Something could not be kept, after its evaluation had come to its end. */
  lose(losses: readonly Loss[]): void
}

/** Milliseconds that a program has to come to its end after an application of it has started. */
const REST_TIME = 200

export class Served {
  /** What takes the place of the exports of `treewire`. */
  readonly exports: Readonly<Record<string, unknown>>
  readonly #host: ServedHost
  readonly #registry: Registry
  /** In the order in which the program makes them. */
  #leases: Lease[] = []
  #taken = 0
  #isEvaluating = false
  #sayTold: () => void = () => {}
  #told: Promise<void> = Promise.resolve()

  constructor(host: ServedHost, registry: Registry) {
    this.#host = host
    this.#registry = registry
    this.exports = {
      serve: (component: Root, options?: ServeOptions) => this.#serve(component, options),
      Application: this.#standIn(),
    }
  }

  get sessions(): readonly Session[] {
    return this.#leases.flatMap(({ app }) => [...app.sessions]).filter(({ isOver }) => !isOver)
  }

  get isEmpty(): boolean {
    return this.#leases.length === 0
  }

  /** The program is evaluated again. */
  begin(): void {
    this.#taken = 0
    this.#isEvaluating = true
    this.#told = new Promise((resolve) => {
      this.#sayTold = resolve
    })
  }

  /** Resolves some time after an application of this evaluation has started. */
  async told(): Promise<void> {
    await this.#told
    await new Promise((resolve) => setTimeout(resolve, REST_TIME))
  }

  /**
   * The evaluation counts: what is there is shown as the new code says. An application that has not been made again
   * goes on: it may be about to be, by a program that does not wait for it.
   *
   * @returns what could not be kept
   */
  commit(): readonly Loss[] {
    this.#isEvaluating = false
    const losses = this.#leases.flatMap((lease) => lease.commit())
    return [...losses, ...this.#refreshAll()]
  }

  discard(): void {
    this.#isEvaluating = false
    for (const lease of this.#leases) lease.discard()
  }

  async close(): Promise<void> {
    await Promise.all(this.#leases.map(({ app }) => app.close()))
  }

  /** A class that extends it makes applications of its own, which nobody here knows. */
  #standIn(): typeof Application {
    const standIn: typeof Application = new Proxy(Application, {
      construct: (class_, args: [ApplicationOptions?], target: typeof Application) =>
        target === standIn ? this.#lease(args[0]).face : Reflect.construct(class_, args, target),
    })
    return standIn
  }

  async #serve(component: Root, options: ServeOptions = {}): Promise<Application> {
    // It knows what to say.
    if (typeof component !== 'function') return serve(component, options)
    checkOptions(options, { quiet: flag, handleSignals: flag })
    const { quiet: _, handleSignals: __, ...rest } = options
    const { face } = this.#lease(rest, component)
    await face.start()
    return face
  }

  #lease(options: ApplicationOptions = {}, root?: Root): Lease {
    const at = this.#taken++
    const known = this.#leases[at]
    if (known?.isOpen) known.adopt(options, root)
    else this.#leases[at] = new Lease(options, this.#leaseHost(), root)
    return this.#leases[at]!
  }

  #leaseHost(): LeaseHost {
    const host = this.#host
    return {
      newVisit: (session) => new Visit(session, this.#registry),
      greet: (session) => host.greet(session),
      report: (error, where, stack) => host.report(error, where, stack),
      listens: (url) => host.listens(url),
      fails: (error) => host.fails(error),
      started: (lease) => {
        this.#sayTold()
        if (!this.#isEvaluating) host.lose([...lease.commit(), ...this.#refreshAll()])
      },
    }
  }

  #refreshAll(): Loss[] {
    return this.sessions.flatMap((session) => refresh(session, this.#registry))
  }
}
