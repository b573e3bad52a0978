// Why a connection ends: codes that stop a browser's retries, and reasons that fit their frame.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CloseCode, closeReason } from 'treewire/protocol'

// The same walks in every run.
fc.configureGlobal({ seed: 1 })

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

test('every code is in the range that stops the retries of a pgwidgets browser', () => {
  const codes = Object.values(CloseCode)
  expect(codes.filter((code) => code >= 4400 && code <= 4499)).toEqual(codes)
  expect(new Set(codes).size).toBe(codes.length)
})

test('any reason fits a close frame and is cut between two characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const reason = closeReason(text)
      expect(bytesOf(reason)).toBeLessThanOrEqual(123)
      expect(reason === text || bytesOf(text) > 123).toBe(true)
      expect(reason === text || text.startsWith(reason.slice(0, -1))).toBe(true)
      expect(reason === text || reason.endsWith('…')).toBe(true)
    }),
    { examples: [['…'.repeat(41)], ['…'.repeat(42)], ['😀'.repeat(31)]] },
  )
})

test('no more is cut than has to be', () => {
  const atLeast = 123 - bytesOf('…') - 3
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 124, maxLength: 300 }), (text) => {
      expect(bytesOf(closeReason(text).slice(0, -1))).toBeGreaterThanOrEqual(atLeast)
    }),
  )
})

test.each([
  ['a'.repeat(123), 'a'.repeat(123)],
  ['a'.repeat(124), `${'a'.repeat(120)}…`],
  [`${'a'.repeat(119)}éééé`, `${'a'.repeat(119)}…`],
  [`${'a'.repeat(118)}éééé`, `${'a'.repeat(118)}é…`],
  [`${'a'.repeat(117)}😀😀`, `${'a'.repeat(117)}…`],
  [`${'a'.repeat(116)}😀😀`, `${'a'.repeat(116)}😀…`],
  ['', ''],
])('%s', (text, reason) => {
  expect(closeReason(text)).toBe(reason)
})

test('half a surrogate pair is no reason to break the frame', () => {
  const reason = closeReason('\ud83d'.repeat(100))
  expect(bytesOf(reason)).toBeLessThanOrEqual(123)
})
