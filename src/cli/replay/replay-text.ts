// What a replay has come to, for a terminal. Pure.

import { differenceText } from '../../testing/replay/difference.ts'
import type { Replayed } from '../../testing/replay/replay.ts'

/** @param seen  what the program has asked for that no recording holds */
export function replayText(
  { messages, difference, notes }: Replayed,
  seen: readonly string[],
): string {
  const result = difference
    ? differenceText(difference)
    : `The same: ${messages} messages, byte for byte.`
  const doubts = difference && seen.length > 0 ? [undetermined, ...seen.map(indented)] : []
  return [result, ...notes.map(sentence), ...doubts].join('\n')
}

const undetermined =
  'No recording holds what the program has asked for here; let it ask session.clock, or by session.recorded:'

function sentence(note: string): string {
  return note.endsWith('?') ? note : `${note}.`
}

function indented(text: string): string {
  return `  ${text}`
}
