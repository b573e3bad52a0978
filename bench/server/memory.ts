// What a session takes in a server with its browser connected: a fresh process for each kind, and the difference that so
// many browsers make.

import { Helper } from './helper.ts'

interface Memory {
  readonly heap: number
  readonly rss: number
}

interface Kind {
  readonly server: './ours' | './bare'
  readonly widgets: number
  readonly sessions: number
  readonly deflate: boolean
}

/** The first few bring what is there once in a process. */
const first = 20

const kinds: Readonly<Record<string, Kind>> = {
  'bare ws': { server: './bare', widgets: 0, sessions: 500, deflate: false },
  '0 widgets': { server: './ours', widgets: 0, sessions: 500, deflate: false },
  '200 widgets': { server: './ours', widgets: 200, sessions: 200, deflate: false },
  '4,000 widgets': { server: './ours', widgets: 4000, sessions: 20, deflate: false },
  '200 widgets, deflate': { server: './ours', widgets: 200, sessions: 200, deflate: true },
  '4,000 widgets, deflate': { server: './ours', widgets: 4000, sessions: 20, deflate: true },
}

/** @param share  of the sessions that there are otherwise */
export async function memoryFigures(share = 1): Promise<Readonly<Record<string, object>>> {
  const figures: Record<string, object> = {}
  for (const [name, kind] of Object.entries(kinds)) {
    const { heap, rss, greeting } = await memoryOf({ ...kind, sessions: kind.sessions * share })
    figures[`a session of ${name}, KiB`] = {
      heap: inKiB(heap),
      RSS: inKiB(rss),
      'sent at first': inKiB(greeting),
    }
  }
  return figures
}

async function memoryOf({ server: name, widgets, sessions, deflate }: Kind) {
  const server = new Helper(name)
  const crowd = new Helper('./crowd')
  try {
    const port = await server.ask<number>('open', { deflate, widgets })
    const isPage = name === './ours'
    const greetings = isPage && widgets > 0 ? 2 : 1
    const visit = { name, port, isPage, greetings, offersDeflate: deflate }
    // What a page has not acknowledged yet is kept for it; what is measured is a session at rest.
    const inUse = async (): Promise<Memory> => {
      await crowd.ask('answerAll', name)
      return server.ask('memoryInUse')
    }
    await crowd.ask('gather', { ...visit, count: first })
    const before = await inUse()
    const greeting = await crowd.ask<number>('gather', { ...visit, count: sessions })
    const after = await inUse()
    const each = (what: keyof Memory): number => (after[what] - before[what]) / sessions
    return { heap: each('heap'), rss: each('rss'), greeting }
  } finally {
    crowd.end()
    server.end()
  }
}

function inKiB(bytes: number): number {
  return Math.round(bytes / 102.4) / 10
}
