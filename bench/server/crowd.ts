// The browsers of the load: in a process of their own, away from the servers. Several crowds, each before one server.

import { obey } from './helper.ts'
import { RawBrowser } from './raw-browser.ts'

interface Crowd {
  readonly browsers: RawBrowser[]
  /** Texts that have come since somebody began to count. */
  came: number
  wanted: number
  reached: () => void
}

interface Gathering {
  readonly name: string
  readonly port: number
  readonly count: number
  readonly isPage: boolean
  readonly offersDeflate?: boolean
  /** Texts that each is greeted with. */
  readonly greetings: number
}

/** Milliseconds for what is still under way. */
const patience = 60_000

const crowds = new Map<string, Crowd>()

obey({
  gather,
  expect,
  reached,
  clicks,
  answers: ({ name, each }: { readonly name: string; readonly each: boolean }) => {
    for (const browser of crowds.get(name)!.browsers) browser.answers = each
  },
  answerAll: (name: string) => {
    for (const browser of crowds.get(name)!.browsers) browser.answerAll()
  },
  leave: (name: string) => {
    for (const browser of crowds.get(name)?.browsers ?? []) browser.leave()
    crowds.delete(name)
  },
})

/** So many more come, some at a time: a server takes only so many at once. @returns bytes that one was greeted with */
async function gather({ name, count, greetings, ...visit }: Gathering): Promise<number> {
  const crowd = crowds.get(name) ?? { browsers: [], came: 0, wanted: 0, reached: () => undefined }
  crowds.set(name, crowd)
  const heard = (): void => {
    crowd.came++
    if (crowd.came === crowd.wanted) crowd.reached()
  }
  for (let left = count; left > 0; left -= 50) {
    const group = Math.min(50, left)
    const all = greetings * group
    expect({ name, texts: all })
    for (let at = 0; at < group; at++) {
      crowd.browsers.push(new RawBrowser({ offersDeflate: false, ...visit, heard }))
    }
    await ended
  }
  return crowd.browsers.at(-1)!.bytes
}

let begun = 0
let ended: Promise<void> = Promise.resolve()
const bytesBefore = new Map<string, number>()

/** Begins to count. */
function expect({ name, texts }: { readonly name: string; readonly texts: number }): void {
  const crowd = crowds.get(name)!
  crowd.came = 0
  crowd.wanted = texts
  ended = new Promise((resolve) => {
    crowd.reached = resolve
  })
  bytesBefore.set(name, bytesOf(crowd))
  begun = performance.now()
}

/** When all have come. @returns milliseconds and bytes since the count began */
async function reached(name: string): Promise<{ readonly ms: number; readonly bytes: number }> {
  const crowd = crowds.get(name)!
  const timer = setTimeout(() => {
    throw new Error(`Of ${crowd.wanted} texts ${crowd.came} have come`)
  }, patience)
  // To wake somebody up costs more than to send something. Whoever slept whenever there is nothing to read would make each
  // message of a slower server dearer, and hardly any of a fast one.
  while (crowd.came < crowd.wanted) await new Promise(setImmediate)
  const ms = performance.now() - begun
  clearTimeout(timer)
  return { ms, bytes: bytesOf(crowd) - bytesBefore.get(name)! }
}

function bytesOf({ browsers }: Crowd): number {
  return browsers.reduce((sum, { bytes }) => sum + bytes, 0)
}

/** One click after the other, each in another browser. @returns how long each answer took, in milliseconds */
async function clicks({
  name,
  count,
  wid,
}: {
  readonly name: string
  readonly count: number
  readonly wid: number
}): Promise<number[]> {
  const crowd = crowds.get(name)!
  const times: number[] = []
  for (let at = 0; at < count; at++) {
    const browser = crowd.browsers[Math.floor(Math.random() * crowd.browsers.length)]!
    expect({ name, texts: 1 })
    const start = performance.now()
    browser.click(wid)
    await ended
    times.push(performance.now() - start)
    // Where it is time to acknowledge, that is not part of the next round trip.
    await new Promise(setImmediate)
  }
  return times
}
