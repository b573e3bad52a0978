// Strangers say anything they like to a real server, several at once, while honest visitors go on clicking.

import * as fc from 'fast-check'
import { Application } from '../../../src/server/application.ts'
import {
  type Burst,
  burstOf,
  type Claim,
  claim,
  type Credentials,
  firstWord,
  type Target,
} from './frames.ts'
import { HonestVisitor } from './honest.ts'
import { Leftovers } from './leftovers.ts'
import { Screen } from './screen.tsx'
import { babble, stray } from './stranger.ts'

export interface Fuzz {
  /** How many frames strangers say, at least. */
  readonly frames: number
  /** The same seed says the same frames; who says which, and when, is up to the machine. */
  readonly seed: number
}

export interface Outcome {
  readonly frames: number
  /** Lines that strangers have had, by the code that they ended with. */
  readonly ends: ReadonlyMap<number, number>
  /** How often somebody came back to a session that was theirs. */
  readonly returns: number
  /** Clicks of each honest visitor, all of them answered. */
  readonly clicks: readonly number[]
  /** What must not happen: errors that no message may cause, promises that nobody caught, sessions broken into. */
  readonly surprises: readonly string[]
  /** What is there in the end and was not in the beginning: sessions, sockets, timers, listeners of the process. */
  readonly left: readonly string[]
}

/** Strangers at one time. */
const STRANGERS = 6
/** Bursts that are made together. */
const BLOCK = 500
/** Credentials that strangers remember at one time. */
const MOST_KNOWN = 3
/** Lines that may come to nothing, one after another. */
const PATIENCE = 50
/** Bytes that are no frames, after so many lines. */
const BABBLE = 10

export async function fuzzDoor({ frames, seed }: Fuzz): Promise<Outcome> {
  const surprises: string[] = []
  const stopWatching = watch(surprises)
  const leftovers = new Leftovers()
  const app = new Application({
    httpServer: false,
    wsPort: 0,
    sessionTtl: 200,
    maxSessionsPerAddress: Infinity,
    maxMessageRate: 100_000,
    callTimeout: 100,
    onConnect: (session) => {
      leftovers.watch(session)
      session.mount(Screen)
    },
    onError: (error, where) => void (isTheirs(error, where) || surprises.push(told(error, where))),
  })
  const played = await playOn(app, { frames, seed })
  const known = app.sessions.size === 0 ? [] : [`${app.sessions.size} sessions`]
  const left = [...known, ...(await leftovers.all())]
  stopWatching()
  return { ...played, surprises: [...new Set([...surprises, ...played.burglaries])], left }
}

async function playOn(app: Application, fuzz: Fuzz) {
  await app.start()
  try {
    return await play(app.url, fuzz)
  } finally {
    await app.close()
  }
}

async function play(url: string, fuzz: Fuzz) {
  const honest = [true, false].map((isOfOurs) => new HonestVisitor(url, { isOfOurs }))
  await Promise.all(honest.map((visitor) => visitor.arrive()))
  const strangers = new Strangers(url, honest, fuzz)
  try {
    const clicking = honest.map((visitor) => clickUntil(visitor, () => strangers.isOver))
    await Promise.all([strangers.run(), ...clicking])
  } finally {
    strangers.isOver = true
  }
  await Promise.all(honest.map((visitor) => visitor.leave()))
  const { said, ends, returns, burglaries } = strangers
  const clicks = honest.map((visitor) => visitor.clicks)
  return { frames: said, ends, returns, burglaries, clicks }
}

/** What they say, and what has become of them. */
class Strangers {
  readonly ends = new Map<number, number>()
  /** Sessions that were entered with credentials that are not theirs. */
  readonly burglaries: string[] = []
  said = 0
  returns = 0
  isOver = false
  readonly #url: string
  readonly #wanted: number
  readonly #bursts: Iterator<Burst>
  readonly #claims: readonly Claim[]
  readonly #bytes: readonly Uint8Array[]
  /** Names of honest sessions, which somebody may have seen. */
  readonly #honest: readonly Credentials[]
  /** What strangers have been given, the newest first. */
  readonly #known: Credentials[] = []
  #lines = 0

