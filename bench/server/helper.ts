// A process of its own that does what it is asked to, one thing after the other.

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { extname } from 'node:path'

interface Request {
  readonly name: string
  readonly argument: unknown
}

type Reply = { readonly result: unknown } | { readonly error: string }

/** What a helper can be asked. */
export type Deeds = Readonly<Record<string, (argument: never) => unknown>>

export class Helper {
  readonly #process: ChildProcess
  readonly #death: Promise<never>
  #waiting: Promise<unknown> = Promise.resolve()

  /** @param name  a module beside this one; runs compiled where this one does */
  constructor(name: string) {
    const file = new URL(`${name}${extname(import.meta.url)}`, import.meta.url)
    // Compiled, it is to be run as it is.
    const flags = file.pathname.endsWith('.js') ? [] : process.execArgv
    this.#process = fork(file, { execArgv: [...flags, '--expose-gc'] })
    this.#death = deathOf(this.#process)
    this.#death.catch(() => undefined)
  }

  /** @throws Error with the helper's own words when it fails */
  ask<Result = void>(name: string, argument?: unknown): Promise<Result> {
    const answer = this.#waiting.then(() => this.#ask(name, argument))
    this.#waiting = answer.catch(() => undefined)
    return answer as Promise<Result>
  }

  end(): void {
    this.#process.kill()
  }

  async #ask(name: string, argument: unknown): Promise<unknown> {
    this.#process.send({ name, argument } satisfies Request)
    const reply = await Promise.race([this.#reply(), this.#death])
    if ('error' in reply) throw new Error(`${name}: ${reply.error}`)
    return reply.result
  }

  #reply(): Promise<Reply> {
    return new Promise((resolve) => this.#process.once('message', (reply: Reply) => resolve(reply)))
  }
}

async function deathOf(process: ChildProcess): Promise<never> {
  const [code] = (await once(process, 'exit')) as [number | null]
  throw new Error(`A process of the bench has ended with ${code}`)
}

/** In the process of a helper: does what it is asked. */
export function obey(deeds: Deeds): void {
  process.on('message', (request: Request) => void answer(deeds, request))
  process.on('disconnect', () => process.exit())
}

async function answer(deeds: Deeds, { name, argument }: Request): Promise<void> {
  try {
    process.send!({ result: await deeds[name]!(argument as never) } satisfies Reply)
  } catch (error) {
    process.send!({ error: String((error as Error).stack) } satisfies Reply)
  }
}
