// What a program holds for an Application: an object of a class like any other, so that programs may extend it. One is
// made in each evaluation; what is done with it is done to a lease, which goes on.

import type { Server } from 'node:http'
import type { Application } from '../../inspector/index.ts'
import { checkOptions } from '../../server/check-options.ts'
import type { ApplicationOptions, AttachOptions, SessionCallback } from '../../server/index.ts'
import type { Session } from '../../session/session.ts'
import type { Lease } from './lease.ts'

type PartsOfApplication = { readonly [Name in keyof Application]: Application[Name] }

/** A class of them. @param leaseOf  the lease of one that is made with these options */
export function newLeasedApplication(
  leaseOf: (options: ApplicationOptions) => Lease,
): typeof Application {
  class LeasedApplication implements PartsOfApplication {
    readonly #lease: Lease

    constructor(options: ApplicationOptions = {}) {
      checkOptions(options)
      this.#lease = leaseOf(options)
      if (options.onConnect) this.onConnect(options.onConnect)
      if (options.onDisconnect) this.onDisconnect(options.onDisconnect)
    }

    get middleware() {
      return this.#lease.app.middleware
    }

    get closed(): Promise<void> {
      return this.#lease.app.closed
    }

    get sessions(): ReadonlySet<Session> {
      return this.#lease.app.sessions
    }

    get url(): string {
      return this.#lease.app.url
    }

    onConnect(callback: SessionCallback): void {
      this.#lease.onConnect(callback)
    }

    onDisconnect(callback: SessionCallback): void {
      this.#lease.onDisconnect(callback)
    }

    createSession(): Session {
      return this.#lease.createSession()
    }

    start(): Promise<void> {
      return this.#lease.start()
    }

    attach(server: Server, options?: AttachOptions): void {
      this.#lease.attach(server, options)
    }

    close(): Promise<void> {
      return this.#lease.app.close()
    }
  }
  return LeasedApplication as unknown as typeof Application
}
