// Options of an Application of a program that is edited. It was made with the first; what is called among them is
// called as the latest evaluation has it, and what cannot be told to an application that stands is named.

import type { ApplicationOptions } from '../../server/index.ts'
import { carefulLogger } from '../../telemetry/logger.ts'
import type { LogFields, Logger } from '../../telemetry/logger.ts'
import { LiveTelemetry } from './live-telemetry.ts'
import { LATER } from './loss.ts'
import type { Loss } from './loss.ts'

type Options = Readonly<Record<string, unknown>>

/** Objects that are called as they are now; of all others it is seen what has changed in them. */
const CALLED: ReadonlySet<string> = new Set(['logger', 'telemetry', 'httpServer'])

export class LiveOptions {
  /** What the application is made with. */
  readonly lasting: ApplicationOptions
  readonly #first: ApplicationOptions
  #latest: ApplicationOptions
  #logger: Logger | undefined
  readonly #telemetry: LiveTelemetry | undefined

  constructor(first: ApplicationOptions) {
    const { logger, telemetry, ...rest } = first
    this.#first = first
    this.#latest = first
    this.#logger = logger && carefulLogger(logger)
    this.#telemetry = telemetry && new LiveTelemetry(telemetry)
    this.lasting = {
      ...lasting(rest, () => this.#latest),
      ...(logger && { logger: lastingLogger(() => this.#logger!) }),
      ...(this.#telemetry && { telemetry: this.#telemetry }),
    }
  }

  /** Those of the next evaluation. @returns those that count only when the program is started again */
  adopt(next: ApplicationOptions): Loss[] {
    const before = this.#latest
    this.#latest = next
    if (next.logger) this.#logger = carefulLogger(next.logger)
    if (next.telemetry) this.#telemetry?.adopt(next.telemetry)
    return differing(before, next)
      .filter((name) => isDiffering(name, this.#first, next))
      .map((name) => ({ name: `option ${name}`, why: LATER }))
  }
}

/** The same value, with functions in it that are the latest. @param latest  reads what stands in its place now */
function lasting<Value>(value: Value, latest: () => unknown): Value
function lasting(value: unknown, latest: () => unknown): unknown {
  if (typeof value === 'function') return lastingFunction(value, latest)
  if (Array.isArray(value)) {
    return value.map((one: unknown, at) => lasting(one, () => partOf(latest(), String(at))))
  }
  if (!isPlain(value)) return value
  const parts = Object.entries(value).map(([name, part]) => [
    name,
    lasting(part, () => partOf(latest(), name)),
  ])
  return Object.fromEntries(parts)
}

/** Where there is none any more, the one that was there last goes on. */
function lastingFunction(first: unknown, latest: () => unknown) {
  let known = first as (...args: readonly unknown[]) => unknown
  return (...args: readonly unknown[]): unknown => {
    const now = latest()
    if (typeof now === 'function') known = now as typeof known
    return known(...args)
  }
}

function lastingLogger(latest: () => Logger): Logger {
  return {
    info: (fields: LogFields, message) => latest().info(fields, message),
    warn: (fields: LogFields, message) => latest().warn(fields, message),
    error: (fields: LogFields, message) => latest().error(fields, message),
  }
}

function partOf(whole: unknown, name: string): unknown {
  return typeof whole === 'object' && whole !== null && Object.hasOwn(whole, name)
    ? (whole as Options)[name]
    : undefined
}

function differing(before: ApplicationOptions, after: ApplicationOptions): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => isDiffering(name, before, after))
}

function isDiffering(name: string, before: ApplicationOptions, after: ApplicationOptions): boolean {
  return textOf(name, partOf(before, name)) !== textOf(name, partOf(after, name))
}

/** Functions are the latest anyway. */
function textOf(name: string, value: unknown): string | undefined {
  if (CALLED.has(name) && typeof value === 'object') return 'object'
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'function') return 'function'
    return part instanceof RegExp ? String(part) : part
  })
}

function isPlain(value: unknown): value is Options {
  if (typeof value !== 'object' || value === null) return false
  return Object.getPrototypeOf(value) === Object.prototype
}
