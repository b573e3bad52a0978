// Lets a test fail that warns without expecting it. A test that expects a warning says so by a spy that
// keeps it silent: `vi.spyOn(console, 'warn').mockImplementation(() => {})`, and asserts what it was given.

import { configureGlobal } from 'fast-check'
import { afterAll, afterEach } from 'vitest'

const unexpected: string[] = []

for (const level of ['warn', 'error'] as const) {
  const print = console[level]
  console[level] = (...data: unknown[]) => {
    unexpected.push(`console.${level}: ${data.map(String).join(' ')}`)
    print.apply(console, data)
  }
  afterAll(() => void (console[level] = print))
}

afterEach(refuseWarnings)
afterAll(refuseWarnings)

function refuseWarnings(): void {
  const lines = unexpected.splice(0)
  if (lines.length > 0) {
    throw new Error(`The test logged what it did not expect:\n${lines.join('\n')}`)
  }
}

// The same histories in every run: one that fails today failed yesterday.
configureGlobal({ seed: 1 })
