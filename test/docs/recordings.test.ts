// PROTOCOL.md tells every event of a recording, and its example is one.

import { expect, test } from 'vitest'
import { eventTypes } from '../../src/session/recording/events.ts'
import { readRecording } from '../../src/testing/replay/read-recording.ts'
import { paper } from './papers.ts'

const protocol = paper('PROTOCOL.md')

const ROW = /^\| `([\w-]+)` \| (input|reading|output|end) \|/

test('every kind of event, and no other', () => {
  const rows = protocol.prose.map(({ text }) => ROW.exec(text)).filter((row) => row !== null)
  const told = rows.map(([, type, kind]) => [type!, kind === 'end' ? 'stop' : kind!] as const)
  expect(new Map(told)).toEqual(eventTypes)
})

test('the example is the beginning of one', () => {
  const block = protocol.blocks.find(({ language }) => language === 'jsonl')
  const { header, events } = readRecording(`${block!.code}\n`)
  const { app: _, user: __, ...fields } = header
  expect(Object.keys(fields)).toEqual([
    'treewire',
    'recording',
    'id',
    'at',
    'options',
    'flushes',
    'publishes',
    'now',
  ])
  expect(events.map(({ type }) => type)).toEqual(['attach', 'out', 'mount'])
})