  constructor(url: string, honest: readonly HonestVisitor[], { frames, seed }: Fuzz) {
    this.#url = url
    this.#wanted = frames
    this.#bursts = bursts(honest[0]!.targets, seed)
    this.#claims = fc.sample(claim, { numRuns: 200, seed })
    this.#bytes = fc.sample(fc.uint8Array({ maxLength: 300 }), { numRuns: 50, seed })
    const names = honest.flatMap(({ session }) => session ?? [])
    this.#honest = names.map((name) => ({ session_id: name, token: 'unknown' }))
  }

  async run(): Promise<void> {
    await Promise.all(Array.from({ length: STRANGERS }, () => this.#stroll()))
    this.isOver = true
  }

  async #stroll(): Promise<void> {
    for (let turnedAway = 0; !this.isOver && this.said < this.#wanted;) {
      const line = this.#lines++
      if (line % BABBLE === 0) await babble(this.#url, this.#bytes[line % this.#bytes.length]!)
      const one = this.#claims[line % this.#claims.length]!
      const known = line % 8 === 0 ? this.#honest[0] : this.#known[line % MOST_KNOWN]
      const way = WAYS[line % WAYS.length]!
      const word = way.isNew ? [] : [firstWord(one, known, way.isOfOurs)]
      const url = this.#url + way.query(line.toString(16).padStart(32, '0'))
      const { frames, code, given } = await stray(url, this.#words(word))
      turnedAway = frames === 0 ? turnedAway + 1 : 0
      if (turnedAway > PATIENCE) throw new Error('The server lets nobody in any more')
      this.said += frames
      this.ends.set(code, (this.ends.get(code) ?? 0) + 1)
      if (given) this.#note(one, known, given)
    }
  }

  *#words(first: Burst): Generator<Burst> {
    yield first
    while (this.said < this.#wanted) yield this.#bursts.next().value as Burst
  }

  #note({ truth }: Claim, known: Credentials | undefined, given: Credentials): void {
    if (given.session_id === known?.session_id) {
      if (truth === 'all') return void this.returns++
      this.burglaries.push(`${String(given.session_id)} was entered with ${truth} of it`)
    }
    this.#known.unshift(given)
    this.#known.length = Math.min(this.#known.length, MOST_KNOWN)
  }
}

function* bursts(targets: readonly Target[], seed: number): Generator<Burst, never> {
  const burst = burstOf(targets)
  for (let block = seed; ; block++) yield* fc.sample(burst, { numRuns: BLOCK, seed: block })
}

/** How somebody comes to the door. */
const WAYS = [
  { isOfOurs: false, isNew: false, query: () => '' },
  { isOfOurs: true, isNew: true, query: (page: string) => `?page=${page}` },
  { isOfOurs: true, isNew: false, query: (page: string) => `?page=${page}&resume=1` },
  { isOfOurs: true, isNew: false, query: () => '?page=__proto__&resume=1' },
  { isOfOurs: false, isNew: false, query: () => `?resume=1&page=/&${'x'.repeat(999)}` },
] as const

async function clickUntil(visitor: HonestVisitor, isOver: () => boolean): Promise<void> {
  do {
    await visitor.click()
    await new Promise(setImmediate)
  } while (!isOver())
}

/** Browsers may say that something went wrong with them, and uploads may fail. */
function isTheirs(error: unknown, where: string): boolean {
  return where === 'The browser' || (error instanceof Error && /upload has/i.test(error.message))
}

function watch(surprises: string[]): () => void {
  const note = (reason: unknown) => void surprises.push(told(reason, 'nobody caught it'))
  process.on('unhandledRejection', note)
  return () => void process.off('unhandledRejection', note)
}

function told(error: unknown, where: string): string {
  return `${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}
