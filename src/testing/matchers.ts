// What a stream should be, for the `expect.extend` of any runner.

import { folded, lineDiff } from './line-diff.ts'
import type { Screen } from './screen.ts'

/** What `expect` can do with a screen, in any runner that has `expect.extend`. */
export interface LineMatchers<Result = unknown> {
  /** The lines since the last look, by `take` or by a matcher, are exactly these. */
  toEmit(lines: readonly string[]): Result
  /** No more messages than this went down since the last look. */
  toEmitAtMost(messages: number): Result
}

/** The same in Vitest, by `treewire/testing/vitest`. */
export interface StreamMatchers<Result = unknown> extends LineMatchers<Result> {
  /**
   * The lines since the last look are those of the inline snapshot, which is written when there is none. Widgets go by
   * where they stand, so that an edit somewhere else leaves it as it is.
   */
  toMatchStream(snapshot?: string): Result
}

declare global {
  namespace jest {
    interface Matchers<R, T = {}> extends LineMatchers<R> {}
  }
}

/** What a runner wants of a matcher. Of `actual` and `expected` it would show a difference of its own besides. */
export interface Verdict {
  readonly pass: boolean
  readonly message: () => string
}

/**
 * Whether the lines since the last look, by `take` or by a matcher, are exactly these.
 *
 * @throws TypeError for anything but what `render` gives
 */
function toEmit(received: unknown, wanted: readonly string[]): Verdict {
  const lines = screenIn('toEmit', received).take()
  if (!Array.isArray(wanted)) {
    throw new TypeError(`toEmit needs a list of lines, got ${JSON.stringify(wanted)}`)
  }
  const pass = lines.length === wanted.length && lines.every((line, at) => line === wanted[at])
  return { pass, message: () => explain(lines, wanted, pass) }
}

/** Whether no more messages than this went down since the last look. What the user did is no cost. */
function toEmitAtMost(received: unknown, most: number): Verdict {
  const lines = screenIn('toEmitAtMost', received).take()
  const count = lines.filter((line) => line.startsWith('v ')).length
  const message = (): string =>
    [
      `Wanted ${count > most ? 'at most' : 'more than'} ${most} message${most === 1 ? '' : 's'} down, there were ${count}:`,
      ...lines,
    ].join('\n')
  return { pass: count <= most, message }
}

/** For `expect.extend`. */
export const matchers = { toEmit, toEmitAtMost } as const

/** Lines that a snapshot shows as they are, without quotes around them. */
class TakenLines {
  readonly text: string

  constructor(lines: readonly string[]) {
    this.text = lines.join('\n')
  }
}

/** The lines since the last look, for a snapshot, in which widgets go by where they stand. */
export function takeStream(received: unknown): object {
  return new TakenLines(screenIn('toMatchStream', received).take('path'))
}

/** For `expect.addSnapshotSerializer`: what `render` gives is its tree, in which widgets go by where they stand. */
export const snapshotSerializer = {
  test: (value: unknown): boolean => value instanceof TakenLines || isScreen(value),
  serialize: (value: unknown): string =>
    value instanceof TakenLines ? value.text : (value as Screen).tree('path'),
} as const

function screenIn(matcher: string, received: unknown): Screen {
  if (isScreen(received)) return received
  const what = Array.isArray(received)
    ? 'a list: give it the screen, not what take() gives'
    : typeof received
  throw new TypeError(`${matcher} is for what render() or its open() gives, got ${what}`)
}

function isScreen(value: unknown): value is Screen {
  const { take, tree, takeFrames } = (value ?? {}) as Partial<Screen>
  return [take, tree, takeFrames].every((one) => typeof one === 'function')
}

function explain(lines: readonly string[], wanted: readonly string[], pass: boolean): string {
  if (pass) return ['Wanted other lines than these:', ...lines].join('\n')
  return [
    'The lines are not those that were wanted: - only wanted, + only sent',
    '',
    ...folded(lineDiff(wanted, lines)),
  ].join('\n')
}
