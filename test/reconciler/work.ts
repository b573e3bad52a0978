// How much the sources do, counted and not timed: V8 says how often each function, branch and loop ran. A
// call that it has optimised away is not counted, a turn of a loop always is.

import type { Profiler, Session } from 'node:inspector'

/** The sources, but for the model of a browser. */
const ours = /\/src\/(?!testing|model)|signals-core/

/**
 * How often functions, branches and loops of the sources ran during `run`.
 *
 * @param session  has counted since before the sources were loaded: V8 adds counters when it compiles
 */
export function workOf(session: Session, run: () => void): number {
  take(session)
  run()
  return take(session)
}

/** What was counted since the last time. */
function take(session: Session): number {
  let work = 0
  session.post('Profiler.takePreciseCoverage', (_, { result }) => {
    for (const script of result) if (ours.test(script.url)) work += countOf(script)
  })
  return work
}

function countOf({ functions }: Profiler.ScriptCoverage): number {
  return functions.flatMap(({ ranges }) => ranges).reduce((sum, { count }) => sum + count, 0)
}
