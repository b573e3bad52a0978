// Whether the same inputs give the same bytes: shows a component twice and compares all that was sent.

import type { Child } from '../jsx/element.ts'
import { render } from './render.ts'
import type { Rendered, RenderOptions } from './render.ts'

/** Milliseconds that the second run is later than the first: another second, minute, hour, day and month. */
const LATER = (((40 * 24 + 5) * 60 + 7) * 60 + 11) * 1000

/** What the later `Date` has. */
const isLater = Symbol('later')

const underWay =
  'assertDeterministic makes Date later for everything in this process, and does so already: await one before the next'

interface Run {
  readonly lines: readonly string[]
  readonly frames: readonly string[]
}

/**
 * Shows a component twice, does the same both times, and compares all that crosses the wire, byte for byte. For the
 * second time `Date` is 40 days later.
 *
 * @param script   what is done; nothing unless given
 * @throws         Error that names the first line that differs, and what usually causes it
 */
export async function assertDeterministic(
  component: () => Child | Promise<Child>,
  script: (screen: Rendered) => unknown = () => undefined,
  options: RenderOptions = {},
): Promise<void> {
  const first = await run(component, script, options)
  const second = await later(() => run(component, script, options))
  const at = first.lines.findIndex((line, index) => line !== second.lines[index])
  if (at >= 0 || first.lines.length !== second.lines.length) {
    throw new Error(difference(first.lines, second.lines, at < 0 ? first.lines.length : at))
  }
  if (first.frames.join('\n') === second.frames.join('\n')) return
  throw new Error(
    'Two renders of it say the same lines in other frames: what is awaited does not take the same time',
  )
}

async function run(
  component: () => Child | Promise<Child>,
  script: (screen: Rendered) => unknown,
  options: RenderOptions,
): Promise<Run> {
  const screen = render(component, options)
  try {
    await screen.settled()
    await script(screen)
    await screen.settled()
    const [mistake] = screen.errors()
    if (mistake !== undefined) throw new Error(`It goes wrong when it is shown: ${mistake}`)
    return { lines: screen.messages(), frames: screen.takeFrames() }
  } finally {
    screen.unmount()
  }
}

/** What looks at the clock sees another time. @throws Error where it does already */
async function later<Result>(task: () => Promise<Result>): Promise<Result> {
  const Real = globalThis.Date
  if (isLater in Real) throw new Error(underWay)
  const now = (): number => Real.now() + LATER
  globalThis.Date = new Proxy(Real, {
    construct: (real, args, made) =>
      Reflect.construct(real, args.length > 0 ? args : [now()], made),
    apply: () => new Real(now()).toString(),
    get: (real, name) => (name === 'now' ? now : Reflect.get(real, name)),
    has: (real, name) => name === isLater || Reflect.has(real, name),
  })
  try {
    return await task()
  } finally {
    globalThis.Date = Real
  }
}

function difference(first: readonly string[], second: readonly string[], at: number): string {
  const [one, other] = [first[at], second[at]].map((line) => line ?? '(nothing)')
  return [
    `Two renders of it differ in line ${at + 1}:`,
    `  first:  ${one}`,
    `  second: ${other}`,
    causeOf(first, second, at),
  ].join('\n')
}

/** A guess by what it looks like. */
function causeOf(first: readonly string[], second: readonly string[], at: number): string {
  const [one, other] = [first[at] ?? '', second[at] ?? '']
  if (inAnyOrder(first) === inAnyOrder(second)) {
    return 'It is the same in another order. That usually comes of what promises bring in the order in which they are done, or of a Set, a Map or an object that is filled so: sort it.'
  }
  const chance = /0\.\d{6,}|[\da-f]{8}-[\da-f]{4}-|\b[\da-z]*\d[a-z][\da-z]{6,}\b/i
  if (chance.test(one) && chance.test(other)) {
    return 'That usually is chance: Math.random, crypto.randomUUID, an id that is made up. Hand it in, or count.'
  }
  return 'That usually is a clock (Date.now, new Date), chance (Math.random), an id that goes on counting from one render to the next, or the order of what is iterated. Hand it in.'
}

/** Numbers are given in the order in which widgets are made. */
function inAnyOrder(lines: readonly string[]): string {
  const plain = lines.map((line) => line.replaceAll(/#\d+/g, '#'))
  return plain.toSorted().join('\n')
}
