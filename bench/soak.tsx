// A thousand sessions of two hundred widgets, for minutes: lines drop and come back, browsers go for good and others
// come, users click. Whatever the server keeps of them must come to rest.
//
// `npm run bench -- soak`, or `npm run bench -- soak 2` for two minutes instead of ten.

import { fork } from 'node:child_process'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Application, Button, Label, Page, useSignal, VBox } from 'treewire'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const SESSIONS = 1000
/** Milliseconds between two looks. */
const LOOK = 15_000
/** How much more the last third of the looks may show than the middle one. */
const TOLERANCE = 1.05

interface Look {
  readonly seconds: number
  readonly sessions: number
  readonly heapMB: number
  readonly handles: number
  readonly listeners: number
  readonly clicks: number
}

let clicks = 0

function Screen() {
  const count = useSignal(0)
  return (
    <Page>
      <VBox>
        <Button
          text="Click"
          onActivated={() => {
            clicks++
            count.value++
          }}
        />
        {Array.from({ length: 197 }, (_, at) => (
          <Label key={at} text={at % 10 === 0 ? () => `${at}: ${count.value}` : `label ${at}`} />
        ))}
      </VBox>
    </Page>
  )
}

/** @param minutes  how long; after it the sum of all is printed. @throws Error when something grows */
export async function soak(minutes: number): Promise<Readonly<Record<string, object>>> {
  const app = new Application({
    httpServer: false,
    wsPort: 0,
    maxSessions: 4 * SESSIONS,
    maxSessionsPerAddress: 4 * SESSIONS,
    sessionTtl: 10_000,
    windowTime: 5000,
    onConnect: (session) => session.mount(() => <Screen />),
  })
  await app.start()
  const crowd = fork(new URL('soak-crowd.ts', import.meta.url), [app.url, String(SESSIONS)])
  const looks = await lookFor(minutes * 60_000, app)
  crowd.kill()
  await new Promise((resolve) => crowd.once('exit', resolve))
  await app.close()
  const growing = growthOf(looks)
  if (growing.length > 0) throw new Error(`It grows: ${growing.join(', ')}`)
  return Object.fromEntries(looks.map(({ seconds, ...look }) => [`${seconds} s`, look]))
}

async function lookFor(time: number, app: Application): Promise<Look[]> {
  const looks: Look[] = []
  const start = performance.now()
  while (performance.now() - start < time) {
    await new Promise((resolve) => setTimeout(resolve, LOOK))
    collect()
    looks.push({
      seconds: Math.round((performance.now() - start) / 1000),
      sessions: app.sessions.size,
      heapMB: Math.round(process.memoryUsage().heapUsed / 2 ** 20),
      handles: process.getActiveResourcesInfo().length,
      listeners: process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0),
      clicks,
    })
    console.log(JSON.stringify(looks.at(-1)))
  }
  return looks
}

/** What is more in the last third than in the middle one, for each session that is there. */
function growthOf(looks: readonly Look[]): string[] {
  const third = Math.floor(looks.length / 3)
  if (third < 1) return []
  const mean = (part: readonly Look[], of: (look: Look) => number): number =>
    part.reduce((sum, look) => sum + of(look), 0) / part.length
  const kinds: Readonly<Record<string, (look: Look) => number>> = {
    'heap a session': ({ heapMB, sessions }) => heapMB / sessions,
    'handles a session': ({ handles, sessions }) => handles / sessions,
    listeners: ({ listeners }) => listeners,
  }
  return Object.entries(kinds).flatMap(([name, of]) => {
    const [middle, last] = [
      mean(looks.slice(third, 2 * third), of),
      mean(looks.slice(2 * third), of),
    ]
    return last > middle * TOLERANCE ? [`${name} from ${middle} to ${last}`] : []
  })
}
