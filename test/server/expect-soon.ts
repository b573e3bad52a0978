// For what another end of a line brings about: asked for often, and with patience on slow machines.

import { expect } from 'vitest'

export function expectSoon<Value>(read: () => Value) {
  return expect.poll(read, { interval: 5, timeout: 4000 })
}
