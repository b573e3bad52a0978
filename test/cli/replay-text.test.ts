// What a terminal is told of a replay.

import { expect, test } from 'vitest'
import { replayText } from '../../src/cli/replay/replay-text.ts'

test('each note is a sentence, or a question', () => {
  const notes = ['The recording ends early', 'Is this another one?']
  const replayed = { isSame: true, messages: 3, difference: undefined, notes }
  expect(replayText(replayed, [])).toBe(
    'The same: 3 messages, byte for byte.\nThe recording ends early.\nIs this another one?',
  )
})
