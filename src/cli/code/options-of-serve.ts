// What `serve` is told, where it is not `serve` that prints the address and hears the signals.

import { checkOptions, flag } from '../../server/check-options.ts'
import type { ApplicationOptions, ServeOptions } from '../../server/index.ts'

/**
 * What of it an Application is told.
 *
 * @throws TypeError for a wrong option, as `serve` does
 */
export function optionsOfServe(options: ServeOptions): ApplicationOptions {
  checkOptions(options, { quiet: flag, handleSignals: flag })
  const { quiet: _, handleSignals: __, ...rest } = options
  return rest
}
