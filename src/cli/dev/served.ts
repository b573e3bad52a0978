// What stands for `serve` and `Application` while a program is developed: they are told again with each evaluation,
// and go on with what is there.

import { serve } from '../../inspector/index.ts'
import type { Application } from '../../inspector/index.ts'
import type { ApplicationOptions, ServeOptions } from '../../server/index.ts'
import type { Session } from '../../session/session.ts'
import { optionsOfServe } from '../code/options-of-serve.ts'
import { Lease } from './lease.ts'
import type { LeaseHost, Root } from './lease.ts'
import { newLeasedApplication } from './leased-application.ts'
import type { Loss } from './loss.ts'
import { refresh } from './refresh.ts'
import type { Registry } from './registry.ts'
import { Visit } from './visit.ts'

export interface ServedHost extends Pick<LeaseHost, 'greet' | 'report' | 'listens' | 'fails'> {
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
  readonly #Application = newLeasedApplication((options) => this.#lease(options))
  /** In the order in which the program makes them. */
  #leases: Lease[] = []
  /** The files that this evaluation is about, or the last one was. */
  readonly #renewed = new Set<string>()
  /** Those of their applications that have not been made again. */
  readonly #free = new Set<Lease>()
  /** That the program has got last. */
  #latest: Lease | undefined
  #isEvaluating = false
  #sayTold: () => void = () => {}
  #told: Promise<void> = Promise.resolve()

  constructor(host: ServedHost, registry: Registry) {
    this.#host = host
    this.#registry = registry
    this.exports = {
      serve: (component: Root, options?: ServeOptions) => this.#serve(component, options),
      Application: this.#Application,
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
    this.#renewed.clear()
    this.#free.clear()
    this.#leases = this.#leases.filter(({ isOpen }) => isOpen)
    this.#isEvaluating = true
    this.#told = new Promise((resolve) => {
      this.#sayTold = resolve
    })
  }

  /** A file is about to be evaluated anew: the applications that it has made are those that it makes. */
  renew(file: string): void {
    this.#renewed.add(file)
    for (const lease of this.#leases) {
      if (lease.file === file) this.#free.add(lease)
      lease.renew(file)
    }
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

  async #serve(component: Root, options: ServeOptions = {}): Promise<Application> {
    const told = optionsOfServe(options)
    // It knows what to say.
    if (typeof component !== 'function') return serve(component)
    const app = new this.#Application(told)
    this.#latest!.show(component)
    await app.start()
    return app
  }

  #lease(options: ApplicationOptions): Lease {
    const known = this.#leases.find((lease) => lease.isOpen && this.#free.delete(lease))
    if (known) known.adopt(options)
    else this.#leases.push(new Lease(options, this.#leaseHost()))
    this.#latest = known ?? this.#leases.at(-1)!
    return this.#latest
  }

  #leaseHost(): LeaseHost {
    const host = this.#host
    return {
      current: () => this.#registry.current,
      isRenewed: (file) => this.#isEvaluating && this.#renewed.has(file),
      newVisit: (session) => new Visit(session, this.#registry),
      greet: (session) => host.greet(session),
      report: (...told) => host.report(...told),
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
