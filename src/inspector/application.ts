// `Application` and `serve` as users get them: those of the server, which can have an inspector behind their page.

import type { Child } from '../jsx/element.ts'
import { serverClock } from '../session/server-clock.ts'
import { Annex } from '../server/annex.ts'
import type { MakeAnnex } from '../server/annex.ts'
import { Application as PlainApplication } from '../server/application.ts'
import type { ApplicationOptions } from '../server/options.ts'
import { serve as servePlain } from '../server/serve.ts'
import type { ServeOptions } from '../server/serve.ts'
import type { Session } from '../session/session.ts'
import { guardOf, mustBeGuarded } from './guard.ts'
import { Inspection } from './inspection.ts'

export class Application extends PlainApplication {
  /** @throws TypeError for a wrong option: what was given, what was wanted, what to do */
  constructor(options: ApplicationOptions = {}) {
    // What it is given is looked at there; here it may still be anything.
    const { inspector } = (options as ApplicationOptions | null) ?? {}
    super(options, inspector ? makeInspector : undefined)
  }
}

/**
 * Shows a component to every browser that comes, each with a session of its own.
 *
 * @returns the application, once it listens
 * @throws  Error or TypeError with one sentence that says what to do: see Application and its `start`
 */
export function serve(component: () => Child, options: ServeOptions = {}): Promise<Application> {
  return servePlain(component, options, (rest) => new Application(rest))
}

/** Milliseconds: those who look wait for the application, not the other way round. */
const SLICE = 4

const makeInspector: MakeAnnex = (settings, sessions, recordSwitch) => {
  mustBeGuarded(settings, process.env['NODE_ENV'])
  const inspection = new Inspection(sessions, serverClock, recordSwitch)
  return new Annex(settings, {
    authenticate: guardOf(settings),
    show: (session) => show(session, inspection),
    sliceTime: SLICE,
  })
}

/** The views are read when somebody looks for the first time. */
async function show(session: Session, inspection: Inspection): Promise<void> {
  const { inspector } = await import('./views/app.tsx')
  if (!session.isOver) session.mount(inspector(inspection))
}
