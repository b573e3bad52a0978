// What lets somebody into a session: random, minted here, compared in constant time.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits in letters, digits, `-` and `_`. */
export function mintSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** How long it takes tells nothing of where the two differ, nor of their lengths. */
export function isSameSecret(given: string, known: string): boolean {
  return timingSafeEqual(digest(given), digest(known))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
