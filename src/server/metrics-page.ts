// What Prometheus asks for: the metrics as text. Other pages, and names that are not ours, are told nothing.

import type { IncomingMessage } from 'node:http'
import type { Metrics } from '../telemetry/metrics.ts'
import { clientAddressOf, RefusedRequest } from './address.ts'
import { isLoopback } from './loopback.ts'
import type { MetricsOptions, Settings } from './options.ts'
import { allowsOrigin, isByOwnName } from './origin.ts'

/** Behind the path of the page. */
const PATH = '/_treewire/metrics'

export class MetricsPage {
  /** Behind the path of the page, which ends with '/'. */
  readonly path: string
  readonly #metrics: Metrics
  readonly #origins: readonly string[]
  readonly #allow: MetricsOptions['allow']

  constructor({ metrics: options, origins }: Settings, metrics: Metrics) {
    const { path = PATH, allow } = typeof options === 'object' ? options : {}
    this.path = path.replace(/^\/|\/$/g, '')
    this.#metrics = metrics
    this.#origins = origins
    this.#allow = allow
  }

  /**
   * @param loopbackHost  the option `host`, where the server listens on the loopback
   * @throws RefusedRequest with 403, and what `allow` throws
   */
  async read(request: IncomingMessage, loopbackHost: string | undefined): Promise<string> {
    const rule = { origins: this.#origins, anyPort: false, loopbackHost }
    if (!allowsOrigin(request, rule))
      throw new RefusedRequest(403, 'These metrics are for no page.')
    if (this.#allow) await this.#mustAllow(request)
    else if (loopbackHost !== undefined) mustBeLocal(request, loopbackHost)
    return this.#metrics.text()
  }

  /** Who is asked for by a token needs no name: no other page knows it. */
  async #mustAllow(request: IncomingMessage): Promise<void> {
    // What is only something like true is a mistake, and no permission.
    const isAllowed: unknown = await this.#allow!(request)
    if (isAllowed === true) return
    throw new RefusedRequest(403, 'You may not read these metrics.')
  }
}

/** A proxy that asks by our name, as nginx does unless told otherwise, says for whom it asks. */
function mustBeLocal(request: IncomingMessage, loopbackHost: string): void {
  if (!isByOwnName(request, loopbackHost)) {
    throw new RefusedRequest(403, 'This server listens on the loopback: ask by a name of it.')
  }
  if (isLoopback(clientAddressOf(request))) return
  throw new RefusedRequest(403, 'These metrics are for this machine; "allow" says who else may.')
}
