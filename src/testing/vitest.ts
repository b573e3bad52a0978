// Matchers for Vitest, and what snapshots of a screen look like. Importing it is enough.

import { expect, Snapshots } from 'vitest'
import { matchers, snapshotSerializer, takeStream } from './matchers.ts'
import type { LineMatchers } from './matchers.ts'

export interface StreamMatchers<Result = unknown> extends LineMatchers<Result> {
  /**
   * The lines since the last look are those of the inline snapshot, which is written when there is none. Widgets go by
   * where they stand, so that an edit somewhere else leaves it as it is.
   */
  toMatchStream(snapshot?: string): Result
}

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
