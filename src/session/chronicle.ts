// What one session tells of itself to telemetry and to the log. Where neither is wanted there is none, and no clock is
// looked at.

import type { Clock } from '../protocol/clock.ts'
import type { Kept } from '../protocol/messages.ts'
import type { Stopwatch } from '../reactive/scheduler.ts'
import type { Viewer } from '../reconciler/host.ts'
import type { ValueOf } from '../telemetry/instruments.ts'
import { carefulTelemetry } from '../telemetry/careful-telemetry.ts'
import { carefulLogger, logName } from '../telemetry/logger.ts'
import type { Logger } from '../telemetry/logger.ts'
import type { Telemetry } from '../telemetry/telemetry.ts'
import { errorPlace } from './error-place.ts'
import type { Limit, RegisterOptions } from './register.ts'

/** Runs work, and tells how long it took. */
export type Timed = (work: () => void) => void

export type RetellReason = ValueOf<'treewire.retell.duration'>

type Duration = 'treewire.handler.duration' | 'treewire.retell.duration'

/** Undefined when nobody wants to know. */
export function chronicleOf(
  id: string,
  { telemetry, logger }: RegisterOptions,
  clock: Clock,
): Chronicle | undefined {
  return telemetry || logger ? new Chronicle(id, { telemetry, logger }, clock) : undefined
}

export class Chronicle {
  /** Undefined without telemetry, as is `stopwatch`. */
  readonly timeHandler: Timed | undefined
  readonly stopwatch: Stopwatch | undefined
  readonly #session: string
  readonly #telemetry: Telemetry | undefined
  readonly #logger: Logger | undefined
  readonly #clock: Clock

  constructor(id: string, { telemetry, logger }: RegisterOptions, clock: Clock) {
    this.#session = logger ? logName(id) : ''
    this.#telemetry = telemetry && carefulTelemetry(telemetry)
    this.#logger = logger && carefulLogger(logger)
    this.#clock = clock
    if (!this.#telemetry) return
    this.timeHandler = (work) => this.#time('treewire.handler.duration', work)
    this.stopwatch = new FlushWatch(clock, this.#telemetry)
  }

  /** A browser is there. @param isCondensed  what it has missed was told it in fewer messages */
  came(browser: Viewer, kept: Kept, isCondensed: boolean): void {
    const kind = kindOf(kept, isCondensed)
    if (kind !== 'new') this.#telemetry?.count('treewire.browser.resumed', 1, kind)
    this.#logger?.info({ session: this.#session, browser, kind }, 'browser came')
  }

  gone(browser: Viewer, isForGood: boolean): void {
    this.#logger?.info({ session: this.#session, browser, isForGood }, 'browser gone')
  }

  /** It is slower than what there is to say. */
  fellBehind(browser: Viewer): void {
    const option: Limit = 'maxWindowBytes'
    this.#telemetry?.count('treewire.limit.reached', 1, option)
    this.#logger?.warn({ session: this.#session, browser, option }, 'limit reached')
  }

  /** It said what no page says, and was closed. The reason is not told: what its user has typed may stand in it. */
  mistaken(browser: Viewer, code: number): void {
    this.#logger?.warn({ session: this.#session, browser, code }, 'browser refused')
  }

  uploadFailed(browser: Viewer, reason: ValueOf<'treewire.upload.failed'>): void {
    this.#telemetry?.count('treewire.upload.failed', 1, reason)
    this.#logger?.warn({ session: this.#session, browser, reason }, 'upload failed')
  }

  timeRetell(reason: RetellReason, work: () => void): void {
    this.#time('treewire.retell.duration', work, reason)
  }

  failed(where: string): void {
    this.#telemetry?.count('treewire.errors', 1, errorPlace(where))
  }

  /** @returns whether there is a log that was told of it */
  log(error: unknown, where: string, stack: string | undefined): boolean {
    const fields = { session: this.#session, err: error, where, ...(stack && { stack }) }
    this.#logger?.error(fields, where)
    return this.#logger !== undefined
  }

  #time(name: Duration, work: () => void, attribute?: string): void {
    if (!this.#telemetry) return work()
    const start = this.#clock.now()
    try {
      work()
    } finally {
      this.#telemetry.record(name, (this.#clock.now() - start) / 1000, attribute)
    }
  }
}

/** Of a flush in slices only the work counts, and what was done by the way for it. */
class FlushWatch implements Stopwatch {
  readonly #clock: Clock
  readonly #telemetry: Telemetry
  #start = 0
  #worked = 0

  constructor(clock: Clock, telemetry: Telemetry) {
    this.#clock = clock
    this.#telemetry = telemetry
  }

  start(): void {
    this.#start = this.#clock.now()
  }

  pause(): void {
    this.#worked += this.#clock.now() - this.#start
  }

  stop(): void {
    this.pause()
    this.#telemetry.record('treewire.flush.duration', this.#worked / 1000)
    this.#worked = 0
  }
}

function kindOf(kept: Kept, isCondensed: boolean): 'new' | ValueOf<'treewire.browser.resumed'> {
  if (kept === 'nothing') return 'new'
  if (kept === 'session') return 'anew'
  return isCondensed ? 'condensed' : 'window'
}
