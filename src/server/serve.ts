// The short form: one component, one call, one address.

import type { Child } from '../jsx/element.ts'
import { Application } from './application.ts'
import { checkOptions, flag } from './check-options.ts'
import type { ApplicationOptions } from './options.ts'

export interface ServeOptions extends ApplicationOptions {
  /** Prints no address. Default false. */
  readonly quiet?: boolean
  /** Closes on SIGINT (Ctrl-C) and SIGTERM, and ends the process. Default true. */
  readonly handleSignals?: boolean
}

/** Milliseconds that the rest of the process has to come to its end by itself after a signal. */
const GRACE = 1000

/**
 * Shows a component to every browser that comes, each with a session of its own.
 *
 * @param make  for rooms above: makes the application
 * @returns the application, once it listens
 * @throws  Error or TypeError with one sentence that says what to do: see Application and its `start`
 */
export async function serve(
  component: () => Child,
  options: ServeOptions = {},
  make = (rest: ApplicationOptions): Application => new Application(rest),
): Promise<Application> {
  if (typeof component !== 'function') {
    throw new TypeError(
      'serve needs a function that returns what to show, as in serve(() => <App />), not the thing itself',
    )
  }
  checkOptions(options, { quiet: flag, handleSignals: flag })
  const { quiet = false, handleSignals = true, ...rest } = options
  const app = make(rest)
  app.onConnect((session) => session.mount(component))
  await app.start()
  if (handleSignals) closeOnSignals(app)
  if (!quiet) console.log(`treewire: ${app.url}`)
  return app
}

/** Once: a second signal ends the process the hard way, for whom the first is too slow. */
function closeOnSignals(app: Application): void {
  const stop = () => {
    forget()
    void app.close().then(endSoon)
  }
  const forget = () => void process.off('SIGINT', stop).off('SIGTERM', stop)
  process.on('SIGINT', stop).on('SIGTERM', stop)
  void app.closed.then(forget)
}

/** The process ends by itself when nothing is left to do; this is for what the application left running. */
function endSoon(): void {
  setTimeout(() => process.exit(), GRACE).unref()
}
