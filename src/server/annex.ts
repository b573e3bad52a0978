// A second interface of the same server, behind the path of its page: with a page, sockets and sessions of its own. Who
// is refused there is told to the log, and nothing of it is measured.

import type { RecordSwitch } from '../session/recording/record-switch.ts'
import { Sessions } from '../session/sessions.ts'
import type { Session } from '../session/session.ts'
import type { Settings } from './options.ts'
import { ANNEX_PATH } from './place.ts'
import { PublicFiles } from './public-files.ts'
import { Site } from './site.ts'
import { Sockets } from './sockets.ts'

export interface AnnexOptions {
  /** Who may come in, as the option of an application says it. */
  readonly authenticate: NonNullable<Settings['authenticate']>
  /** Shows something to who has come in. */
  readonly show: (session: Session) => void | Promise<void>
  /** Milliseconds that one session may work at a stretch. */
  readonly sliceTime: number
}

/**
 * Makes it for an application with these settings.
 *
 * @param sessions      those of the application, whenever it is asked
 * @param recordSwitch  whether those that begin are recorded
 */
export type MakeAnnex = (
  settings: Settings,
  sessions: () => ReadonlySet<Session>,
  recordSwitch: RecordSwitch,
) => Annex

const mostSessions = 20
/** Milliseconds that a session of it waits for its browser: nothing is lost with one. */
const patience = 30_000

export class Annex {
  readonly site: Site
  readonly sockets: Sockets
  readonly #sessions: Sessions

  constructor(settings: Settings, { authenticate, show, sliceTime }: AnnexOptions) {
    const { stylesheet: _, telemetry: __, ...rest } = settings
    // A page of anybody may be allowed to use the application, but not to look into it.
    const origins = settings.origins.filter((origin) => origin !== '*')
    const own: Settings = { ...rest, origins, authenticate, maxSessions: mostSessions }
    const files = new PublicFiles()
    this.#sessions = new Sessions({
      maxSessions: mostSessions,
      maxSessionsPerAddress: mostSessions,
      sessionTtl: patience,
      fonts: [],
      onError: settings.onError,
      session: { onError: settings.onError, publisher: files, sliceTime },
      address: () => undefined,
    })
    this.#sessions.connected.push(show)
    this.site = new Site(own, files, { socketPath: `${ANNEX_PATH}${ANNEX_PATH}socket` })
    this.sockets = new Sockets(own, (peer, visitor) => this.#sessions.arrive(peer, visitor))
  }

  async close(): Promise<void> {
    await this.sockets.close()
    await this.#sessions.endAll()
  }
}
