// The text of a data URI becomes its bytes, wherever it was cut.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOfDataText, DataText } from '../../src/session/data-text.ts'

// The same walks in every run.
fc.configureGlobal({ seed: 1 })

const cuts = fc.array(fc.nat(200), { maxLength: 8 })

function cutAt(text: string, at: readonly number[]): string[] {
  const ends = [
    ...at.map((one) => Math.min(one, text.length)).toSorted((a, b) => a - b),
    text.length,
  ]
  return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end))
}

test('the pieces of a text mean the bytes that it was made of', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), cuts, (bytes, at) => {
      const text = `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`
      const reader = new DataText()
      const parts = cutAt(text, at).map((piece) => reader.take(piece))
      expect(Buffer.concat([...parts, reader.finish()])).toEqual(Buffer.from(bytes))
    }),
  )
})

test('what does not mean bytes yet is counted', () => {
  const reader = new DataText()
  reader.take('data:,abc')
  expect(reader.waiting).toBe(3)
  expect(Buffer.from(reader.finish()).toString()).toBe('abc')
  expect(reader.waiting).toBe(0)
})

test.each([
  ['data:;base64,QUJD', 'ABC'],
  ['data:text/plain;charset=utf-8;base64,QQ==', 'A'],
  ['data:text/plain;base64,QQ', 'A'],
  ['data:,A%20B', 'A B'],
  ['data:,100%', '100%'],
  ['data:,%C3%A4', 'ä'],
  ['data:', ''],
  ['', ''],
  ['no data', ''],
])('%j means %j', (text, meaning) => {
  expect(Buffer.from(bytesOfDataText(text)).toString()).toBe(meaning)
})
