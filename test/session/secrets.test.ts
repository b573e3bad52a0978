// What lets somebody into a session cannot be guessed, and comparing it tells nothing.

import { expect, test } from 'vitest'
import { isSameSecret, mintSecret } from '../../src/session/secrets.ts'

test('a secret has 256 bits, in characters that may stand in an address', () => {
  const secret = mintSecret()
  expect(secret).toMatch(/^[\w-]{43}$/)
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
})

test('no two secrets are the same', () => {
  const secrets = Array.from({ length: 1000 }, () => mintSecret())
  expect(new Set(secrets).size).toBe(1000)
})

test.each([
  ['the same', 'secret', 'secret', true],
  ['another of the same length', 'secreT', 'secret', false],
  ['a part', 'secre', 'secret', false],
  ['more', 'secret ', 'secret', false],
  ['nothing', '', 'secret', false],
  ['the same character, written otherwise', 'e\u0301', '\u00e9', false],
  ['a megabyte', 'x'.repeat(1_000_000), 'secret', false],
])('%s is compared without regard to length', (_, given, known, isSame) => {
  expect(isSameSecret(given, known)).toBe(isSame)
})
