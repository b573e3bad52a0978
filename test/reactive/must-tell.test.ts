// A release of signals-core by whose names nobody is told is refused when the program starts.

import { Signal } from '@preact/signals-core'
import { afterEach, expect, test, vi } from 'vitest'
import { mustTell } from '../../src/reactive/must-tell.ts'

interface Parts {
  S: unknown
  U: unknown
}

const parts = Signal.prototype as unknown as Parts

afterEach(() => vi.restoreAllMocks())

test('the release that is here tells', () => {
  expect(mustTell).not.toThrow()
})

test.each<keyof Parts>(['S', 'U'])('one in which "%s" does nothing does not', (name) => {
  vi.spyOn(parts as Record<keyof Parts, () => void>, name).mockImplementation(() => {})
  expect(mustTell).toThrow('Install 1.14')
})
