// A recording that is none, or not of this version, is told in one sentence.

import { expect, test } from 'vitest'
import { RecordingError } from 'treewire/testing'
import { readRecording } from '../../../src/testing/replay/read-recording.ts'

const header =
  '{"treewire":"0.1.0","recording":1,"id":"a","at":"","options":{},"flushes":"microtask","now":0}'

test.each([
  ['nothing', '', /^This is no recording: its first line would say .* and is empty$/],
  ['another file', '{ "name": "treewire" }\n', /^This is no recording: .* is "\{ \\"name\\"/],
  ['a text', 'Dear Ann,\n', /^This is no recording: .* is "Dear Ann,"$/],
  [
    'another format',
    '{"treewire":"9.0.0","recording":2}\n',
    'The recording has the format 2, written by treewire "9.0.0"; this one reads the format 1: replay it with the version that it was recorded with',
  ],
  [
    'a first line that lacks something',
    '{"treewire":"0.1.0","recording":1}\n',
    /^The first line of the recording must have "id", "options", "flushes" and "now", and is/,
  ],
  [
    'a line that is cut in the middle of the file',
    `${header}\n{"t":1,"type":"in","li\n{"t":2,"type":"flush"}\n`,
    'Line 2 of the recording is no object of JSON, but "{\\"t\\":1,\\"type\\":\\"in\\",\\"li": has somebody edited it?',
  ],
  [
    'an event of another version',
    `${header}\n{"t":1,"type":"telepathy"}\n`,
    'Line 2 of the recording tells an event "telepathy", which this version of treewire does not know',
  ],
  [
    'no event',
    `${header}\n{"t":1}\n`,
    'Line 2 of the recording tells an event undefined, which this version of treewire does not know',
  ],
])('refuses %s', (_what, text, sentence) => {
  expect(() => readRecording(text)).toThrow(RecordingError)
  expect(() => readRecording(text)).toThrow(sentence)
})

test('a last line that is half a line is left out', () => {
  const { events, isCut } = readRecording(`${header}\n{"t":1,"type":"flush"}\n{"t":2,"ty`)
  expect({ events, isCut }).toEqual({ events: [{ t: 1, type: 'flush' }], isCut: true })
})

test('a whole one is not cut', () => {
  expect(readRecording(`${header}\n{"t":1,"type":"flush"}\n`).isCut).toBe(false)
})
