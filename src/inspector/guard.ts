// Who may look: whoever does sees what all users see and type.

import type { IncomingMessage } from 'node:http'
import { addressOf, clientAddressOf } from '../server/address.ts'
import { isLoopback } from '../server/loopback.ts'
import { inspectorOptionsOf } from '../server/options.ts'
import type { Settings } from '../server/options.ts'

/** What of the settings decides. */
export type GuardSettings = Pick<Settings, 'inspector' | 'authenticate'>

/** @throws TypeError where it would be open to everybody in production */
export function mustBeGuarded(settings: GuardSettings, nodeEnv: string | undefined): void {
  if (!settings.inspector || nodeEnv !== 'production') return
  if (settings.authenticate || inspectorOptionsOf(settings).allow) return
  throw new TypeError(
    'The option "inspector" shows what all users see and type, and NODE_ENV is "production": say who may look by inspector: { allow: (request) => isOperator(request) } or by "authenticate", or leave "inspector" out',
  )
}

/**
 * What lets somebody in, as the option `authenticate` of an application says it. First `authenticate` of the
 * application is asked, then `allow`; where there is neither, a browser of this machine is let in
 * that has come by a name of this machine, such as `localhost`.
 */
export function guardOf(settings: GuardSettings): (request: IncomingMessage) => Promise<unknown> {
  const { authenticate } = settings
  const { allow } = inspectorOptionsOf(settings)
  return async (request) => {
    if (!authenticate && !allow) return isOfThisMachine(request)
    const user = authenticate ? await authenticate(request) : true
    if (user === undefined || user === null || user === false) return null
    const isAllowed: unknown = allow ? await allow(request) : true
    return isAllowed === true ? user : null
  }
}

/**
 * Anybody can have a name of his own lead to 127.0.0.1 (DNS rebinding), and not every proxy tells from whom a request
 * is: so it must have come by a name of this machine, too.
 */
function isOfThisMachine(request: IncomingMessage): boolean {
  return isLoopback(clientAddressOf(request)) && isLoopback(addressOf(request).hostname)
}
