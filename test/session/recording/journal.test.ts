// When a recording ends before its session.

import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Journal } from '../../../src/session/recording/journal.ts'
import type { RecordOptions } from '../../../src/session/recording/record-options.ts'
import { mostWithheld } from '../../../src/session/recording/withheld.ts'
import { serverClock } from '../../../src/session/server-clock.ts'

function begun(record: RecordOptions) {
  const reported: string[] = []
  const journal = new Journal(record, {
    id: 'test',
    clock: serverClock,
    shown: { has: () => true, textIn: () => undefined },
    report: (error, where) => reported.push(`${where}: ${(error as Error).message}`),
  })
  return { journal, reported }
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'treewire-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

const said = (frame: string) => ({ type: 'out', line: 1, frame }) as const

test('no more waits for a slow disk than was said, and one line', async () => {
  const { journal, reported } = begun({ dir: folder(), maxWaitingBytes: 10_000 })
  // In one turn the disk takes nothing.
  for (let count = 0; count < 100; count++) journal.note(said('x'.repeat(1000)))
  const reason = 'more than 10000 bytes wait for its file, the most that "maxWaitingBytes" allows'
  expect(journal.stopped).toBe(reason)
  expect(reported).toEqual([
    `record: The recording has ended before its session, because ${reason}`,
  ])
  await journal.done
  const text = readFileSync(journal.file!, 'utf8')
  expect(
    text
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { type: string }).type),
  ).toEqual([...Array.from({ length: 10 }, () => 'out'), 'stop'])
  expect(statSync(journal.file!).size).toBe(journal.bytes)
})

test('a disk that keeps up may be given any number of bytes', async () => {
  const { journal, reported } = begun({ dir: folder(), maxWaitingBytes: 10_000 })
  for (let turn = 0; turn < 10; turn++) {
    for (let count = 0; count < 5; count++) journal.note(said('x'.repeat(1000)))
    while (journal.waiting > 0) await new Promise((resolve) => setImmediate(resolve))
  }
  journal.close()
  await journal.done
  expect([journal.stopped, reported]).toEqual([undefined, []])
  expect(journal.bytes).toBeGreaterThan(50_000)
})

test('one line may be longer than what may wait', async () => {
  const { journal } = begun({ dir: folder(), maxWaitingBytes: 10_000 })
  journal.note(said('x'.repeat(20_000)))
  journal.close()
  await journal.done
  expect(journal.stopped).toBeUndefined()
})

test('in memory nothing waits', () => {
  const { journal } = begun({ inMemory: true, maxWaitingBytes: 1 })
  for (let count = 0; count < 10; count++) journal.note(said('x'))
  expect(journal.stopped).toBeUndefined()
})

test('with more tokens and addresses than it can withhold it ends, before one of them stands in it', () => {
  const { journal, reported } = begun({ inMemory: true })
  for (let count = 0; count <= mostWithheld; count++) {
    const address = `${count}`.padStart(43, 'a')
    journal.hide(address)
    journal.note({ type: 'address', address: `download/${address}` })
  }
  const reason = `it has more than ${mostWithheld} tokens and addresses to withhold`
  expect(journal.stopped).toBe(reason)
  expect(reported).toEqual([
    `record: The recording has ended before its session, because ${reason}`,
  ])
  expect(journal.text()).toContain(`"address":"download/hidden-${mostWithheld}"`)
  expect(journal.text()).not.toContain('aaaa')
})
