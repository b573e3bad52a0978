// Matchers for Vitest, and what snapshots of a screen look like. Importing it is enough.

import { expect, Snapshots } from 'vitest'
import { matchers, snapshotSerializer, takeStream } from './matchers.ts'
import type { StreamMatchers } from './matchers.ts'

export type { StreamMatchers } from './matchers.ts'

declare module 'vitest' {
  // oxlint-disable-next-line typescript/no-explicit-any -- as Vitest has it, or the two are not merged
  interface Matchers<T = any> extends StreamMatchers<T> {}
}

expect.extend({
  ...matchers,
  toMatchStream(received: unknown, snapshot?: string) {
    return Snapshots.toMatchInlineSnapshot.call(this, takeStream(received), snapshot)
  },
})

expect.addSnapshotSerializer(snapshotSerializer)
